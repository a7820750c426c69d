import type { ActorKind } from '../core/facts.js';
import { type FoundName, numberFoundNames } from '../core/tagger/foundNames.js';
import { labelOf, labelsOfName, OUTSIDE, type TagKind } from '../core/tagger/labels.js';
import { readParagraph } from '../core/text/prose.js';
import type { Span } from '../core/text/span.js';
import type { AnnotatedText } from './annotatedText.js';
import { type GermEvalSentence, toAllowed } from './germEval.js';
import type { Example } from './trainTagger.js';

/** What the rules alone find in a text. */
export type FindNames = (
  text: string,
  about: { readonly language: 'de' | 'en'; readonly date?: string },
) => readonly FoundName[];

const KINDS: Readonly<Partial<Record<ActorKind, TagKind>>> = {
  person: 'PER',
  organization: 'ORG',
  country: 'LOC',
  place: 'LOC',
};

/** A token of a text at its place. */
interface PlacedToken extends Span {
  readonly text: string;
}

/** The sentences of an annotated text. `weight` says how much they count beside others. */
export function readAnnotatedExamples(
  own: AnnotatedText,
  language: 'de' | 'en',
  { findNames, weight }: { readonly findNames: FindNames; readonly weight: number },
): readonly Example[] {
  const found = findNames(own.text, { language, ...(own.date !== undefined && { date: own.date }) });
  return listParagraphs(own.text).flatMap((span) =>
    readExamples(own.text, span, { language, found, weight, allow: (tokens) => allowMentions(own, tokens) }),
  );
}

/** A sentence of GermEval, which stands alone. */
export function readGermEvalExamples(
  sentence: GermEvalSentence,
  { findNames, weight }: { readonly findNames: FindNames; readonly weight: number },
): readonly Example[] {
  const { text } = sentence;
  const found = findNames(text, { language: 'de' });
  const span = { start: 0, end: text.length };
  return readExamples(text, span, { language: 'de', found, weight, allow: (tokens) => toAllowed(sentence, tokens) });
}

function listParagraphs(text: string): readonly Span[] {
  let start = 0;
  return text.split('\n\n').map((paragraph) => {
    const span = { start, end: start + paragraph.length };
    start = span.end + 2;
    return span;
  });
}

interface Reading {
  readonly language: 'de' | 'en';
  readonly found: readonly FoundName[];
  readonly weight: number;
  readonly allow: (tokens: readonly PlacedToken[]) => Uint32Array;
}

function readExamples(
  text: string,
  { start, end }: Span,
  { language, found, weight, allow }: Reading,
): readonly Example[] {
  const paragraph = readParagraph(text.slice(start, end));
  const tokens = paragraph.tokens.map((token) => ({ ...token, start: token.start + start, end: token.end + start }));
  const listed = numberFoundNames(
    tokens,
    found.filter((name) => name.start >= start && name.end <= end),
  );
  const allowed = allow(tokens);
  return paragraph.sentences.map(({ firstToken, endToken }) => ({
    language,
    tokens: tokens.slice(firstToken, endToken).map((token) => token.text),
    listed: listed.slice(firstToken, endToken),
    allowed: allowed.slice(firstToken, endToken),
    weight,
  }));
}

/** Names that are no actors are not marked in our texts: what is not marked may be one. */
const UNMARKED = (['B', 'I', 'E', 'S'] as const).reduce(
  (bits, position) => bits | (1 << labelOf('OTH', position)),
  1 << OUTSIDE,
);

function allowMentions({ mentions }: AnnotatedText, tokens: readonly PlacedToken[]): Uint32Array {
  const allowed = new Uint32Array(tokens.length).fill(UNMARKED);
  for (const { start, end, kind, form } of mentions) {
    const first = tokens.findIndex((token) => token.start >= start);
    const length = tokens.filter((token) => token.start >= start && token.end <= end).length;
    if (first < 0 || length === 0) continue;
    const tag = form === 'adjective' ? undefined : KINDS[kind];
    const labels = tag === undefined ? new Array<number>(length).fill(OUTSIDE) : labelsOfName(tag, length);
    labels.forEach((label, i) => (allowed[first + i] = 1 << label));
  }
  return allowed;
}
