import type { Span } from '../text/span.js';
import type { BodySpan } from './article.js';
import { findFurniture, type FurnitureClass, type FurnitureLexicon, findOutlet } from './furniture.js';
import { findHeaderDate } from './headerDate.js';
import { joinWrappedLines, listContentLines } from './paragraphs.js';
import {
  isNavigation,
  isTitleLike,
  isTitleOf,
  looksLikeHeading,
  looksLikeProse,
  type ScrapeLine,
} from './scrapeLines.js';

/** What a plain-text scrape tells of its article. */
export interface Scrape {
  readonly title?: string;
  readonly date?: string;
  readonly source?: string;
  readonly body: readonly BodySpan[];
}

/** What a line of a scrape is taken for; everything but title, subhead and paragraph is furniture. */
type LineRole = 'title' | 'subhead' | 'paragraph' | FurnitureClass | 'date' | 'outlet' | 'foreign' | 'headline';

interface RoledLine extends ScrapeLine {
  readonly role: LineRole;
}

// „ date 2023-09 Titel": how some scrapers glue a month or day before the title.
const GLUED_DATE = /^date\s+(\d{4}-\d{2}(?:-\d{2})?)\s+/;

/**
 * Reads a plain-text scrape of a web page: tells title, subheads and paragraphs from furniture by line classes, and finds
 * title, date and source in header and caption lines. Missing things stay missing. Linear in the text's length.
 */
export function readScrape(text: string, contentStart: number, furniture: FurnitureLexicon): Scrape {
  const spans = joinWrappedLines(text, listContentLines(text, contentStart));
  const glued = spans[0] && GLUED_DATE.exec(text.slice(spans[0].start, spans[0].end));
  const lines = spans.map((span, i) => {
    const start = i === 0 && glued ? span.start + glued[0].length : span.start;
    return toLine(text, { start, end: span.end }, [spans[i - 1]?.end ?? 0, spans[i + 1]?.start ?? text.length]);
  });
  const roled = assignRoles(lines, furniture);
  const title = roled.find((line) => line.role === 'title');
  const date = glued?.[1] ?? findDate(roled);
  const source = findSource(roled, furniture);
  return {
    ...(title && { title: title.text }),
    ...(date !== undefined && { date }),
    ...(source !== undefined && { source }),
    body: roled.flatMap(({ start, end, role }) =>
      role === 'title' || role === 'subhead' || role === 'paragraph' ? [{ start, end, role }] : [],
    ),
  };
}

function toLine(text: string, span: Span, [before, after]: readonly [number, number]): ScrapeLine {
  const line = text.slice(span.start, span.end);
  const isolated = hasBlankLine(text.slice(before, span.start)) && hasBlankLine(text.slice(span.end, after));
  return { ...span, text: line, words: line.split(/\s+/u).length, isolated };
}

function hasBlankLine(gap: string): boolean {
  return (gap.match(/\n|\r(?!\n)/g)?.length ?? 0) > 1;
}

function assignRoles(lines: readonly ScrapeLine[], furniture: FurnitureLexicon): readonly RoledLine[] {
  const classes = lines.map((line) => classify(line, furniture));
  const first = classes.indexOf('paragraph');
  const end = findTail(lines, classes, furniture);
  const title = findTitle(lines, classes, first === -1 ? lines.length : first);
  return lines.map((line, i) => ({ ...line, role: roleOf({ lines, classes, title, first, end }, i) }));
}

/** The role of a line by itself, before its neighbours are looked at. */
function classify(line: ScrapeLine, furniture: FurnitureLexicon): LineRole {
  const hit = findFurniture(line.text, furniture);
  if (hit !== undefined && !(hit.match === 'contains' && hit.class === 'interface' && line.words > 25))
    return hit.class;
  if (isCaptionWithSource(line.text)) return 'caption';
  if (isForeign(line.text)) return 'foreign';
  if (line.words <= 8 && findHeaderDate(line.text) !== undefined) return 'date';
  if (line.words <= 4 && findOutlet(line.text, furniture) !== undefined) return 'outlet';
  if (looksLikeProse(line)) return 'paragraph';
  return looksLikeHeading(line) ? 'headline' : 'interface';
}

/** „… - SNA, 1920, 13.01.2022": the caption that several content systems write; also „© Agentur / Name". */
function isCaptionWithSource(line: string): boolean {
  return CAPTION_SOURCE.test(line) || /^(?:©|\(c\)\s)/i.test(line);
}
const CAPTION_SOURCE = /[-–]\s*([^-–,]{2,40}),\s*\d{3,4},\s*\d{1,2}\.\d{1,2}\.\d{4}$/u;

/** A line in another script than Latin on a Latin page is interface text that the page's system left untranslated. */
function isForeign(line: string): boolean {
  const letters = line.match(/\p{L}/gu)?.length ?? 0;
  const latin = line.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters > 0 && latin * 2 < letters;
}

/** Index of the line from which on everything is furniture: a „Zum Thema" or „Tags" block with no paragraph after it. */
function findTail(lines: readonly ScrapeLine[], classes: readonly LineRole[], furniture: FurnitureLexicon): number {
  const lastParagraph = classes.lastIndexOf('paragraph');
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    const hit = line && findFurniture(line.text, furniture);
    const rulesWhatFollows =
      hit?.class === 'tags' || hit?.class === 'end' || (hit?.class === 'related' && hit.match === 'line');
    // A block of headlines may hold one that ends like a sentence; two paragraphs after it mean that the article goes on.
    if (rulesWhatFollows && countParagraphs(classes, i) <= (lastParagraph > i ? 1 : 0)) return i;
  }
  return lines.length;
}

function countParagraphs(classes: readonly LineRole[], from: number): number {
  return classes.slice(from).filter((role) => role === 'paragraph').length;
}

/**
 * Index of the title above the first paragraph; -1 when there is none. A heading that stands alone between blank lines comes
 * before one in a block of lines, where mastheads, slogans and navigation are.
 */
function findTitle(lines: readonly ScrapeLine[], classes: readonly LineRole[], firstParagraph: number): number {
  const candidates = lines.flatMap((line, i) =>
    i < firstParagraph && classes[i] === 'headline' && isTitleLike(line) ? [i] : [],
  );
  const best = candidates.find((i) => lines[i]?.isolated) ?? candidates[0];
  if (best !== undefined) return best;
  // A title that is a whole sentence („X sagt, er warte auf Y.") looks like a paragraph, but stands first and is short.
  const first = lines[firstParagraph];
  const second = lines[firstParagraph + 1];
  const isShort = first !== undefined && first.words <= 18 && second !== undefined && second.words > first.words;
  return isShort && firstParagraph === 0 && !/[.:]$/u.test(first.text) ? firstParagraph : -1;
}

interface RoleContext {
  readonly lines: readonly ScrapeLine[];
  readonly classes: readonly LineRole[];
  readonly title: number;
  readonly first: number;
  readonly end: number;
}

function roleOf(context: RoleContext, i: number): LineRole {
  const role = context.classes[i] ?? 'interface';
  const line = context.lines[i];
  const title = context.lines[context.title];
  if (i === context.title) return 'title';
  if (i >= context.end) return role === 'paragraph' ? 'related' : role;
  if (
    title !== undefined &&
    line !== undefined &&
    i > context.title &&
    i <= context.title + 3 &&
    isTitleOf(line.text, title.text)
  )
    return 'headline';
  if (role === 'paragraph') return i < context.title ? 'interface' : 'paragraph';
  if (role !== 'headline' || i < context.first) return role;
  return isSubhead(context, i) ? 'subhead' : 'related';
}

/**
 * Between paragraphs a headline is a subhead, or the headline of another article that the page advertises. The latter follow a
 * caption or a related line, are longer than eight words, or have a colon with a quotation („…": Echo auf …).
 */
function isSubhead(context: RoleContext, i: number): boolean {
  const line = context.lines[i];
  const before = context.classes[i - 1];
  if (line === undefined || before === 'caption' || before === 'related') return false;
  const hasParagraphBelow = context.classes.slice(i + 1, i + 4).includes('paragraph');
  return hasParagraphBelow && line.words <= 8 && !/[„“"»«:>]/u.test(line.text);
}

function findDate(lines: readonly RoledLine[]): string | undefined {
  const stamped = lines.find((line) => line.role === 'date') ?? lines.find((line) => CAPTION_SOURCE.test(line.text));
  const tail = stamped && (CAPTION_SOURCE.exec(stamped.text)?.[0] ?? stamped.text);
  return tail === undefined ? undefined : findHeaderDate(tail);
}

/** The outlet: named in a header line, in a caption, or by a masthead that the page repeats in another furniture line. */
function findSource(lines: readonly RoledLine[], furniture: FurnitureLexicon): string | undefined {
  const header = lines.find((line) => line.role === 'outlet');
  if (header) return findOutlet(header.text, furniture);
  for (const line of lines) {
    const name = CAPTION_SOURCE.exec(line.text)?.[1] ?? COPYRIGHT.exec(line.text)?.[1];
    const outlet = name === undefined ? undefined : findOutlet(name, furniture);
    if (outlet !== undefined) return outlet;
  }
  return findMasthead(lines);
}
const COPYRIGHT = /^©\s*([^/.]{2,40}?)\s*(?:[/.]|$)/u;

function findMasthead(lines: readonly RoledLine[]): string | undefined {
  const furniture = lines.filter(
    (line) => line.role !== 'paragraph' && line.role !== 'title' && line.role !== 'subhead',
  );
  const title = lines.findIndex((line) => line.role === 'title');
  for (const line of lines.slice(0, Math.max(title, 0) + 3)) {
    const name = line.role === 'title' ? undefined : findMastheadName(line.text);
    // „Radio Sundwelle" comes again as „Sundwelle in Ihrer App": one word of some length is enough.
    const words = name?.split(/\s+/u).filter((word) => word.length >= 5) ?? [];
    const isRepeated = furniture.some((other) => other !== line && words.some((word) => other.text.includes(word)));
    if (isRepeated) return name;
  }
  return undefined;
}

/** „Donauwarte – Nachrichten für …", „Agentur Nordlicht (anl)": the one to four words of a name before a slogan or short form. */
function findMastheadName(line: string): string | undefined {
  const name = line.replace(/\s+[–-]\s.*$|\.\s.*$|\s*\([^)]*\)$/u, '');
  const words = name.split(/\s+/u);
  if (words.length > 4 || isNavigation(line) || !words.some((word) => word.length >= 5)) return undefined;
  return /^\p{Lu}[\p{L}\s&.'-]*$/u.test(name) ? name : undefined;
}
