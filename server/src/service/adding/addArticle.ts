import type { Article, ArticleInput } from '../../core/article/article.js';
import { toOriginalPath } from '../../core/article/originalFile.js';
import { type ArticleReader, collectParts } from '../../formats/articleReader.js';
import { printMarkdown } from '../../formats/printMarkdown.js';
import type { AbortSignalLike } from '../answers.js';
import type { AddingMessages } from '../messages/adding.js';
import type { CorpusFolder } from '../ports.js';
import type { AddArticle, AddedArticle, Offer, Refusal } from './adding.js';
import { nameArticle } from './articleName.js';
import { type ComposedArticle, composeArticle } from './composeArticle.js';
import type { CorpusWriter, OutsideFiles, WebFetcher } from './ports.js';
import { fetchSource, nameSource, readSource, type Source } from './source.js';

/** What adding needs: where sources come from, how they are read, and where the article goes. */
export interface AddingParts {
  readonly folder: Pick<CorpusFolder, 'includes'>;
  readonly writer: CorpusWriter;
  readonly files: OutsideFiles;
  readonly web: WebFetcher;
  readonly readArticles: ArticleReader;
  /** Tells body from furniture, and completes the metadata. */
  readonly readArticle: (input: ArticleInput) => Article;
  readonly messages: AddingMessages;
  /** The current day, ISO. */
  readonly today: () => string;
}

/** Folders of added articles, best first: the corpus may include only one of them. */
const PLACES = ['articles/added', 'added'];
/** So many articles of one day and title there may be. */
const MAX_NUMBER = 1000;

/**
 * The feature behind „Add Article": clean Markdown with front matter, beside the untouched original. Nothing is ever overwritten. Whoever
 * watches the corpus folder indexes it.
 */
export function createArticleAdder(parts: AddingParts): AddArticle {
  return async (offer, signal) => {
    const added = await add(parts, offer, signal);
    return 'path' in added ? added : { refused: parts.messages.refusals[added.refused](added.detail) };
  };
}

async function add(parts: AddingParts, offer: Offer, signal?: AbortSignalLike): Promise<AddedArticle | Refusal> {
  const source = await openSource(parts, offer, signal);
  if ('refused' in source) return source;
  const read = await collectParts(parts.readArticles(`new.${source.extension}`, [source.readable]));
  const [input, ...others] = read.articles;
  const notes = read.problems.map(({ message }) => message);
  if (others.length > 0) return { refused: 'many-articles', detail: String(read.articles.length) };
  if (input === undefined)
    return notes[0] === undefined ? { refused: 'empty', detail: '' } : { refused: 'unreadable', detail: notes[0] };
  const composed = composeArticle(input, parts.readArticle);
  if (composed === undefined) return { refused: 'empty', detail: '' };
  const added = await write(parts, source, withAddress(composed, source.url));
  return 'refused' in added ? added : { ...added, notes: [...source.notes, ...notes] };
}

function openSource(parts: AddingParts, offer: Offer, signal?: AbortSignalLike): Promise<Source | Refusal> {
  switch (offer.kind) {
    case 'bytes':
      return Promise.resolve(nameSource(offer.bytes));
    case 'file':
      return readSource(parts, offer.where);
    case 'page':
      return fetchSource(parts, offer.address, signal);
  }
}

/** A page may name its own address; another host's it cannot vouch for. */
function withAddress({ metadata, body }: ComposedArticle, fetched: string | undefined): ComposedArticle {
  if (fetched === undefined || (metadata.url !== undefined && hostOf(metadata.url) === hostOf(fetched)))
    return { metadata, body };
  return { metadata: { ...metadata, url: fetched }, body };
}

function hostOf(url: string): string | undefined {
  return /^https?:\/\/([^/?#]+)/i.exec(url)?.[1]?.toLowerCase();
}

async function write(
  parts: AddingParts,
  { extension, bytes }: Source,
  { metadata, body }: ComposedArticle,
): Promise<Omit<AddedArticle, 'notes'> | Refusal> {
  const added = parts.today();
  const { title = '', date } = metadata;
  for (let number = 1; number <= MAX_NUMBER; number++) {
    const name = `${nameArticle({ title, added, number, ...(date !== undefined && { date }) })}.md`;
    const place = PLACES.find((folder) => parts.folder.includes(`${folder}/${name}`));
    if (place === undefined) return { refused: 'not-included', detail: `${PLACES[0] ?? ''}/${name}` };
    const [path, original] = [`${place}/${name}`, toOriginalPath(name, extension)];
    const file = printMarkdown({ metadata, added, original, body });
    const files = [
      { path: `${place}/${original}`, content: bytes },
      { path, content: file.text },
    ];
    const outcome = await parts.writer.create(files);
    if (typeof outcome === 'object') return { refused: 'unwritable', detail: `${outcome.path} ${outcome.message}` };
    if (outcome === 'taken') continue;
    return { path, original: `${place}/${original}`, ...file };
  }
  return { refused: 'unwritable', detail: `“${title}” (${added})` };
}
