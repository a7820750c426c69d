import type { Pin } from '../core/authority/authority.js';
import type { DecidedActor, Decision } from '../core/authority/decision.js';
import type { ActorKind } from '../core/facts.js';
import { asObject } from './settings.js';

const KINDS: readonly ActorKind[] = ['person', 'organization', 'country', 'place', 'group'];
const SPELLINGS = ['de', 'en', 'original'] as const;

/** A decision as it came over the wire; undefined when it is none. */
export function parseDecision(value: unknown): Decision | undefined {
  const fields = asObject(value);
  const actor = parseActor(fields['actor']);
  const [name, to] = [parseText(fields['name']), parseText(fields['to'])];
  switch (fields['kind']) {
    case 'merge':
      return parseMerge(parseActors(fields['actors']));
    case 'split':
      return parseSplit(parseActors(fields['actors']));
    case 'reject':
      return name === undefined ? undefined : { kind: 'reject', name };
    case 'pin':
      return parsePinning(fields, actor);
    case 'spelling':
      return parseSpelling(to, fields['actor'], actor);
    default:
      return actor && parseChange(fields, actor);
  }
}

/** What changes one actor. */
function parseChange(fields: Readonly<Record<string, unknown>>, actor: DecidedActor): Decision | undefined {
  const [alias, note, to] = ['alias', 'note', 'to'].map((key) => parseText(fields[key]));
  const kind = KINDS.find((known) => known === to);
  if (fields['kind'] === 'alias' && alias !== undefined) return { kind: 'alias', actor, alias };
  if (fields['kind'] === 'note' && note !== undefined) return { kind: 'note', actor, note };
  if (fields['kind'] === 'rename' && to !== undefined) return { kind: 'rename', actor, to };
  return fields['kind'] === 'kind' && kind !== undefined ? { kind: 'kind', actor, to: kind } : undefined;
}

function parseMerge(actors: readonly DecidedActor[]): Decision | undefined {
  return actors.length < 2 ? undefined : { kind: 'merge', actors };
}

function parseSplit([a, b, ...more]: readonly DecidedActor[]): Decision | undefined {
  return a === undefined || b === undefined || more.length > 0 ? undefined : { kind: 'split', actors: [a, b] };
}

function parseSpelling(
  text: string | undefined,
  given: unknown,
  actor: DecidedActor | undefined,
): Decision | undefined {
  const to = SPELLINGS.find((known) => known === text);
  if (to === undefined || (given !== undefined && actor === undefined)) return undefined;
  return { kind: 'spelling', to, ...(actor && { actor }) };
}

function parsePinning(
  fields: Readonly<Record<string, unknown>>,
  actor: DecidedActor | undefined,
): Decision | undefined {
  const mention = parsePlace(fields['mention']);
  const replaces = Array.isArray(fields['replaces']) ? fields['replaces'].flatMap(parsePin) : [];
  if (mention === undefined || (fields['actor'] !== undefined && actor === undefined)) return undefined;
  return { kind: 'pin', mention, replaces, ...(actor && { actor }) };
}

function parsePin(value: unknown): readonly Pin[] {
  const [place, actor] = [parsePlace(value), parseText(asObject(value)['actor'])];
  return place === undefined || actor === undefined ? [] : [{ ...place, actor }];
}

function parsePlace(value: unknown): Omit<Pin, 'actor'> | undefined {
  const { path, before, quote, after } = asObject(value);
  if (parseText(path) === undefined || parseText(quote) === undefined) return undefined;
  if (typeof before !== 'string' || typeof after !== 'string') return undefined;
  return { path: path as string, before, quote: quote as string, after };
}

function parseActors(value: unknown): readonly DecidedActor[] {
  const actors = Array.isArray(value) ? value.map(parseActor) : [];
  return actors.every((actor) => actor !== undefined) ? actors : [];
}

function parseActor(value: unknown): DecidedActor | undefined {
  const fields = asObject(value);
  const [name, state] = [parseText(fields['name']), parseText(fields['state'])];
  const kind = KINDS.find((known) => known === fields['kind']);
  if (name === undefined || kind === undefined) return undefined;
  return { name, kind, ...(state !== undefined && { state }) };
}

/** A text with something in it. */
function parseText(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}
