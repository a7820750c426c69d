import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { getUri } from './support/draft.js';
import { eventually } from './support/eventually.js';
import { waitForCorpus } from './support/fundstelle.js';

describe('opening a folder with a corpus', () => {
  it('reads the whole sample', async () => {
    const corpus = await waitForCorpus();
    assert.equal(corpus.name, 'Gespräche und Gipfel 2010–2023');
    assert.ok(corpus.articles >= 24, `${String(corpus.articles)} articles`);
    assert.ok(corpus.actors > 0 && corpus.events > 0, 'actors and events');
  });

  it('names an unreadable file in Problems, and reads the rest', async () => {
    await waitForCorpus();
    const uri = getUri('articles/radio-sundwelle/unlesbar.txt');
    const problems = await eventually('a problem', () => {
      const diagnostics = vscode.languages.getDiagnostics(uri);
      return diagnostics.length > 0 ? diagnostics : undefined;
    });
    assert.deepEqual(
      problems.map(({ source, severity }) => [source, severity]),
      [['fundstelle', vscode.DiagnosticSeverity.Error]],
    );
  });

  it('offers its commands', async () => {
    const commands = await vscode.commands.getCommands(true);
    const own = commands.filter((command) => command.startsWith('fundstelle.'));
    for (const name of ['reindex', 'openCorpus', 'searchActor']) assert.ok(own.includes(`fundstelle.${name}`), name);
  });
});
