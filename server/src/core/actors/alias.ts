import { listGermanForms } from '../language/de/nameInflection.js';
import type { KnownActor, Sense, Use } from './knownActor.js';
import { nameKey } from './nameTable.js';

/** One spelling of an actor before inflection. */
export interface Alias {
  readonly surface: string;
  readonly actor: KnownActor;
  readonly use?: Use;
  readonly language?: 'de' | 'en';
  readonly needsCue?: boolean;
}

/** The keys under which a name is found, with the sense they have: all German forms and the English possessive. */
export function listEntries(alias: Alias): readonly (readonly [key: string, sense: Sense])[] {
  const sense = toSense(alias);
  const pieces = alias.surface.split(' ');
  return listGermanForms(pieces, pieces.map(nameKey)).map((key) => [key, sense] as const);
}

/** The sense of an alias, with the way it must be spelled to count. */
export function toSense({ surface, actor, use = 'name', language, needsCue = false }: Alias): Sense {
  const base = { actor, use, spelling: spellingOf(surface), surface, needsCue };
  return language === undefined ? base : { ...base, language };
}

/** „UN" and „IS" only as written, „NATO" also as „Nato", „al-Qaida" and „easyJet" anyhow. */
function spellingOf(surface: string): Sense['spelling'] {
  if (/^\p{Ll}/u.test(surface)) return 'any';
  return /^(?:\p{Lu}[.-]?){1,3}$/u.test(surface) ? 'exact' : 'capital';
}
