import { endsWithCredit } from './credits.js';
import { findFurniture, type FurnitureClass, type FurnitureLexicon, findOutlet } from './furniture.js';
import { findHeaderDate } from './headerDate.js';
import { isForeign } from './script.js';
import {
  isByline,
  isNavigation,
  foldedWhole,
  looksLikeHeading,
  looksLikeProse,
  type ScrapeLine,
} from './scrapeLines.js';

/** What a line of a scrape is by itself, before its neighbours are looked at. */
export type LineClass =
  | FurnitureClass
  | 'paragraph'
  | 'headline'
  | 'date'
  | 'time'
  | 'byline'
  | 'outlet'
  | 'foreign'
  | 'navigation';

const MOST = { outletWords: 4, dateWords: 14, bareDateWords: 8, timeLength: 40, interfaceWords: 25 };

/**
 * The class of a line on a page in Latin letters, where a line in others is interface text that the page's system left untranslated. Never
 * `headline` or `paragraph` where its words say that it is furniture.
 */
export function classifyLine(line: ScrapeLine, furniture: FurnitureLexicon): LineClass {
  return isForeign(line.text) ? 'foreign' : classifyWords(line, furniture);
}

/** The class of a line, in whatever letters. */
export function classifyWords(line: ScrapeLine, furniture: FurnitureLexicon): LineClass {
  if (line.text.length <= MOST.timeLength && TIME.test(line.text)) return 'time';
  const hit = findFurniture(line.text, furniture, line.folded);
  const known = hit && isLikely(hit.match, line) ? hit.class : undefined;
  if (isDateLine(line, known)) return 'date';
  if (known !== undefined) return known;
  if (isCaption(line)) return 'caption';
  if (isByline(line.text)) return 'byline';
  if (line.words <= MOST.outletWords && findOutlet(line.text, furniture, foldedWhole(line)) !== undefined)
    return 'outlet';
  if (looksLikeProse(line)) return 'paragraph';
  if (isNavigation(line.text)) return 'navigation';
  return looksLikeHeading(line) ? 'headline' : 'interface';
}

/** „19:12 Uhr", „+++ 15.30 +++": when an entry of a ticker was written. */
const TIME = /^\W{0,4}\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:uhr|h|gmt|utc|mez|mesz|cet|cest|[ap]\.?m\.?)?\W{0,4}$/iu;

/** Words that furniture has somewhere may stand in a long paragraph too. */
function isLikely(match: 'line' | 'prefix' | 'suffix' | 'contains', line: ScrapeLine): boolean {
  return match === 'line' || match === 'prefix' || line.words <= MOST.interfaceWords;
}

function isDateLine(line: ScrapeLine, known: FurnitureClass | undefined): boolean {
  if (line.words > MOST.dateWords || (known !== undefined && known !== 'interface')) return false;
  if (!/\d/.test(line.text)) return false;
  if (looksLikeProse(line) && known === undefined && line.words > MOST.bareDateWords) return false;
  return findHeaderDate(line.text) !== undefined;
}

/** The end of „… - SNA, 1920, 13.01.2022“, the caption that several content systems write: outlet, size of the picture, day. */
export function findCaptionSource(line: string): { readonly source: string; readonly text: string } | undefined {
  if (!/\d/.test(line.slice(-1))) return undefined;
  const [text, source] = CAPTION_SOURCE.exec(line.slice(-CAPTION_END)) ?? [];
  return text !== undefined && source !== undefined ? { source, text } : undefined;
}
const CAPTION_END = 80;
const CAPTION_SOURCE = /[-–]\s*([^-–,]{2,40}),\s*\d{3,4},\s*\d{1,2}\.\d{1,2}\.\d{4}$/u;

function isCaption({ text, words }: ScrapeLine): boolean {
  return findCaptionSource(text) !== undefined || /^(?:©|\(c\)\s)/i.test(text) || endsWithCredit(text, words);
}
