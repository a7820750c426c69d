import { fold } from '../text/fold.js';
import { findFurniture, type FurnitureLexicon, findOutlet } from './furniture.js';
import { findHeaderDate } from './headerDate.js';
import { findCaptionSource } from './lineClasses.js';
import { isNavigation } from './scrapeLines.js';
import type { ClassifiedLines } from './scrapeTitle.js';

/** A date line that says when a page was changed or expires, not when it appeared. */
const OTHER_DAY = /aktualisiert|geändert|updated|modified|verfügbar|(?<!\p{L})(?:bis|until|expires)(?!\p{L})/iu;

/**
 * The day of the article: of the date lines the first below the title, since one above is often the day when the page was called up; rather
 * when it appeared than when it was changed. Else the day of a caption, or of a dateline.
 */
export function findDate({ lines, classes, first }: ClassifiedLines, title: number): string | undefined {
  const stamped = lines.map((line, index) => ({ line, index })).filter(({ index }) => classes[index] === 'date');
  const below = stamped.filter(({ index }) => index > title);
  const above = stamped.filter(({ index }) => index < title).reverse();
  const ordered = [...below, ...above].map(({ line }) => line.text);
  const line = ordered.find((text) => !OTHER_DAY.test(text)) ?? ordered[0];
  if (line !== undefined) return findHeaderDate(line);
  const caption = lines.map(({ text }) => findCaptionSource(text)?.text).find((text) => text !== undefined);
  return caption === undefined ? findDateline(lines[first]?.text ?? '') : findHeaderDate(caption);
}

const DATELINE = 70;

/** „NORDAU, 12. März 2024 (dpa) – …", „Aug 2, 2023 - …": the day before the dash that opens the text. */
function findDateline(paragraph: string): string | undefined {
  const opening = /^[^.!?]{0,20}[^!?]{4,50}?\s?[-–—)]\s/u.exec(paragraph.slice(0, DATELINE))?.[0];
  return opening === undefined ? undefined : findHeaderDate(opening);
}

/** How many lines of a page may be its head, where a bare name is the outlet. */
const HEAD_LINES = 6;

/** The outlet: named in a header line, in a caption, or by a masthead that the page repeats in another furniture line. */
export function findSource(page: ClassifiedLines, furniture: FurnitureLexicon): string | undefined {
  const { lines, classes } = page;
  const header = lines.find((_, i) => classes[i] === 'outlet' && i < Math.max(page.first, HEAD_LINES));
  if (header) return findOutlet(header.text, furniture);
  for (const line of lines) {
    const name = findCaptionSource(line.text)?.source ?? findHolder(line.text);
    const outlet = name === undefined ? undefined : findOutlet(name, furniture);
    if (outlet !== undefined) return outlet;
  }
  return findMasthead(page, furniture);
}

/** „© 2024 Verlag / Name“. */
function findHolder(line: string): string | undefined {
  return line.startsWith('©') ? COPYRIGHT.exec(line)?.[1] : undefined;
}
const COPYRIGHT = /^©\s*(?:\d{4}\s)?([^/.]{2,40}?)\s*(?:[/.]|$)/u;

/** „Mehr Videos“ repeats a rubric. */
const MORE = /^(?:mehr|weitere|alle|neue|more|all|latest)\s/iu;

function findMasthead({ lines, classes, first }: ClassifiedLines, furniture: FurnitureLexicon): string | undefined {
  const apart = lines.filter((_, i) => classes[i] !== 'paragraph');
  const prose = lines.filter((_, i) => classes[i] === 'paragraph');
  for (const [i, line] of apart.slice(0, HEAD_LINES).entries()) {
    if (line.start >= (lines[first]?.start ?? Infinity)) break;
    const name = findFurniture(line.text, furniture, line.folded) ? undefined : findMastheadName(line.text);
    // „Radio Sundwelle“ comes again as „Sundwelle in Ihrer App“: one word of some length is enough.
    const words = name?.split(/\s+/u).filter((word) => word.length >= 5) ?? [];
    if (words.length === 0) continue;
    const others = apart.filter((other) => other !== line && !MORE.test(other.text));
    const isRepeated = words.some((word) => others.some(({ text }) => hasName(text, word)));
    // What the text speaks of is its topic, unless it stands at the very top of the page.
    const isTopic = i > 0 && words.some((word) => prose.some(({ text }) => hasName(text, word)));
    if (isRepeated && !isTopic) return name;
  }
  return undefined;
}

/** Whether a line has the name as a word of its own, in its spelling, or in an address. */
function hasName(line: string, name: string): boolean {
  const at = line.indexOf(name);
  if (at !== -1 && !/\p{L}/u.test(line.charAt(at - 1) + line.charAt(at + name.length))) return true;
  const address = /\.[a-z]{2}/i.test(line) ? findAddress(line) : undefined;
  return address?.includes(fold(name)) ?? false;
}

function findAddress(line: string): string | undefined {
  return /[\w.@-]{4,80}\.[a-z]{2,10}/i.exec(line)?.[0].toLowerCase();
}

/** „Donauwarte – Nachrichten für …", „Agentur Nordlicht (anl)": the one to four words of a name before a slogan or short form. */
export function findMastheadName(line: string): string | undefined {
  const name = line.replace(/\s+[–|-]\s.*$|\.\s.*$|\s*\([^)]*\)$/u, '');
  const words = name.split(/\s+/u);
  if (words.length > 4 || isNavigation(name) || !words.some((word) => word.length >= 5)) return undefined;
  return /^\p{Lu}[\p{L}&.'-]*(?:\s(?:\p{Lu}[\p{L}&.'-]*|am|an|der|die|das|des|im|in|of|the|and|und|für|for|&))*$/u.test(
    name,
  )
    ? name
    : undefined;
}
