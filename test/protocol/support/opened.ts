import type { ClientCapabilities, MessageConnection, Position } from 'vscode-languageserver/node';
import { copySample, positionIn, removeFolders, type TestFolder } from './sample.js';
import { endServers, startServer, type TestServer } from './testServer.js';

export const DRAFT = 'drafts/analyse-gipfel.md';

/** A server that has read the sample corpus, with its German draft open. */
export interface Opened {
  readonly server: TestServer;
  readonly folder: TestFolder;
  readonly draft: string;
  /** Asks about the place of `|` in the draft. */
  readonly ask: <Answer>(method: string, marked: string, more?: object) => Promise<Answer>;
}

/** Starts a server on a copy of the sample corpus. */
export async function openSample(
  capabilities?: ClientCapabilities,
  raw: Readonly<Record<string, unknown>> = {},
): Promise<Opened> {
  const folder = copySample();
  const server = startServer();
  await server.initialize({ folders: [folder.path], ...(capabilities && { capabilities }), raw });
  const draft = folder.read(DRAFT);
  await server.open(folder.uriOf(DRAFT), draft);
  await server.waitForCorpora();
  const ask = <Answer>(method: string, marked: string, more: object = {}): Promise<Answer> =>
    askAt(server.connection, method, { uri: folder.uriOf(DRAFT), position: positionIn(draft, marked), more });
  return { server, folder, draft, ask };
}

/** Ends all servers and removes all folders that tests have made; for `after` and `afterEach`. */
export function cleanUp(): void {
  endServers();
  removeFolders();
}

/** Sends a request about a place of a document. */
export function askAt<Answer>(
  connection: MessageConnection,
  method: string,
  { uri, position, more = {} }: { readonly uri: string; readonly position: Position; readonly more?: object },
): Promise<Answer> {
  return connection.sendRequest<Answer>(method, { textDocument: { uri }, position, ...more });
}
