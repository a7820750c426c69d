import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../server/src/core/analyse.js';
import type { ArticleId } from '../../server/src/core/article/article.js';
import type { Facts } from '../../server/src/core/facts.js';
import type { Knowledge } from '../../server/src/core/knowledge.js';
import type { AnnotatedText } from '../../server/src/training/annotatedText.js';
import { readAnnotated } from '../../server/src/training/readAnnotated.js';
import { type AnnotatedFigures, addText, printFigures, readFigure, startFigures } from '../support/annotatedFigures.js';
import { getKnowledge } from '../support/knowledge.js';

const FOLDER = 'server/data/annotated';

/** `dev`: no rule was written with these texts at hand; `seen`: rules were, so the figures are an upper bound. */
const PARTS = ['dev', 'seen'] as const;
type Part = (typeof PARTS)[number];

/** `FUNDSTELLE_ERRORS=seen` lists every miss in those texts. Do not look at those of `dev`: then it measures nothing any more. */
const LISTED = process.env['FUNDSTELLE_ERRORS'];

/** The least figures of the dev texts, in percent: a little below what was last seen, so that a regression fails. */
const MINIMA: Readonly<Record<'de' | 'en', Readonly<Record<string, number>>>> = {
  de: {
    mentions: 88,
    'events found': 33,
    'events with their type': 31,
    'event type of those found': 90,
    'event status': 90,
    quotes: 69,
    'direct quotes': 95,
    'quote speaker': 81,
  },
  en: { mentions: 88, 'events found': 18, quotes: 82, 'direct quotes': 95 },
};

for (const language of ['de', 'en'] as const) {
  describe(`accuracy on our own annotated sentences (${language})`, function () {
    this.timeout(120_000);
    const figures = new Map<Part, AnnotatedFigures>();

    before(async () => {
      const knowledge = await getKnowledge();
      const texts = readTexts(language);
      for (const part of PARTS) {
        const own = scoreTexts(
          texts.filter(({ isDev }) => isDev === (part === 'dev')),
          language,
          knowledge,
        );
        figures.set(part, own);
        console.log(`${language}, ${part}\n${printFigures(own)}\n`);
        if (LISTED === part) console.log(own.errors.join('\n'));
      }
    });

    for (const [name, minimum] of Object.entries(MINIMA[language])) {
      it(`${name} ≥ ${String(minimum)} on the dev texts`, () => {
        const dev = figures.get('dev');
        const value = dev ? readFigure(dev, name).value : 0;
        assert.ok(value >= minimum, `${name} is ${value.toFixed(1)}`);
      });
    }
  });
}

function readTexts(language: 'de' | 'en'): readonly AnnotatedText[] {
  const paths = globSync(`${language}/*.txt`, { cwd: FOLDER }).sort();
  return paths.flatMap((path) => readAnnotated(path, readFileSync(join(FOLDER, path), 'utf8')).texts);
}

function scoreTexts(texts: readonly AnnotatedText[], language: 'de' | 'en', knowledge: Knowledge): AnnotatedFigures {
  const figures = startFigures();
  for (const text of texts) addText(figures, text, analyseText(text, language, knowledge));
  return figures;
}

function analyseText({ id, text, date }: AnnotatedText, language: 'de' | 'en', knowledge: Knowledge): Facts {
  const metadata = { language, ...(date !== undefined && { date }) };
  return analyse({ id: id as ArticleId, text, metadata, contentStart: 0, layout: 'raw' }, knowledge);
}
