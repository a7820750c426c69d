import type { Exceeded } from './cleanMarkup.js';
import { countWords } from './blocks.js';
import type { PageProblem, WebBlock, WebPage } from './webPage.js';

/** A text behind a paywall that is longer has most likely been saved by a subscriber. */
const TEASER_WORDS = 250;

const EXCEEDED: Readonly<Record<Exceeded, string>> = {
  markup: 'it is too long: only its beginning has been read',
  elements: 'it has too many elements: only its beginning has been read',
  depth: 'its elements are nested too deep: the deepest have been read as plain text',
};

/** What a page is when its bytes are no text. */
export function unreadablePage(): WebPage {
  const problem: PageProblem = {
    severity: 'error',
    code: 'unreadable-file',
    message: 'The web page cannot be read: it is not text',
  };
  return { authors: [], blocks: [], problems: [problem] };
}

/**
 * What a writer should know of a page that has been read: that it was cut, holds no article, or only the beginning of
 * one.
 */
export function listPageProblems({
  text,
  isFree,
  exceeded,
}: {
  readonly text: readonly WebBlock[];
  readonly isFree: boolean;
  readonly exceeded: readonly Exceeded[];
}): readonly PageProblem[] {
  const problems = exceeded.map(
    (limit): PageProblem => ({
      severity: 'warning',
      code: 'page-cut',
      message: `The web page could not be read as a whole: ${EXCEEDED[limit]}`,
    }),
  );
  const words = text.reduce((sum, block) => sum + countWords(block.text), 0);
  if (words === 0) {
    problems.push({
      severity: 'warning',
      code: 'no-article-text',
      message: 'No running text was found on the web page',
    });
  } else if (!isFree && words < TEASER_WORDS) {
    problems.push({
      severity: 'information',
      code: 'paywall',
      message: 'The web page holds only the beginning of its article: the rest is behind a paywall',
    });
  }
  return problems;
}
