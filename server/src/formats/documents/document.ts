import { createExtracted, type DocumentBlock, type Extracted } from './extracted.js';
import { createMetadata, findDateInHead, findPropertyTitle } from './metadata.js';

/** What an office program or a PDF writer states of a document in the file's properties. */
export interface DocumentProperties {
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  readonly created?: string | undefined;
  readonly language?: string | undefined;
}

/**
 * Puts the article of a single document together. What its text shows wins over its properties, which writers seldom look at: the title is the
 * block styled as one, else a heading at the very start, else the property; the date is one stated near the beginning, else the day when
 * the file was made.
 */
export function createDocument(blocks: readonly DocumentBlock[], properties: DocumentProperties): Extracted {
  const titled = markTitle(blocks);
  const metadata = createMetadata({
    title: titled.find((block) => block.role === 'title')?.text ?? findPropertyTitle(properties.title),
    authors: properties.author === undefined ? [] : [properties.author],
    date: findDateInHead(titled) ?? properties.created,
    language: properties.language,
  });
  return createExtracted({ metadata, blocks: titled });
}

/** Leaves one title: the first. A heading that starts the document is it, where no block is styled as one. */
function markTitle(blocks: readonly DocumentBlock[]): readonly DocumentBlock[] {
  const styled = blocks.findIndex((block) => block.role === 'title');
  const title = styled === -1 && blocks[0]?.role === 'subhead' ? 0 : styled;
  return blocks.map((block, i) => {
    if (i === title) return { ...block, role: 'title' };
    return block.role === 'title' ? { ...block, role: 'subhead' } : block;
  });
}
