import type { FoundRow, SearchAnswer } from '../../../server/src/protocol/protocol.js';
import { printCounts } from '../corpusView/countsModel.js';
import { printCopies } from '../corpusView/copiesModel.js';
import { joinParts, type Translate } from '../corpusView/viewNodeModel.js';

/** The answer of one corpus. */
export interface CorpusAnswer {
  readonly corpus: string;
  readonly name: string;
  readonly answer: SearchAnswer;
}

/** A passage cut to one line around what was found first. */
export interface KeywordLine {
  readonly before: string;
  readonly keyword: string;
  readonly after: string;
}

/** Cuts a passage at words: so many characters before what was found first, and so many from there on. */
export function cutAround({ text, marks }: FoundRow, before: number, after: number): KeywordLine {
  const [start, end] = marks[0] ?? [0, 0];
  const from = start <= before ? 0 : nextWord(text, start - before, start);
  const to = end + after >= text.length ? text.length : previousWord(text, end + after, end);
  return {
    before: `${from > 0 ? '…' : ''}${text.slice(from, start)}`.trimEnd(),
    keyword: text.slice(start, end),
    after: `${text.slice(end, to).trimEnd()}${to < text.length ? '…' : ''}`.trimStart(),
  };
}

/** What a list shows of a passage: its text around the words found, where it is from, and why it is there. */
export function describePassage(row: FoundRow, t: Translate): { label: string; detail: string } {
  const { marks, text } = row;
  const line = cutAround(row, 30, 110);
  const start = marks[0]?.[0] ?? 0;
  const gap = /\s/.test(text[start - 1] ?? '') && line.before !== '' ? ' ' : '';
  const behind = /\s/.test(text[marks[0]?.[1] ?? 0] ?? '') ? ' ' : '';
  return {
    label: withoutIcons(line.before + gap + line.keyword + behind + line.after),
    detail: withoutIcons(joinParts(row.date, row.source, row.title, printCopies(row, t), row.reason)),
  };
}

/** „312 passages · Genf · Actor: Sergej Lawrow", of all corpora that were asked; the first problem where all have one. */
export function describeAnswers(answers: readonly CorpusAnswer[], t: Translate): string {
  const total = answers.reduce((sum, { answer }) => sum + answer.total, 0);
  const [first] = answers.filter(({ answer }) => answer.reading !== '');
  const reading = answers.find(({ answer }) => answer.indexing)?.answer.indexing;
  return joinParts(
    printCounts({ passages: total }, t),
    first?.answer.reading,
    reading && t('the corpus is still being read: {0} of {1}', reading.done, reading.total),
  );
}

/** Why nothing could be looked for in any corpus. */
export function findProblem(answers: readonly CorpusAnswer[]): SearchAnswer['problem'] {
  return answers.every(({ answer }) => answer.problem) ? answers[0]?.answer.problem : undefined;
}

/** A selection as a query: its words in their order. */
export function toPhraseQuery(selection: string): string {
  const text = selection.replace(/["„“”«»‹›*\s]+/gu, ' ').trim();
  const cut = text.length <= MAX_SELECTION ? text : text.slice(0, previousWord(text, MAX_SELECTION, 0));
  return /^[\p{L}\p{M}\p{N}]*$/u.test(cut) ? cut : `"${cut}"`;
}

const MAX_SELECTION = 300;

/** Lists of the editor take `$(name)` for an icon; an article's text must not draw any. */
function withoutIcons(text: string): string {
  return text.replace(/\$\(/g, '$\u200b(');
}

function nextWord(text: string, from: number, limit: number): number {
  const space = text.slice(from, limit).indexOf(' ');
  return space < 0 ? from : from + space + 1;
}

function previousWord(text: string, to: number, limit: number): number {
  const space = text.lastIndexOf(' ', to);
  return space <= limit ? to : space;
}
