import { type Sentence, splitSentences } from './sentences.js';
import type { Span } from './span.js';
import { KEPT, type Keeps, type Sliced } from './slices.js';
import { type Token, tokenise } from './tokens.js';

/** One stretch of body, read by itself: offsets and token indices are its own, so that it stays the same wherever it stands. */
export interface Paragraph {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The tokens in lower case. */
  readonly words: readonly string[];
  /** Ascending, disjoint. */
  readonly sentences: readonly Sentence[];
}

/** A paragraph at its place in a text. */
export interface PlacedParagraph {
  readonly paragraph: Paragraph;
  /** Where it starts in the text. */
  readonly start: number;
  /** Its index in the version of the text that was read before; −1 where it is new. */
  readonly before: number;
}

/** The paragraphs of one version of a text, for the next version. */
export class ParagraphMemory {
  readonly #keeps: Keeps;
  #known = new Map<string, Known>();

  constructor(keeps: Keeps) {
    this.#keeps = keeps;
  }

  /**
   * Reads the body spans of a text, ascending and disjoint; a paragraph whose text stood in the version before is not read again. Linear
   * in their length. Yields behind every paragraph that was read, and now and then.
   */
  *read(text: string, body: readonly Span[]): Sliced<readonly PlacedParagraph[]> {
    const next = new Map<string, Known>();
    const paragraphs: PlacedParagraph[] = [];
    for (const { start, end } of body) {
      const own = text.slice(start, end);
      const before = takeNext(this.#known.get(own));
      const paragraph = before?.paragraph ?? readParagraph(own);
      const placed = { paragraph, start, before: before?.index ?? -1 };
      if (this.#keeps === 'version') append(next, paragraph, paragraphs.length);
      paragraphs.push(placed);
      if (before === undefined || paragraphs.length % KEPT === 0) yield;
    }
    this.#known = next;
    return paragraphs;
  }
}

/** The paragraphs of one text, in order, with their places in the version; those before `taken` stand in the next version already. */
interface Known {
  readonly paragraphs: Paragraph[];
  readonly indices: number[];
  taken: number;
}

function takeNext(known: Known | undefined): { readonly paragraph: Paragraph; readonly index: number } | undefined {
  const paragraph = known?.paragraphs[known.taken];
  const index = known?.indices[known.taken];
  if (known === undefined || paragraph === undefined || index === undefined) return undefined;
  known.taken++;
  return { paragraph, index };
}

function append(known: Map<string, Known>, paragraph: Paragraph, index: number): void {
  const same = known.get(paragraph.text);
  if (same) {
    same.paragraphs.push(paragraph);
    same.indices.push(index);
  } else known.set(paragraph.text, { paragraphs: [paragraph], indices: [index], taken: 0 });
}

/** Tokenises a paragraph and splits it into sentences. */
export function readParagraph(text: string): Paragraph {
  // A slice would keep the whole version of the text alive that it was cut from.
  const own = `\n${text}`.slice(1);
  const tokens = tokenise(own);
  return {
    text: own,
    tokens,
    words: tokens.map(({ lower }) => lower),
    sentences: splitSentences(tokens),
  };
}

/** What was found in every paragraph, with the offsets of the text. */
export function listPlaced<T extends Span>(
  paragraphs: readonly PlacedParagraph[],
  found: readonly (readonly T[])[],
): readonly T[] {
  return found.flatMap((own, i) => {
    const by = paragraphs[i]?.start ?? 0;
    return own.map((fact) => ({ ...fact, start: fact.start + by, end: fact.end + by }));
  });
}
