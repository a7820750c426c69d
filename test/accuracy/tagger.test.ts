import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { AnnotatedFile } from '../../server/src/training/annotatedText.js';
import { parseGermEval } from '../../server/src/training/germEval.js';
import { trainModel } from '../../server/src/training/trainModel.js';
import { getKnowledge } from '../support/knowledge.js';

const DATA = 'server/data';

function listAnnotated(language: string): readonly AnnotatedFile[] {
  const names = readdirSync(`${DATA}/annotated/${language}`).filter((name) => name.endsWith('.txt'));
  return names.sort().map((name) => ({
    path: `${language}/${name}`,
    content: readFileSync(`${DATA}/annotated/${language}/${name}`, 'utf8'),
  }));
}

describe('the model of the tagger', function () {
  this.timeout(600_000);

  it('is, to the bit, what `npm run train` makes of the data in the repository', async () => {
    const germEval = ['dev', 'test'].flatMap((part) =>
      parseGermEval(readFileSync(`${DATA}/third-party/germeval2014/${part}.tsv`, 'utf8')),
    );
    const annotated = ['de', 'en'].flatMap(listAnnotated);
    const trained = trainModel({ germEval, annotated }, await getKnowledge());
    const committed = readFileSync(`${DATA}/model/tagger.bin`);
    assert.ok(committed.equals(trained), 'the data or the rules have changed since: run `npm run train`');
  });
});
