import { readWebPage } from '../../server/src/formats/html/readWebPage.js';
import { createWebKnowledge, type WebKnowledge } from '../../server/src/formats/html/webKnowledge.js';
import type { WebPage } from '../../server/src/formats/html/webPage.js';
import { readDataFolder } from '../../server/src/node/dataFolder.js';

let knowledge: Promise<WebKnowledge> | undefined;

/** The real tables for web pages, compiled once for all tests. */
export function getWebKnowledge(): Promise<WebKnowledge> {
  knowledge ??= readDataFolder('server/data').then((files) => createWebKnowledge(files).knowledge);
  return knowledge;
}

/** Reads a page given as markup (in UTF-8) or as bytes. */
export async function readPage(page: string | Uint8Array): Promise<WebPage> {
  const bytes = typeof page === 'string' ? new TextEncoder().encode(page) : page;
  return readWebPage(bytes, await getWebKnowledge());
}

/** A page's text as a writer would note it: `# title`, `## subhead`, paragraphs; a line each. */
export function printPage({ blocks }: WebPage): string {
  const marks = { title: '# ', subhead: '## ', paragraph: '' };
  return blocks.map(({ text, role }) => marks[role] + text.replaceAll('\n', ' / ')).join('\n');
}

/** Lines without the indentation that a test's source gives them. */
export function lines(text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .join('\n');
}
