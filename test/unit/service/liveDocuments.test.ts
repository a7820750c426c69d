import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { analyse, analyseInSlices } from '../../../server/src/core/analyse.js';
import type { ArticleId, ArticleInput } from '../../../server/src/core/article/article.js';
import type { Knowledge } from '../../../server/src/core/knowledge.js';
import type { LiveDocument } from '../../../server/src/service/answers.js';
import { LiveDocuments } from '../../../server/src/service/liveDocuments.js';
import { getKnowledge } from '../../support/knowledge.js';

describe('live documents', () => {
  let knowledge: Knowledge;
  before(async () => {
    knowledge = await getKnowledge();
  });

  function open(): { readonly live: LiveDocuments; readonly read: string[]; readonly pauses: () => number } {
    const read: string[] = [];
    let pauses = 0;
    const live = new LiveDocuments({
      analyse: (input, memory) => {
        read.push(input.text);
        return analyseInSlices(input, knowledge, memory);
      },
      findExtracted: () => Promise.resolve(undefined),
      pause: async () => {
        pauses++;
        await setImmediate();
      },
    });
    return { live, read, pauses: () => pauses };
  }

  const versionOf = (version: number, text: string): LiveDocument => {
    return { key: 'draft.txt', version, text, markup: 'plain' };
  };

  it('are analysed once for each version, however many ask', async () => {
    const { live, read } = open();
    const document = versionOf(1, 'Sergej Lawrow kam.');
    const [first, second] = await Promise.all([live.get(document), live.get(document)]);
    assert.equal(first, second);
    assert.equal(await live.get(document), first);
    assert.equal(read.length, 1);
  });

  it('answer for every version that was asked about, in whatever order its questions come', async () => {
    const { live } = open();
    const texts = ['Lawrow kam.', 'Lawrow kam.\n\nSergej Lawrow ging.', 'Wieder kam Lawrow.\n\nSergej Lawrow ging.'];
    const documents = texts.map((text, i) => versionOf(i, text));
    const answers = await Promise.all([2, 0, 1].map((i) => live.get(documents[i] as LiveDocument)));
    assert.deepEqual(
      answers.map(({ article }) => article.text),
      [texts[2], texts[0], texts[1]],
    );
    for (const facts of answers) {
      const input: ArticleInput = {
        id: 'draft.txt' as ArticleId,
        text: facts.article.text,
        metadata: {},
        contentStart: 0,
        layout: 'raw',
      };
      assert.deepEqual(facts.mentions, analyse(input, knowledge).mentions);
    }
  });

  it('let others have their turn while a long text is read', async () => {
    const { live, pauses } = open();
    await live.get(
      versionOf(1, 'Der russische Außenminister Sergej Lawrow reiste am Mittwoch nach Genf.\n\n'.repeat(1000)),
    );
    assert.ok(pauses() > 3);
  });

  it('give the facts of a version a few keystrokes old to those who must not wait', async () => {
    const { live, read } = open();
    const facts = await live.get(versionOf(1, 'Sergej Lawrow kam.'));
    assert.equal(await live.getRecent(versionOf(7, 'Sergej Lawrow kam. Er')), facts);
    await live.getRecent(versionOf(100, 'Ganz anders.'));
    assert.deepEqual(read, ['Sergej Lawrow kam.', 'Ganz anders.']);
  });

  it('are forgotten when they are closed', async () => {
    const { live, read } = open();
    await live.get(versionOf(1, 'Sergej Lawrow kam.'));
    live.forget('draft.txt');
    await live.get(versionOf(1, 'Sergej Lawrow kam.'));
    assert.equal(read.length, 2);
  });
});
