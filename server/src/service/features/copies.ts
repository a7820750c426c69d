import type { ArticleId } from '../../core/article/article.js';
import type { ArticleSummary, CorpusStore, PassageEvidence } from '../../store/ports.js';
import type { CardPassage, ListedArticle } from '../answers.js';

/**
 * Passages of one article for each story: the agency's text is one source, however many print it. It is the article with most of the
 * passages, because others may have cut; of several the first.
 */
export function collapseCopies(rows: readonly PassageEvidence[]): readonly PassageEvidence[] {
  const counts = new Map<ArticleId, number>();
  for (const { article } of rows) counts.set(article.id, (counts.get(article.id) ?? 0) + 1);
  const fullest = new Map<ArticleId, ArticleId>();
  for (const { article } of [...rows].sort((a, b) => compareFirst(a.article, b.article))) {
    const other = fullest.get(article.story);
    if (other === undefined || (counts.get(article.id) ?? 0) > (counts.get(other) ?? 0))
      fullest.set(article.story, article.id);
  }
  return rows.filter(({ article }) => fullest.get(article.story) === article.id);
}

/** The first article of a story before the others. */
function compareFirst(a: ArticleSummary, b: ArticleSummary): number {
  return Number(b.id === b.story) - Number(a.id === a.story);
}

/** The passages with the outlets that print the same. */
export function addOutlets(store: CorpusStore, passages: readonly PassageEvidence[]): Promise<readonly CardPassage[]> {
  return Promise.all(
    passages.map(async (passage) => ({ ...passage, alsoIn: await listAlsoIn(store, passage.article) })),
  );
}

/** The article with the outlets that print the same. */
export async function toListedArticle(store: CorpusStore, article: ArticleSummary): Promise<ListedArticle> {
  return { ...article, alsoIn: await listAlsoIn(store, article) };
}

/** Outlets that print the same text, oldest first; a copy in the same outlet or in none is named by its path. */
export async function listAlsoIn(
  store: CorpusStore,
  { id, source, copyCount }: ArticleSummary,
): Promise<readonly string[]> {
  if (copyCount === 0) return [];
  const copies = await store.listCopies(id);
  return [...new Set(copies.map((copy) => (copy.source === source ? copy.id : (copy.source ?? copy.id))))];
}
