import type { Article } from '../../server/src/core/article/article.js';
import type { Problem } from '../../server/src/core/problem.js';

const MARKS = { title: '# ', subhead: '## ', paragraph: '' } as const;

/** What has been read of an article, for people: its metadata, then its body with `#` before titles and `##` before subheads. */
export function printArticle(article: Article): string {
  const { id, title, date, source, url, authors, language, text, body } = article;
  const metadata = Object.entries({ id, title, date, source, url, authors: authors?.join('; '), language });
  const lines = body.map(({ start, end, role, page }) => {
    const place = page === undefined ? '' : ` (page ${String(page)})`;
    return MARKS[role] + text.slice(start, end).replaceAll('\n', ' / ') + place;
  });
  return [...metadata.map(([name, value]) => `${name}: ${value ?? '-'}`), '', ...lines, ''].join('\n');
}

/** A problem in one line, with the text that it is about. */
export function printProblem({ severity, code, message, span }: Problem, text = ''): string {
  const place = span ? ` at "${text.slice(span.start, span.end)}"` : '';
  return `${severity} ${code}${place}: ${message}\n`;
}
