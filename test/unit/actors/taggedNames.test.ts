import assert from 'node:assert/strict';
import { analyse } from '../../../server/src/core/analyse.js';
import type { ArticleId } from '../../../server/src/core/article/article.js';
import type { Authority } from '../../../server/src/core/authority/authority.js';
import type { TagKind } from '../../../server/src/core/tagger/labels.js';
import type { Tagger } from '../../../server/src/core/tagger/tagger.js';
import { getKnowledge } from '../../support/knowledge.js';

/** Tags exactly these stretches, wherever they stand. */
function tagging(names: Readonly<Record<string, TagKind>>): Tagger {
  return (tokens) =>
    Object.entries(names).flatMap(([name, kind]) => {
      const parts = name.split(' ');
      const first = tokens.findIndex((_, i) => parts.every((part, k) => tokens[i + k] === part));
      return first < 0 ? [] : [{ first, end: first + parts.length, kind }];
    });
}

async function recognise(
  text: string,
  names: Readonly<Record<string, TagKind>>,
  authority?: Authority,
): Promise<readonly string[]> {
  const tag = tagging(names);
  const knowledge = { ...(await getKnowledge()), taggers: { de: tag, en: tag }, ...(authority && { authority }) };
  const input = {
    id: 'x.md' as ArticleId,
    text,
    metadata: { language: 'de' },
    contentStart: 0,
    layout: 'raw',
  } as const;
  return analyse(input, knowledge).mentions.map(({ text: surface, actor, rule }) => `${surface} = ${actor} (${rule})`);
}

describe('names that only the tagger sees', () => {
  it('are persons, organizations and places of their own', async () => {
    const text = 'Gestern traf Qorvana Tschelidse im Haus der Frumbalia die Leute aus Wizzelbrunn.';
    const found = await recognise(text, { 'Qorvana Tschelidse': 'PER', Frumbalia: 'ORG', Wizzelbrunn: 'LOC' });
    assert.deepEqual(found, [
      'Qorvana Tschelidse = person:korvana Celidse (tagger)',
      'Frumbalia = organization:frumbalia (tagger)',
      'Wizzelbrunn = place:wizzelbrunn (preposition+name)',
    ]);
  });

  it('are known by their surname from there on', async () => {
    const text = 'Gestern sprach Qorvana Tschelidse.\n\nDanach ging Tschelidse.';
    assert.deepEqual(await recognise(text, { 'Qorvana Tschelidse': 'PER', Tschelidse: 'PER' }), [
      'Qorvana Tschelidse = person:korvana Celidse (tagger)',
      'Tschelidse = person:korvana Celidse (part of a full name)',
    ]);
  });

  it('are none when they are names of something else', async () => {
    assert.deepEqual(await recognise('Gestern lief die Frumbalia aus.', { Frumbalia: 'OTH' }), []);
  });
});

describe('what the rules claim', () => {
  it('gives way where the tagger sees another stretch', async () => {
    const [first] = await recognise('Die Werft Osborne in Rom schließt.', { Osborne: 'LOC', Rom: 'LOC' });
    assert.equal(first, 'Osborne = place:osborne (tagger)');
  });

  it('stays where a state opens a compound with an everyday noun', async () => {
    const found = await recognise('Sie nannten es die US-Dreierallianz.', { 'US - Dreierallianz': 'ORG' });
    assert.deepEqual(
      found.map((line) => line.split(' = ')[0]),
      ['US'],
    );
  });

  it('stays where the lexicon has a longer name', async () => {
    const found = await recognise('Das schrieb das Wall Street Journal.', { 'Wall Street': 'LOC' });
    assert.deepEqual(
      found.map((line) => line.split(' = ')[0]),
      ['Wall Street Journal'],
    );
  });
});
