import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseActorWords } from '../../../server/src/core/actors/actorWords.js';
import { nameKey } from '../../../server/src/core/actors/nameTable.js';
import { listGermanForms } from '../../../server/src/core/language/de/nameInflection.js';
import { readDataFiles } from './marks.js';

const { words } = parseActorWords(readDataFiles(), 'de');
const isEveryday = (word: string): boolean => words.isEveryday(nameKey(word));

describe('everyday German words', () => {
  it('are nouns in every form, also compounds and derived ones, and function words', () => {
    const everyday = [
      'Truppen',
      'Verteidigungsausgaben',
      'Befehle',
      'Risiken',
      'Beziehungen',
      'Fischer',
      'Während',
      'Erdhöhlen',
    ];
    assert.deepEqual(
      everyday.filter((word) => !isEveryday(word)),
      [],
    );
  });

  it('are not what only looks like a name', () => {
    const names = [
      'Lawrow',
      'Scholz',
      'Baerbock',
      'Yakin',
      'Selenskyj',
      'Kishida',
      'Steinmeier',
      'Moskau',
      'Tertitskiy',
    ];
    assert.deepEqual(names.filter(isEveryday), []);
  });
});

describe('German forms of names', () => {
  const formsOf = (name: string): readonly string[] => {
    const pieces = name.split(' ');
    return listGermanForms(pieces, pieces.map(nameKey));
  };

  it('inflect the adjectives in front and the head', () => {
    assert.ok(formsOf('Ferner Osten').includes('fernem osten'));
    assert.ok(formsOf('Nordatlantisches Bündnis').includes('nordatlantischen bundnisses'));
    assert.ok(formsOf('Institut für Koreanische Studien').includes('instituts fur koreanische studien'));
    assert.ok(formsOf('Vereinigte Arabische Emirate').includes('vereinigten arabischen emiraten'));
  });

  it('leave proper names alone', () => {
    assert.deepEqual(formsOf('Arte'), ['arte']);
    assert.deepEqual(formsOf('The Washington Post'), ['the washington post']);
  });
});
