import * as vscode from 'vscode';
import {
  type ConfigurationParams,
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import { completeHover } from './hoverLinks.js';

/** The languages of drafts and articles. */
const LANGUAGES = [
  'fundstelle-article',
  'markdown',
  'plaintext',
  'fundstelle-article',
  'latex',
  'tex',
  'asciidoc',
  'restructuredtext',
];

/** Scheme of the read-only documents with the texts of articles that are no text files; the server gives their content. */
const TEXT_SCHEME = 'fundstelle';

/** The documents that the server gets to see: files, what has never been saved, and texts of its own. */
export const DOCUMENTS = [
  ...LANGUAGES.flatMap((language) => ['file', 'untitled'].map((scheme) => ({ language, scheme }))),
  { scheme: TEXT_SCHEME },
  // Decisions are edits of what the editor holds of it, saved or not.
  { scheme: 'file', pattern: '**/authority.yaml' },
];

/** The client of our language server, which runs in a process of its own. `start` starts it. */
export function createLanguageClient(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): LanguageClient {
  const module = context.asAbsolutePath('dist/server.cjs');
  const run = { module, transport: TransportKind.ipc };
  const server: ServerOptions = { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } } };
  const options: LanguageClientOptions = {
    documentSelector: DOCUMENTS,
    outputChannel: log,
    initializationOptions: { marksScopes: true, savesDecisions: true, index: readIndexSettings() },
    // Text of articles never becomes a trusted link, HTML or an icon.
    markdown: { isTrusted: false, supportHtml: false, supportThemeIcons: false },
    middleware: {
      provideHover: async (document, position, token, next) =>
        completeHover(client, { document, position, token }, await next(document, position, token)),
      workspace: {
        configuration: async (params, token, next) => markScopes(params, await next(params, token)),
      },
    },
  };
  // The name of the settings section too: `fundstelle.trace.server`.
  const client = new LanguageClient('fundstelle', 'Fundstelle', server, options);
  return client;
}

/** Says who named the corpus, since only the user's own settings may name one outside the workspace, and what the editor hides. */
function markScopes<Answer>(params: ConfigurationParams, answer: Answer): Answer | unknown[] {
  if (!Array.isArray(answer)) return answer;
  return answer.map((value: unknown, i) => {
    const item = params.items[i];
    if (item?.section !== 'fundstelle' || typeof value !== 'object' || value === null) return value;
    const scope = item.scopeUri === undefined ? undefined : vscode.Uri.parse(item.scopeUri);
    return { ...value, corpusScope: isNamedByUser(scope) ? 'user' : 'workspace', hidden: listHidden(scope) };
  });
}

function isNamedByUser(scope: vscode.Uri | undefined): boolean {
  const found = vscode.workspace.getConfiguration('fundstelle', scope).inspect<string>('corpus');
  return found?.workspaceFolderValue === undefined && found?.workspaceValue === undefined;
}

/** What the editor hides is no part of a corpus; conditions on neighbouring files are left out. */
function listHidden(scope: vscode.Uri | undefined): readonly string[] {
  const globs = vscode.workspace.getConfiguration('files', scope).get<Readonly<Record<string, unknown>>>('exclude', {});
  return Object.entries(globs).flatMap(([glob, isHidden]) => (isHidden === true ? [glob] : []));
}

/** The user's own word: these settings belong to the machine. */
function readIndexSettings(): object {
  const settings = vscode.workspace.getConfiguration('fundstelle.index');
  return { folder: settings.get<string>('folder', ''), workers: settings.get<number>('workers', 0) };
}
