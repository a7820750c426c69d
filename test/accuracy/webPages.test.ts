import { describeMinima, scoreArticles } from '../support/scoring.js';
import { requireShared } from '../support/shared.js';

/** The least that the real news pages must give, in percent. */
const MINIMA: Readonly<Record<string, number>> = { title: 95, date: 98, 'body F1': 95 };

describe('accuracy of reading web pages (scored with ../shared/eval)', function () {
  this.timeout(120_000);
  let figures: ReadonlyMap<string, number> = new Map();

  before(function () {
    const pages = requireShared(this, 'data/web-pages');
    figures = scoreArticles(pages, requireShared(this, 'eval/score-import.mjs'), [pages]);
  });

  describeMinima(MINIMA, () => figures);
});
