import { listParagraphs } from './cleanText.js';
import type { DocumentBlock } from './extracted.js';

/** Lines of hard-wrapped text are this long, except the last of a paragraph. */
const WRAPPED = { from: 50, to: 100 };

/** The paragraphs of plain text: blank lines part them; where there are none, every line is one. Hard-wrapped lines are joined. */
export function listTextBlocks(text: string): readonly DocumentBlock[] {
  const parts = listParagraphs(text);
  const paragraphs = parts.length > 1 ? parts.map(unwrap) : parts.flatMap((part) => unwrap(part).split('\n'));
  return paragraphs.map((paragraph) => ({ text: paragraph, role: 'paragraph' }));
}

function unwrap(paragraph: string): string {
  const lines = paragraph.split('\n');
  const isWrapped = lines.slice(0, -1).every(({ length }) => length >= WRAPPED.from && length <= WRAPPED.to);
  return isWrapped ? lines.join(' ') : paragraph;
}
