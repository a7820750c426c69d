import type { PlacedParagraph } from './prose.js';
import { KEPT, type Keeps, type Sliced } from './slices.js';

interface Done<T> {
  readonly inputs: readonly unknown[];
  readonly result: T;
}

/** A step of the analysis that reads every paragraph by itself, and remembers what it made of the paragraphs of the last version. */
export class ParagraphStep<T> {
  readonly #keeps: Keeps;
  #last: readonly Done<T>[] = [];

  constructor(keeps: Keeps) {
    this.#keeps = keeps;
  }

  /**
   * What `read` makes of every paragraph, in order. It is asked only where the paragraph is new or one of its inputs is another object
   * or value than in the last version: all that the result depends on beside the paragraph must be among them. Yields behind every
   * paragraph that was read, and now and then.
   */
  *run<I extends readonly unknown[]>(
    paragraphs: readonly PlacedParagraph[],
    inputsOf: (index: number) => I,
    read: (own: PlacedParagraph, inputs: I, index: number) => T,
  ): Sliced<readonly T[]> {
    const next: Done<T>[] = [];
    for (let index = 0; index < paragraphs.length; index++) {
      const own = paragraphs[index] as PlacedParagraph;
      const inputs = inputsOf(index);
      const known = this.#last[own.before];
      const isKept = known !== undefined && areSame(known.inputs, inputs);
      next.push(isKept ? known : { inputs, result: read(own, inputs, index) });
      if (!isKept || index % KEPT === 0) yield;
    }
    if (this.#keeps === 'version') this.#last = next;
    return next.map(({ result }) => result);
  }
}

/** Whether two lists have the same objects and values. */
function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
