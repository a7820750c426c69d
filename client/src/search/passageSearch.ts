import type { CancellationToken } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { METHODS, type SearchAnswer, type SearchRequest } from '../../../server/src/protocol/protocol.js';

/** Asks the server for one page of a search in one corpus. */
export type PassageSearch = (request: SearchRequest, token?: CancellationToken) => Promise<SearchAnswer>;

/** The search of the server; it waits until the server runs. */
export function createPassageSearch(client: LanguageClient): PassageSearch {
  return async (request, token) => {
    await client.start();
    // A missing token would go over the wire as a parameter.
    const { searchPassages } = METHODS;
    return token === undefined
      ? client.sendRequest(searchPassages, request)
      : client.sendRequest(searchPassages, request, token);
  };
}
