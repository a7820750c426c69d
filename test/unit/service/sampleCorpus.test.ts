import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { analyse } from '../../../server/src/core/analyse.js';
import { createArticleReader } from '../../../server/src/formats/articleReader.js';
import { createCorpusFolder } from '../../../server/src/node/corpusFolder.js';
import type { CorpusService, LiveDocument } from '../../../server/src/service/answers.js';
import { createLocalCorpusService } from '../../../server/src/service/localCorpus.js';
import { createMemoryStore } from '../../../server/src/store/memory.js';
import { getKnowledge } from '../../support/knowledge.js';

describe('the sample corpus and its German draft', () => {
  let service: CorpusService;
  let document: LiveDocument;

  before(async function () {
    this.timeout(20_000);
    const knowledge = await getKnowledge();
    service = createLocalCorpusService({
      name: 'sample',
      store: createMemoryStore(),
      folder: createCorpusFolder({ root: 'corpus', include: ['articles/**/*.txt', 'articles/**/*.md'], exclude: [] }),
      readArticles: createArticleReader({ data: new Map() }),
      analyse: (input) => analyse(input, knowledge),
      pause: () => Promise.resolve(),
      locale: 'de',
    });
    await service.index();
    const text = await readFile('corpus/drafts/analyse-gipfel.md', 'utf8');
    document = { key: 'analyse-gipfel.md', version: 1, text, markup: 'markdown' };
  });

  function inside(words: string): number {
    const start = document.text.indexOf(words);
    return start < 0 ? assert.fail(`the draft has no „${words}“`) : start + 1;
  }

  it('show who Lawrow is, with three passages that can be opened', async () => {
    const card = await service.findCard(document, inside('Lawrow saß 2013'));
    assert.equal(card?.kind, 'actor');
    const [{ actor, passages } = assert.fail()] = card.candidates;
    assert.equal(actor.name, 'Sergej Lawrow');
    assert.ok(actor.offices.some(({ title }) => title === 'Außenminister'));
    assert.ok(passages.length >= 3);
    for (const { article, mention } of passages.slice(0, 3)) {
      const text = await readFile(`corpus/${article.id}`, 'utf8');
      assert.match(text.slice(mention.start, mention.end), /La[wv]ro[wv]/);
    }
  });

  it('lead from Lawrow to the passage about the day that the sentence tells of', async () => {
    const [best] = await service.listDefinitions(document, inside('Lawrow in Genf Blinken'));
    assert.match(best?.article.id ?? '', /2022-01-2\d/);
  });

  it('offer for „Kim" a place for each who is called so, and it names him in full', async () => {
    const targets = await service.listDefinitions(document, inside('Kim kam mit dem Zug'));
    const names = await Promise.all(
      targets.map(async ({ article, span }) =>
        (await readFile(`corpus/${article.id}`, 'utf8')).slice(span.start, span.end),
      ),
    );
    for (const name of ['Kim Jong-un', 'Kim Jong-il']) assert.ok(names.includes(name), names.join(', '));
  });

  it('offer Sergej Schoigu behind @Scho', async () => {
    const { entries } = await service.complete({ key: 'new', version: 1, text: '@Scho', markup: 'markdown' }, 5);
    assert.ok(entries.some(({ label }) => label === 'Sergej Schoigu'));
  });

  it('list the talks of Geneva under January 2022', async () => {
    const { rows } = await service.listEvents({ month: '2022-01', limit: 99 });
    assert.ok(rows.some(({ label, type }) => type === 'CONSULT' && label.includes('Genf')));
  });
});
