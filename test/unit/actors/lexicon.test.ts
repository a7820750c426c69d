import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseLexicon } from '../../../server/src/core/actors/lexicon.js';
import { recogniseIn } from '../../support/paragraphs.js';
import { readDataFiles } from './marks.js';

function recogniseWith(files: Readonly<Record<string, string>>, text: string): readonly string[] {
  const { lexicon } = parseLexicon(new Map(Object.entries(files)));
  const { mentions } = recogniseIn(text, { language: 'de', lexicon });
  return mentions.map((mention) => `${mention.text} ${mention.actor}`);
}

const organizations = (...rows: readonly string[]): string =>
  ['#columns\tname\taliases\tstate\tsector\tnote', ...rows].join('\n');

describe('the lexicon', () => {
  it('reads the project’s own data without problems', () => {
    assert.deepEqual(parseLexicon(readDataFiles()).problems, []);
  });

  it('is empty without data files and reports bad rows', () => {
    assert.deepEqual(recogniseWith({}, 'Lawrow in Moskau'), []);
    const { problems } = parseLexicon(new Map([['lexicon/organizations.tsv', organizations('A\tB\tC\tD\tE\tF')]]));
    assert.deepEqual(
      problems.map(({ path, code }) => [path, code]),
      [['lexicon/organizations.tsv', 'data-row']],
    );
  });

  it('finds names in every German form', () => {
    const files = { 'lexicon/organizations.tsv': organizations('Ständiger Rat\tBund für Naturschutz') };
    const actor = 'organization:standiger rat';
    assert.deepEqual(recogniseWith(files, 'Des Ständigen Rates, im Ständigen Rat, Ständiger Rat'), [
      `Ständigen Rates ${actor}`,
      `Ständigen Rat ${actor}`,
      `Ständiger Rat ${actor}`,
    ]);
    assert.deepEqual(recogniseWith(files, 'Die Kasse des Bundes für Naturschutz'), [`Bundes für Naturschutz ${actor}`]);
  });

  it('takes short acronyms only as they are written, longer ones also as words', () => {
    const files = { 'lexicon/organizations.tsv': organizations('IS', 'UNESCO') };
    assert.deepEqual(recogniseWith(files, 'Is IS da? Unesco, UNESCO, unesco.'), [
      'IS organization:is',
      'Unesco organization:unesco',
      'UNESCO organization:unesco',
    ]);
  });

  it('knows which names are everyday words', () => {
    const files = { 'lexicon/organizations.tsv': organizations('Stern\t\tDE\tMED\tambiguous: Stern') };
    assert.deepEqual(recogniseWith(files, 'Ein Stern fiel, schreibt der „Stern“.'), ['Stern organization:stern']);
  });
});
