import type { DocumentBlock, Extracted } from '../../../../../server/src/formats/documents/extracted.js';

/** The blocks of an article as a reader would note them: `# title`, `## subhead`, and `(2)` where they start on page 2. */
export function show(article: Extracted | undefined): readonly string[] {
  return (article?.blocks ?? []).map(showBlock);
}

function showBlock({ text, role, page }: DocumentBlock): string {
  const mark = role === 'title' ? '# ' : role === 'subhead' ? '## ' : '';
  return `${mark}${text}${page === undefined ? '' : ` (${String(page)})`}`;
}

/** The problems of an article in one line each. */
export function showProblems(article: Extracted | undefined): readonly string[] {
  return (article?.problems ?? []).map(({ severity, code, message }) => `${severity} ${code}: ${message}`);
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Bytes of a text, one a character. */
export function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

export async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
