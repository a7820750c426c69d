// Control characters break lines and terminals; marks that turn the direction of writing make text look like another text.
const UNSHOWABLE = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** Text of an article, draft or file name on one line, without anything that is not to be seen. */
export function toOneLine(text: string): string {
  return collapseSpace(text).trim();
}

/** The same for a piece of a line: what separates it from the pieces around it stays. */
export function collapseSpace(text: string): string {
  return text.replace(UNSHOWABLE, ' ').replace(/\s+/gu, ' ');
}
