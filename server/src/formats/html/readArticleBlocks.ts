import { type Block, countWords, listBlocks } from './blocks.js';
import { chooseBlocks, cleanBlocks, type PageParts } from './chooseBlocks.js';
import { cleanMarkup } from './cleanMarkup.js';
import type { DocumentParser, DomDocument } from './dom.js';
import { estimateSteps } from './estimateSteps.js';
import { loadExtractor } from './extractor.js';
import { LIMITS } from './limits.js';
import { isProse } from './mainContent.js';

/** Fewer words of an article are hardly one. */
const FEW_WORDS = 30;
/** A reading that has a smaller share of the page's running text may have missed the article. */
const SMALL_SHARE = 0.2;
/** Another reading must have this much more to be believed. */
const MORE = { stated: 1.5, extracted: 5 };

interface ReadingPage extends PageParts {
  readonly blocks: readonly Block[];
  readonly parse: DocumentParser;
  /** Gives the page's document once more, for a reader that changes it. */
  openAgain(): DomDocument;
}

/**
 * The blocks of the article. Where the page states much more text in its JSON-LD than it shows (behind a paywall), that
 * is read; where next to nothing is found, the extractor is asked, unless the page is so odd that it might take long.
 */
export async function readArticleBlocks(page: ReadingPage): Promise<readonly Block[]> {
  const shown = chooseBlocks(page.blocks, page);
  const words = countAll(shown);
  const stated = countWords(page.head.stated?.body ?? '') > MORE.stated * words + FEW_WORDS ? readStatedBody(page) : [];
  if (stated.length > 0) return cleanBlocks(stated, page);
  if (words >= FEW_WORDS && words >= SMALL_SHARE * countAll(page.blocks.filter(isProse))) return shown;
  const document = page.openAgain();
  if (estimateSteps(document.body) > LIMITS.extractorSteps) return shown;
  const extract = await loadExtractor();
  const extracted = cleanBlocks(readMarkup(extract(document), page.parse), page);
  return countAll(extracted) >= Math.max(FEW_WORDS, MORE.extracted * words) ? extracted : shown;
}

/** The text of the article as JSON-LD states it: markup, or plain lines. */
function readStatedBody({ head, parse }: ReadingPage): readonly Block[] {
  const body = head.stated?.body ?? '';
  const isMarkup = /<(?:p|br|div|h[1-6]|ul)[\s/>]/i.test(body);
  return readMarkup(isMarkup ? body : `<p>${body.replaceAll('<', '&lt;').split(/\n+/).join('<p>')}`, parse);
}

function readMarkup(markup: string, parse: DocumentParser): readonly Block[] {
  return listBlocks(parse(cleanMarkup(markup).markup).body);
}

function countAll(blocks: readonly Block[]): number {
  let words = 0;
  for (const block of blocks) words += block.words;
  return words;
}
