import assert from 'node:assert/strict';
import { COLUMNS as FORMAT_COLUMNS } from '../../../server/src/formats/documents/exports/columns.js';
import { COLUMNS, getDefaultSettings, parseCorpusSettings } from '../../../server/src/node/corpusSettings.js';
import { createMatcher } from '../../../server/src/node/globs.js';

const parse = (text: string) => parseCorpusSettings(text, 'gipfel');

const messagesOf = (text: string): readonly string[] => parse(text).problems.map(({ message }) => message);

describe('corpus.yaml', () => {
  it('is read with defaults for what it leaves out', () => {
    const { value, problems } = parse(
      'name: Gipfel\nlanguage: de\ninclude: ["articles/**/*.txt"]\nexclude: ["./drafts/**"]\nreferences: quellen.bib\nhouseSpelling: en\n',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(value, {
      name: 'Gipfel',
      language: 'de',
      include: ['articles/**/*.txt'],
      exclude: ['drafts/**'],
      gitignore: 'heed',
      references: 'quellen.bib',
      authority: 'authority.yaml',
      houseSpelling: 'en',
    });
  });

  it('may be empty: the folder names the corpus', () => {
    for (const text of ['', '# nur ein Kommentar\n', 'name:\n', '---\n'])
      assert.deepEqual(parse(text), { value: getDefaultSettings('gipfel'), problems: [] });
  });

  it('includes by default every file in which there may be articles, and no other', () => {
    const isIncluded = createMatcher(getDefaultSettings('gipfel').include);
    for (const path of [
      'a.txt',
      'x/b.md',
      'c.html',
      'd.htm',
      'e.html.gz',
      'f.pdf',
      'g.docx',
      'h.csv',
      'i.jsonl',
      'j.rss',
    ])
      assert.ok(isIncluded(path), path);
    for (const path of ['corpus.yaml', 'authority.yaml', 'references.json', 'a.bib', 'b.jpg', 'c.tar.gz', 'txt'])
      assert.equal(isIncluded(path), false, path);
  });

  it('names the columns of exports; what is no column is told and left out', () => {
    const { value, problems } = parse(
      'columns:\n  text: [Vorspann, Artikel]\n  title: Überschrift\n  colour: x\n  date: {a: b}\n',
    );
    assert.deepEqual(value.columns, { text: ['Vorspann', 'Artikel'], title: ['Überschrift'] });
    assert.equal(problems.length, 2);
    assert.deepEqual(COLUMNS, FORMAT_COLUMNS, 'the same as the readers know');
    assert.equal(parse('columns: text').problems.length, 1);
    assert.equal(parse('columns:\n  text:\n').problems.length, 1);
  });

  it('takes a single glob for a list', () => {
    assert.deepEqual(parse('include: "**/*.md"').value.include, ['**/*.md']);
  });

  it('tells a wrong value at its place, and uses the default', () => {
    const text = 'name: Gipfel\nlanguage: fr\n';
    const { value, problems } = parse(text);
    assert.equal(value.language, undefined);
    assert.equal(value.name, 'Gipfel');
    const [{ span, path, code } = {}] = problems;
    assert.deepEqual([path, code, text.slice(span?.start, span?.end)], ['corpus.yaml', 'corpus-settings', 'fr']);
  });

  it('tells an unknown key, as a warning', () => {
    const { problems } = parse('inlcude: ["*.txt"]');
    assert.deepEqual(
      problems.map(({ severity, message }) => [severity, message]),
      [['warning', '“inlcude” is no setting of a corpus']],
    );
  });

  it('leads nowhere out of its folder', () => {
    const outside = ['../authority.yaml', '/etc/passwd', 'a/../../b', 'C:\\x', '~/x', '\\\\server\\share'];
    for (const path of outside) {
      const { value, problems } = parse(`authority: ${JSON.stringify(path)}\nreferences: ${JSON.stringify(path)}\n`);
      assert.equal(value.authority, 'authority.yaml', path);
      assert.equal(value.references, undefined, path);
      assert.equal(problems.length, 2, path);
    }
    assert.equal(parse('authority: a..b/c.yaml').value.authority, 'a..b/c.yaml', 'two dots inside a name are a name');
  });

  it('refuses globs that lead out or could make matching slow, and keeps the others', () => {
    const globs = ['../**/*.txt', '/etc/*', '{..,x}/*.txt', '*a*a*a*a*b', '**/**/**/**/**/x', 'articles/**/*.txt'];
    const { value, problems } = parse(`include: ${JSON.stringify(globs)}`);
    assert.deepEqual(value.include, ['articles/**/*.txt']);
    assert.equal(problems.length, 5);
  });

  it('multiplies nothing: an alias is no value', () => {
    const bomb = 'a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\ninclude: [*b,*b,*b,*b]\n';
    assert.deepEqual(parse(bomb).value.include, []);
    assert.ok(messagesOf(bomb).length > 0);
  });

  it('makes nothing of tags, other shapes and broken YAML but problems', () => {
    for (const text of [
      'name: !!js/function "x"',
      '- a\n- b',
      'just text',
      'name: [',
      'name: a\nname: b',
      '[['.repeat(20_000),
      '- '.repeat(900),
      '{a: '.repeat(900),
    ]) {
      assert.ok(messagesOf(text).length > 0, text.slice(0, 40));
      assert.ok(parse(text).value.include.length > 0);
    }
  });
});
