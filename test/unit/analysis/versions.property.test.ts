import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse, analyseInSlices } from '../../../server/src/core/analyse.js';
import { AnalysisMemory } from '../../../server/src/core/analysisMemory.js';
import type { ArticleId, ArticleInput } from '../../../server/src/core/article/article.js';
import { isUnresolved, type TextFacts } from '../../../server/src/core/facts.js';
import type { Knowledge } from '../../../server/src/core/knowledge.js';
import { finish } from '../../../server/src/core/text/slices.js';
import { getKnowledge } from '../../support/knowledge.js';

// Every sentence either tells another paragraph something or needs to be told: full names and parts of them, two of one surname,
// organs with and without their state, short forms with and without their explanation, speakers, pronouns, dates, events.
const SENTENCES = [
  'Der russische Außenminister Sergej Lawrow traf am Mittwoch in Genf seine Kollegin Karla Quistorp.',
  'Lawrow forderte von der Nato Garantien.',
  'Lawrows Sprecherin wies das zurück.',
  'Auch Quistorp sprach mit Peter Quistorp.',
  'Peter Quistorp ist Historiker.',
  '„Wir reden morgen weiter“, sagte Quistorp.',
  '„Niemand will das wirklich hören.“',
  'Das sagte Lawrow.',
  'Er sehe keine Fortschritte, teilte das russische Außenministerium mit.',
  'Das Außenministerium habe keinen Zweifel.',
  'Das Institut für Grenzfragen (IGF) warnte davor.',
  'Das IGF berichtete über Greifenwiek.',
  'Elmar Tüngler, Historiker aus Greifenwiek, lachte.',
  'Tüngler wohnt in Greifenwiek.',
  'Xaver Unbekannt sagte nichts.',
  'Unbekannt kam später.',
  'Die Gespräche zwischen Russland und den USA dauerten bis zum Abend.',
  'Bei dem Treffen ging es um die Ukraine.',
  'Er empfing ihn am 3. März in Moskau.',
  'Die beiden trafen sich zwei Tage zuvor in Wien.',
  'Moskau und Kiew schwiegen.',
  'Patruschew kam.',
  'Nikolai Patrushev reiste nach Peking.',
  'Abe und Günther blieben in Japan.',
  'Hunter Quistorp nicht.',
  'Raab lag im Schnee, Susanne Raab nicht.',
  'Die Plattform Wumpel wuchs.',
  'Wumpel schwieg.',
];
const paragraph = fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 4 }).map((own) => own.join(' '));
const draft = fc.array(paragraph, { minLength: 1, maxLength: 12 }).map((own) => own.join('\n\n'));

interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly added: string;
  /** After so many slices the version is given up; missing: it is read to its end. */
  readonly slices?: number;
}

const edit: fc.Arbitrary<Edit> = fc.record(
  {
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.oneof(fc.constant(0), fc.nat(8), fc.nat(300)),
    added: fc.oneof(
      fc.constantFrom('', 'a', 'L', 'Peter ', '\n\n', 's', '“', ', '),
      paragraph,
      paragraph.map((own) => `\n\n${own}\n\n`),
    ),
    slices: fc.nat(60),
  },
  { requiredKeys: ['at', 'removed', 'added'] },
);

function apply(text: string, { at, removed, added }: Edit): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + added + text.slice(start + removed);
}

function toInput(text: string): ArticleInput {
  const metadata = { date: '2022-01-13', language: 'de' } as const;
  return { id: 'draft.md' as ArticleId, text, metadata, contentStart: 0, layout: 'raw' };
}

describe('the next version of a text', () => {
  let knowledge: Knowledge;
  before(async () => {
    const authority = {
      actors: [
        { name: 'Karla Quistorp', kind: 'person', aliases: ['die Quistorp'], offices: [], spellings: {}, state: 'DE' },
      ],
      reject: ['Wumpel'],
      same: [['Nikolai Patruschew', 'Nikolai Patrushev']],
      notSame: [],
      pins: [],
    } as const;
    knowledge = { ...(await getKnowledge()), authority };
  });

  function read(text: string, memory: AnalysisMemory): TextFacts {
    return finish(analyseInSlices(toInput(text), knowledge, memory));
  }

  function check(start: string, edits: readonly Edit[]): void {
    const memory = new AnalysisMemory();
    let text = start;
    read(text, memory);
    for (const own of edits) {
      text = apply(text, own);
      const work = analyseInSlices(toInput(text), knowledge, memory);
      for (let i = 0; i < (own.slices ?? 0); i++) work.next();
      const whole = analyse(toInput(text), knowledge);
      assert.deepEqual({ ...read(text, memory), fingerprint: whole.fingerprint }, whole);
    }
  }

  it('has the same facts as a text that is read for the first time, whatever was edited', () => {
    fc.assert(fc.property(draft, fc.array(edit, { minLength: 1, maxLength: 6 }), check), { numRuns: 150 });
  }).timeout(60_000);

  it('tells the paragraphs before and behind when a name is written out', () => {
    const memory = new AnalysisMemory();
    const before = read('Quandt kam.\n\nDanach sprach er.\n\nQuandt ging.', memory);
    assert.ok(before.mentions.every(({ actor }) => isUnresolved(actor)));
    const after = read('Quandt kam.\n\nDanach sprach Elmar Quandt.\n\nQuandt ging.', memory);
    assert.deepEqual(
      after.mentions.map(({ start, text, certainty }) => [start, text, certainty]),
      [
        [0, 'Quandt', 'inferred'],
        [27, 'Elmar Quandt', 'stated'],
        [42, 'Quandt', 'stated'],
      ],
    );
  });
});
