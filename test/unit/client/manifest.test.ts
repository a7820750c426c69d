import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';

const read = (path: string): string => readFileSync(path, 'utf8');
const readTable = (path: string): Readonly<Record<string, string>> => JSON.parse(read(path)) as Record<string, string>;

describe('what the extension declares', () => {
  const manifest = read('package.json');

  it('every text of the manifest is there in both languages, and none too many', () => {
    const used = new Set([...manifest.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key));
    for (const path of ['package.nls.json', 'package.nls.de.json']) {
      assert.deepEqual(Object.keys(readTable(path)).sort(), [...used].sort(), path);
    }
  });

  it('every message of the client is there in German, and none too many', () => {
    const sources = readdirSync('client/src', { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.ts'),
    );
    const code = sources.map((path) => read(join('client/src', path))).join('\n');
    const messages = [...code.matchAll(/\bt\(\s*(?:'([^']*)'|"([^"]*)")/g)].map(
      ([, single, double]) => single ?? double,
    );
    assert.deepEqual([...new Set(messages)].sort(), Object.keys(readTable('client/l10n/bundle.l10n.de.json')).sort());
  });

  it('translations keep their placeholders', () => {
    for (const [english, german] of Object.entries(readTable('client/l10n/bundle.l10n.de.json')))
      assert.deepEqual(german.match(/\{\d\}/g)?.sort(), english.match(/\{\d\}/g)?.sort(), english);
  });

  it('every command has its handler, and is in one category', () => {
    const { contributes } = JSON.parse(manifest) as {
      contributes: { commands: { command: string; category: string }[] };
    };
    const code = read('client/src/commands/registerCommands.ts');
    const handled = [...code.matchAll(/'(fundstelle\.\w+)':/g)].map(([, name]) => name);
    assert.deepEqual(contributes.commands.map(({ command }) => command).sort(), handled.sort());
    for (const { category } of contributes.commands) assert.equal(category, 'Fundstelle');
  });

  it('the schema of corpus.yaml accepts what the server accepts', () => {
    const validate = new Ajv().compile(JSON.parse(read('syntaxes/corpus.schema.json')) as object);
    const good = {
      name: 'x',
      language: 'de',
      include: ['articles/**/*.{txt,md}'],
      exclude: '*.md',
      authority: 'a..b.yaml',
    };
    for (const settings of [null, {}, good]) assert.ok(validate(settings), JSON.stringify(validate.errors));
    const wrong = [
      { nmae: 'x' },
      { language: 'fr' },
      { include: ['../x'] },
      { authority: '/etc/x' },
      { references: 'a/../../b' },
    ];
    for (const settings of wrong) assert.equal(validate(settings), false, JSON.stringify(settings));
  });
});
