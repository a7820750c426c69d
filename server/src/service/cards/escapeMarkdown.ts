import { toOneLine } from './oneLine.js';

/**
 * Text as Markdown that shows it as it is, on one line: no emphasis, code, link, image, HTML, entity, table, theme icon or automatic
 * link comes out of it, and no heading, list or quotation where it starts a line. What needs no escape gets none, because some
 * editors show a hover's Markdown unrendered.
 */
export function escapeMarkdown(text: string): string {
  return toOneLine(text)
    .replace(/[\\`*_{}[\]<>&~|$]|(?<=\])\(/g, '\\$&')
    .replace(/^[#+=-]/, '\\$&')
    .replace(/^(\d+)(?=[.)])/, '$1\\')
    .replace(/:(?=\/)/g, '\\:')
    .replace(/(?<=www)\./gi, '\\.')
    .replace(/(?<=\S)@(?=\S)/g, '\\@');
}

/** A URI of ours as the target of a Markdown link: nothing in it ends the link. */
export function escapeLinkTarget(uri: string): string {
  return uri.replace(/[\s\p{Cc}()<>[\]\\"'`]/gu, (character) =>
    character < '\u0080' ? `%${character.charCodeAt(0).toString(16).padStart(2, '0')}` : encodeURIComponent(character),
  );
}
