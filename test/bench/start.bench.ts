import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Hover } from 'vscode-languageserver/node';
import { endServers, startServer, type TestServer } from '../protocol/support/testServer.js';
import { personAt, writeArticles } from './generateArticles.js';
import { printTable, spread } from './measure.js';

/**
 * `node start.bench.js [N] [FOLDER]`: how long it takes from the start of the server's process to the first right card, with the index of N
 * articles (1,000) at hand, and from saving an article to a card that shows it. With a folder, corpus and index are kept there. A wrong
 * card ends the run.
 */
const count = Number(process.argv[2] ?? 1000);
const STARTS = 7;
const SAVES = 7;
const PATIENCE_MS = 20_000;

const kept = process.argv[3];
const folder = kept === undefined ? mkdtempSync(join(tmpdir(), 'fundstelle-bench-')) : resolve(kept);
const [corpus, index] = [join(folder, 'corpus'), join(folder, 'index')];
process.env['FUNDSTELLE_INDEX'] = index;
const HUB = personAt(0);
const DRAFT = pathToFileURL(join(corpus, 'drafts', 'draft.md')).href;

try {
  prepare();
  const starts: number[] = [];
  for (let i = 0; i < STARTS; i++) starts.push(await timeStart());
  const saves = await timeSaves();
  printTable(`Start and saved file at ${String(count)} articles (ms)`, [
    ['', 'first', 'median', 'most'],
    ['process start to first right card', starts[0] ?? 0, spread(starts).median, Math.max(...starts)],
    ['saved article to card that shows it', saves[0] ?? 0, spread(saves).median, Math.max(...saves)],
  ]);
} finally {
  endServers();
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
}

function prepare(): void {
  if (!existsSync(corpus)) {
    mkdirSync(join(corpus, 'drafts'), { recursive: true });
    writeArticles(corpus, count);
  }
  rmSync(join(corpus, 'articles', 'saved'), { recursive: true, force: true });
  execFileSync(process.execPath, ['dist/bin/fundstelle.cjs', 'index', corpus], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (readdirSync(index).length !== 1) throw new Error('there is no index');
}

async function timeStart(): Promise<number> {
  const started = performance.now();
  const server = await open();
  const text = `Am Montag traf ${HUB} in Genf ein.\n`;
  await server.open(DRAFT, text);
  const card = await hover(server, text.indexOf(HUB) + 1);
  const time = performance.now() - started;
  if (!card.includes(HUB) || !card.includes('file:')) throw new Error(`no right card: ${card}`);
  await server.stop();
  return time;
}

async function open(): Promise<TestServer> {
  const server = startServer();
  await server.initialize({ folders: [corpus] });
  return server;
}

/** An editor that tells of every file that was saved. */
async function timeSaves(): Promise<readonly number[]> {
  const server = await open();
  await server.waitForCorpora();
  mkdirSync(join(corpus, 'articles', 'saved'), { recursive: true });
  const times: number[] = [];
  for (let i = 0; i < SAVES; i++) times.push(await timeSave(server, i));
  await server.stop();
  return times;
}

async function timeSave(server: TestServer, round: number): Promise<number> {
  const name = `Orlando Quistenbarth${'aeiouyz'[round] ?? ''}`;
  const text = `Am Montag traf ${name} in Genf ein.\n`;
  const uri = `${DRAFT}${String(round)}.md`;
  await server.open(uri, text);
  const file = join(corpus, 'articles', 'saved', `${String(round)}.txt`);
  writeFileSync(file, `Ein Bericht\n\nDer Botschafter ${name} sagte am Montag in Genf, er reise morgen ab.\n`);
  const started = performance.now();
  const changes = [{ uri: pathToFileURL(file).href, type: 1 }];
  await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  while (performance.now() - started < PATIENCE_MS)
    if ((await hover(server, text.indexOf(name) + 1, uri)).includes(`saved/${String(round)}.txt`))
      return performance.now() - started;
  throw new Error(`${readFileSync(file, 'utf8')} is not shown`);
}

async function hover(server: TestServer, character: number, uri = DRAFT): Promise<string> {
  const params = { textDocument: { uri }, position: { line: 0, character } };
  const answer = await server.connection.sendRequest<Hover | null>('textDocument/hover', params);
  return answer === null ? '' : JSON.stringify(answer.contents);
}
