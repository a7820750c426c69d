import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isQueryProblem, join, negate, parseQuery } from '../../../server/src/service/search/parseQuery.js';
import { printQuery } from '../../../server/src/service/search/printQuery.js';
import type { Query } from '../../../server/src/service/search/query.js';
import { splitQuery } from '../../../server/src/service/search/splitQuery.js';

/** The plainest form of a query, or what is wrong with it and where. */
function read(text: string): string {
  const query = parseQuery(text);
  const result = isQueryProblem(query) ? query : splitQuery(query);
  if (isQueryProblem(result)) return `${result.fault}: ${text.slice(result.span.start, result.span.end)}`;
  return isQueryProblem(query) ? '' : printQuery(query);
}

const READ: Readonly<Record<string, string>> = {
  'Genf Gespräche': 'Genf Gespräche',
  'Genf AND Gespräche UND Lawrow': 'Genf Gespräche Lawrow',
  'Genf OR Wien ODER Prag Gipfel': 'Genf OR Wien OR Prag Gipfel',
  '(Genf OR Wien) Gipfel': '(Genf OR Wien) Gipfel',
  '((Genf))': 'Genf',
  'Genf -Wien NOT Prag NICHT Rom': 'Genf -Wien -Prag -Rom',
  'Genf –Wien −"Prag Burg" -(a b)': 'Genf -Wien -"Prag Burg" -(a b)',
  'Genf NOT NOT Wien': 'Genf Wien',
  'und or not': 'und or not',
  'sank* Gespr*': 'sank* Gespr*',
  '"Genfer Gespräche"': '"Genfer Gespräche"',
  '„Genfer Gespräche“ »und so« «et la» ‹oder nicht› “big deal” ‚ein Wort‘':
    '"Genfer Gespräche" "und so" "et la" "oder nicht" "big deal" "ein Wort"',
  "'zwei Worte' O'Brien": '"zwei Worte" "O\'Brien"',
  '"Genfer Gespr*" "Genfer Gespr"*': '"Genfer Gespr*" "Genfer Gespr*"',
  'Nato-Gipfel': '"Nato Gipfel"',
  'Genf – Wien: Putin, Xi!': 'Genf Wien Putin Xi',
  '"UND" 14:30 20.000': '"UND" "14:30" "20.000"',
  'actor:Lawrow person:"Kim Jong-un" AKTEUR:Xi': 'actor:Lawrow actor:"Kim Jong-un" actor:Xi',
  'akteur: Law*': 'actor:Law*',
  'ereignis:Gipfel quelle:„Agentur Nordlicht“': 'event:Gipfel source:"Agentur Nordlicht"',
  '(actor:Kim OR actor:Xi) -source:Bote': '(actor:Kim OR actor:Xi) -source:Bote',
  'date:2022-01..2022-03': 'date:2022-01-01..2022-03-31',
  'datum:2022 von:2022-02 Genf': 'date:2022-01-01..2022-12-31 date:2022-02-01.. Genf',
  'date:13.1.2022': 'date:2022-01-13..2022-01-13',
  'to:2.2024': 'date:..2024-02-29',
  'before:2022-03 nach:2021': 'date:..2022-02-28 date:2022-01-01..',
};

const WRONG: Readonly<Record<string, string>> = {
  '': 'empty: ',
  '… — !': 'empty: … — !',
  'Genf "ohne Ende': 'unclosed-quote: "ohne Ende',
  '(Genf Wien': 'unclosed-parenthesis: (',
  'Genf) Wien': 'unopened-parenthesis: )',
  'Genf ()': 'missing-operand: )',
  'Genf OR': 'missing-operand: ',
  'OR Genf': 'missing-operand: OR',
  'Genf AND AND Wien': 'missing-operand: AND',
  'Genf NOT': 'missing-operand: ',
  'sank*tion': 'misplaced-star: *',
  '*tion': 'misplaced-star: *',
  's*': 'short-prefix: s*',
  'source:Nord*': 'misplaced-star: Nord*',
  'autor:Lawrow': 'unknown-field: autor',
  'actor: OR Genf': 'empty-field: actor:',
  'date:gestern': 'bad-date: gestern',
  'date:2022-13': 'bad-date: 2022-13',
  'date:2022..2021': 'empty-range: 2022..2021',
  'from:2022 to:2021': 'empty-range: to:2021',
  'Genf OR actor:Lawrow': 'mixed-field: actor:Lawrow',
  'actor:Kim OR source:Bote': 'mixed-field: actor:Kim',
  'Genf -date:2022': 'excluded-dates: date:2022',
  '-Genf': 'only-exclusions: ',
  'Wien OR -Genf': 'only-exclusions: ',
  '-actor:Kim': 'only-exclusions: ',
};

describe('a search query', () => {
  for (const [text, plain] of Object.entries(READ))
    it(`${text} is read as ${plain}`, () => {
      assert.equal(read(text), plain);
    });

  for (const [text, problem] of Object.entries(WRONG))
    it(`${text || 'nothing'} is refused`, () => {
      assert.equal(read(text), problem);
    });

  it('may leave out words of what it narrows to', () => {
    assert.equal(read('actor:Lawrow -Genf'), 'actor:Lawrow -Genf');
    assert.equal(read('date:2022 -Genf'), 'date:2022-01-01..2022-12-31 -Genf');
  });

  it('of any size and depth is answered at once', () => {
    for (const text of ['(', '-', '"', "'", 'a ', 'a:', 'actor:', 'NOT ', '*', '- ', '(a ', '„']) {
      const long = parseQuery(text.repeat(500_000));
      assert.ok(isQueryProblem(long) && long.fault === 'too-long');
      const most = text.repeat(2_000 / text.length);
      assert.ok(isQueryProblem(parseQuery(most)), most.slice(0, 20));
    }
  });

  it('is read from any text, and its plainest form is the same query', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyGlued), (text) => {
        const query = parseQuery(text);
        if (isQueryProblem(query)) {
          const { start, end } = query.span;
          assert.ok(0 <= start && start <= end && end <= text.length);
        } else assertSame(query);
      }),
      { numRuns: 2_000 },
    );
  });

  it('of any shape is printed so that reading gives it back', () => {
    fc.assert(fc.property(anyQuery, assertSame), { numRuns: 500 });
  });
});

const PIECES =
  'Genf sank* "Genfer Gespräche" „a b“ »c ‚d‘ \' ’ O\'Brien AND OR NOT UND ODER NICHT - – ( ) * actor: akteur:Kim event:"x y" date: 2022-01..2022-03 13.1.2022 before:2022 source:Bote foo:bar : 14:30'.split(
    ' ',
  );
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6, unit: 'grapheme' })), { maxLength: 20 })
  .map((parts) => parts.join(' '));
const anyGlued = fc.array(fc.constantFrom(...PIECES), { maxLength: 20 }).map((parts) => parts.join(''));

const span = { start: 0, end: 0 };
const word = fc.constantFrom('Genf', 'ß', 'OR', 'UND', '14:30', 'x1', "O'Brien", 'Ärger', 'actor', 'ab');
const star = fc.constantFrom<{ isPrefix?: true }>({}, { isPrefix: true });
const isLong = ({ words }: { words: readonly string[] }): boolean => (words.at(-1) ?? '').length > 1;
const leaf: fc.Arbitrary<Query> = fc.oneof(
  fc
    .record({ words: fc.array(word, { minLength: 1, maxLength: 3 }), star })
    .map(({ words, star: prefix }) => ({ kind: 'phrase', words, ...(isLong({ words }) ? prefix : {}), span }) as const),
  fc
    .record({
      field: fc.constantFrom('actor', 'event', 'source'),
      value: fc.constantFrom('Kim', 'Kim Jong-un', 'OR', '-x', 'G20: a'),
    })
    .map((term) => ({ kind: 'field', ...term, span }) as const),
  fc.constantFrom<Query>(
    { kind: 'dates', from: '2022-01-01', span },
    { kind: 'dates', to: '2022-01-01', span },
    { kind: 'dates', from: '2022-01-01', to: '2022-01-01', span },
  ),
);
const { query: anyQuery } = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc
      .tuple(fc.constantFrom('and', 'or'), fc.array(tie('query'), { minLength: 1, maxLength: 3 }))
      .map(([kind, parts]) => join(kind, parts)),
    tie('query').map(negate),
  ),
}));

function assertSame(query: Query): void {
  const again = parseQuery(printQuery(query));
  assert.deepEqual(withoutSpans(again), withoutSpans(query), printQuery(query));
}

function withoutSpans(query: object): unknown {
  return JSON.parse(JSON.stringify(query, (key, value: unknown) => (key === 'span' ? undefined : value)));
}
