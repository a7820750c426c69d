import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LABEL_COUNT, mayEnd, mayStart, PREDECESSORS } from '../../../server/src/core/tagger/labels.js';
import { findBestLabels } from '../../../server/src/core/tagger/viterbi.js';

function listSequences(length: number): readonly (readonly number[])[] {
  if (length === 0) return [[]];
  return listSequences(length - 1).flatMap((head) =>
    Array.from({ length: LABEL_COUNT }, (_, label) => label)
      .filter((label) => {
        const previous = head.at(-1);
        return previous === undefined ? mayStart(label) : PREDECESSORS[label]?.includes(previous) === true;
      })
      .map((label) => [...head, label]),
  );
}

function scoreOf(labels: ArrayLike<number>, scores: Float32Array, transitions: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] ?? 0;
    sum += scores[i * LABEL_COUNT + label] ?? 0;
    if (i > 0) sum += transitions[(labels[i - 1] ?? 0) * LABEL_COUNT + label] ?? 0;
  }
  return sum;
}

const weights = (size: number): fc.Arbitrary<Float32Array> =>
  fc
    .array(fc.integer({ min: -20, max: 20 }), { minLength: size, maxLength: size })
    .map((each) => Float32Array.from(each));

describe('the best labels', () => {
  it('score as high as any sequence that keeps the scheme', () => {
    const sequences = listSequences(3).filter((labels) => mayEnd(labels.at(-1) ?? 0));
    fc.assert(
      fc.property(weights(3 * LABEL_COUNT), weights(LABEL_COUNT * LABEL_COUNT), (scores, transitions) => {
        const best = Math.max(...sequences.map((labels) => scoreOf(labels, scores, transitions)));
        const found = findBestLabels(scores, transitions);
        assert.ok(sequences.some((labels) => labels.every((label, i) => label === found[i])));
        assert.equal(scoreOf(found, scores, transitions), best);
      }),
      { numRuns: 50 },
    );
  });

  it('of nothing are nothing', () => {
    assert.equal(findBestLabels(new Float32Array(0), new Float32Array(LABEL_COUNT * LABEL_COUNT)).length, 0);
  });
});
