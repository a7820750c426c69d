import type { BodySpan } from '../../core/article/article.js';
import type { WebPage } from './webPage.js';

/** A page's article as one text. */
interface ArticleText {
  /** The blocks with a blank line between them: what all offsets refer to, since the page's own markup is not shown. */
  readonly text: string;
  /** The blocks in `text`, ascending and disjoint; offsets are UTF-16 code units, half-open. */
  readonly body: readonly BodySpan[];
}

const BETWEEN = '\n\n';

/** Joins the blocks of a page to the text that is analysed and shown: the title first, then subheads and paragraphs. */
export function toArticleText({ blocks }: Pick<WebPage, 'blocks'>): ArticleText {
  const body: BodySpan[] = [];
  let start = 0;
  for (const { text, role } of blocks) {
    body.push({ start, end: start + text.length, role });
    start += text.length + BETWEEN.length;
  }
  return { text: blocks.map(({ text }) => text).join(BETWEEN), body };
}
