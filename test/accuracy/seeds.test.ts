import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describeMinima, scoreArticles } from '../support/scoring.js';
import { requireShared } from '../support/shared.js';

/** The least that the five seed articles must give, in percent: a little below what was last seen, so that a regression fails. */
const MINIMA: Readonly<Record<string, number>> = {
  'article body': 99,
  'article title': 100,
  'article date': 100,
  'article source': 100,
  mentions: 97,
  adjectives: 96,
  'linking B3': 96,
  'canonical name': 95,
  'events recall': 79,
  events: 77,
  'event type': 92,
  'event status': 90,
  'event date': 80,
  'event place': 75,
  'event participants': 77,
  'direct quotes': 95,
  'direct quote speaker': 95,
  'indirect quotes': 90,
};

describe('accuracy on the seeds (scored with ../shared/eval)', function () {
  this.timeout(60_000);
  let figures: ReadonlyMap<string, number> = new Map();

  before(function () {
    const articles = requireShared(this, 'data/seed-articles');
    const gold = requireShared(this, 'eval/gold-dev');
    const files = readdirSync(gold).map((file) => join(gold, file));
    figures = scoreArticles(articles, requireShared(this, 'eval/score.mjs'), files);
  });

  describeMinima(MINIMA, () => figures);
});
