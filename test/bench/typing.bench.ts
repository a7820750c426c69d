import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse, analyseInSlices } from '../../server/src/core/analyse.js';
import { createArticleReader } from '../../server/src/formats/articleReader.js';
import { createCorpusFolder } from '../../server/src/node/corpusFolder.js';
import type { CorpusService, LiveDocument } from '../../server/src/service/answers.js';
import { createCorpusService } from '../../server/src/service/createCorpusService.js';
import { createLocalIndex } from '../../server/src/service/localCorpus.js';
import { createMemoryStore } from '../../server/src/store/memory.js';
import { getDataFiles, getKnowledge } from '../support/knowledge.js';
import { createMemoryFolder } from '../support/memoryFolder.js';
import { printTable, spread } from './measure.js';

// A writer types into the middle of a long draft and looks at a name after every tenth key. Figures, not assertions – but for the
// hovers: a wrong one ends the run.
const LENGTH = 300_000;
const KEYS = 500;
const KEYS_A_HOVER = 10;
const WARM_UP = 200;
const URI = 'file:///draft.md';
const TYPED =
  `Der russische Außenminister Sergej Lawrow traf am Mittwoch in Genf seine Kollegin Karla Quistorp. „Wir reden weiter“, sagte
Quistorp. Die Gespräche mit der Nato dauerten bis zum Abend. Elmar Tüngler vom Institut für Grenzfragen (IGF) sagte, er sehe keine
Fortschritte. Das IGF rechnet mit weiteren Treffen. `.replaceAll('\n', ' ');

/** CPU used when the thread last had its turn, and the longest stretch without one, in milliseconds. */
const turn = { start: 0, longest: 0 };
const knowledge = await getKnowledge();
const sample = await readSample();
const service = await createSampleService();

await reportTyping();

async function readSample(): Promise<Readonly<Record<string, string>>> {
  const include = ['articles/**/*.txt', 'articles/**/*.md'];
  const { files } = await createCorpusFolder({ root: 'corpus', include, exclude: [] }).list();
  const texts = await Promise.all(files.map(({ path }) => readFile(`corpus/${path}`, 'utf8')));
  return Object.fromEntries(files.map(({ path }, i) => [path, texts[i] ?? '']));
}

async function createSampleService(): Promise<CorpusService> {
  const pause = async (): Promise<void> => {
    endTurn();
    await setImmediate();
    turn.start = readCpu();
  };
  const index = createLocalIndex({
    store: createMemoryStore(),
    folder: createMemoryFolder(sample),
    readArticles: createArticleReader({ data: await getDataFiles() }),
    analyse: (input) => analyse(input, knowledge),
    pause,
  });
  const created = createCorpusService({
    name: 'bench',
    analyse: (input, memory) => analyseInSlices(input, knowledge, memory),
    pause,
    ...index,
  });
  await created.index();
  return created;
}

/** German paragraphs of the sample, no two alike, up to the length. */
function makeDraft(): string {
  const german = Object.values(sample).filter((text) => / der /.test(text) && / und /.test(text));
  const paragraphs = german.flatMap((text) => text.split(/\n+/)).filter((line) => line.length > 120);
  let draft = '';
  for (let copy = 1; draft.length < LENGTH; copy++)
    for (const paragraph of paragraphs) draft += `${paragraph} (${String(copy)})\n\n`;
  return draft.slice(0, draft.lastIndexOf('\n\n', LENGTH));
}

async function reportTyping(): Promise<void> {
  const draft = makeDraft();
  const place = draft.indexOf('\n\n', draft.length / 2);
  let document = TextDocument.create(URI, 'markdown', 1, `${draft.slice(0, place)}\n\n${draft.slice(place)}`);
  const first = await measureWork(() => hover(document, place));
  const type = async (key: number): Promise<void> => {
    document = press(document, place + 2 + key, TYPED[key % TYPED.length] ?? ' ');
    if (key % KEYS_A_HOVER === KEYS_A_HOVER - 1) await hover(document, findName(document, place, key));
  };
  for (let key = 0; key < WARM_UP; key++) await type(key);
  const works: Work[] = [];
  for (let key = WARM_UP; key < WARM_UP + KEYS; key++) works.push(await measureWork(() => type(key)));
  const cpu = works.map((work) => work.cpu);
  const sum = cpu.reduce((total, own) => total + own, 0);
  printTable(
    `${String(KEYS)} keys in a draft of ${String(document.getText().length)} characters, a hover after every tenth`,
    [
      ['first hover ms', 'its longest block', 'CPU ms a key', 'key median', 'key p99', 'longest block ms'],
      [
        first.time,
        first.block,
        sum / KEYS,
        spread(cpu).median,
        spread(cpu).p99,
        Math.max(...works.map(({ block }) => block)),
      ],
    ],
  );
}

/** The last name that was typed whole, or a place before all of them. */
function findName(document: TextDocument, place: number, key: number): number {
  const typed = document.getText().slice(place, place + 2 + key);
  const last = Math.max(typed.lastIndexOf('Lawrow '), typed.lastIndexOf('Genf '));
  return last < 0 ? place : place + last + 1;
}

function press(document: TextDocument, offset: number, text: string): TextDocument {
  const position = document.positionAt(offset);
  return TextDocument.update(document, [{ range: { start: position, end: position }, text }], document.version + 1);
}

async function hover(document: TextDocument, offset: number): Promise<void> {
  const live: LiveDocument = { key: URI, version: document.version, text: document.getText(), markup: 'markdown' };
  const card = await service.findCard(live, offset);
  const name = /^(?:Lawrow|Genf) /.exec(live.text.slice(offset - 1))?.[0].trim();
  if (name === undefined) return;
  if (card?.kind !== 'actor' || !card.surface.endsWith(name)) throw new Error(`no card of ${name}`);
}

interface Work {
  readonly cpu: number;
  readonly time: number;
  /** The longest CPU time for which nothing else had its turn. */
  readonly block: number;
}

async function measureWork(work: () => Promise<unknown>): Promise<Work> {
  const [cpu, start] = [readCpu(), performance.now()];
  Object.assign(turn, { start: cpu, longest: 0 });
  await work();
  endTurn();
  return { cpu: readCpu() - cpu, time: performance.now() - start, block: turn.longest };
}

function endTurn(): void {
  turn.longest = Math.max(turn.longest, readCpu() - turn.start);
}

/** Milliseconds of CPU of the whole process: other processes do not count, but the collector's threads do. */
function readCpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
