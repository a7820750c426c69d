import { escapeLinkTarget, escapeMarkdown } from './escapeMarkdown.js';
import { toOneLine } from './oneLine.js';

/** Where a passage can be opened: a URI for those who can follow it, `path:line` for the rest. */
interface LinkTarget {
  readonly uri: string | undefined;
  readonly place: string;
}

/**
 * How a card is written. Text from articles, drafts and file names goes only through `plain`, `bold` and `link`, which show it as
 * it is; the other methods take what is already written.
 */
export interface Ink {
  plain(text: string): string;
  bold(text: string): string;
  link(label: string, target: LinkTarget): string;
  quote(lines: readonly string[]): string;
  /** Lines that follow each other closely. */
  lines(written: readonly string[]): string;
  /** Blocks with space between them. */
  blocks(written: readonly string[]): string;
}

export const MARKDOWN: Ink = {
  plain: escapeMarkdown,
  // Nothing in bold would be four asterisks: a rule across the card.
  bold: (text) => escapeMarkdown(text).replace(/^.+$/u, '**$&**'),
  link: (label, { uri, place }) =>
    uri === undefined
      ? `${escapeMarkdown(label)} (${escapeMarkdown(place)})`
      : `[${escapeMarkdown(label)}](${escapeLinkTarget(uri)})`,
  quote: (lines) => lines.map((line) => `> ${line}`).join('  \n'),
  lines: (written) => written.join('  \n'),
  blocks: (written) => written.join('\n\n'),
};

export const PLAIN_TEXT: Ink = {
  plain: toOneLine,
  bold: toOneLine,
  link: (label, { place }) => `${toOneLine(label)} (${toOneLine(place)})`,
  quote: (lines) => lines.map((line) => `  ${line}`).join('\n'),
  lines: (written) => written.join('\n'),
  blocks: (written) => written.join('\n'),
};
