import { join, relative, resolve } from 'node:path';
import { createFolderCorpus } from '../compose.js';
import { loadBuiltIn } from '../loadBuiltIn.js';
import type { Offer } from '../service/adding/adding.js';
import { type CommandCall, EXIT } from './command.js';
import type { Console } from './console.js';
import { findCorpusRoot } from './openCorpus.js';

/**
 * `fundstelle add`: makes an article of each file, address or standard input (`-`), and prints the paths of the new articles. Why one was not
 * added, and what its reader should know, goes to the error stream.
 */
export async function add(call: CommandCall, console: Console): Promise<number> {
  if (call.paths.length === 0) {
    await console.complain('fundstelle: add needs a file, an address (http or https), or - for standard input\n');
    return EXIT.usage;
  }
  const root = await findCorpusRoot(call.corpus, console);
  if (root === undefined) return EXIT.usage;
  const corpus = await createFolderCorpus({ root, builtIn: await loadBuiltIn() });
  let code: number = EXIT.done;
  for (const named of call.paths) {
    const added = await corpus.addArticle(await toOffer(named, console));
    if ('refused' in added) {
      await console.complain(`${named}: ${added.refused}\n`);
      code = EXIT.findings;
      continue;
    }
    for (const note of added.notes) await console.complain(`${named}: ${note}\n`);
    await console.write(`${relative(console.folder, join(root, added.path))}\n`);
  }
  await corpus.service.close();
  return code;
}

async function toOffer(named: string, { folder, input }: Console): Promise<Offer> {
  if (named === '-') return { kind: 'bytes', bytes: await readAll(input) };
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(named)) return { kind: 'page', address: named };
  return { kind: 'file', where: resolve(folder, named) };
}

/** What is larger than this is refused whatever it is. */
const ENOUGH = 60 * 1024 * 1024;

async function readAll(input: Console['input']): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of input ?? []) {
    parts.push(part);
    size += part.length;
    if (size > ENOUGH) break;
  }
  return new Uint8Array(Buffer.concat(parts, size));
}
