import { ErrorCodes, type Position, ResponseError } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LiveDocument } from '../service/answers.js';
import { toOffset } from './convert.js';
import type { Responsible } from './corpora.js';
import type { OpenCorpus } from './host.js';
import { asObject } from './settings.js';
import type { Shell } from './shell.js';
import { findRelativePath } from './uris.js';

/** An open document with the corpus that answers for it. */
export interface Asked {
  readonly corpus: OpenCorpus;
  readonly document: LiveDocument;
  readonly text: TextDocument;
}

export interface AskedPlace extends Asked {
  readonly offset: number;
}

const MARKDOWN_LANGUAGES = new Set(['markdown', 'gfm', 'quarto', 'rmd', 'mdx', 'vimwiki', 'pandoc']);

/** The open document of a request, when a corpus answers for it. Waits until the corpora are open. */
export async function findAsked(shell: Shell, params: { textDocument: { uri: string } }): Promise<Asked | undefined> {
  await shell.workspace.ready;
  const text = shell.documents.get(getUri(params));
  const found = text && shell.corpora.findFor(text.uri);
  if (text === undefined || found === undefined) return undefined;
  return { corpus: found.corpus, text, document: toLiveDocument(text, found) };
}

/** The same with the offset of the request's position. */
export async function findAskedPlace(
  shell: Shell,
  params: { textDocument: { uri: string }; position: Position },
): Promise<AskedPlace | undefined> {
  const asked = await findAsked(shell, params);
  return asked && { ...asked, offset: toOffset(asked.text, params.position) };
}

/** The URI of the document that a request is about. Fails with InvalidParams when it names none. */
export function getUri(params: unknown): string {
  const { uri } = asObject(asObject(params)['textDocument']);
  if (typeof uri === 'string') return uri;
  throw new ResponseError(ErrorCodes.InvalidParams, 'a textDocument with its uri is needed');
}

function toLiveDocument(text: TextDocument, { corpus, articlePath, isVirtual }: Responsible): LiveDocument {
  const isMarkdown = MARKDOWN_LANGUAGES.has(text.languageId) || /\.(?:md|markdown)$/i.test(text.uri);
  const path = articlePath === undefined ? findRelativePath(corpus.uri, text.uri) : undefined;
  return {
    key: text.uri,
    version: text.version,
    text: text.getText(),
    markup: isVirtual ? 'extracted' : isMarkdown ? 'markdown' : 'plain',
    ...(articlePath !== undefined && { articlePath }),
    ...(path !== undefined && { path }),
  };
}
