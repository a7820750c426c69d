/** Characters that Markdown takes for syntax inside a line: emphasis, code, tags, links, entities, and what would be an escape. */
const INLINE =
  /\\(?=[!-/:-@[-`{-~])|[*`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|<(?=[a-z/!?])|(?<=\])[([]|&(?=#?[a-z0-9]{1,31};)|~(?=~)|(?<=~)~/giu;

/** What makes a line something else than text: rules and underlines, tables, quotations, list marks without text, link definitions. */
const LINE_START = /^(?:(?=[-=:|\s]+$)|[>|]|[-+](?=$)|#{1,6}(?=$)|\[(?=[^\]]{1,999}\]:))/;

/** „- ", „# ", „1) " at the start of a line make lists and headings, and so does „23. Januar". */
const LIST_START = /^([-+]|#{1,6}|\d{1,9}[.)]) /;

/**
 * Text as Markdown that shows it as it is. Prose mostly needs no escape. A line that starts like a list gets a no-break space instead of
 * one, because a backslash would stand in the middle of a date. Line breaks stay, without empty lines.
 */
export function escapeMarkdownText(text: string): string {
  return listTextLines(text).map(escapeLine).join('\n');
}

/** The lines of a text that have any; NFC, without control characters, runs of spaces, and white space at the ends. */
export function listTextLines(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/)
    .map((line) => line.replace(/[ \p{Cc}\p{Cs}\ufeff]+/gu, ' ').trim())
    .filter((line) => line !== '');
}

function escapeLine(line: string): string {
  return line
    .replace(INLINE, '\\$&')
    .replace(LIST_START, '$1\u00a0')
    .replace(/^(\d{1,9})([.)])$/, '$1\\$2')
    .replace(LINE_START, '\\$&');
}
