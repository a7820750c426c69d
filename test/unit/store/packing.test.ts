import assert from 'node:assert/strict';
import fc from 'fast-check';
import { packAscending, unpackAscending } from '../../../server/src/store/sqlite/bytes.js';
import { toDate, toDay } from '../../../server/src/store/sqlite/days.js';
import { type Mark, packFacts, type RowFacts, unpackFacts } from '../../../server/src/store/sqlite/rowFacts.js';

describe('what the index packs', () => {
  it('are line starts that come out as they went in', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 3_000_000_000 })), (numbers) => {
        const starts = [...numbers].sort((a, b) => a - b);
        assert.deepEqual(unpackAscending(packAscending(starts)), starts);
      }),
    );
  });

  it('are facts that come out as they went in', () => {
    fc.assert(
      fc.property(anyFacts(), (facts) => {
        // fast-check makes objects without a prototype.
        assert.deepEqual(unpackFacts(packFacts(facts)), structuredClone(facts));
      }),
    );
  });

  it('are bytes that may be damaged without an end to the reading', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        unpackFacts(bytes);
        unpackAscending(bytes);
      }),
      { numRuns: 500 },
    );
  });

  it('are dates whose numbers are in their order', () => {
    const dates = ['2022-01-22', '2022-01-05', '2022-01', '2022', '1999-12-31', '0987-02'];
    assert.deepEqual(dates.map(toDay).map(toDate), dates);
    assert.deepEqual(
      [...dates].sort((a, b) => toDay(a) - toDay(b)),
      [...dates].sort(),
    );
    assert.equal(toDay(undefined), 0);
    assert.equal(toDate(0), undefined);
    assert.equal(toDay('yesterday'), 0);
  });
});

function anyFacts(): fc.Arbitrary<RowFacts> {
  const key = fc.integer({ min: 1, max: 2 ** 40 });
  const actor = fc.record({
    actor: key,
    origin: fc.constantFrom('text' as const, 'lexicon' as const, 'authority' as const),
    kind: fc.constantFrom('person' as const, 'group' as const),
    name: key,
    state: fc.constantFrom('', 'RU'),
    aliases: fc.array(fc.record({ alias: key, count: fc.nat() })),
    offices: fc.array(
      fc.record({ office: key, start: fc.nat({ max: 999 }), end: fc.integer({ min: 1000, max: 2000 }) }),
    ),
  });
  const telling = fc.record(
    {
      index: fc.nat(),
      label: fc.string(),
      type: fc.constantFrom('CONSULT' as const, 'OTHER' as const),
      status: fc.constantFrom('happened' as const, 'planned' as const),
      date: fc.constantFrom(
        { granularity: 'day' as const, from: '2022-01-05', to: '2022-01-05' },
        { granularity: 'season' as const, from: '2021-12-01', to: '2022-02-28' },
        { granularity: 'year' as const, from: '-0044-01-01', to: 'Ides' },
      ),
      place: fc.oneof(fc.record({ name: fc.string() }), fc.record({ name: fc.string(), actor: key })),
      participants: fc.array(fc.record({ actor: key, role: fc.constantFrom('source' as const, 'party' as const) })),
    },
    { requiredKeys: ['index', 'label', 'type', 'status', 'participants'] },
  );
  const events = fc.array(fc.record({ event: key, tellings: fc.array(telling), names: fc.array(fc.string()) }));
  const mark = fc.record(
    {
      at: fc.nat({ max: 90 }),
      length: fc.nat({ max: 9 }),
      index: fc.nat(),
      form: fc.constantFrom('name' as const, 'metonym' as const),
    },
    { requiredKeys: ['at', 'length', 'index'] },
  );
  const passages = fc.array(fc.record({ hash: fc.nat(), words: fc.nat(), marks: fc.array(mark) })).map((rows) =>
    rows.map(({ hash, words, marks }, i) => {
      const placed = marks.map(
        ({ at, length, ...rest }): Mark => ({ ...rest, start: i * 100 + at, end: i * 100 + at + length }),
      );
      return { start: i * 100, end: i * 100 + 99, hash, words, marks: placed.sort((a, b) => a.start - b.start) };
    }),
  );
  return fc.record({ actors: fc.array(actor), events, passages });
}
