import { emitPairFeatures, emitWordFeatures, REACH } from '../core/tagger/features.js';
import { LABEL_COUNT } from '../core/tagger/labels.js';
import type { ModelWeights } from '../core/tagger/model.js';
import { surroundingsOf, toFeatureWord } from '../core/tagger/tagger.js';
import type { WordTraits } from '../core/tagger/wordTraits.js';
import { expect } from './lattice.js';
import { createRandom, shuffle } from './randomNumbers.js';

/** A sentence to learn from. */
export interface Example {
  readonly language: 'de' | 'en';
  readonly tokens: readonly string[];
  readonly listed: Uint8Array;
  /** For each token the labels that are right, as bits; more than one where the annotation does not tell. */
  readonly allowed: Uint32Array;
  /** How much a step on this sentence counts. */
  readonly weight: number;
}

export interface TrainingOptions {
  readonly readTraits: Readonly<Record<Example['language'], (text: string) => WordTraits>>;
  readonly epochs: number;
  readonly rate: number;
  /** Share of the features that are left out at random, so that no single one is relied on. */
  readonly dropout: number;
  /** Features with fewer occurrences are left out. */
  readonly minCount: number;
  /** Features whose weights are all smaller are left out of the model. */
  readonly prune: number;
  readonly seed: number;
  readonly onEpoch?: (epoch: number, loss: number) => void;
}

const ALL_LABELS = (1 << LABEL_COUNT) - 1;

/**
 * Trains a linear-chain conditional random field (Lafferty, McCallum, Pereira 2001) with AdaGrad (Duchi, Hazan, Singer 2011) on sentences
 * that may be annotated in part. The same examples and options give the same bits on the same version of Node.
 */
export function trainTagger(examples: readonly Example[], options: TrainingOptions): ModelWeights {
  const features = new FeatureTable(options.minCount);
  const sentences = examples.map((example) => features.read(example, options.readTraits));
  const learner = new Learner(features.freeze(), options);
  const random = createRandom(options.seed);
  const rows = sentences.map((sentence) => features.toRows(sentence));
  const order = examples.map((example, i) => ({ example, rows: rows[i] ?? [] }));
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    let loss = 0;
    for (const { example, rows: own } of shuffle(order, random)) loss += learner.learn(example, own, random);
    options.onEpoch?.(epoch, loss);
    if (epoch > options.epochs / 2) learner.remember();
  }
  return learner.toWeights(features, options.prune);
}

/** Numbers the features that occur often enough. */
class FeatureTable {
  readonly #minCount: number;
  readonly #counts = new Map<number, number>();
  readonly #rows = new Map<number, number>();

  constructor(minCount: number) {
    this.#minCount = minCount;
  }

  /** The features of each token of a sentence; counts them. */
  read({ tokens, listed, language }: Example, readTraits: TrainingOptions['readTraits']): readonly Uint32Array[] {
    const words = tokens.map((token) => toFeatureWord(token, readTraits[language]));
    return words.map((_, i) => {
      const own: number[] = [];
      const emit = (feature: number): void => {
        own.push(feature);
        this.#counts.set(feature, (this.#counts.get(feature) ?? 0) + 1);
      };
      for (let distance = -REACH; distance <= REACH; distance++) {
        const word = words[i + distance];
        if (word) emitWordFeatures(word, distance, emit);
      }
      emitPairFeatures(surroundingsOf(words, listed, i), emit);
      return Uint32Array.from(own);
    });
  }

  freeze(): number {
    for (const [feature, count] of this.#counts) if (count >= this.#minCount) this.#rows.set(feature, this.#rows.size);
    this.#counts.clear();
    return this.#rows.size;
  }

  toRows(sentence: readonly Uint32Array[]): readonly Int32Array[] {
    return sentence.map((features) =>
      Int32Array.from([...features].flatMap((feature) => this.#rows.get(feature) ?? [])),
    );
  }

  entries(): Iterable<readonly [number, number]> {
    return this.#rows;
  }
}

class Learner {
  readonly #weights: Float64Array;
  readonly #squares: Float64Array;
  readonly #sums: Float64Array;
  readonly #transitions = new Float64Array(LABEL_COUNT * LABEL_COUNT);
  readonly #transitionSums = new Float64Array(LABEL_COUNT * LABEL_COUNT);
  #remembered = 0;
  readonly #transitionSquares = new Float64Array(LABEL_COUNT * LABEL_COUNT);
  readonly #options: TrainingOptions;

  constructor(count: number, options: TrainingOptions) {
    this.#weights = new Float64Array(count * LABEL_COUNT);
    this.#squares = new Float64Array(count * LABEL_COUNT);
    this.#sums = new Float64Array(count * LABEL_COUNT);
    this.#options = options;
  }

  /** One step on one sentence; gives its loss before the step. */
  learn({ allowed, weight }: Example, rows: readonly Int32Array[], random: () => number): number {
    const kept = rows.map((row) => row.filter(() => random() >= this.#options.dropout));
    const scores = this.#score(kept);
    const transitions = this.#transitions;
    const wanted = expect({ scores, transitions, allowed });
    const free = expect({ scores, transitions, allowed: new Uint32Array(allowed.length).fill(ALL_LABELS) });
    if (!Number.isFinite(wanted.logSum)) return 0;
    kept.forEach((row, i) => {
      this.#step(row, wanted.labels, free.labels, { token: i, weight });
    });
    for (let pair = 0; pair < transitions.length; pair++) {
      const gradient = weight * ((wanted.pairs[pair] ?? 0) - (free.pairs[pair] ?? 0));
      adapt(transitions, this.#transitionSquares, pair, { gradient, rate: this.#options.rate });
    }
    return free.logSum - wanted.logSum;
  }

  /** Counts the weights as they are now into the mean that the model is made of: single steps of late epochs cancel out. */
  remember(): void {
    addTo(this.#sums, this.#weights);
    addTo(this.#transitionSums, this.#transitions);
    this.#remembered++;
  }

  #score(rows: readonly Int32Array[]): Float64Array {
    const scores = new Float64Array(rows.length * LABEL_COUNT);
    rows.forEach((row, i) => {
      for (const feature of row) {
        const [from, to] = [feature * LABEL_COUNT, i * LABEL_COUNT];
        for (let label = 0; label < LABEL_COUNT; label++)
          scores[to + label] = (scores[to + label] ?? 0) + (this.#weights[from + label] ?? 0);
      }
    });
    return scores;
  }

  #step(
    row: Int32Array,
    wanted: Float64Array,
    free: Float64Array,
    { token, weight }: { readonly token: number; readonly weight: number },
  ): void {
    for (let label = 0; label < LABEL_COUNT; label++) {
      const at = token * LABEL_COUNT + label;
      const gradient = weight * ((wanted[at] ?? 0) - (free[at] ?? 0));
      if (Math.abs(gradient) < 1e-6) continue;
      for (const feature of row)
        adapt(this.#weights, this.#squares, feature * LABEL_COUNT + label, { gradient, rate: this.#options.rate });
    }
  }

  toWeights(features: FeatureTable, prune: number): ModelWeights {
    const kept = new Map<number, Float32Array>();
    const mean = (sums: Float64Array): Float64Array => sums.map((sum) => sum / this.#remembered);
    for (const [feature, row] of features.entries()) {
      const weights = Float32Array.from(mean(this.#sums.subarray(row * LABEL_COUNT, (row + 1) * LABEL_COUNT)));
      if (weights.some((weight) => Math.abs(weight) >= prune)) kept.set(feature, weights);
    }
    return { transitions: Float32Array.from(mean(this.#transitionSums)), features: kept };
  }
}

function addTo(sums: Float64Array, weights: Float64Array): void {
  for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + (weights[i] ?? 0);
}

function adapt(
  weights: Float64Array,
  squares: Float64Array,
  at: number,
  { gradient, rate }: { readonly gradient: number; readonly rate: number },
): void {
  const square = (squares[at] ?? 0) + gradient * gradient;
  squares[at] = square;
  weights[at] = (weights[at] ?? 0) + (rate * gradient) / Math.sqrt(square + 1);
}
