/** A text of CSL without the HTML elements that mark italics and such in it; undefined for what is no text. */
export function withoutMarkup(text: unknown): string | undefined {
  return typeof text === 'string'
    ? text.replace(/<\/?(?:i|b|em|strong|sup|sub|sc|span)(?:\s[^<>]{0,100})?>/gi, '')
    : undefined;
}
