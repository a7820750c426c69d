import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { BEFORE, printConcordance } from '../../../client/src/search/concordanceModel.js';
import {
  type CorpusAnswer,
  cutAround,
  describeAnswers,
  describePassage,
  toPhraseQuery,
} from '../../../client/src/search/foundModel.js';
import type { FoundRow, SearchAnswer } from '../../../server/src/protocol/protocol.js';

const t = (message: string, ...args: (string | number)[]): string =>
  message.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));

/** A row from text in which `[…]` marks what was found. */
function row(marked: string, more: Partial<FoundRow> = {}): FoundRow {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const range = { start: { line: 14, character: 3 }, end: { line: 14, character: 7 } };
  return {
    location: { uri: 'file:///c/a.md', range },
    passage: range,
    text: marked.replace(/[[\]]/g, ''),
    marks: start < 0 ? [] : [[start, end]],
    path: 'articles/a.md',
    title: 'Genf, wieder',
    date: '2022-01-22',
    source: 'Donauwarte',
    citationKey: 'donauwarte2022genf',
    alsoIn: [],
    reason: 'Genf ×2',
    ...more,
  };
}

function answer(rows: readonly FoundRow[], more: Partial<SearchAnswer> = {}): CorpusAnswer {
  const found = { rows, total: rows.length, copies: 0, reading: 'Genf', ...more };
  return { corpus: 'file:///c', name: 'Gipfel', answer: found };
}

const LONG = `${'Die Delegationen kamen am Vormittag an und gingen '.repeat(3)}nach [Genf], ${'wo sie bis zum Abend blieben und schwiegen '.repeat(4)}.`;

describe('the list of a passage search', () => {
  it('shows the text around what was found, where it is from and why it is there', () => {
    const item = describePassage(row('Am Freitag kam er in [Genf] an.', { alsoIn: ['Bote'] }), t);
    assert.deepEqual(item, {
      label: 'Am Freitag kam er in Genf an.',
      detail: '2022-01-22 · Donauwarte · Genf, wieder · also in Bote · Genf ×2',
    });
  });

  it('cuts long passages at words', () => {
    const { before, keyword, after } = cutAround(row(LONG), 30, 40);
    assert.equal(keyword, 'Genf');
    assert.match(before, /^…\S.* nach$/u);
    assert.match(after, /^, wo sie .*\S…$/u);
    assert.ok(before.length <= 31 && after.length <= 41);
  });

  it('draws no icons that stand in an article', () => {
    assert.ok(!describePassage(row('[Genf] $(zap)', { title: '$(flame)' }), t).label.includes('$('));
  });

  it('says how many there are, how the query was read, and that reading goes on', () => {
    const indexing = { done: 3, total: 10 };
    assert.equal(
      describeAnswers([answer([row('[Genf]')], { indexing }), answer([row('[Genf]')])], t),
      '2 passages · Genf · the corpus is still being read: 3 of 10',
    );
  });

  it('takes a selection for a phrase', () => {
    assert.equal(toPhraseQuery(' Genf '), 'Genf');
    assert.equal(toPhraseQuery('„Genfer\n  Gespräche*“ - (jetzt)'), '"Genfer Gespräche - (jetzt)"');
    assert.equal(toPhraseQuery('  '), '');
    assert.ok(toPhraseQuery('Wort '.repeat(500)).length < 310);
  });
});

describe('a concordance', () => {
  const print = (...answers: readonly CorpusAnswer[]) => printConcordance('Genf', answers, t);
  const lines = (...answers: readonly CorpusAnswer[]) => print(...answers).text.split('\n');

  it('has the words found below each other, and the place behind', () => {
    const rows = [row('Am Freitag kam er in [Genf] an.'), row(LONG), row('[Genf] im Winter'), row('Wien. [Genf]')];
    const found = lines(answer(rows)).filter((line) => line.includes('│'));
    assert.equal(found.length, 4);
    for (const line of found) {
      assert.equal(line.slice(BEFORE, BEFORE + 8), '  Genf  ');
      assert.match(line, / {2}│ articles\/a\.md:15$/);
    }
    assert.equal(new Set(found.map((line) => line.indexOf('│'))).size, 1);
  });

  it('is what the grammar of its language reads', () => {
    const grammar = JSON.parse(readFileSync('syntaxes/fundstelle-concordance.tmLanguage.json', 'utf8')) as {
      patterns: readonly { match: string }[];
    };
    const [, hit = { match: '' }] = grammar.patterns;
    const [line = ''] = lines(answer([row('Am Freitag kam er in die [Genfer Altstadt] zurück.')])).filter((each) =>
      each.includes('│'),
    );
    assert.deepEqual(new RegExp(hit.match, 'u').exec(line)?.slice(1), ['Genfer Altstadt', 'articles/a.md', '15']);
  });

  it('tells what was asked, how much there is and how much is shown', () => {
    const all = lines(answer([row('[Genf]')], { total: 12, copies: 2, next: 'x' }));
    assert.deepEqual(all.slice(0, 5), [
      '# Query: Genf',
      '# Read as: Genf',
      '',
      '12 passages · 1 of 12 · copies left out: 2',
      '',
    ]);
    assert.deepEqual(all.slice(-3), ['', 'Show More Passages', '']);
  });

  it('leads to the passages by its links, and to more of them', () => {
    const { text, links } = print(answer([row('in [Genf]')], { next: 'x' }));
    const shown = links.map(({ line, start, end }) => text.split('\n')[line]?.slice(start, end));
    assert.deepEqual(shown, ['articles/a.md:15', 'Show More Passages']);
    assert.deepEqual(
      links.map(({ place }) => place?.uri),
      ['file:///c/a.md', undefined],
    );
  });

  it('has a stretch of its own for each corpus, and says what is wrong', () => {
    const two = lines(answer([row('[Genf]')]), { ...answer([row('[Genf]')]), name: 'Archiv' });
    assert.deepEqual(
      two.filter((line) => line.includes('passage') && !line.startsWith('#')),
      ['Gipfel · 1 passage', 'Archiv · 1 passage'],
    );
    const problem = { message: 'This parenthesis is never closed.', code: 'x', span: [0, 1] as const };
    assert.ok(lines(answer([], { reading: '', problem })).includes('# This parenthesis is never closed.'));
  });
});
