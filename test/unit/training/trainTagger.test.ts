import assert from 'node:assert/strict';
import { createTagger } from '../../../server/src/core/tagger/tagger.js';
import { LABEL_COUNT, labelsOfName, OUTSIDE } from '../../../server/src/core/tagger/labels.js';
import { parseModel, writeModel } from '../../../server/src/core/tagger/model.js';
import { type Example, trainTagger } from '../../../server/src/training/trainTagger.js';

const traitsOf = (text: string) => ({ shape: /^\p{Lu}/u.test(text) ? 'Aa' : 'a', bits: 0, wordClass: 1 });

function example(sentence: string, ...names: readonly (readonly [number, number, 'PER' | 'LOC'])[]): Example {
  const tokens = sentence.split(' ');
  const allowed = new Uint32Array(tokens.length).fill(1 << OUTSIDE);
  for (const [first, length, kind] of names)
    labelsOfName(kind, length).forEach((label, i) => (allowed[first + i] = 1 << label));
  return { language: 'de', tokens, listed: new Uint8Array(tokens.length), allowed, weight: 1 };
}

const EXAMPLES = [
  example('Frau Anna Berg kommt aus Linz', [1, 2, 'PER'], [5, 1, 'LOC']),
  example('Frau Eva Stein kommt nicht', [1, 2, 'PER']),
  example('Der Zug kommt aus Graz', [4, 1, 'LOC']),
  example('Herr Karl Moser fährt nach Wels', [1, 2, 'PER'], [5, 1, 'LOC']),
  example('Der Regen kommt aus dem Norden'),
];
const OPTIONS = {
  readTraits: { de: traitsOf, en: traitsOf },
  epochs: 40,
  rate: 0.2,
  dropout: 0,
  minCount: 1,
  prune: 0.01,
  seed: 7,
};

describe('training the tagger', () => {
  it('learns names from their surroundings', () => {
    const model = parseModel(writeModel(trainTagger(EXAMPLES, OPTIONS))) ?? assert.fail('no model');
    const tokens = 'Herr Paul Winter kommt aus Steyr'.split(' ');
    assert.deepEqual(createTagger(model, traitsOf)(tokens, new Uint8Array(tokens.length)), [
      { first: 1, end: 3, kind: 'PER' },
      { first: 5, end: 6, kind: 'LOC' },
    ]);
  });

  it('gives the same bytes again, and other bytes with another seed', () => {
    const train = (seed: number): Uint8Array =>
      writeModel(trainTagger(EXAMPLES, { ...OPTIONS, epochs: 3, dropout: 0.3, seed }));
    assert.deepEqual(train(7), train(7));
    assert.notDeepEqual(train(7), train(8));
  });

  it('learns nothing from tokens that may be anything', () => {
    const free = { ...example('Frau Anna Berg kommt'), allowed: new Uint32Array(4).fill((1 << LABEL_COUNT) - 1) };
    const { features } = trainTagger([free], { ...OPTIONS, epochs: 2 });
    assert.equal(features.size, 0);
  });
});
