import type { Reference } from '../../core/references/references.js';
import { createMetadata } from '../documents/metadata.js';
import { listAttachments } from './attachments.js';
import { listNames } from './names.js';
import { withoutMarkup } from './withoutMarkup.js';
import {
  EntryProblems,
  findCitationKey,
  MAX_ENTRIES,
  MAX_ENTRY,
  type ReferenceFile,
  type SourceStretch,
} from './referenceFile.js';

/** Reads references in CSL-JSON: a list of items, as Zotero and other reference managers export it. `folder` is the file's. */
export function parseCslJson(path: string, text: string, folder: string): ReferenceFile {
  const problems = new EntryProblems(path);
  const references: Reference[] = [];
  const start = text.search(/\S/);
  if (start < 0) return { references, problems: [] };
  if (text.charAt(start) !== '[') problems.add(start, start + 1, 'references in JSON are a list of items: “[ … ]”');
  else
    for (const item of listItems(text, start)) {
      const reference = readItem(item, folder);
      if (typeof reference === 'string') problems.add(item.start, item.start + item.text.length, reference);
      else references.push(reference);
    }
  return { references, problems: problems.list() };
}

/** The items of the outermost list, each as it stands in the file: what is wrong with one must not cost the others. */
function* listItems(text: string, listStart: number): Generator<SourceStretch> {
  let [depth, start, count] = [0, -1, 0];
  for (const { 0: mark, index } of text.slice(listStart + 1).matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{},]|[^\s"[\]{},]+/gs)) {
    const at = listStart + 1 + index;
    if (depth === 0 && (mark === ',' || mark === ']')) {
      if (start >= 0 && count++ < MAX_ENTRIES) yield { text: text.slice(start, at).trimEnd(), start };
      start = -1;
      if (mark === ']') return;
      continue;
    }
    if (start < 0) start = at;
    if (mark === '{' || mark === '[') depth += 1;
    if (mark === '}' || mark === ']') depth -= 1;
  }
  if (start >= 0) yield { text: text.slice(start), start };
}

type Item = Readonly<Record<string, unknown>>;

/** The reference, or what is wrong with it. */
function readItem({ text }: SourceStretch, folder: string): Reference | string {
  if (text.length > MAX_ENTRY) return 'this entry is too long and not used';
  const item = parseObject(text);
  if (item === undefined) return 'this entry is not valid JSON and not used';
  const note = findText(item, 'note') ?? '';
  const citationKey =
    findCitationKey(findText(item, 'citation-key')) ??
    findCitationKey(/^\s*citation key:(.+)$/im.exec(note)?.[1]) ??
    findCitationKey(findText(item, 'id'));
  const metadata = createMetadata({
    title: withoutMarkup(findText(item, 'title')),
    date: findDate(item['issued']),
    source: withoutMarkup(findText(item, 'container-title')) ?? findText(item, 'publisher'),
    url: findText(item, 'URL'),
    language: findText(item, 'language'),
  });
  const authors = listNames(item['author']);
  const files = listFiles(item, note, folder);
  return {
    metadata: {
      ...metadata,
      ...(authors.length > 0 && { authors }),
      ...(citationKey !== undefined && { citationKey }),
    },
    files,
  };
}

function parseObject(text: string): Item | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function findText(item: Item, key: string): string | undefined {
  const value = Object.hasOwn(item, key) ? item[key] : undefined;
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function findDate(issued: unknown): string | undefined {
  if (!isObject(issued)) return undefined;
  const [first] = Array.isArray(issued['date-parts']) ? (issued['date-parts'] as readonly unknown[]) : [];
  const parts = Array.isArray(first) ? first.slice(0, 3).map(Number) : [];
  const [year, ...rest] = parts;
  if (year === undefined || !Number.isInteger(year)) return findText(issued, 'raw') ?? findText(issued, 'literal');
  // Zero or no number at all: not known.
  const known = rest.slice(0, rest.findIndex((part) => !(part > 0)) >>> 0);
  return [String(year).padStart(4, '0'), ...known.map((part) => String(part).padStart(2, '0'))].join('-');
}

function listFiles(item: Item, note: string, folder: string): readonly string[] {
  const attachments = Array.isArray(item['attachments']) ? (item['attachments'] as readonly unknown[]) : [];
  const paths = attachments.flatMap((each) =>
    isObject(each) ? (findText(each, 'path') ?? findText(each, 'localPath') ?? []) : [],
  );
  const custom = isObject(item['custom']) ? (findText(item['custom'], 'file') ?? '') : '';
  const noted = [...note.matchAll(/^\s*file:(.+)$/gim)].map((match) => match[1] ?? '');
  return [findText(item, 'file') ?? '', custom, ...paths, ...noted].flatMap((field) => listAttachments(field, folder));
}
