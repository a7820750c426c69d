import type { ArticleInput, ArticleMetadata } from '../article/article.js';
import { partOf, pathOf } from '../article/articleId.js';
import { fold } from '../text/fold.js';

/** An entry of the writer's references. */
export interface Reference {
  /** What it states of the article, with its citation key. */
  readonly metadata: ArticleMetadata;
  /** Its attachments: paths relative to the corpus folder, or absolute ones, with `/`. */
  readonly files: readonly string[];
}

/** The writer's references, by what an article may be known by. */
export interface References {
  readonly byFileName: ReadonlyMap<string, readonly Attachment[]>;
  readonly byUrl: ReadonlyMap<string, readonly Reference[]>;
  readonly byTitle: ReadonlyMap<string, readonly Reference[]>;
}

interface Attachment {
  readonly path: string;
  readonly reference: Reference;
}

/** Files the references by attachment, address and title. */
export function indexReferences(references: readonly Reference[]): References {
  const attachments = references.flatMap((reference) => reference.files.map((path) => ({ path, reference })));
  return {
    byFileName: group(attachments, ({ path }) => fileNameOf(path)),
    byUrl: group(references, ({ metadata }) => toAddress(metadata.url)),
    byTitle: group(references, ({ metadata }) => toTitleKey(metadata.title)),
  };
}

/** The article with what references state of it, which wins over what its file says; the article itself where there is none. */
export function withReferences<T extends ArticleInput>(input: T, references: References): T {
  const metadata = findReference(references, input)?.metadata;
  return metadata === undefined ? input : { ...input, metadata: { ...input.metadata, ...metadata } };
}

/** The reference that means the article: by its file, else by its address, else by its title. */
export function findReference(references: References, input: ArticleInput): Reference | undefined {
  // Of a file that holds many articles the path names none.
  const byFile = partOf(input.id) === undefined ? findByFile(references, pathOf(input.id)) : undefined;
  return byFile ?? findByUrl(references, input.metadata.url) ?? findByTitle(references, input);
}

function findByFile({ byFileName }: References, path: string): Reference | undefined {
  const named = byFileName.get(fileNameOf(path)) ?? [];
  return (
    named.find((attachment) => attachment.path.normalize('NFC') === path.normalize('NFC')) ??
    // Reference managers state absolute paths; the corpus does not know where it lies, and need not.
    named.find(
      (attachment) =>
        isAbsolute(attachment.path) && attachment.path.normalize('NFC').endsWith(`/${path.normalize('NFC')}`),
    )
  )?.reference;
}

function isAbsolute(path: string): boolean {
  return /^(?:\/|[a-z]:\/)/i.test(path);
}

function findByUrl({ byUrl }: References, url: string | undefined): Reference | undefined {
  const address = toAddress(url);
  return address === undefined ? undefined : byUrl.get(address)?.[0];
}

/** A shorter title, such as „Ausland", may be that of many articles. */
const TELLING_WORDS = 4;

/** An article whose title is yet to be found has it in one of its first lines. */
const MAX_LINES = 4;
const MAX_HEAD = 1000;

function findByTitle({ byTitle }: References, { metadata, text, contentStart }: ArticleInput): Reference | undefined {
  const head = text.slice(contentStart, contentStart + MAX_HEAD).split('\n');
  const lines = head.filter((line) => line.trim() !== '').slice(0, MAX_LINES);
  const titles = metadata.title === undefined ? lines : [metadata.title];
  for (const key of titles.flatMap((title) => toTitleKey(title) ?? [])) {
    const found = chooseByDate(byTitle.get(key) ?? [], metadata.date, key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Of the references of one title the only one of this date; where dates do not tell, the only one there is. */
function chooseByDate(references: readonly Reference[], date: string | undefined, key: string): Reference | undefined {
  const sameDay = references.filter(({ metadata }) => agree(metadata.date, date));
  if (sameDay.length === 1) return sameDay[0];
  return references.length === 1 && key.split(' ').length >= TELLING_WORDS ? references[0] : undefined;
}

function agree(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && (a.startsWith(b) || b.startsWith(a));
}

function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).normalize('NFC');
}

/** An address without what does not change the page: protocol, `www.`, fragment, campaign parameters, a slash at the end. */
function toAddress(url: string | undefined): string | undefined {
  const [, host, path = '', query = ''] =
    /^https?:\/\/(?:www\.)?([^/?#]+)([^?#]*)(?:\?([^#]*))?/i.exec(url?.trim() ?? '') ?? [];
  if (host === undefined) return undefined;
  const kept = query.split('&').filter((part) => part !== '' && !/^(?:utm_|fbclid=|gclid=)/i.test(part));
  return `${host.toLowerCase()}${path.replace(/\/$/, '')}${kept.length > 0 ? `?${kept.join('&')}` : ''}`;
}

function toTitleKey(title: string | undefined): string | undefined {
  const key = fold(title ?? '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return key === '' ? undefined : key;
}

function group<T>(rows: readonly T[], keyOf: (row: T) => string | undefined): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === undefined) continue;
    const own = groups.get(key);
    if (own) own.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
