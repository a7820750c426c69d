import { listGermanForms } from '../language/de/nameInflection.js';
import type { KnownActor, Sense, Use } from './knownActor.js';
import { type AddName, nameKey } from './nameTable.js';

/** One spelling of an actor before inflection. */
export interface Alias {
  readonly surface: string;
  readonly actor: KnownActor;
  readonly use?: Use;
  readonly language?: 'de' | 'en';
  readonly needsCue?: boolean;
}

/** Takes a name into a table under all its German forms and the English possessive. */
export function addAlias(add: AddName<Sense>, alias: Alias): void {
  const sense = toSense(alias);
  // „Peter Müller" is no adjective and noun; the s of its genitive is the look-up's business.
  if (alias.actor.kind === 'person') {
    add(nameKey(alias.surface), sense);
    return;
  }
  const pieces = alias.surface.split(' ');
  for (const key of listGermanForms(pieces, pieces.map(nameKey))) add(key, sense);
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
