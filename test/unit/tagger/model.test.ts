import assert from 'node:assert/strict';
import { LABEL_COUNT } from '../../../server/src/core/tagger/labels.js';
import { parseModel, writeModel } from '../../../server/src/core/tagger/model.js';

const transitions = Float32Array.from({ length: LABEL_COUNT * LABEL_COUNT }, (_, i) => i / 4);
const features = new Map([
  [4_000_000_000, new Float32Array(LABEL_COUNT).fill(2.54)],
  [7, Float32Array.from({ length: LABEL_COUNT }, (_, i) => (i === 1 ? -1.27 : 0))],
]);

describe('a model file', () => {
  it('reads back as it was written, to one part in 127', () => {
    const model = parseModel(writeModel({ transitions, features })) ?? assert.fail('no model');
    assert.deepEqual([...model.transitions], [...transitions]);
    const scores = new Float32Array(2 * LABEL_COUNT);
    model.add(4_000_000_000, scores, LABEL_COUNT);
    model.add(7, scores, LABEL_COUNT);
    model.add(8, scores, LABEL_COUNT);
    assert.ok(Math.abs((scores[LABEL_COUNT + 1] ?? 0) - 1.27) < 0.02);
    assert.ok(Math.abs((scores[LABEL_COUNT + 2] ?? 0) - 2.54) < 0.02);
    assert.equal(scores[0], 0);
  });

  it('is the same whatever the order of the features', () => {
    const turned = new Map([...features].reverse());
    assert.deepEqual(writeModel({ transitions, features: turned }), writeModel({ transitions, features }));
  });

  it('that is cut off, longer, empty or something else is none', () => {
    const bytes = writeModel({ transitions, features });
    const longer = new Uint8Array([...bytes, 0]);
    for (const bad of [bytes.subarray(0, -1), longer, new Uint8Array(0), new Uint8Array(bytes.length)])
      assert.equal(parseModel(bad), undefined);
  });
});
