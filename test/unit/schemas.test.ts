import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { parseAuthority } from '../../server/src/formats/authority/parseAuthority.js';
import { parseCorpusSettings } from '../../server/src/node/corpusSettings.js';

const corpus = compile('syntaxes/corpus.schema.json');
const authority = compile('syntaxes/authority.schema.json');

type Check = (yaml: string) => readonly string[];

/** Gives the faults that an editor with the schema would show in a YAML text. */
function compile(path: string): Check {
  const schema = JSON.parse(readFileSync(path, 'utf8')) as object;
  const validate = new Ajv({
    strict: true,
    strictTypes: false,
    allErrors: true,
    keywords: ['enumDescriptions'],
  }).compile(schema);
  return (yaml) => {
    validate(parse(yaml));
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`.trim());
  };
}

const corpusProblems = (yaml: string): number => parseCorpusSettings(yaml, 'folder').problems.length;
const authorityProblems = (yaml: string): number => parseAuthority('authority.yaml', yaml).problems.length;

describe('schema of corpus.yaml', () => {
  it('accepts the sample corpus', () => {
    assert.deepEqual(corpus(readFileSync('corpus/corpus.yaml', 'utf8')), []);
  });

  const GOOD = [
    '',
    'name: Gipfel',
    'language: en\nhouseSpelling: en',
    'include: "**/*.txt"',
    'include: [a/**, "b/*.md"]\nexclude: []',
    'references: literatur/refs.bib\nauthority: namen.yaml',
  ];
  for (const yaml of GOOD) {
    it(`accepts what the server accepts: ${yaml || '(nothing)'}`, () => {
      assert.deepEqual(corpus(yaml), []);
      assert.equal(corpusProblems(yaml), 0);
    });
  }

  const BAD = [
    'language: fr',
    'houseSpelling: original',
    'names: Gipfel',
    'authority: ../names.yaml',
    'authority: /etc/names.yaml',
    'references: sub/../../refs.bib',
    'include: ["../**/*.txt"]',
    'include: 7',
  ];
  for (const yaml of BAD) {
    it(`rejects what the server rejects: ${yaml}`, () => {
      assert.notDeepEqual(corpus(yaml), []);
      assert.notEqual(corpusProblems(yaml), 0);
    });
  }
});

describe('schema of the authority file', () => {
  it('accepts the sample authority file', () => {
    assert.deepEqual(authority(readFileSync('corpus/authority.yaml', 'utf8')), []);
  });

  const GOOD = [
    '',
    'actors:',
    'actors:\n  - name: Ilse Brandt\n    kind: person\n    state: DE\n    aliases: [Brandt]\n    note: die Ältere',
    'reject: [Kaffeehaus]\nsame:\n  - [A, B, C]\nnotSame:\n  - [A, D]',
    'houseSpelling: original\nactors:\n  - name: Lawrow\n    kind: person\n    houseSpelling: en\n    spellings:\n      en: Lavrov',
    'actors:\n  - name: Lawrow\n    kind: person\n    offices:\n      - { title: Außenminister, state: RU, from: 2004-03-09 }\n      - { title: Botschafter, from: 1994, to: "2004", source: a.txt }',
    'pins:\n  - { in: a.txt, before: "sagte ", quote: Kim, after: " am", is: Kim Jong-un }\n  - { in: a.txt, quote: Kim, is: nobody }',
  ];
  for (const yaml of GOOD) {
    it(`accepts what the server accepts: ${yaml || '(nothing)'}`, () => {
      assert.deepEqual(authority(yaml), []);
      assert.equal(authorityProblems(yaml), 0);
    });
  }

  const BAD = [
    'actors:\n  - name: Ilse Brandt',
    'actors:\n  - name: Ilse Brandt\n    kind: human',
    'actors:\n  - kind: person',
    'actors:\n  - name: Oslo\n    kind: place\n    state: 47',
    'reject: [7]',
    'reject: Kaffeehaus',
    'same:\n  - [allein]',
    'merge:\n  - [A, B]',
    'houseSpelling: fr',
    'actors:\n  - name: A\n    kind: person\n    spellings:\n      fr: B',
    'actors:\n  - name: A\n    kind: person\n    offices:\n      - title: B\n        from: May 2004',
    'actors:\n  - name: A\n    kind: person\n    offices:\n      - state: DE',
    'pins:\n  - { in: a.txt, quote: Kim }',
    'pins:\n  - { in: a.txt, is: Kim }',
    'pins:\n  - { in: a.txt, quote: Kim, is: Kim, at: 7 }',
  ];
  for (const yaml of BAD) {
    it(`rejects what the server rejects: ${yaml}`, () => {
      assert.notDeepEqual(authority(yaml), []);
      assert.notEqual(authorityProblems(yaml), 0);
    });
  }
});
