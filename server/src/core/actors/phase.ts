import type { PlacedParagraph } from '../text/prose.js';
import { KEPT, type Keeps, type Sliced } from '../text/slices.js';
import {
  type Answers,
  type DocumentNames,
  getInterests,
  listChanged,
  splitKeys,
  type Told,
  toTold,
} from './documentNames.js';
import type { KnownActor } from './knownActor.js';
import type { Reading } from './reading.js';
import { follow, holds, NotedTrail, type Steps } from './trail.js';

/** Some steps in order, and what the whole text has to tell them first. */
export interface PhaseRules<S> {
  /** What one paragraph, as the phase before left it, tells the others. */
  readonly summarise: (reading: Reading) => S;
  /** What all of them tell together, and what holds before the first paragraph. */
  readonly gather: (summaries: readonly S[]) => Gathered;
  readonly steps: readonly ((reading: Reading) => Reading)[];
}

export interface Gathered {
  readonly answers?: Answers;
  readonly trail?: ReadonlyMap<string, KnownActor>;
}

/** What every phase gets of a text. */
export interface PhaseInput {
  readonly paragraphs: readonly PlacedParagraph[];
  readonly readings: readonly Reading[];
  readonly vocabulary: DocumentNames['vocabulary'];
  /** Folded words that were in the text and are gone, or are new, since the last version. */
  readonly changedWords: ReadonlySet<string>;
}

interface Link<S> {
  readonly input: Reading;
  readonly isOpening: boolean;
  readonly summary: S;
  readonly output: Reading;
  readonly steps: Steps;
}

/** A phase of recognition that remembers what it made of every paragraph of the last version. */
export class Phase<S> {
  readonly #rules: PhaseRules<S>;
  readonly #keeps: Keeps;
  #last: readonly Link<S>[] = [];
  #told: Told = toTold(new Map());

  constructor(rules: PhaseRules<S>, keeps: Keeps) {
    this.#rules = rules;
    this.#keeps = keeps;
  }

  /**
   * Takes the steps in every paragraph that is not as it was, or whose answers are not. Yields behind every paragraph that was read, and now
   * and then.
   */
  *read(input: PhaseInput): Sliced<readonly Reading[]> {
    const { paragraphs, readings, vocabulary } = input;
    const summaries = this.#summarise(input);
    yield;
    const gathered = this.#rules.gather(summaries);
    const changed = this.#listChanged(gathered, input);
    const told = this.#told;
    yield;
    const next: Link<S>[] = [];
    const latest = new Map(gathered.trail);
    for (let i = 0; i < readings.length; i++) {
      const reading = readings[i] as Reading;
      const isOpening = i < 2;
      const known = this.#last[paragraphs[i]?.before ?? -1];
      const isKept =
        known?.input === reading &&
        known.isOpening === isOpening &&
        holds(known.steps, latest) &&
        !changed.some((words) => isConcerned(reading, words));
      const names = { vocabulary, told, isOpening };
      const own = isKept ? known : { ...this.#take(reading, names, latest), summary: summaries[i] as S };
      follow(own.steps, latest);
      next.push(own);
      if (!isKept || i % KEPT === 0) yield;
    }
    if (this.#keeps === 'version') this.#last = next;
    return next.map(({ output }) => output);
  }

  #summarise({ paragraphs, readings }: PhaseInput): readonly S[] {
    return readings.map((reading, i) => {
      const known = this.#last[paragraphs[i]?.before ?? -1];
      return known?.input === reading ? known.summary : this.#rules.summarise(reading);
    });
  }

  /** The keys that have another answer than in the last version; none when there is no last version to compare with. */
  #listChanged({ answers = NO_ANSWERS }: Gathered, { changedWords }: PhaseInput): readonly (readonly string[])[] {
    if (this.#last.length === 0) {
      this.#told = toTold(answers);
      return [];
    }
    const changed = listChanged(this.#told.answers, answers);
    if (changed.size > 0) this.#told = toTold(answers);
    return [...splitKeys(changed), ...[...changedWords].map((word) => [word])];
  }

  #take(
    input: Reading,
    names: Omit<DocumentNames, 'trail'>,
    latest: ReadonlyMap<string, KnownActor>,
  ): Omit<Link<S>, 'summary'> {
    const trail = new NotedTrail(latest);
    const start: Reading = { ...input, document: { ...names, trail } };
    const end = this.#rules.steps.reduce((current, step) => step(current), start);
    const { steps } = trail;
    // What the text tells now is not kept with the result: it would keep every version alive.
    const output = end === start ? input : { ...end, document: input.document };
    return { input, isOpening: names.isOpening, output, steps };
  }
}

const NO_ANSWERS: Answers = new Map();

function isConcerned(reading: Reading, words: readonly string[]): boolean {
  const own = getInterests(reading.words);
  return words.every((word) => own.has(word));
}
