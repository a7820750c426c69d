import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { COMPILED_LEXICON, compileLexicon, parseLexicon } from '../../../server/src/core/actors/lexicon.js';
import { recogniseIn } from '../../support/paragraphs.js';
import { readDataFiles } from './marks.js';

const TEXT = [
  'Moskau – Der russische Außenminister Sergej Lawrow hat in der Prager Burg mit dem Nato-Russland-Rat gesprochen.',
  'Der Kreml widersprach. Xi Jinping und die Briten warteten in Samarkand; der „Spiegel“ berichtete aus Mali.',
  'Putin Xi mitteilte, dass die Vereinten Nationen und die CDU in Georgien seien, sagte Kim Jong-un.',
].join('\n');

describe('the compiled lexicon', () => {
  const files = readDataFiles();
  const text = compileLexicon(files);

  it('says the same as the tables it was made of', () => {
    const wordsOnly = [...files].filter(([path]) => path.startsWith('language/'));
    const compiled = parseLexicon(new Map([...wordsOnly, [COMPILED_LEXICON, text]]));
    assert.deepEqual(compiled.problems, []);
    const read = ({ lexicon }: typeof compiled): unknown => recogniseIn(TEXT, { language: 'de', lexicon });
    assert.deepEqual(read(compiled), read(parseLexicon(files)));
  });

  it('is the same text every time', () => {
    assert.equal(compileLexicon(files), text);
  });

  it('has nothing in it when the text is empty, cut off or wrong', () => {
    const start = text.slice(0, text.indexOf('\n', 2000));
    for (const cut of ['', start, 'actors\t-3\n', 'names\tmany\nputin']) {
      const { lexicon } = parseLexicon(new Map([[COMPILED_LEXICON, cut]]));
      assert.deepEqual(recogniseIn('Lawrow in Moskau', { language: 'de', lexicon }).mentions, []);
    }
  });
});
