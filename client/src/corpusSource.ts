import type { LanguageClient } from 'vscode-languageclient/node';
import { METHODS } from '../../server/src/protocol/protocol.js';
import type { CorpusSource } from './corpusView/corpusModel.js';

/** The requests of the views, answered by the server. They wait until it runs. */
export function createCorpusSource(client: LanguageClient): CorpusSource {
  const ask = async <Answer>(method: string, params: unknown = null): Promise<Answer> => {
    await client.start();
    return client.sendRequest<Answer>(method, params);
  };
  return {
    listCorpora: () => ask(METHODS.listCorpora),
    listArticles: (request) => ask(METHODS.listArticles, request),
    listActors: (request) => ask(METHODS.listActors, request),
    listEvents: (request) => ask(METHODS.listEvents, request),
    listEventMonths: (request) => ask(METHODS.listEventMonths, request),
    listPassages: (request) => ask(METHODS.listPassages, request),
  };
}
