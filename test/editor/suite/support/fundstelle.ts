import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Fundstelle } from '../../../../client/src/extension.js';
import { METHODS, type CorpusRow } from '../../../../server/src/protocol/protocol.js';
import { eventually } from './eventually.js';

/** The activated extension with its language server running. */
export async function getFundstelle(): Promise<Fundstelle> {
  const extension = vscode.extensions.getExtension<Fundstelle>('fundstelle.fundstelle');
  assert.ok(extension, 'the extension is there');
  const fundstelle = await extension.activate();
  await fundstelle.languageClient.start();
  return fundstelle;
}

/** The corpus of the workspace once all of it has been read. */
export async function waitForCorpus(): Promise<CorpusRow> {
  const { languageClient } = await getFundstelle();
  return eventually('the corpus is read', async () => {
    const corpora = await languageClient.sendRequest<readonly CorpusRow[]>(METHODS.listCorpora, null);
    return corpora.find(({ state, articles }) => state === 'idle' && articles > 0);
  });
}
