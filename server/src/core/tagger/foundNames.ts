import type { ActorKind } from '../facts.js';
import type { Span } from '../text/span.js';

/** A name that rules have found, for the tagger to agree or disagree with. */
export interface FoundName extends Span {
  readonly kind: ActorKind;
  readonly isAdjective: boolean;
}

const KINDS: Readonly<Record<ActorKind, number>> = { person: 1, organization: 2, country: 3, place: 4, group: 5 };
const ADJECTIVE = 6;

/**
 * For every token 0 or a small number: the kind of the found name that it is in, and where in it (begin, inside, end, alone). `names`
 * ascend and are disjoint, with the offsets of the tokens. Linear.
 */
export function numberFoundNames(tokens: readonly Span[], names: readonly FoundName[]): Uint8Array {
  const numbers = new Uint8Array(tokens.length);
  let i = 0;
  for (const { start, end, kind, isAdjective } of names) {
    while (i < tokens.length && (tokens[i]?.start ?? 0) < start) i++;
    const first = i;
    while (i < tokens.length && (tokens[i]?.start ?? end) < end) i++;
    mark(numbers, first, i - 1, (isAdjective ? ADJECTIVE : KINDS[kind]) * 4);
  }
  return numbers;
}

function mark(numbers: Uint8Array, first: number, last: number, kind: number): void {
  if (last < first) return;
  if (first === last) {
    numbers[first] = kind;
    return;
  }
  numbers.fill(kind + 1, first, last + 1);
  numbers[first] = kind + 2;
  numbers[last] = kind + 3;
}
