// Soft hyphens, zero-width spaces, byte order marks, word joiners, and control characters other than tab and line break. Those from 80
// to 9F stay: they stand for characters that were read in a wrong encoding (`damageReport.ts`).
// eslint-disable-next-line no-control-regex -- control characters are what has to go
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u200b\u2060\ufeff]+/g;

/** White space that is not a single space already: most is, and replacing it by itself takes time. */
const WIDE_SPACE = /[^\S\n ][^\S\n]*| [^\S\n]+/g;

/** Text as a block shows it: NFC, without invisible characters, white space squeezed; line breaks stay. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(INVISIBLE, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(WIDE_SPACE, ' ')
    .replace(/ ?\n ?/g, '\n')
    .normalize('NFC')
    .trim();
}

/** Text as a title or a name is shown: as `cleanText`, in one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\n+/g, ' ');
}

/** The paragraphs of a text, clean: what blank lines part. */
export function listParagraphs(text: string): readonly string[] {
  return cleanText(text)
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph !== '');
}
