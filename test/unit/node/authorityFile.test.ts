import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAuthorityFile } from '../../../server/src/node/authorityFile.js';

describe('the authority file', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'fundstelle-authority-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  const read = (text: string) => {
    writeFileSync(join(root, 'authority.yaml'), text);
    return readAuthorityFile(root, 'authority.yaml');
  };

  it('of the sample corpus is read without a problem', async () => {
    const { authority, problems } = await readAuthorityFile('corpus', 'authority.yaml');
    assert.deepEqual(problems, []);
    assert.ok(
      authority.actors.some(({ name, aliases }) => name === 'Sergej Lawrow' && aliases.includes('Sergei Lavrov')),
    );
    assert.ok(authority.reject.includes('Kaffeehaus'));
  });

  it('may be missing or empty', async () => {
    assert.deepEqual((await readAuthorityFile(root, 'authority.yaml')).problems, []);
    assert.deepEqual((await read('')).problems, []);
  });

  it('counts as far as it is right; what is wrong is told', async () => {
    const { authority, problems } = await read(
      'actors:\n  - name: Lawrow\n    kind: person\n  - name: [x]\nreject: &a [Kaffeehaus]\nsame: *a\n',
    );
    assert.deepEqual(
      authority.actors.map(({ name }) => name),
      ['Lawrow'],
    );
    assert.deepEqual(authority.reject, ['Kaffeehaus']);
    assert.ok(problems.length > 0 && problems.every(({ path }) => path === 'authority.yaml'));
  });

  it('broken or hostile YAML is a problem, not an end', async () => {
    const bomb = `a: &a [${'x,'.repeat(50)}]\nb: &b [${'*a,'.repeat(50)}]\nactors: [${'*b,'.repeat(50)}]\n`;
    for (const text of ['actors: [', '{'.repeat(10_000), bomb, '__proto__:\n  actors: 1\n']) {
      const { authority, problems } = await read(text);
      assert.ok(problems.length > 0, text.slice(0, 20));
      assert.deepEqual(authority.actors, []);
    }
  });
});
