import type { ArticleMetadata } from '../core/article/article.js';
import type { Problem } from '../core/problem.js';
import { repairMojibake } from '../core/text/mojibake.js';

interface Repairable {
  readonly metadata: ArticleMetadata;
  readonly blocks: readonly { readonly text: string }[];
}

/** Repairs the texts that come out of one file, and tells in the end what was wrong with them. */
export interface DamageReport {
  /** The article without mojibake: its text is ours, not the file's, so that it may be put right. */
  repair<T extends Repairable>(article: T): T;
  listProblems(): readonly Problem[];
}

/** A report for the file at `path` (corpus-relative). */
export function createDamageReport(path: string): DamageReport {
  let repaired = 0;
  let lost = 0;
  const repairText = (text: string): string => {
    const clean = repairMojibake(text).replace(/[\x80-\x9f]+/g, '');
    if (clean !== text) repaired++;
    if (clean.includes('\ufffd')) lost++;
    return clean;
  };
  return {
    repair: (article) => ({
      ...article,
      metadata: repairMetadata(article.metadata, repairText),
      blocks: article.blocks.map((block) => ({ ...block, text: repairText(block.text) })),
    }),
    listProblems: () => [
      ...createProblems(
        path,
        'mojibake',
        repaired,
        'UTF-8 that was read as Windows-1252 and saved again; it was repaired',
      ),
      ...createProblems(path, 'lost-characters', lost, 'characters that an earlier program has lost (\ufffd)'),
    ],
  };
}

function repairMetadata(metadata: ArticleMetadata, repairText: (text: string) => string): ArticleMetadata {
  const { title, source, authors } = metadata;
  return {
    ...metadata,
    ...(title !== undefined && { title: repairText(title) }),
    ...(source !== undefined && { source: repairText(source) }),
    ...(authors && { authors: authors.map(repairText) }),
  };
}

function createProblems(path: string, code: string, places: number, what: string): readonly Problem[] {
  if (places === 0) return [];
  const severity = code === 'mojibake' ? 'information' : 'warning';
  const where = places === 1 ? 'one place' : `${String(places)} places`;
  return [{ path, severity, code, message: `has in ${where} ${what}` }];
}
