/*
 * Numbers in a PDF that make PDF.js (6.1) fill tables of millions of entries: ranges of character maps and of glyph widths. A file that has
 * such ranges is damaged or hostile: a font has 65,536 glyphs at most.
 */

/** Whether the character maps (ToUnicode, CMap) in the text of a stream map more characters than there are. */
export function hasEndlessMap(text: string): boolean {
  return countMapped(text) > MAX_MAPPED;
}

const MAX_MAPPED = 2_000_000;
const SECTION = /begin(?:bf|cid|notdef)range/g;
const RANGE = /<([0-9a-f]{1,8})>\s{0,9}<([0-9a-f]{1,8})>\s{0,9}[<[\d]/gi;

function countMapped(text: string): number {
  let count = 0;
  let end = 0;
  for (const { index } of text.matchAll(SECTION)) {
    if (index < end) continue;
    const closing = text.indexOf('end', index);
    end = closing === -1 ? text.length : closing;
    for (const [, low = '', high = ''] of text.slice(index, end).matchAll(RANGE)) {
      count += Math.max(0, parseInt(high, 16) - parseInt(low, 16));
    }
  }
  return count;
}

const MAX_WIDTHS = 70_000;
const MAX_ARRAY = 200_000;
const NAME_BEFORE = /\/(\w{1,20})\s{0,9}$/;

/** Whether an array of glyph widths („first last width") in the text of objects spans more glyphs than fonts have. */
export function hasEndlessWidths(text: string): boolean {
  for (let at = text.indexOf('['); at !== -1; ) {
    const name = NAME_BEFORE.exec(text.slice(Math.max(0, at - 30), at))?.[1];
    // Widths may stand in an array of their own, which has no name before it.
    const mayBeWidths = name === undefined || name === 'W' || name === 'W2';
    const end = mayBeWidths ? findArrayEnd(text, at) : at + 1;
    if (mayBeWidths && hasWideTriple(text.slice(at + 1, end))) return true;
    at = text.indexOf('[', end);
  }
  return false;
}

function findArrayEnd(text: string, start: number): number {
  let depth = 0;
  const limit = Math.min(text.length, start + MAX_ARRAY);
  for (let at = start; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5b) depth++;
    else if (code === 0x5d && --depth === 0) return at;
  }
  return limit;
}

/** Lists in the array stand for glyphs one by one. */
function hasWideTriple(array: string): boolean {
  for (const [, first = '', last = ''] of array.matchAll(/(?<![\d.[])(\d{1,9})\s{1,9}(\d{5,10})\s{1,9}[\d.-]/g)) {
    if (Number(last) - Number(first) > MAX_WIDTHS) return true;
  }
  return false;
}
