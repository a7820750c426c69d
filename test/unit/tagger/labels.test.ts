import assert from 'node:assert/strict';
import { labelsOfName, OUTSIDE, readNames } from '../../../server/src/core/tagger/labels.js';

describe('labels of names', () => {
  it('read back as the names they were made of', () => {
    const labels = [OUTSIDE, ...labelsOfName('PER', 2), ...labelsOfName('LOC', 1), OUTSIDE, ...labelsOfName('ORG', 3)];
    assert.deepEqual(readNames(labels, 10), [
      { first: 11, end: 13, kind: 'PER' },
      { first: 13, end: 14, kind: 'LOC' },
      { first: 15, end: 18, kind: 'ORG' },
    ]);
  });

  it('of a sentence without names give none', () => {
    assert.deepEqual(readNames([OUTSIDE, OUTSIDE], 0), []);
    assert.deepEqual(readNames([], 0), []);
  });
});
