import { fold } from '../text/fold.js';
import type { LineClass } from './lineClasses.js';
import { foldedWhole, type ScrapeLine } from './scrapeLines.js';
import { isTitleOf, listWords } from './titleRepeats.js';
import { listFoldedWords } from './words.js';

/** The lines of a scrape with their classes, and where its text starts. */
export interface ClassifiedLines {
  readonly lines: readonly ScrapeLine[];
  readonly classes: readonly LineClass[];
  /** Index of the first paragraph that cannot be a title; the number of lines when there is none. */
  readonly first: number;
}

const MOST_WORDS = 20;
const LEAST_WORDS = 3;
/** With fewer words a line is rather a rubric than a title. */
const USUAL_WORDS = 4;

/**
 * Index of the title above the text; −1 when there is none. Of several headings the one counts that has the words of the text, stands by
 * itself, and right above a date, a byline or the text; slogans, rubrics and rows of links have less of that. Of a heading and those right
 * below it (rubric, title, subtitle) the first of usual length is the title.
 */
export function findTitle(page: ClassifiedLines, isMasthead: (line: string) => boolean): number {
  const candidates = listCandidates(page).filter((i) => !isMasthead(textAt(page, i)));
  const [only = -1, another] = candidates;
  if (another === undefined) return only === -1 ? findSentenceTitle(page) : only;
  const known = collectStems(page);
  const scores = new Map(candidates.map((i) => [i, scoreOf(page, i, known)]));
  let best = -1;
  for (const i of candidates) {
    const before = best === -1 ? -Infinity : (scores.get(best) ?? 0);
    const isSameBlock = i - best === 1;
    const score = scores.get(i) ?? 0;
    if (score > before || (score === before && !isSameBlock)) best = i;
  }
  return preferWhole(page, candidates, best);
}

function textAt({ lines }: ClassifiedLines, i: number): string {
  return lines[i]?.text ?? '';
}

function wordsAt({ lines }: ClassifiedLines, i: number): readonly string[] {
  const line = lines[i];
  return line === undefined ? [] : listWords(line);
}

function listCandidates({ lines, classes, first }: ClassifiedLines): readonly number[] {
  const found: number[] = [];
  for (let i = 0; i < first; i++) {
    const words = lines[i]?.words ?? 0;
    if (isHeading(classes[i]) && words >= LEAST_WORDS) found.push(i);
  }
  return found;
}

/** Above the text a paragraph is a sentence that may be a title. */
function isHeading(lineClass: LineClass | undefined): boolean {
  return lineClass === 'headline' || lineClass === 'paragraph';
}

/** How much speaks for a line being the title. */
function scoreOf(page: ClassifiedLines, i: number, known: ReadonlySet<string>): number {
  const { lines, classes } = page;
  const line = lines[i];
  if (line === undefined) return 0;
  const shared = new Set(listStems(foldedWhole(line) ?? fold(line.text)).filter((stem) => known.has(stem))).size;
  const isIntroducing = classes.slice(i + 1, i + 4).some((next) => next === 'date' || next === 'byline');
  const isFirstOfBlock = !isHeading(classes[i - 1]) || (lines[i - 1]?.words ?? 0) < USUAL_WORDS;
  return (
    Math.min(shared, 3) +
    (isIntroducing ? 2 : 0) +
    (i + 1 === page.first ? 1 : 0) +
    (line.isolated ? 2 : 0) +
    (isFirstOfBlock ? 2 : 0) +
    (line.words >= USUAL_WORDS ? 3 : 0) -
    (line.words > MOST_WORDS ? 2 : 0)
  );
}

/** Paragraphs whose words a title may share. */
const LEAD = 6;
const BEGINNING = 500;
const LEAST_LETTERS = 4;
const STEM = 5;

function collectStems({ lines, classes, first }: ClassifiedLines): ReadonlySet<string> {
  const paragraphs = lines.filter((_, i) => i >= first && classes[i] === 'paragraph').slice(0, LEAD);
  return new Set(paragraphs.flatMap(({ text }) => listStems(fold(text.slice(0, BEGINNING)))));
}

/** The beginnings of the longer words: „Haushalt" and „Haushalts" are one. */
function listStems(folded: string): readonly string[] {
  return listFoldedWords(folded).flatMap((word) => (word.length < LEAST_LETTERS ? [] : [word.slice(0, STEM)]));
}

/** A title that stands on the page several times is the longest of them, else the last. */
function preferWhole(page: ClassifiedLines, candidates: readonly number[], best: number): number {
  const words = new Map(candidates.map((i) => [i, wordsAt(page, i)]));
  let chosen = best;
  for (const i of candidates) {
    const [text, title] = [textAt(page, i), textAt(page, chosen)];
    const [own, other] = [words.get(i) ?? [], words.get(chosen) ?? []];
    const isSame = isTitleOf(own, new Set(other)) || isTitleOf(other, new Set(own));
    if (isSame && (text.length > title.length || (text.length === title.length && i > chosen))) chosen = i;
  }
  return chosen;
}

/** A title that is a whole sentence („X sagt, er warte auf Y.") looks like a paragraph, but stands first and is short. */
function findSentenceTitle({ lines, first }: ClassifiedLines): number {
  const [line, next] = [lines[first], lines[first + 1]];
  const isShort = line !== undefined && line.words <= 18 && next !== undefined && next.words > line.words;
  return isShort && first === 0 && !/[.:]$/u.test(line.text) ? first : -1;
}
