import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createArticleReader } from '../../../server/src/formats/articleReader.js';
import { Indexer } from '../../../server/src/service/indexer.js';
import { createLocalAnalysis } from '../../../server/src/service/localAnalysis.js';
import { createMemoryStore } from '../../../server/src/store/memory.js';
import type { CorpusStore } from '../../../server/src/store/ports.js';
import { createDictionaryAnalysis } from '../../support/dictionaryAnalysis.js';
import { dumpStore } from '../../support/dumpStore.js';
import { createMemoryFolder, type MemoryFolder } from '../../support/memoryFolder.js';

const PATHS = ['a.txt', 'b.txt', 'ordner/c.txt', 'ordner/d.md', 'x.jsonl'];
const TEXTS = [
  '{"id": 1, "title": "Eins", "text": "Lawrow kam."}\n{"id": 2, "title": "Zwei", "text": "Putin ging."}',
  '{"id": 2, "title": "Zwei", "text": "Putin blieb."}\n{"id": 3, "title": "Drei", "text": "Lawrow traf Putin."}',
  'Lawrow traf Putin in Genf.',
  '\u0000\u0001\u0002',
];

type Step =
  | { readonly kind: 'write'; readonly path: string; readonly text: string }
  | { readonly kind: 'delete' | 'touch'; readonly path: string }
  | { readonly kind: 'move'; readonly path: string; readonly to: string }
  | { readonly kind: 'refresh'; readonly paths: readonly string[] }
  | { readonly kind: 'index' | 'restart' }
  | { readonly kind: 'killed'; readonly after: number };

const path = fc.constantFrom(...PATHS);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), path, text: fc.constantFrom(...TEXTS) }) },
  fc.record({ kind: fc.constantFrom('delete' as const, 'touch' as const), path }),
  fc.record({ kind: fc.constant('move' as const), path, to: path }),
  fc.record({ kind: fc.constant('refresh' as const), paths: fc.array(fc.oneof(path, fc.constant('ordner'))) }),
  fc.record({ kind: fc.constantFrom('index' as const, 'restart' as const) }),
  fc.record({ kind: fc.constant('killed' as const), after: fc.nat(4) }),
);

describe('an index, whatever happens to the files and to its indexer', () => {
  it('is the same as one that is made anew', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const folder = createMemoryFolder();
        const store = createMemoryStore();
        let indexer = start(folder, store);
        for (const each of steps) {
          if (each.kind === 'restart') indexer = start(folder, store);
          else if (each.kind === 'killed')
            await start(folder, limit(store, each.after))
              .index({})
              .catch(() => undefined);
          else await perform(each, folder, indexer);
          // Another process has written: what this one remembers no longer holds.
          if (each.kind === 'killed') indexer = start(folder, store);
        }
        await indexer.index({});
        const fresh = createMemoryStore();
        await start(folder, fresh).index({});
        assert.equal(await dumpStore(store), await dumpStore(fresh));
      }),
      { numRuns: 60 },
    );
  });
});

function start(folder: MemoryFolder, store: CorpusStore): Indexer {
  const analyse = createDictionaryAnalysis({ 'person:sergej lawrow': ['Lawrow'], 'person:wladimir putin': ['Putin'] });
  const readArticles = createArticleReader({ data: new Map() });
  const analysis = createLocalAnalysis({ folder, readArticles, analyse });
  return new Indexer({ store, folder, analysis, version: 1, pause: () => Promise.resolve() });
}

/** A store that takes so many batches, and then no more. */
function limit(store: CorpusStore, batches: number): CorpusStore {
  let left = batches;
  const apply: CorpusStore['apply'] = (changes) =>
    left-- > 0 ? store.apply(changes) : Promise.reject(new Error('killed'));
  return new Proxy(store, {
    get: (target, name: keyof CorpusStore) => (name === 'apply' ? apply : target[name].bind(target)),
  });
}

async function perform(each: Step, folder: MemoryFolder, indexer: Indexer): Promise<void> {
  switch (each.kind) {
    case 'write':
      folder.write(each.path, each.text);
      break;
    case 'delete':
      folder.delete(each.path);
      break;
    case 'touch':
      await rewrite(folder, each.path, each.path);
      break;
    case 'move':
      await rewrite(folder, each.path, each.to);
      break;
    case 'refresh':
      await indexer.refresh(each.paths);
      break;
    case 'index':
      await indexer.index({});
      break;
    case 'restart':
    case 'killed':
      break;
  }
}

async function rewrite(folder: MemoryFolder, from: string, to: string): Promise<void> {
  const content = await folder.read(from);
  if ('code' in content) return;
  folder.delete(from);
  for await (const bytes of content.chunks) folder.write(to, bytes);
}
