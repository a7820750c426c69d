import { nameKey } from '../../core/actors/nameTable.js';
import { locatePins } from '../../core/authority/locatePins.js';
import { type ActorId, isUnresolved } from '../../core/facts.js';
import { firstEndingAfter, type Span } from '../../core/text/span.js';
import { isCapitalised, type Token, tokenise } from '../../core/text/tokens.js';
import type { CorpusStore } from '../../store/ports.js';
import type { AskingAt } from './asking.js';
import { listFactsAt } from './factAt.js';
import { findSurroundings } from './surroundings.js';

/** Names have up to so many words; longer ones are recognised, or not found by hovering. */
const MAX_WORDS = 4;
/** Marks that may stand inside a name: Jong-un, George W. Bush, O’Brien. */
const INNER_MARK = /^[-‐‑.'’]$/u;

/** A name in a document, and who in the corpus bears it. */
export interface NameAt {
  readonly span: Span;
  readonly surface: string;
  /** Whom the analysis takes the name for; a bare surname is nobody. */
  readonly recognised?: ActorId;
  /** Recognised first, then the bearers of the name, most frequent first. At least one. */
  readonly actors: readonly ActorId[];
}

/** The name that the caret touches: one that the analysis has found, or else words that the corpus knows as somebody's name. */
export async function findNameAt(asking: AskingAt): Promise<NameAt | undefined> {
  for (const fact of listFactsAt(asking.facts, asking.offset)) {
    if (fact.kind !== 'mention') continue;
    const { start, end, text, actor } = fact.mention;
    const known = await asking.store.findActor(actor);
    const actors = [...new Set([...(known ? [actor] : []), ...(await listBearers(asking.store, text))])];
    if (actors.length === 0) return undefined;
    return { span: { start, end }, surface: text, actors, ...(known && !isUnresolved(actor) && { recognised: actor }) };
  }
  return findUnrecognised(asking);
}

async function findUnrecognised(asking: AskingAt): Promise<NameAt | undefined> {
  const { facts, offset, store } = asking;
  const { text } = facts.article;
  const tokens = tokenise(text, findSurroundings(facts, offset).paragraph);
  for (const span of listNameSpans(tokens, offset)) {
    const surface = text.slice(span.start, span.end);
    if (isDenied(asking, span, surface)) return undefined;
    const actors = await listBearers(store, surface);
    if (actors.length > 0) return { span, surface, actors };
  }
  return undefined;
}

/** Whether the writers say that the words are nobody, here or anywhere. */
function isDenied({ authority, facts }: AskingAt, span: Span, surface: string): boolean {
  if (authority === undefined) return false;
  const key = nameKey(surface);
  if (authority.reject.some((name) => nameKey(name) === key)) return true;
  return locatePins(facts.article, authority).some(({ start, end }) => start <= span.start && span.end <= end);
}

/** Who is called so; a genitive („Lawrows") is tried without its ending where nobody is. */
async function listBearers(store: CorpusStore, surface: string): Promise<readonly ActorId[]> {
  const bearers = await store.findActorsByAlias(surface);
  const base = surface.replace(/(?<=\p{L}{3})['’]?s$/u, '');
  const found = bearers.length > 0 || base === surface ? bearers : await store.findActorsByAlias(base);
  return found.map(({ id }) => id);
}

/** Runs of one to four words around the caret that may be a name, longest first. */
function listNameSpans(tokens: readonly Token[], offset: number): readonly Span[] {
  const touched = findWordAt(tokens, offset);
  if (touched === undefined) return [];
  const starts = listReachable(tokens, touched, -1);
  const ends = listReachable(tokens, touched, 1);
  const spans = starts.flatMap((first, before) =>
    ends.slice(0, MAX_WORDS - before).map((last, after) => ({ first, last, words: before + after + 1 })),
  );
  return spans
    .filter(({ first, last }) => isNameLike(tokens.slice(first, last + 1)))
    .sort((a, b) => b.words - a.words)
    .map(({ first, last }) => ({ start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 }));
}

function findWordAt(tokens: readonly Token[], offset: number): number | undefined {
  const index = firstEndingAfter(tokens, offset);
  return [index, index - 1].find((i) => {
    const token = tokens[i];
    return token?.kind === 'word' && token.start <= offset && offset <= token.end;
  });
}

/** Indices of the words that a name may reach from `from` in one direction, itself first. */
function listReachable(tokens: readonly Token[], from: number, step: 1 | -1): readonly number[] {
  const words = [from];
  for (let i = from + step; words.length < MAX_WORDS; i += step) {
    const token = tokens[i];
    if (token?.kind === 'word') words.push(i);
    else if (token === undefined || !INNER_MARK.test(token.text)) break;
  }
  return words;
}

function isNameLike(words: readonly Token[]): boolean {
  return words.some(({ text }) => isCapitalised(text));
}
