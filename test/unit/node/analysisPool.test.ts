import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { ArticleId } from '../../../server/src/core/article/article.js';
import { type AnalysisPool, createAnalysisPool } from '../../../server/src/node/threads/analysisPool.js';
import type { AnalysedPart } from '../../../server/src/service/ports.js';

const PROGRAM = join(import.meta.dirname, '..', '..', 'support', 'hostileWorker.js');

describe('threads that read and analyse', function () {
  this.timeout(20_000);
  let pool: AnalysisPool;
  let started = 0;

  function open(threads = 1, limitMs = 400): AnalysisPool {
    const start = (): Worker => {
      started += 1;
      return new Worker(PROGRAM, { resourceLimits: { maxOldGenerationSizeMb: 32 }, stderr: true });
    };
    started = 0;
    pool = createAnalysisPool({ start, threads, basis: '', limitMs });
    return pool;
  }
  afterEach(() => pool.close());

  async function take(path: string, known?: string): Promise<readonly AnalysedPart[]> {
    const parts: AnalysedPart[] = [];
    for await (const part of pool.analyse(path, known)) parts.push(part);
    return parts;
  }
  const messages = (parts: readonly AnalysedPart[]): readonly string[] =>
    parts.flatMap((part) => (part.kind === 'problem' ? [part.problem.message] : []));

  it('give what is in a file, in order', async () => {
    open();
    const parts = await take('50');
    assert.deepEqual(parts[0], { kind: 'file', stamp: '1', hash: 'h-50' });
    assert.deepEqual(
      messages(parts),
      Array.from({ length: 50 }, (_, i) => String(i)),
    );
  });

  it('do not read what is known', async () => {
    open();
    assert.equal((await take('50', 'h-50')).length, 1);
  });

  it('go no further than they are asked, but for a few parts', async () => {
    open();
    const parts = pool.analyse('5000', undefined);
    const iterator = parts[Symbol.asyncIterator]();
    await iterator.next();
    // Time enough to send them all.
    await sleep(100);
    await iterator.return?.();
    const sent = Number((await pool.findExtracted('sent' as ArticleId))?.text);
    assert.ok(sent > 0 && sent < 50, String(sent));
  });

  it('a slow taker is waited for, however long', async () => {
    open(1, 100);
    let count = 0;
    for await (const part of pool.analyse('40', undefined)) {
      if (part.kind === 'problem') count += 1;
      if (count % 20 === 0) await sleep(250);
    }
    assert.deepEqual([count, started], [40, 1]);
  });

  it('a file that hangs is given up; those behind it are read', async () => {
    open();
    const [hung, next] = await Promise.all([take('hang.pdf'), take('3')]);
    assert.match(messages(hung).join(), /^gives nothing for 0 seconds, and is not read$/);
    assert.deepEqual([messages(next).length, started], [3, 2]);
  });

  for (const path of ['exit.docx', 'fill.epub'])
    it(`a file of which a thread dies is tried once more, then given up: ${path}`, async () => {
      open(1, 10_000);
      const [dead, next] = await Promise.all([take(path), take('3')]);
      assert.match(messages(dead).join(), /^makes its reader run out of memory or crash/);
      assert.deepEqual([messages(next).length, started], [3, 3]);
    });

  it('share the files', async () => {
    open(2);
    const all = await Promise.all(Array.from({ length: 20 }, (_, i) => take(String(i))));
    assert.deepEqual(
      all.map((parts) => parts.length),
      Array.from({ length: 20 }, (_, i) => i + 1),
    );
    assert.equal(started, 2);
  });

  it('a text that cannot be had is none, and ends nothing else', async () => {
    open();
    assert.equal(await pool.findExtracted('hangs' as ArticleId), undefined);
    assert.equal((await take('3')).length, 4);
  });
});
