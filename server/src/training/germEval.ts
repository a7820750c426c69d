import { LABEL_COUNT, labelsOfName, OUTSIDE, type TagKind } from '../core/tagger/labels.js';
import type { Span } from '../core/text/span.js';

/** A sentence of GermEval 2014 as text, with its outer names. */
export interface GermEvalSentence {
  readonly text: string;
  readonly names: readonly (Span & { readonly label: string })[];
}

/**
 * Reads a table of GermEval 2014 (token number, token, outer and inner label; an empty line between sentences). Tokens are joined by
 * spaces; only closing punctuation is set without one. Labels are as in the table, such as `PER` or `LOCderiv`.
 */
export function parseGermEval(table: string): readonly GermEvalSentence[] {
  return table.split(/\r?\n\r?\n+/).flatMap((block) => {
    const rows = block
      .split(/\r?\n/)
      .flatMap((line) => (line === '' || line.startsWith('#') ? [] : [line.split('\t')]));
    return rows.length === 0 ? [] : [joinTokens(rows)];
  });
}

function joinTokens(rows: readonly (readonly string[])[]): GermEvalSentence {
  let text = '';
  let open: { start: number; label: string } | undefined;
  const names: (Span & { label: string })[] = [];
  const close = (): void => {
    if (open) names.push({ ...open, end: text.length });
    open = undefined;
  };
  for (const [, token = '', label = 'O'] of rows) {
    if (!label.startsWith('I-')) close();
    if (text !== '' && !/^[.,;:!?)\]]$/.test(token)) text += ' ';
    if (label.startsWith('B-')) open = { start: text.length, label: label.slice(2) };
    text += token;
  }
  close();
  return { text, names };
}

const KINDS: Readonly<Record<string, TagKind>> = { PER: 'PER', ORG: 'ORG', LOC: 'LOC', OTH: 'OTH' };
const ANY = (1 << LABEL_COUNT) - 1;

/** Labels that the annotation allows each token, as bits: compounds with a name in them (`LOCpart`) may be anything. */
export function toAllowed({ names }: GermEvalSentence, tokens: readonly Span[]): Uint32Array {
  const allowed = new Uint32Array(tokens.length).fill(1 << OUTSIDE);
  for (const { start, end, label } of names) {
    const first = tokens.findIndex((token) => token.start >= start);
    const length = tokens.filter((token) => token.start >= start && token.end <= end).length;
    const kind = KINDS[label];
    if (kind) labelsOfName(kind, length).forEach((each, i) => (allowed[first + i] = 1 << each));
    else if (label.endsWith('part')) allowed.fill(ANY, first, first + length);
  }
  return allowed;
}
