import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../server/src/core/analyse.js';
import { printFacts } from '../../server/src/core/printFacts.js';
import { collectParts, createArticleReader } from '../../server/src/formats/articleReader.js';
import { getDataFiles, getKnowledge } from '../support/knowledge.js';

const CASES = 'test/golden/cases';
const UPDATE = process.env['UPDATE_GOLDENS'] === '1';

// Text in, printed facts out. `UPDATE_GOLDENS=1` rewrites the `.facts` files: read the diff as you would read code.
describe('facts of whole articles', () => {
  for (const name of readdirSync(CASES).filter((file) => !file.endsWith('.facts'))) {
    it(name, async () => {
      const knowledge = await getKnowledge();
      const readArticles = createArticleReader({ data: await getDataFiles() });
      const { articles } = await collectParts(readArticles(name, [readFileSync(join(CASES, name))]));
      assert.ok(articles.length > 0);
      const printed = articles.map((input) => printFacts(analyse(input, knowledge))).join('\n');
      const golden = join(CASES, `${name}.facts`);
      if (UPDATE) writeFileSync(golden, printed);
      assert.ok(existsSync(golden), `no ${golden}: run with UPDATE_GOLDENS=1 and read it`);
      assert.equal(printed, readFileSync(golden, 'utf8'));
    });
  }
});
