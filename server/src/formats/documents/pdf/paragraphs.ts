import { cleanLine } from '../cleanText.js';
import type { DocumentBlock } from '../extracted.js';
import { type HyphenatedWords, joinLines, listHyphenatedWords } from './joinHyphens.js';
import type { TextLine } from './textLines.js';
import { measureType, type TypeSizes } from './typeSizes.js';

type Paragraph = [TextLine, ...TextLine[]];

/** Makes the blocks of a document from its lines in reading order: paragraphs, subheads, and the title on the first page. */
export function listPdfBlocks(lines: readonly TextLine[]): readonly DocumentBlock[] {
  const type = measureType(lines);
  const hyphenated = listHyphenatedWords(lines.map(({ text }) => text));
  const paragraphs = listParagraphs(lines, type);
  const title = findTitle(paragraphs, type);
  return paragraphs.flatMap((paragraph) => {
    const text = textOf(paragraph, hyphenated);
    const role = paragraph === title ? 'title' : isSubhead(paragraph, type) ? 'subhead' : 'paragraph';
    return text === '' ? [] : [{ text, role, page: paragraph[0].page }];
  });
}

function textOf(paragraph: Paragraph, hyphenated: HyphenatedWords): string {
  const lines = paragraph.map(({ text }) => text);
  return cleanLine(withAccents(joinLines(lines, hyphenated)));
}

/** Old fonts have accents as characters of their own, which stand before their letters: „f¨ur". */
function withAccents(text: string): string {
  return text.replace(/¨([aeiouyAEIOUY])/g, '$1\u0308').replace(/´([aeiouyAEIOUY])/g, '$1\u0301');
}

/** A line of a table of contents: leader dots and a page number. */
const LEADER = /(?:[.…] ?){5}\s?[\divxl]{1,5}$/i;

function listParagraphs(lines: readonly TextLine[], type: TypeSizes): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const line of lines) {
    if (LEADER.test(line.text)) continue;
    const paragraph = paragraphs.at(-1);
    const last = paragraph?.at(-1);
    if (paragraph && last && goesOn(last, line, type)) paragraph.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

const SAME_SIZE = 0.12;
const LINE_PITCH = 1.3;
/** In font sizes. */
const INDENT = { from: 0.7, to: 5 };
/** A line is short when it ends this part of its column's width before its end. */
const SHORT = 0.12;
const SENTENCE_END = /[.!?…:]["“”»«’')\]]*$/;
const BULLET = /^[•●▪■◦‣]/;
const NUMBER_OR_DASH = /^(?:[–—*-]|\(?\d{1,3}[.)]|[a-z]\))\s/;

function goesOn(last: TextLine, line: TextLine, type: TypeSizes): boolean {
  if (Math.abs(last.size - line.size) > SAME_SIZE * Math.max(last.size, line.size)) return false;
  if (BULLET.test(line.text.trim())) return false;
  return isBelow(last, line) ? goesOnBelow(last, line, type) : goesOnElsewhere(last, line, type);
}

/** Lines of a heading may have been parted by the cut between two columns' heads. */
function isBelow(last: TextLine, line: TextLine): boolean {
  if (last.column === line.column) return true;
  const isLarge = last.page === line.page && last.font === line.font && line.column.lines + last.column.lines < 6;
  return isLarge && line.baseline > last.baseline && line.left < last.right && last.left < line.right;
}

/** Whether the line right below is of the same paragraph. */
function goesOnBelow(last: TextLine, line: TextLine, type: TypeSizes): boolean {
  if (line.baseline - last.baseline > LINE_PITCH * type.pitch * line.size) return false;
  const isEnd = SENTENCE_END.test(last.text.trim());
  if (last.font !== line.font && isShort(last)) return false;
  if (isEnd && (isShort(last) || isIndented(line) || NUMBER_OR_DASH.test(line.text.trim()))) return false;
  return !(isShort(last) && isIndented(line));
}

/** Whether the first line of the next column or page goes on with the last one's sentence. */
function goesOnElsewhere(last: TextLine, line: TextLine, type: TypeSizes): boolean {
  if (SENTENCE_END.test(last.text.trim()) || last.size > type.body * (1 + SAME_SIZE) || last.column.lines < MIN_LINES)
    return false;
  return /^\p{Ll}/u.test(line.text.trim()) || (!isShort(last) && !isIndented(line) && last.font === line.font);
}

function isShort({ right, column }: TextLine): boolean {
  return right < column.right - SHORT * (column.right - column.left);
}

function isIndented({ left, size, column }: TextLine): boolean {
  const indent = (left - column.left) / size;
  return indent > INDENT.from && indent < INDENT.to;
}

/** A text of fewer lines is a byline or a caption, which ends where it ends. */
const MIN_LINES = 3;
const MAX_HEADING = 200;
const HEADING_SIZE = 1.15;

/** Larger than the body, or in another font and without a full stop. */
function isSubhead(paragraph: Paragraph, type: TypeSizes): boolean {
  const text = paragraph
    .map((line) => line.text)
    .join(' ')
    .trim();
  if (text.length > MAX_HEADING || !/\p{L}{2}/u.test(text)) return false;
  if (paragraph[0].size >= type.body * HEADING_SIZE) return true;
  const isSet = paragraph.every(({ font, size }) => font !== type.font && size >= type.body * (1 - SAME_SIZE));
  return isSet && paragraph.length <= 2 && !/[.,;:]["“”»«]?$/.test(text);
}

const TITLE_SIZE = 1.2;
const TITLE_LENGTH = { from: 5, to: 300 };

/** The largest text of the first page that has any. */
function findTitle(paragraphs: readonly Paragraph[], type: TypeSizes): Paragraph | undefined {
  const page = paragraphs[0]?.[0].page;
  let title: Paragraph | undefined;
  for (const paragraph of paragraphs) {
    if (paragraph[0].page !== page) break;
    const letters = paragraph.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);
    const isCandidate =
      letters >= TITLE_LENGTH.from && letters <= TITLE_LENGTH.to && paragraph[0].size >= type.body * TITLE_SIZE;
    if (isCandidate && paragraph[0].size > (title?.[0].size ?? 0)) title = paragraph;
  }
  return title;
}
