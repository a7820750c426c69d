import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Position } from 'vscode-languageserver/node';

/** A folder of a test: it may be written to, and is gone afterwards. */
export interface TestFolder {
  readonly path: string;
  readonly uri: string;
  write(path: string, text: string): void;
  read(path: string): string;
  remove(path: string): void;
  uriOf(path: string): string;
}

const made: string[] = [];

/** A copy of the sample corpus. */
export function copySample(): TestFolder {
  const folder = makeFolder();
  cpSync('corpus', folder.path, { recursive: true });
  return folder;
}

/** A corpus of one article and one file that cannot be read: quick to open. */
export function makeCorpus(name = 'Klein'): TestFolder {
  const folder = makeFolder();
  folder.write('corpus.yaml', `name: ${name}\n`);
  folder.write('genf.txt', 'Genf, 3. März 2022\n\nAußenminister Sergej Lawrow traf in Genf Antony Blinken.\n');
  folder.write('kaputt.txt', '\u0000\u0001\u0002'.repeat(50));
  return folder;
}

/** An empty folder. */
export function makeFolder(): TestFolder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'fundstelle-protocol-')));
  made.push(path);
  return {
    path,
    uri: pathToFileURL(path).href,
    write: (file, text) => {
      mkdirSync(dirname(join(path, file)), { recursive: true });
      writeFileSync(join(path, file), text);
    },
    read: (file) => readFileSync(join(path, file), 'utf8'),
    remove: (file) => {
      rmSync(join(path, file), { recursive: true });
    },
    uriOf: (file) => pathToFileURL(join(path, file)).href,
  };
}

/** Removes what tests have made; for `afterEach`. */
export function removeFolders(): void {
  for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
}

/** The position of `|` in a stretch of the text: `positionIn(text, 'traf Law|row in Genf')`. */
export function positionIn(text: string, marked: string): Position {
  const found = text.indexOf(marked.replace('|', ''));
  assert.notEqual(found, -1, `${marked} does not stand in the text`);
  const before = text.slice(0, found + marked.indexOf('|'));
  const lines = before.split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
