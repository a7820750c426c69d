import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { Reference } from '../../core/references/references.js';
import { createMetadata } from '../documents/metadata.js';
import { listAttachments } from './attachments.js';
import { type BibtexEntry, listBibtexEntries } from './bibtexEntries.js';
import { listNames } from './names.js';
import { withoutMarkup } from './withoutMarkup.js';
import { EntryProblems, findCitationKey, type ReferenceFile } from './referenceFile.js';

/** So many entries are decoded at a time: about ten milliseconds. */
const SLICE = 30;

/**
 * Reads references in BibTeX or BibLaTeX. `folder` is the file's; `pause` is called between slices, because decoding LaTeX takes 0.3 ms an
 * entry.
 */
export async function parseBibtex(
  path: string,
  text: string,
  { folder, pause }: { readonly folder: string; readonly pause: () => Promise<void> },
): Promise<ReferenceFile> {
  const problems = new EntryProblems(path);
  const references: Reference[] = [];
  for (const [i, entry] of listBibtexEntries(text, problems).entries()) {
    if (i % SLICE === SLICE - 1) await pause();
    const reference = readEntry(entry, folder);
    if (reference === undefined)
      problems.add(entry.start, entry.end, 'the LaTeX of this entry cannot be read: it is not used');
    else references.push(reference);
  }
  return { references, problems: problems.list() };
}

/** Names of the outlet, most exact first: Zotero and others put it in different fields for different kinds of entries. */
const SOURCES = [
  'journaltitle',
  'journal',
  'newspaper',
  'maintitle',
  'booktitle',
  'titleaddon',
  'organization',
  'publisher',
];

function readEntry({ key, fields }: BibtexEntry, folder: string): Reference | undefined {
  const find = (...names: readonly string[]): string | undefined =>
    names.map((name) => fields.get(name)?.trim()).find((value) => value !== undefined && value !== '');
  const subtitle = find('subtitle');
  const decoded = decode({
    title: [find('title') ?? '', ...(subtitle === undefined ? [] : [subtitle])].join(': '),
    author: find('author') ?? '',
    journaltitle: find(...SOURCES) ?? '',
  });
  if (decoded === undefined) return undefined;
  const metadata = createMetadata({
    title: withoutMarkup(decoded['title']),
    date: find('date')?.split('/')[0] ?? joinDate(find('year'), find('month'), find('day')),
    source: withoutMarkup(decoded['container-title']),
    url: findUrl(find('url', 'howpublished')),
    language: findLanguage(find('langid', 'language')),
  });
  const authors = listNames(decoded['author']);
  const citationKey = findCitationKey(key);
  return {
    metadata: {
      ...metadata,
      ...(authors.length > 0 && { authors }),
      ...(citationKey !== undefined && { citationKey }),
    },
    files: listAttachments(find('file') ?? '', folder),
  };
}

/** Longer names and titles are none; decoding takes quadratic time in the number of their words. */
const MAX_FIELD = 4000;

/** LaTeX to text, by the library. Undefined where it gives up: it throws at an odd dollar sign and at braces nested without end. */
function decode(properties: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> | undefined {
  const given = Object.entries(properties).filter(([, value]) => value !== '' && value.length <= MAX_FIELD);
  const entry = { type: 'article', label: 'entry', properties: Object.fromEntries(given) };
  try {
    return plugins.input.chain([entry], { forceType: '@biblatex/entries+list', generateGraph: false })[0];
  } catch {
    return undefined;
  }
}

/** The names of the LaTeX package babel, which are variants of the languages' own. */
function findLanguage(name: string | undefined): string | undefined {
  return name
    ?.trim()
    .toLowerCase()
    .replace(/^n?(?:german|austrian|swissgerman)$/, 'german')
    .replace(/^(?:american|british|canadian|australian|newzealand|usenglish|ukenglish)$/, 'english');
}

function joinDate(...parts: readonly (string | undefined)[]): string | undefined {
  const missing = parts.findIndex((part) => !/^\d{1,4}$/.test(part ?? ''));
  const known = missing < 0 ? parts : parts.slice(0, missing);
  return known.length === 0 ? undefined : known.map((part) => part?.padStart(2, '0')).join('-');
}

/** Older files have the address in LaTeX commands. */
function findUrl(field: string | undefined): string | undefined {
  return /https?:\/\/[^\s{}]+/i.exec(field?.replace(/\\([_%&#~])/g, '$1') ?? '')?.[0];
}
