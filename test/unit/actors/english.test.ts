import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { assertMarks, getActor } from './marks.js';

const en = { language: 'en' } as const;

describe('recognising actors in English', () => {
  it('gives them the names of the German house', () => {
    assertMarks(
      "[Russian|Russland adjective] Foreign Minister [Sergei Lavrov|Sergej Lawrow] met [Lavrov's|Sergej Lawrow] aide.",
      en,
    );
    assertMarks(
      "The [U.S.|USA] and [Russia's|Russland] envoys met in [Geneva|Genf]. [NATO|NATO] and the [United Nations|Vereinte Nationen] waited.",
      en,
    );
  });

  it('tells governments from places', () => {
    assertMarks(
      '[Moscow|Russland metonym] has closer ties to [Beijing|China metonym] than to [Washington|USA metonym].',
      en,
    );
    assertMarks(
      'He flew to [Moscow|Moskau], a warning from [Washington|USA metonym] in his bag. In [Tokyo|Tokio] it rained.',
      en,
    );
    assertMarks('The [Kremlin|Kreml] answered from the [Moscow|Moskau] summit.', en);
  });

  it('finds organizations around their head noun', () => {
    assertMarks(
      '[Fiona Hartwell|Fiona Hartwell] of the [Calloway Centre for Strategic Dialogue|Calloway Centre for Strategic Dialogue] spoke.',
      en,
    );
    assertMarks('The [Ministry of Lighthouses|Ministry of Lighthouses] agreed.', en);
  });

  it('does not take headlines for names', () => {
    assertMarks('Minister Rides to the Rockets While Nobody Watches', en);
  });

  it('reads offices before and behind the name', () => {
    const text = 'Prime Minister Fumio Kishida of Japan met Wendy Sherman, the Deputy Secretary of State, on Friday.';
    assert.deepEqual(
      getActor(text, 'Fumio Kishida', en).offices.map(({ title, state }) => [title, state]),
      [['Prime Minister', 'JP']],
    );
    assert.deepEqual(
      getActor(text, 'Wendy Sherman', en).offices.map(({ title }) => title),
      ['Deputy Secretary of State'],
    );
  });
});
