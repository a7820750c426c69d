import type { BodySpan, TextInput } from './article.js';
import { type CountableLine, type CountedLines, countLines, keyOf, type LineKey } from './countedLines.js';
import type { FurnitureLexicon } from './furniture.js';
import { findHeaderDate } from './headerDate.js';
import { classifyLine, classifyWords, type LineClass } from './lineClasses.js';
import { hasForeign, isForeign } from './script.js';
import { findDate, findMastheadName, findSource } from './scrapeHeader.js';
import {
  cutLine,
  foldedWhole,
  listBylineNames,
  listScrapeLines,
  looksLikeHeading,
  looksLikeProse,
  type ScrapeLine,
} from './scrapeLines.js';
import { findTail } from './scrapeTail.js';
import { type ClassifiedLines, findTitle } from './scrapeTitle.js';
import { listTitleRepeats } from './titleRepeats.js';

/** What a plain-text scrape tells of its article. */
export interface Scrape {
  readonly title?: string;
  readonly date?: string;
  readonly source?: string;
  /** The names of its byline; missing when there is none. */
  readonly authors?: readonly string[];
  readonly body: readonly BodySpan[];
  readonly lines: CountedLines;
}

const NO_LINES: ReadonlySet<LineKey> = new Set();

/**
 * Reads a plain-text scrape of a web page: tells title, subheads and paragraphs from furniture by line classes, and finds
 * title, date and source in header and caption lines. Missing things stay missing. `repeated` are the lines that are known to be furniture
 * of its outlet; the title is none of them. Linear in the text's length.
 */
export function readScrape(
  { text, contentStart, repeated = NO_LINES }: Pick<TextInput, 'text' | 'contentStart' | 'repeated'>,
  furniture: FurnitureLexicon,
): Scrape {
  const { lines, gluedDate } = splitGluedDate(text, listScrapeLines(text, contentStart));
  const base = classifyLines(lines, findClassifier(text, lines), furniture);
  const source = findSource(base, furniture);
  const isMasthead = (line: string): boolean => source !== undefined && findMastheadName(line) === source;
  const baseTitle = findTitle(base, isMasthead);
  const page = leaveOut(base, baseTitle, repeated);
  const titleIndex = page === base ? baseTitle : findTitle(page, isMasthead);
  const date = gluedDate ?? findDate(page, titleIndex);
  const title = lines[titleIndex]?.text;
  const authors = listAuthors(page);
  const repeats = listTitleRepeats(lines, titleIndex);
  return {
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date }),
    ...(source !== undefined && { source }),
    ...(authors.length > 0 && { authors }),
    body: listBody(page, { title: titleIndex, end: findTail(page, furniture), authors, repeats }),
    lines: countLines(listCountable(base, baseTitle)),
  };
}

/** The page with the lines that are known to repeat as furniture; the same page where it has none. */
function leaveOut(page: ClassifiedLines, title: number, repeated: ReadonlySet<LineKey>): ClassifiedLines {
  if (repeated.size === 0) return page;
  const isKnown = page.lines.map(
    (line, i) => i !== title && CHANGEABLE.has(page.classes[i]) && repeated.has(keyOf(line.text, foldedWhole(line))),
  );
  if (!isKnown.includes(true)) return page;
  const classes = page.classes.map((lineClass, i): LineClass => (isKnown[i] ? 'interface' : lineClass));
  return { ...page, classes, first: findFirst(page.lines, classes) };
}

/** What is furniture already stays what it is: tags and dates tell something. */
const CHANGEABLE: ReadonlySet<LineClass | undefined> = new Set(['paragraph', 'headline']);

function listCountable({ lines, classes }: ClassifiedLines, title: number): readonly CountableLine[] {
  const repeats = listTitleRepeats(lines, title);
  return lines.map((line, i) => {
    const isTitle = i === title || repeats.has(i);
    return {
      text: line.text,
      folded: foldedWhole(line),
      words: line.words,
      kind: isTitle ? 'title' : classes[i] === 'paragraph' ? 'prose' : 'other',
    };
  });
}

// „ date 2023-09 Titel", „13.01.2022, 14:05 Uhr – Titel": how scrapers glue a month, day or time before the title.
const GLUED_DATE =
  /^(?:date\s+)?(\d{4}-\d{2}(?:-\d{2})?|\d{1,2}\.\s?\d{1,2}\.\s?\d{4})(?:,?\s\d{1,2}[:.]\d{2}(?:\sUhr)?)?(?:\s?[-–|:]\s?|\s+)(?=\S+\s+\S+\s+\S)/u;
const HEAD_LINES = 6;

/** Cuts a date off the title that it is glued to. */
function splitGluedDate(
  text: string,
  lines: readonly ScrapeLine[],
): { readonly lines: readonly ScrapeLine[]; readonly gluedDate?: string } {
  for (const [i, line] of lines.slice(0, HEAD_LINES).entries()) {
    const glued = GLUED_DATE.exec(text.slice(line.start, line.end));
    const rest = glued && cutLine(text, line, line.start + glued[0].length);
    if (!rest || !isTitleLike(rest)) continue;
    const date = glued[1] ?? '';
    return { lines: lines.with(i, rest), gluedDate: findHeaderDate(date) ?? date };
  }
  return { lines };
}

function isTitleLike(line: ScrapeLine): boolean {
  return looksLikeHeading(line) && !looksLikeProse(line) && findHeaderDate(line.text) === undefined;
}

/** On a page in other letters than Latin, and on one that has no others, the letters of a line tell nothing. */
function findClassifier(text: string, lines: readonly ScrapeLine[]): typeof classifyLine {
  if (!hasForeign(text)) return classifyWords;
  const head = lines.slice(0, SCRIPT_LINES).map((line) => line.text);
  return isForeign(head.join(' ')) ? classifyWords : classifyLine;
}

function classifyLines(
  lines: readonly ScrapeLine[],
  classify: typeof classifyLine,
  furniture: FurnitureLexicon,
): ClassifiedLines {
  const classes = lines.map((line) => classify(line, furniture));
  // What stands right below „Lesen Sie auch" without a blank line is a list of other articles.
  for (const [i, line] of lines.entries()) {
    if (classes[i - 1] === 'related' && !line.isBelowGap && isTeaser(line, classes[i])) classes[i] = 'related';
  }
  for (const [i, line] of lines.entries()) {
    if (classes[i - 1] === 'promo' && !line.isBelowGap && classes[i] === 'paragraph' && line.words <= PROMO_WORDS)
      classes[i] = 'interface';
  }
  return { lines, classes, first: findFirst(lines, classes) };
}

function findFirst(lines: readonly ScrapeLine[], classes: readonly LineClass[]): number {
  const first = classes.findIndex((lineClass, i) => lineClass === 'paragraph' && !isQuestion(lines[i]));
  return first === -1 ? lines.length : first;
}

const PROMO_WORDS = 30;

/** „Wird das Wasser knapp?“: a sentence that may be a title. */
function isQuestion(line: ScrapeLine | undefined): boolean {
  return line !== undefined && line.words <= 14 && /^[^.]{12,}[?!]$/u.test(line.text);
}

/** Enough lines to tell the script of a page. */
const SCRIPT_LINES = 40;

function isTeaser(line: ScrapeLine, lineClass: LineClass | undefined): boolean {
  return lineClass === 'headline' || (lineClass === 'paragraph' && line.words <= 12 && !/[.!?]/.test(line.text));
}

interface Found {
  readonly title: number;
  /** Index of the first line that is furniture to the end. */
  readonly end: number;
  readonly authors: readonly string[];
  /** Indices of lines that repeat the title. */
  readonly repeats: ReadonlySet<number>;
}

function listBody(page: ClassifiedLines, found: Found): readonly BodySpan[] {
  const last = page.classes.lastIndexOf('paragraph');
  return page.lines.flatMap(({ start, end, text }, i) => {
    const role = findRole(page, found, i);
    // „Karla Kant ist freie Journalistin.“: a note on who wrote the article.
    const isNote = i > page.first && i >= last - 1 && found.authors.some((name) => text.startsWith(name));
    return role === undefined || isNote ? [] : [{ start, end, role }];
  });
}

/** The names of bylines, and of lines below a lone „Von“, each once. */
function listAuthors({ lines, classes }: ClassifiedLines): readonly string[] {
  const names = lines.flatMap(({ text }, i) => {
    if (classes[i] === 'byline') return listBylineNames(text);
    return /^(?:von|by)$/iu.test(lines[i - 1]?.text ?? '') ? listBylineNames(`von ${text}`) : [];
  });
  return [...new Set(names)];
}

/** Undefined for furniture. */
function findRole(page: ClassifiedLines, { title, end, repeats }: Found, i: number): BodySpan['role'] | undefined {
  const line = page.lines[i];
  const role = page.classes[i];
  if (i === title) return 'title';
  if (line === undefined || i >= end || i < title || repeats.has(i)) return undefined;
  if (role === 'paragraph') return 'paragraph';
  const isInText = i > page.first || page.classes[i - 1] === 'time' || isFirstSubhead(page, title, i);
  return role === 'headline' && isInText && isSubhead(page, i) ? 'subhead' : undefined;
}

/** A heading right above the first paragraph and apart from the title, as in a list of short items. */
function isFirstSubhead({ lines, first }: ClassifiedLines, title: number, i: number): boolean {
  const isApart = title !== -1 && title < i - 1 && (lines[i]?.isBelowGap ?? false);
  return i === first - 1 && isApart && !(lines[first]?.isBelowGap ?? true);
}

/**
 * Between paragraphs a headline is a subhead, or the headline of another article that the page advertises. The latter stand
 * right below a caption or a related line, are longer than eight words, or have a colon with a quotation („…": Echo auf …). Below a time it is that of a
 * ticker's entry.
 */
function isSubhead({ lines, classes }: ClassifiedLines, i: number): boolean {
  const line = lines[i];
  const before = classes[i - 1];
  if (line === undefined || ((before === 'caption' || before === 'related') && !line.isBelowGap)) return false;
  if (before === 'time') return classes[i + 1] === 'paragraph';
  const hasParagraphBelow = classes.slice(i + 1, i + 4).includes('paragraph');
  return hasParagraphBelow && line.words <= 8 && !/[„“"»«:>]/u.test(line.text);
}
