import { LABEL_COUNT, mayEnd, mayStart, PREDECESSORS } from '../core/tagger/labels.js';

/** What a model expects of a sentence: the share of each label at each token, of each pair of neighbours, and the log of their sum. */
export interface Expectation {
  readonly logSum: number;
  readonly labels: Float64Array;
  /** Summed over the sentence, at `previous * LABEL_COUNT + label`. */
  readonly pairs: Float64Array;
}

/** Scores of a sentence and the labels that each token may have, as bits. */
export interface Lattice {
  readonly scores: Float64Array;
  readonly transitions: Float64Array;
  readonly allowed: ArrayLike<number>;
}

/** Forward and backward sums over all sequences of allowed labels (L. Rabiner 1989, section III, with scaling). */
export function expect(lattice: Lattice): Expectation {
  const { transitions } = lattice;
  const length = lattice.scores.length / LABEL_COUNT;
  const { weights, logScale } = toWeights(lattice, length);
  const steps = transitions.map(Math.exp);
  const forward = new Float64Array(weights.length);
  let logSum = logScale;
  for (let i = 0; i < length; i++) logSum += Math.log(stepForward(forward, weights, steps, i));
  const backward = new Float64Array(weights.length);
  const pairs = new Float64Array(LABEL_COUNT * LABEL_COUNT);
  for (let label = 0; label < LABEL_COUNT; label++)
    backward[(length - 1) * LABEL_COUNT + label] = mayEnd(label) ? 1 : 0;
  let total = 0;
  for (let label = 0; label < LABEL_COUNT; label++) {
    const at = (length - 1) * LABEL_COUNT + label;
    total += (forward[at] ?? 0) * (backward[at] ?? 0);
  }
  logSum += Math.log(total);
  for (let i = length - 1; i > 0; i--) stepBackward({ forward, backward, weights, steps, pairs }, i);
  return { logSum, labels: toShares(forward, backward, length), pairs };
}

function toWeights({ scores, allowed }: Lattice, length: number): { weights: Float64Array; logScale: number } {
  const weights = new Float64Array(scores.length);
  let logScale = 0;
  for (let i = 0; i < length; i++) {
    let most = -Infinity;
    for (let label = 0; label < LABEL_COUNT; label++) most = Math.max(most, scores[i * LABEL_COUNT + label] ?? 0);
    logScale += most;
    for (let label = 0; label < LABEL_COUNT; label++) {
      const at = i * LABEL_COUNT + label;
      weights[at] = (((allowed[i] ?? 0) >> label) & 1) === 1 ? Math.exp((scores[at] ?? 0) - most) : 0;
    }
  }
  return { weights, logScale };
}

/** Fills token `i` so that its sums are 1 together; gives what they were. */
function stepForward(forward: Float64Array, weights: Float64Array, steps: Float64Array, i: number): number {
  let sum = 0;
  for (let label = 0; label < LABEL_COUNT; label++) {
    const at = i * LABEL_COUNT + label;
    let before = 0;
    if (i === 0) before = mayStart(label) ? 1 : 0;
    else
      for (const previous of PREDECESSORS[label] ?? [])
        before += (forward[at - label - LABEL_COUNT + previous] ?? 0) * (steps[previous * LABEL_COUNT + label] ?? 0);
    forward[at] = before * (weights[at] ?? 0);
    sum += forward[at];
  }
  for (let at = i * LABEL_COUNT; at < (i + 1) * LABEL_COUNT; at++) forward[at] = (forward[at] ?? 0) / sum;
  return sum;
}

interface Sums {
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly weights: Float64Array;
  readonly steps: Float64Array;
  readonly pairs: Float64Array;
}

/** Fills token `i - 1` from token `i`, and adds what each pair of their labels has of the whole. */
function stepBackward({ forward, backward, weights, steps, pairs }: Sums, i: number): void {
  const [row, before] = [i * LABEL_COUNT, (i - 1) * LABEL_COUNT];
  let mass = 0;
  const shares: [number, number][] = [];
  for (let label = 0; label < LABEL_COUNT; label++) {
    const onward = (weights[row + label] ?? 0) * (backward[row + label] ?? 0);
    if (onward === 0) continue;
    for (const previous of PREDECESSORS[label] ?? []) {
      const pair = previous * LABEL_COUNT + label;
      const behind = (steps[pair] ?? 0) * onward;
      backward[before + previous] = (backward[before + previous] ?? 0) + behind;
      const share = (forward[before + previous] ?? 0) * behind;
      mass += share;
      shares.push([pair, share]);
    }
  }
  for (const [pair, share] of shares) pairs[pair] = (pairs[pair] ?? 0) + share / mass;
  let most = 0;
  for (let label = 0; label < LABEL_COUNT; label++) most = Math.max(most, backward[before + label] ?? 0);
  // Only the proportions count from here on.
  for (let label = 0; label < LABEL_COUNT; label++) backward[before + label] = (backward[before + label] ?? 0) / most;
}

function toShares(forward: Float64Array, backward: Float64Array, length: number): Float64Array {
  const shares = new Float64Array(forward.length);
  for (let row = 0; row < length * LABEL_COUNT; row += LABEL_COUNT) {
    let sum = 0;
    for (let at = row; at < row + LABEL_COUNT; at++) {
      shares[at] = (forward[at] ?? 0) * (backward[at] ?? 0);
      sum += shares[at] ?? 0;
    }
    for (let at = row; at < row + LABEL_COUNT; at++) shares[at] = (shares[at] ?? 0) / sum;
  }
  return shares;
}
