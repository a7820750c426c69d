import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { BIBLIOGRAPHY_FORMATS, type BibliographyFormat } from '../core/references/printBibliography.js';
import type { CorpusService } from '../service/answers.js';
import { type CommandCall, EXIT } from './command.js';
import type { Console } from './console.js';
import { withCorpus } from './openCorpus.js';

const PAGE = 500;

/** `fundstelle export`: the articles of a corpus as a bibliography, to standard output or a file. */
export async function exportBibliography(call: CommandCall, console: Console): Promise<number> {
  const format = findFormat(call.format);
  if (format === undefined) {
    const known = Object.keys(BIBLIOGRAPHY_FORMATS).join(' or ');
    await console.complain(`fundstelle: --format is one of ${known}\n`);
    return EXIT.usage;
  }
  return withCorpus(call, console, async (corpus) => {
    const text = await printBibliography(corpus, format);
    if (call.output === undefined) await console.write(text);
    else await writeFile(resolve(console.folder, call.output), text);
  });
}

function findFormat(name: string | undefined): BibliographyFormat | undefined {
  return Object.entries(BIBLIOGRAPHY_FORMATS).find(([known]) => known === name)?.[1];
}

async function printBibliography(corpus: CorpusService, format: BibliographyFormat): Promise<string> {
  const entries: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await corpus.listArticles({ limit: PAGE, ...(cursor !== undefined && { cursor }) });
    for (const article of page.rows) entries.push(format.printEntry(article));
    cursor = page.next;
  } while (cursor !== undefined);
  return format.head + entries.join(format.between) + format.end;
}
