import { findFurniture, type FurnitureLexicon } from './furniture.js';
import type { LineClass } from './lineClasses.js';
import type { ClassifiedLines } from './scrapeTitle.js';

/** „3 Kommentare", „Kommentare (23)", „Comments": what readers wrote follows. */
const COMMENTS = /^(?:\d{1,5}\s)?(?:leser)?(?:kommentare?|comments?)(?:\s?\(\d{1,5}\))?:?$/iu;
const REPLY =
  /^(?:antworten|reply|melden|report|gefällt mir|like)$|\s(?:schreibt|schrieb|meint|says|writes|wrote):?$/iu;

/**
 * Index of the line from which on everything is furniture: related articles, tags, a note on the author or the comments, with too little
 * text behind it for the article to go on there. The number of lines when there is none.
 */
export function findTail({ lines, classes, first }: ClassifiedLines, furniture: FurnitureLexicon): number {
  const after = countParagraphsAfter(classes);
  for (let i = first + 1; i < lines.length; i++) {
    const text = lines[i]?.text ?? '';
    const left = after[i] ?? 0;
    if (COMMENTS.test(text) && lines.slice(i + 1, i + 4).some((line) => REPLY.test(line.text))) return i;
    if (!OPENERS.has(classes[i])) continue;
    const hit = findFurniture(text, furniture, lines[i]?.folded);
    if (hit?.class === 'end' && left <= Math.min(END, (after[first - 1] ?? after[first] ?? 0) / 3)) return i;
    const isList =
      hit?.class === 'tags' ||
      hit?.class === 'end' ||
      (hit?.class === 'related' && hit.match === 'line' && classes[i + 1] !== 'paragraph');
    // A block of headlines may hold one that ends like a sentence; two paragraphs after it mean that the article goes on.
    if (isList && left <= 1) return i;
  }
  return lines.length;
}

const OPENERS: ReadonlySet<LineClass | undefined> = new Set(['related', 'tags', 'end']);

/** Paragraphs that a note at the end may have. */
const END = 3;

function countParagraphsAfter(classes: ClassifiedLines['classes']): readonly number[] {
  const counts: number[] = [];
  let count = 0;
  for (let i = classes.length - 1; i >= 0; i--) {
    counts.push(count);
    if (classes[i] === 'paragraph') count++;
  }
  return counts.reverse();
}
