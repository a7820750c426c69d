import { endsWithCredit } from '../../core/article/credits.js';
import { findFurniture, type FurnitureLexicon } from '../../core/article/furniture.js';
import { findHeaderDate } from '../../core/article/headerDate.js';
import type { Block } from './blocks.js';

/** Longer blocks are running text whatever words they have; only a whole line of the tables may be that long. */
const MOST_WORDS = 45;
const MOST_LISTED_WORDS = 25;
const MOST_BYLINE_WORDS = 12;
const MOST_DATE_WORDS = 9;
const BYLINE = /^(?:von|by|text|interview|autor(?:in)?|redaktion|mitarbeit)\s?:?\s\p{Lu}[^.!?]{2,80}$/iu;
const DATE_WORD =
  /^(?:stand|aktualisiert|update[ds]?|veröffentlicht|erschienen|published|am|um|vom|von|on|at|zuletzt|uhr|[\d.:,|/•–-]+|\p{L}{3,9}\.?,?)$/iu;
const END = /[.!?…]["'“”»«›‹)\]]*$/u;

/** Whether a text ends like a sentence. */
export function endsSentence(text: string): boolean {
  return END.test(text.slice(-6));
}

/**
 * Whether a block's words alone tell that it is no running text: interface, related articles, captions, bylines, time
 * stamps.
 */
export function isFurnitureText({ text, words }: Block, furniture: FurnitureLexicon): boolean {
  if (words > MOST_WORDS) return false;
  const hit = findFurniture(text, furniture);
  if (hit !== undefined && (hit.match === 'line' || words <= MOST_LISTED_WORDS)) return true;
  if (endsWithCredit(text, words)) return true;
  return (words <= MOST_BYLINE_WORDS && BYLINE.test(text)) || (words <= MOST_DATE_WORDS && isDateLine(text));
}

/** Whether the block is the heading of a list of other articles or of tags. */
export function opensFurniture({ text, words }: Block, furniture: FurnitureLexicon): boolean {
  if (words > MOST_LISTED_WORDS) return false;
  const hit = findFurniture(text, furniture);
  return hit?.match === 'line' && (hit.class === 'related' || hit.class === 'tags' || hit.class === 'end');
}

/** Whether a block is a link to something else: nearly all of it, or most of a short one („Lesen Sie auch: …"). */
export function isLinkList({ linked, words, text }: Block): boolean {
  if (linked > 0.8) return true;
  return linked > 0.5 && words <= MOST_LISTED_WORDS && !endsSentence(text);
}

function isDateLine(text: string): boolean {
  return findHeaderDate(text) !== undefined && text.split(/\s+/).every((word) => DATE_WORD.test(word));
}
