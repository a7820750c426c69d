import { strict as assert } from 'node:assert';
import { parseTriggers, type LanguageTriggers } from '../../../server/src/core/events/triggers.js';
import { EVENT_TYPES, type EventType } from '../../../server/src/core/facts.js';
import { inflectGermanNoun, inflectGermanVerb } from '../../../server/src/core/language/de/triggerForms.js';
import { inflectEnglishVerb } from '../../../server/src/core/language/en/triggerForms.js';
import { getTriggers, readTriggerFiles } from '../../support/eventKnowledge.js';

describe('trigger tables', () => {
  it('are without a fault', () => {
    assert.deepEqual(parseTriggers(readTriggerFiles()).problems, []);
  });

  for (const [language, least] of [
    ['de', 350],
    ['en', 250],
  ] as const) {
    it(`${language} name events of every type by at least ${String(least)} words`, () => {
      const types = listTypes(getTriggers()[language]);
      assert.ok(types.length >= least, `${String(types.length)} words`);
      assert.deepEqual(new Set(types.flat()), new Set<EventType>(EVENT_TYPES));
    });
  }

  it('report an unknown type or class and keep the rest', () => {
    const files = new Map([
      ['language/de/triggers.tsv', '#columns\tlemma\tpos\ttype\nTreffen\tnoun\tMEETING\nGipfel\tnoun\tCONSULT'],
      ['language/de/eventWords.tsv', '#columns\tclass\twords\nnoise\tah|oh\nnegation\tnicht'],
    ]);
    const { triggers, problems } = parseTriggers(files);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['trigger-type', 'word-class'],
    );
    assert.deepEqual([...triggers.de.nouns.keys()], ['gipfel']);
    assert.ok(triggers.de.words.get('nicht')?.has('negation'));
  });
});

describe('trigger forms', () => {
  const rows: readonly (readonly [lemma: string, parts: string, forms: string])[] = [
    ['kritisieren', '', 'kritisiert kritisiere kritisierte kritisierten kritisiert kritisieren'],
    ['fordern', '', 'fordert fordere forderte forderten gefordert fordern'],
    ['unterzeichnen', '', 'unterzeichnet unterzeichne unterzeichnete unterzeichneten unterzeichnet unterzeichnen'],
    ['warnen', '', 'warnt warne warnte warnten gewarnt warnen'],
    ['töten', '', 'tötet töte tötete töteten getötet töten'],
    ['treffen', 'trifft traf getroffen träfe', 'trifft treffe traf trafen träfe träfen getroffen treffen'],
  ];
  for (const [lemma, parts, forms] of rows) {
    it(`de: ${lemma}`, () => {
      const found = inflectGermanVerb(
        lemma,
        parts.split(' ').filter((part) => part !== ''),
      );
      assert.equal(found.map(({ word }) => word).join(' '), forms);
    });
  }

  it('de: a separable verb is found in one word and in two', () => {
    const found = inflectGermanVerb('auf+rufen', ['ruft', 'rief', 'gerufen']).map(({ word, particle }) =>
      particle === undefined ? word : `${word} … ${particle}`,
    );
    for (const form of ['aufgerufen', 'aufzurufen', 'aufrief', 'rief … auf', 'riefen … auf'])
      assert.ok(found.includes(form), form);
  });

  it('de: a noun takes endings or whole words', () => {
    assert.deepEqual(inflectGermanNoun('Antrag', ['s', 'Anträge']), ['antrag', 'antrags', 'anträge']);
  });

  it('en: regular, irregular and phrasal verbs', () => {
    const forms = (lemma: string, ...parts: readonly string[]): readonly string[] =>
      inflectEnglishVerb(lemma, parts).map(({ word, particle }) => [word, particle].join(' ').trim());
    assert.deepEqual(forms('accuse'), ['accuse', 'accuse', 'accuses', 'accused', 'accused']);
    assert.deepEqual(forms('deny', 'denied', 'denied'), ['deny', 'deny', 'denies', 'denied', 'denied']);
    assert.ok(forms('sit down', 'sat', 'sat').includes('sat down'));
  });
});

/** The types of every word that names events. */
function listTypes({ nouns, verbs }: LanguageTriggers): readonly (readonly EventType[])[] {
  const words = new Set([...nouns.values(), ...[...verbs.values()].flat().map(({ word }) => word)]);
  return [...words].map(({ senses }) => senses.map(({ type }) => type)).filter((types) => types.length > 0);
}
