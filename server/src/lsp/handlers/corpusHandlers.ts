import {
  ErrorCodes,
  ResponseError,
  type TextDocumentContentParams,
  type TextDocumentContentResult,
} from 'vscode-languageserver';
import type { ActorId, ActorKind } from '../../core/facts.js';
import { findLineStarts, lineAt } from '../../core/text/lines.js';
import type {
  ActorRow,
  ActorsAtAnswer,
  ActorsAtRequest,
  ArticleRow,
  ArticleTextAnswer,
  CorpusRow,
  EventRow,
  ListAnswer,
  MonthRow,
  PassageRow,
} from '../../protocol/protocol.js';
import type { EventId, PageRequest } from '../../store/ports.js';
import type { ArticleText } from '../../service/answers.js';
import { findVirtualArticle } from '../articleUri.js';
import { findAskedPlace } from '../documents.js';
import type { OpenCorpus } from '../host.js';
import { toActorRow, toAnswer, toArticleRow, toCorpusRow, toEventRow, toPassageRow } from '../rows.js';
import { asObject } from '../settings.js';
import type { Shell } from '../shell.js';
import { toUri } from '../uris.js';

/** Longer pages would hold up the wire. */
const MAX_PAGE = 1000;

export async function listCorpora(shell: Shell): Promise<readonly CorpusRow[]> {
  await shell.workspace.ready;
  return Promise.all(shell.corpora.list().map(async ({ uri, service }) => toCorpusRow(uri, await service.getStatus())));
}

export async function listArticles(shell: Shell, params: unknown): Promise<ListAnswer<ArticleRow>> {
  const { uri, service } = await getCorpus(shell, params);
  return toAnswer(await service.listArticles(getPage(params)), (article) => toArticleRow(uri, article));
}

export async function listActors(shell: Shell, params: unknown): Promise<ListAnswer<ActorRow>> {
  const { service } = await getCorpus(shell, params);
  const kind = findText(params, 'kind') as ActorKind | undefined;
  return toAnswer(await service.listActors({ ...getPage(params), ...(kind && { kind }) }), toActorRow);
}

export async function listEvents(shell: Shell, params: unknown): Promise<ListAnswer<EventRow>> {
  const { service } = await getCorpus(shell, params);
  const [actor, month] = [findText(params, 'actor') as ActorId | undefined, findText(params, 'month')];
  const query = { ...getPage(params), ...(actor && { actor }), ...(month && { month }) };
  return toAnswer(await service.listEvents(query), toEventRow);
}

export async function listEventMonths(shell: Shell, params: unknown): Promise<readonly MonthRow[]> {
  const { service } = await getCorpus(shell, params);
  return (await service.listEventMonths()).map(({ month, count }) => ({ month, events: count }));
}

export async function listPassages(shell: Shell, params: unknown): Promise<ListAnswer<PassageRow>> {
  const { uri, service } = await getCorpus(shell, params);
  const [actor, event] = [
    findText(params, 'actor') as ActorId | undefined,
    findText(params, 'event') as EventId | undefined,
  ];
  if ((actor === undefined) === (event === undefined)) throw invalid('exactly one of “actor” and “event” is needed');
  const page = getPage(params);
  const passages =
    actor === undefined ? service.listEventPassages(event as EventId, page) : service.listActorPassages(actor, page);
  return toAnswer(await passages, (passage) => toPassageRow(uri, passage));
}

export async function actorsAt(shell: Shell, params: ActorsAtRequest): Promise<ActorsAtAnswer> {
  const asked = await findAskedPlace(shell, params);
  if (asked === undefined) return { actors: [] };
  const actors = await asked.corpus.service.listActorsAt(asked.document, asked.offset);
  return { corpus: asked.corpus.uri, actors: actors.map(toActorRow) };
}

/** The text of a virtual document, and what it was extracted from. Only what is indexed is given: a URI alone opens no file. */
export async function articleText(shell: Shell, params: unknown): Promise<ArticleTextAnswer> {
  await shell.workspace.ready;
  const uri = findText(params, 'uri') ?? '';
  const virtual = findVirtualArticle(uri);
  const corpus = virtual && shell.corpora.findAlike(virtual.corpus);
  const found = corpus && (await corpus.service.findArticleText(virtual.id));
  if (corpus === undefined || found === undefined) throw invalid(`no article is shown by ${uri}`);
  return { text: found.text, original: toUri(corpus.uri, found.path), pages: listPages(found) };
}

export async function textDocumentContent(
  shell: Shell,
  params: TextDocumentContentParams,
): Promise<TextDocumentContentResult> {
  const { text } = await articleText(shell, params);
  return { text };
}

export async function reindex(shell: Shell, params: unknown): Promise<null> {
  await shell.workspace.ready;
  const wanted = findText(params, 'corpus') === undefined ? shell.corpora.list() : [await getCorpus(shell, params)];
  await Promise.all(wanted.map((corpus) => shell.indexer.run(corpus)));
  return null;
}

function listPages({ text, body }: ArticleText): ArticleTextAnswer['pages'] {
  const lineStarts = findLineStarts(text);
  const paged = body.flatMap(({ start, page }) =>
    page === undefined ? [] : [{ page, line: lineAt(lineStarts, start) }],
  );
  return paged.filter(({ page }, i) => page !== paged[i - 1]?.page);
}

/** The open corpus that the parameters name. Fails with InvalidParams when they name none. */
export async function getCorpus(shell: Shell, params: unknown): Promise<OpenCorpus> {
  await shell.workspace.ready;
  const uri = findText(params, 'corpus');
  const corpus = uri === undefined ? undefined : shell.corpora.find(uri);
  if (corpus === undefined) throw invalid(`no such corpus: ${String(uri)}`);
  return corpus;
}

export function getPage(params: unknown): PageRequest {
  const limit = asObject(params)['limit'];
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1)
    throw invalid('“limit” must be a whole number from 1');
  const cursor = findText(params, 'cursor');
  return { limit: Math.min(limit, MAX_PAGE), ...(cursor === undefined ? {} : { cursor }) };
}

export function findText(params: unknown, key: string): string | undefined {
  const value = asObject(params)[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw invalid(`“${key}” must be a text`);
  return value;
}

export function invalid(message: string): ResponseError {
  return new ResponseError(ErrorCodes.InvalidParams, message);
}
