/** What the tagger tells apart. `OTH` are names that are no actors (ships, treaties, titles of works): to know them keeps them out. */
export const TAG_KINDS = ['PER', 'ORG', 'LOC', 'OTH'] as const;
export type TagKind = (typeof TAG_KINDS)[number];

/** Place of a token in a name: begin, inside, end, or a name of one token (scheme BIOES). */
const POSITIONS = ['B', 'I', 'E', 'S'] as const;
type Position = (typeof POSITIONS)[number];

/** Label 0 is outside of names; the others are kind by kind, each in the order of the positions. */
export const LABEL_COUNT = 1 + TAG_KINDS.length * POSITIONS.length;
export const OUTSIDE = 0;

/** The number of the label for a place in a name of a kind. */
export function labelOf(kind: TagKind, position: Position): number {
  return 1 + TAG_KINDS.indexOf(kind) * POSITIONS.length + POSITIONS.indexOf(position);
}

/** The labels of a name of `length` tokens. */
export function labelsOfName(kind: TagKind, length: number): readonly number[] {
  if (length === 1) return [labelOf(kind, 'S')];
  const inner = Array.from({ length: length - 2 }, () => labelOf(kind, 'I'));
  return [labelOf(kind, 'B'), ...inner, labelOf(kind, 'E')];
}

/** A stretch of tokens, half-open, that is a name of this kind. */
export interface TaggedName {
  readonly first: number;
  readonly end: number;
  readonly kind: TagKind;
}

/** The names in a sequence of labels that keeps the scheme. `offset` is added to the token numbers. */
export function readNames(labels: ArrayLike<number>, offset: number): readonly TaggedName[] {
  const names: TaggedName[] = [];
  let first = 0;
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] ?? OUTSIDE;
    const position = label === OUTSIDE ? undefined : POSITIONS[(label - 1) % POSITIONS.length];
    if (position === 'B' || position === 'S') first = i;
    const kind = TAG_KINDS[Math.floor((label - 1) / POSITIONS.length)];
    if ((position === 'E' || position === 'S') && kind !== undefined)
      names.push({ first: first + offset, end: i + 1 + offset, kind });
  }
  return names;
}

/** Whether `next` may follow `label`: a name that has begun goes on to its end, and only a begun one does. */
function mayFollow(label: number, next: number): boolean {
  const isOpen = label !== OUTSIDE && (label - 1) % POSITIONS.length < 2;
  const goesOn = next !== OUTSIDE && [1, 2].includes((next - 1) % POSITIONS.length);
  if (!isOpen) return !goesOn;
  return goesOn && Math.floor((label - 1) / POSITIONS.length) === Math.floor((next - 1) / POSITIONS.length);
}

/** The labels that may come before each label. */
export const PREDECESSORS: readonly (readonly number[])[] = Array.from({ length: LABEL_COUNT }, (_, next) =>
  Array.from({ length: LABEL_COUNT }, (__, label) => label).filter((label) => mayFollow(label, next)),
);

/** Whether a sentence may start with the label. */
export function mayStart(label: number): boolean {
  return mayFollow(OUTSIDE, label);
}

/** Whether a sentence may end with the label. */
export function mayEnd(label: number): boolean {
  return mayFollow(label, OUTSIDE);
}
