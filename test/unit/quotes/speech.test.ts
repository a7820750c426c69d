import assert from 'node:assert/strict';
import { parseSpeech } from '../../../server/src/core/quotes/speech.js';
import { problems, speech } from './cast.js';

describe('speech tables', () => {
  it('are without faults', () => {
    assert.deepEqual(problems, []);
  });

  it('hold more than a hundred verbs of saying in each language', () => {
    for (const { verbs } of [speech.de, speech.en]) {
      const lemmas = new Set([...verbs.values()].flat().map(({ lemma }) => lemma));
      assert.ok(lemmas.size >= 110, `${String(lemmas.size)} verbs`);
    }
  });

  const FORMS: readonly (readonly [language: 'de' | 'en', lemma: string, forms: string])[] = [
    ['de', 'sagen', 'sagen sagt sagte sagten sage gesagt'],
    ['de', 'äußern', 'äußern äußert äußerte äußerten geäußert'],
    ['de', 'mitteilen', 'teilt teilte teilten mitteilt mitteilte mitgeteilt mitteilen'],
    ['de', 'behaupten', 'behauptet behauptete behaupteten behaupte'],
    ['de', 'bezeichnen', 'bezeichnet bezeichnete'],
    ['de', 'hinweisen', 'weist wies wiesen hinwies hingewiesen'],
    ['de', 'argumentieren', 'argumentiert argumentierte'],
    ['en', 'say', 'say says said saying'],
    ['en', 'deny', 'deny denies denied denying'],
    ['en', 'admit', 'admits admitted admitting'],
    ['en', 'acknowledge', 'acknowledges acknowledged acknowledging'],
  ];
  for (const [language, lemma, forms] of FORMS) {
    it(`inflect ${lemma}`, () => {
      for (const form of forms.split(' ')) {
        const readings = speech[language].verbs.get(form) ?? [];
        assert.ok(
          readings.some((reading) => reading.lemma === lemma),
          form,
        );
      }
    });
  }

  it('need the particle of a separated verb only where it is separated', () => {
    const particles = (form: string): unknown => speech.de.verbs.get(form)?.map(({ particle }) => particle);
    assert.deepEqual(particles('mitteilte'), [undefined]);
    assert.deepEqual(particles('teilte'), ['mit']);
  });

  it('name a faulty row and go on without it', () => {
    const verbs =
      '#columns\tlemma\tparticle\tpresent\tpreterite\tparticiple\tframe\nsagen\t\t\t\t\tsay\nsingen\t\t\t\t\tchant\n';
    const parsed = parseSpeech(new Map([['language/de/speechVerbs.tsv', verbs]]));
    assert.deepEqual(
      parsed.problems.map(({ path, message }) => `${path}: ${message}`),
      ['language/de/speechVerbs.tsv: unknown frame "chant"'],
    );
    assert.ok(parsed.speech.de.verbs.has('sagte'));
    assert.ok(!parsed.speech.de.verbs.has('sang'));
  });

  it('may be missing', () => {
    assert.deepEqual(parseSpeech(new Map()).problems, []);
  });
});
