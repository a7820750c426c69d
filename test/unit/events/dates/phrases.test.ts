import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { findDates } from '../../../../server/src/core/events/findDates.js';
import { printTimeInterval } from '../../../../server/src/core/events/timeInterval.js';
import { parseTable, type Row } from '../../../../server/src/core/language/table.js';
import { readParagraph } from '../../../../server/src/core/text/prose.js';

const TABLE = 'test/unit/events/dates/phrases.tsv';

/** What must be met by the expressions of the table, in percent; those that fail are listed. */
const MINIMA = { found: 95, right: 93 };

interface Phrase {
  readonly line: string;
  /** Whether any date overlaps the expression. */
  readonly isFound: boolean;
  /** Whether it means what the table says, `-` being no fixed value. */
  readonly isRight: boolean;
  readonly isFixed: boolean;
}

describe('date expressions of our own', () => {
  const { rows, problems } = parseTable(TABLE, readFileSync(TABLE, 'utf8'));

  it('stand in a table without a fault', () => {
    assert.deepEqual(problems, []);
    assert.ok(count('de').length >= 220 && count('en').length >= 80);
  });

  for (const language of ['de', 'en'] as const) {
    const phrases = count(language).map(read);
    const fixed = phrases.filter(({ isFixed }) => isFixed);

    it(`${language}: ≥ ${String(MINIMA.found)} % of those that can be fixed are found`, () => {
      assertShare(fixed, ({ isFound }) => isFound, MINIMA.found);
    });

    it(`${language}: ≥ ${String(MINIMA.right)} % of all mean what they say, and none is forced`, () => {
      assertShare(phrases, ({ isRight }) => isRight, MINIMA.right);
    });
  }

  function count(language: string): readonly Row[] {
    return rows.filter((row) => row['language'] === language);
  }
});

function assertShare(phrases: readonly Phrase[], isMet: (phrase: Phrase) => boolean, least: number): void {
  const missed = phrases.filter((phrase) => !isMet(phrase));
  const share = 100 * (1 - missed.length / phrases.length);
  const list = missed.map(({ line }) => line).join('\n');
  if (process.env['FUNDSTELLE_ERRORS'] === 'dates')
    console.log(`      ${share.toFixed(1)} of ${String(phrases.length)}\n${list}`);
  assert.ok(share >= least, `${share.toFixed(1)} %\n${list}`);
}

/** A row without a mark must give no value at all. */
function read({ language, article = '', sentence = '', value = '' }: Row): Phrase {
  const text = sentence.replace(/[[\]]/g, '');
  const [start, end] = sentence.includes('[') ? [sentence.indexOf('['), sentence.indexOf(']') - 1] : [0, text.length];
  const context = {
    language: language === 'en' ? 'en' : 'de',
    ...(article !== '?' && { referenceDate: article }),
  } as const;
  const own = findDates(readParagraph(text), context).filter((date) => date.start < end && date.end > start);
  const fixed = own.find((date) => date.value !== undefined);
  const given = fixed?.value ? printTimeInterval(fixed.value) : '-';
  const wanted = value === '' ? '-' : value;
  return {
    line: `${article} ${sentence} ${given}, not ${wanted}`,
    isFound: own.length > 0,
    isRight: given === wanted,
    isFixed: wanted !== '-',
  };
}
