import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { findLineStarts } from '../../core/text/lines.js';
import type { AddArticleAnswer } from '../../protocol/protocol.js';
import type { Offer } from '../../service/adding/adding.js';
import { toRangeByLines } from '../convert.js';
import { asObject } from '../settings.js';
import type { Shell } from '../shell.js';
import { toUri } from '../uris.js';
import { toSignal } from '../guard.js';
import { findText, getCorpus, invalid } from './corpusHandlers.js';

/** Adds an article to a corpus; why nothing was added is an error for people to read. */
export async function addArticle(shell: Shell, params: unknown, token: CancellationToken): Promise<AddArticleAnswer> {
  const corpus = await getCorpus(shell, params);
  if (asObject(params)['isTrusted'] === false) throw fail(shell.strings.untrusted);
  const added = await corpus.addArticle(getOffer(params), toSignal(token));
  if ('refused' in added) throw fail(added.refused);
  const uri = toUri(corpus.uri, added.path);
  // It is indexed behind the answer, which must not wait for a corpus that is being read; not every client watches files.
  shell.watchedFiles.note([uri]);
  return {
    title: { uri, range: toRangeByLines(findLineStarts(added.text), added.title) },
    original: toUri(corpus.uri, added.original),
    notes: added.notes,
  };
}

function getOffer(params: unknown): Offer {
  const [text, file, url] = [findText(params, 'text'), findText(params, 'file'), findText(params, 'url')];
  const offers: readonly (Offer | undefined)[] = [
    text === undefined ? undefined : { kind: 'bytes', bytes: new TextEncoder().encode(text) },
    file === undefined ? undefined : { kind: 'file', where: file },
    url === undefined ? undefined : { kind: 'page', address: url },
  ];
  const [offer, ...others] = offers.filter((each) => each !== undefined);
  if (offer === undefined || others.length > 0) throw invalid('exactly one of “text”, “file” and “url” is needed');
  if (file !== undefined && !/^file:/i.test(file)) throw invalid('“file” must be a file: URI');
  return offer;
}

function fail(message: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
