import type { FoundRow, ProtocolLocation } from '../../../server/src/protocol/protocol.js';
import { printCounts } from '../corpusView/countsModel.js';
import { joinParts, type Translate } from '../corpusView/viewNodeModel.js';
import { type CorpusAnswer, cutAround, findProblem } from './foundModel.js';

/** Characters before the keyword; the grammar of the language counts on it. */
export const BEFORE = 50;
const AFTER = 40;
/** Keywords of up to so many characters leave the places below each other. */
const KEYWORD = 16;

/** A concordance as a document: its text, and where its lines lead. */
export interface ConcordanceText {
  readonly text: string;
  readonly links: readonly ConcordanceLink[];
}

/** A stretch of one line that can be followed; without a place it leads to more passages. */
export interface ConcordanceLink {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly place?: ProtocolLocation;
}

/**
 * Every passage on a line with what was found in the middle, keyword in context, and `path:line` behind it; one stretch of lines for
 * each corpus. Above it stands what was asked, as search editors have it.
 */
export function printConcordance(query: string, answers: readonly CorpusAnswer[], t: Translate): ConcordanceText {
  const lines = printHead(query, answers, t);
  const links: ConcordanceLink[] = [];
  for (const corpus of answers) {
    if (corpus.answer.problem) continue;
    lines.push('', printExtent(corpus, { isOnly: answers.length === 1, t }), '');
    for (const row of corpus.answer.rows) {
      const { text, place } = printLine(row);
      links.push({ line: lines.length, start: text.length - place.length, end: text.length, place: row.location });
      lines.push(text);
    }
  }
  if (answers.some(({ answer }) => answer.next !== undefined)) {
    const more = t('Show More Passages');
    lines.push('');
    links.push({ line: lines.length, start: 0, end: more.length });
    lines.push(more);
  }
  return { text: `${lines.join('\n')}\n`, links };
}

function printHead(query: string, answers: readonly CorpusAnswer[], t: Translate): string[] {
  const problem = findProblem(answers);
  const reading = answers.find(({ answer }) => answer.reading !== '')?.answer.reading;
  const indexing = answers.find(({ answer }) => answer.indexing)?.answer.indexing;
  return [
    `# ${t('Query: {0}', query)}`,
    ...(reading === undefined ? [] : [`# ${t('Read as: {0}', reading)}`]),
    ...(indexing ? [`# ${t('the corpus is still being read: {0} of {1}', indexing.done, indexing.total)}`] : []),
    ...(problem ? [`# ${problem.message}`] : []),
  ];
}

function printExtent({ name, answer }: CorpusAnswer, { isOnly, t }: { isOnly: boolean; t: Translate }): string {
  const { rows, copies, total } = answer;
  const shown = t('{0} of {1}', rows.length, total);
  return joinParts(
    isOnly ? undefined : name,
    printCounts({ passages: total }, t),
    rows.length + copies < total ? shown : undefined,
    copies > 0 ? t('copies left out: {0}', copies) : undefined,
  );
}

function printLine(row: FoundRow): { readonly text: string; readonly place: string } {
  const { before, keyword, after } = cutAround(row, BEFORE - 1, AFTER - 1);
  const place = `${row.path}:${String(row.location.range.start.line + 1)}`;
  const left = ' '.repeat(Math.max(0, BEFORE - lengthOf(before))) + before;
  // The keyword takes its room from what follows, so that the places stand below each other where they can.
  const room = Math.max(0, AFTER + KEYWORD - lengthOf(keyword) - lengthOf(after));
  return { text: `${left}  ${keyword}  ${after}${' '.repeat(room)}  │ ${place}`, place };
}

/** In characters as the grammar counts them. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}
