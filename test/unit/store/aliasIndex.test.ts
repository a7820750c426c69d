import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ActorId } from '../../../server/src/core/facts.js';
import { fold } from '../../../server/src/core/text/fold.js';
import { listSpellings, listWordStarts } from '../../../server/src/core/text/spellings.js';
import { AliasIndex } from '../../../server/src/store/memory/aliasIndex.js';
import { measurePrefixDistance } from '../../../server/src/store/shared/nearWords.js';

describe('looking up names by their first letters', () => {
  const name = fc
    .array(fc.constantFrom('a', 'b', 'ä', 'ae', 'ß', 'ss', ' ', '-', 'Jo', 'oe'), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.join(''));

  it('finds what looking at every name would find, also after names were taken away', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), fc.array(name, { maxLength: 6 }), name, (kept, gone, typed) => {
        const index = new AliasIndex();
        for (const each of [...kept, ...gone]) index.add(`person:${each}` as ActorId, each, 1);
        index.complete('a');
        for (const each of gone) index.remove(`person:${each}` as ActorId, each, 1);
        const wanted = fold(typed);
        const expected = kept.filter((each) =>
          listSpellings(each).some((form) => listWordStarts(form).some((start) => start.startsWith(wanted))),
        );
        assert.deepEqual(
          [...index.complete(typed).values()].map(({ alias }) => alias).sort(),
          [...new Set(expected)].sort(),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('the distance of what was typed', () => {
  it('counts slips against the nearest start of a word', () => {
    assert.equal(measurePrefixDistance('lawr', 'lawrow'), 0);
    assert.equal(measurePrefixDistance('lwar', 'lawrow'), 1, 'two letters swapped');
    assert.equal(measurePrefixDistance('lawwr', 'lawrow'), 1, 'one too many');
    assert.equal(measurePrefixDistance('lrow', 'lawrow'), 2, 'two missing');
    assert.equal(measurePrefixDistance('', 'lawrow'), 0);
    assert.equal(measurePrefixDistance('lawrow', ''), 6);
  });
});
