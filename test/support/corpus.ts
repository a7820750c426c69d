import { createArticleReader } from '../../server/src/formats/articleReader.js';
import type { CorpusService, LiveDocument } from '../../server/src/service/answers.js';
import { createLocalCorpusService } from '../../server/src/service/localCorpus.js';
import { createMemoryStore } from '../../server/src/store/memory.js';
import { createDictionaryAnalysis, type NameDictionary, type TriggerDictionary } from './dictionaryAnalysis.js';
import { createMemoryFolder, type MemoryFolder } from './memoryFolder.js';

export interface TestCorpus {
  readonly service: CorpusService;
  readonly folder: MemoryFolder;
}

const NAMES: NameDictionary = {
  'person:sergej lawrow': ['Sergej Lawrow', 'Lawrow', 'Lawrows'],
  'person:antony blinken': ['Antony Blinken', 'Blinken'],
  'person:wladimir putin': ['Wladimir Putin', 'Putin'],
  'person:kim jong un': ['Kim Jong-un', 'Kim'],
  'person:kim yo jong': ['Kim Yo-jong', 'Kim'],
  'person:gerhard schroder': ['Gerhard Schröder', 'Schröder'],
  'person:olaf scholz': ['Olaf Scholz', 'Scholz'],
};
const TRIGGERS: TriggerDictionary = { Gespräch: 'CONSULT', Gespräche: 'CONSULT', Manöver: 'MOBILIZE' };

/** A corpus of these articles with known names and triggers; it is indexed unless `isIndexed` is false. */
export async function createTestCorpus(
  articles: Readonly<Record<string, string>>,
  { isIndexed = true }: { readonly isIndexed?: boolean } = {},
): Promise<TestCorpus> {
  const folder = createMemoryFolder(articles);
  const service = createLocalCorpusService({
    name: 'Test',
    store: createMemoryStore(),
    folder,
    readArticles: createArticleReader({ data: new Map() }),
    analyse: createDictionaryAnalysis(NAMES, TRIGGERS),
    pause: () => Promise.resolve(),
    locale: 'de',
  });
  if (isIndexed) await service.index();
  return { service, folder };
}

/** Text of an article file with front matter. */
export function article(about: { readonly date?: string; readonly source?: string }, text: string): string {
  const lines = Object.entries(about).map(([key, value]) => `${key}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n\n${text}\n`;
}

let versions = 0;

/** An open document from text in which `|` marks the caret. */
export function draft(marked: string, about: Partial<LiveDocument> = {}): { document: LiveDocument; offset: number } {
  versions += 1;
  const document = {
    key: 'draft.md',
    version: versions,
    markup: 'markdown' as const,
    text: marked.replace('|', ''),
    ...about,
  };
  return { document, offset: marked.indexOf('|') };
}
