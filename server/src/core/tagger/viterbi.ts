import { LABEL_COUNT, mayEnd, mayStart, PREDECESSORS } from './labels.js';

/**
 * The best sequence of labels that keeps the scheme (A. Viterbi 1967). `scores` holds `LABEL_COUNT` numbers a token, `transitions` the
 * weight of each pair of neighbours. Linear in the number of tokens.
 */
export function findBestLabels(scores: Float32Array, transitions: Float32Array): Uint8Array {
  const length = scores.length / LABEL_COUNT;
  const best = new Float32Array(scores.length);
  const from = new Uint8Array(scores.length);
  for (let i = 0; i < length; i++) {
    for (let label = 0; label < LABEL_COUNT; label++) {
      const at = i * LABEL_COUNT + label;
      const own = scores[at] ?? 0;
      if (i === 0) best[at] = mayStart(label) ? own : -Infinity;
      else best[at] = own + takeBest(best, (i - 1) * LABEL_COUNT, { label, transitions, from, at });
    }
  }
  return traceBack(best, from, length);
}

function takeBest(
  best: Float32Array,
  row: number,
  { label, transitions, from, at }: { label: number; transitions: Float32Array; from: Uint8Array; at: number },
): number {
  let most = -Infinity;
  for (const previous of PREDECESSORS[label] ?? []) {
    const score = (best[row + previous] ?? 0) + (transitions[previous * LABEL_COUNT + label] ?? 0);
    if (score > most) {
      most = score;
      from[at] = previous;
    }
  }
  return most;
}

function traceBack(best: Float32Array, from: Uint8Array, length: number): Uint8Array {
  const labels = new Uint8Array(length);
  if (length === 0) return labels;
  const row = (length - 1) * LABEL_COUNT;
  let label = 0;
  for (let each = 1; each < LABEL_COUNT; each++)
    if (mayEnd(each) && (best[row + each] ?? 0) > (best[row + label] ?? 0)) label = each;
  for (let i = length - 1; i >= 0; i--) {
    labels[i] = label;
    label = from[i * LABEL_COUNT + label] ?? 0;
  }
  return labels;
}
