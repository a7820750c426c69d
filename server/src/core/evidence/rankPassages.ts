import { findInterval, type TimeInterval } from '../events/timeInterval.js';
import type { ActorId } from '../facts.js';
import { listContentWords } from './contentWords.js';

/** More candidates than this are not looked at: the newest come first, and an answer must come in milliseconds. */
export const MAX_RANKED = 200;

/** What is known of a passage that may support a sentence. */
export interface RankablePassage {
  readonly text: string;
  readonly actors: readonly ActorId[];
  readonly events: readonly string[];
  /** The article's date as precise as known, ISO. */
  readonly article: { readonly date?: string };
}

/** The sentence of a draft (or article) that evidence is wanted for. */
export interface SentenceContext {
  readonly text: string;
  /** The other actors of the sentence. */
  readonly actors: readonly ActorId[];
  /** Events of the corpus that the sentence tells of. */
  readonly events: readonly string[];
  /** When the sentence says that it happened. */
  readonly date?: TimeInterval;
}

/** Why a passage fits: the actors and words that it shares with the sentence, the same event, a close date. */
export interface PassageFit {
  readonly score: number;
  readonly actors: readonly ActorId[];
  readonly words: readonly string[];
  readonly sharesEvent: boolean;
  readonly isClose: boolean;
}

export interface RankedPassage<T> {
  readonly passage: T;
  readonly fit: PassageFit;
}

// An event says more than all words together; an actor more than a word. Words are bounded, or long passages would win.
const WEIGHTS = { event: 6, actor: 2, word: 0.5, maxWords: 4, date: 2 } as const;

/**
 * Ranks passages for one sentence, best first; equal ones keep their order (newest first). Actors and words weigh by their rarity
 * among the candidates: what every candidate has tells nothing. Only the first `MAX_RANKED` passages are looked at. `wordsOf` gives a
 * passage's content words; a caller that ranks the same passages again may keep them.
 */
export function rankPassages<T extends RankablePassage>(
  passages: readonly T[],
  context: SentenceContext,
  wordsOf: (text: string) => ReadonlySet<string> = listContentWords,
): readonly RankedPassage<T>[] {
  const wanted = [...listContentWords(context.text)];
  const candidates = passages.slice(0, MAX_RANKED).map((passage) => {
    const words = wordsOf(passage.text);
    return {
      passage,
      actors: context.actors.filter((actor) => passage.actors.includes(actor)),
      words: wanted.filter((word) => words.has(word)),
    };
  });
  const weights = {
    actors: weighByRarity(candidates.map(({ actors }) => actors)),
    words: weighByRarity(candidates.map(({ words }) => words)),
  };
  return candidates
    .map(({ passage, actors, words }) => ({ passage, fit: measureFit({ passage, actors, words }, weights, context) }))
    .sort((a, b) => b.fit.score - a.fit.score);
}

type Weigh = (ids: readonly string[]) => number;

/** Inverse document frequency among the candidates. */
function weighByRarity(sets: readonly (readonly string[])[]): Weigh {
  const frequency = new Map<string, number>();
  for (const set of sets) for (const id of set) frequency.set(id, (frequency.get(id) ?? 0) + 1);
  const weigh = (id: string): number => Math.log((sets.length + 1) / (frequency.get(id) ?? 1));
  return (ids) => ids.reduce((sum, id) => sum + weigh(id), 0);
}

function measureFit(
  { passage, actors, words }: { passage: RankablePassage; actors: readonly ActorId[]; words: readonly string[] },
  weights: { readonly actors: Weigh; readonly words: Weigh },
  context: SentenceContext,
): PassageFit {
  const sharesEvent = context.events.some((event) => passage.events.includes(event));
  const closeness = measureCloseness(passage.article.date, context.date);
  const score =
    (sharesEvent ? WEIGHTS.event : 0) +
    WEIGHTS.actor * weights.actors(actors) +
    Math.min(WEIGHTS.maxWords, WEIGHTS.word * weights.words(words)) +
    WEIGHTS.date * closeness;
  return { score, actors, words, sharesEvent, isClose: closeness >= 0.5 };
}

/** 1 for an article of the same days, less for later weeks and months; news is written soon after what it tells. */
function measureCloseness(date: string | undefined, wanted: TimeInterval | undefined): number {
  const written = date === undefined ? undefined : findInterval(date);
  if (written === undefined || wanted === undefined) return 0;
  const gap = Math.max(0, toDays(written.from) - toDays(wanted.to), toDays(wanted.from) - toDays(written.to));
  if (gap <= 3) return 1;
  return gap <= 31 ? 0.5 : gap <= 366 ? 0.1 : 0;
}

function toDays(iso: string): number {
  return Date.parse(iso) / 86_400_000;
}
