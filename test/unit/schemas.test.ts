import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { parseAuthority } from '../../server/src/core/authority/authority.js';
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
const authorityProblems = (yaml: string): number => parseAuthority('authority.yaml', parse(yaml)).problems.length;

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
  ];
  for (const yaml of BAD) {
    it(`rejects what the server rejects: ${yaml}`, () => {
      assert.notDeepEqual(authority(yaml), []);
      assert.notEqual(authorityProblems(yaml), 0);
    });
  }
});
