import { MAX_RANKED, rankPassages, type PassageFit, type SentenceContext } from '../../core/evidence/rankPassages.js';
import type { ArticleId } from '../../core/article/article.js';
import type { ActorId, TextFacts } from '../../core/facts.js';
import type { CorpusStore, EventId, PassageEvidence } from '../../store/ports.js';
import type { Asking } from './asking.js';
import { collapseCopies } from './copies.js';
import { matchEvent } from './matchEvent.js';
import type { Surroundings } from './surroundings.js';

/** A passage, and why it fits the sentence that was asked about. */
export interface SupportingPassage {
  readonly evidence: PassageEvidence;
  readonly fit: PassageFit;
}

/** A sentence that evidence is wanted for, and the document that it stands in. */
export interface AskedSentence extends SentenceContext {
  readonly document: ArticleId;
}

/** What a sentence of a document tells: its words, actors, date, and those of its events that the corpus knows. */
export async function readSentence(store: CorpusStore, facts: TextFacts, around: Surroundings): Promise<AskedSentence> {
  const { sentence, sentenceActors: actors, events: told, date } = around;
  const events: EventId[] = [];
  for (const event of told.slice(0, MAX_EVENTS)) {
    const known = await matchEvent(store, event, facts.article);
    if (known) events.push(known.id);
  }
  const text = facts.article.text.slice(sentence.start, sentence.end);
  return { text, actors, events, ...(date !== undefined && { date }), document: facts.article.id };
}

/** Each looks up candidates in the corpus; a sentence seldom tells of more. */
const MAX_EVENTS = 3;

/** Passages that name the actor, best for the sentence first. Only the newest are looked at; of the best alone the text is given. */
export async function listActorPassages(
  actor: ActorId,
  asked: AskedSentence,
  { store, wordsOf }: Asking,
): Promise<readonly SupportingPassage[]> {
  const { rows } = await store.listActorEvidence(actor, NEWEST);
  // The actor itself is in every candidate.
  return rank(rows, { ...asked, actors: asked.actors.filter((id) => id !== actor) }, { store, wordsOf });
}

/** Passages that tell of the event, as those of an actor. */
export async function listEventPassages(
  event: EventId,
  asked: AskedSentence,
  { store, wordsOf }: Asking,
): Promise<readonly SupportingPassage[]> {
  const { rows } = await store.listEventEvidence(event, NEWEST);
  return rank(rows, asked, { store, wordsOf });
}

const NEWEST = { limit: MAX_RANKED, isTextWanted: false } as const;

/** Each text may be a file to read, and whoever hovers waits: words decide only among those that fit best without. */
const MAX_READ = 50;

async function rank(
  rows: readonly PassageEvidence[],
  asked: AskedSentence,
  { store, wordsOf }: Pick<Asking, 'store' | 'wordsOf'>,
): Promise<readonly SupportingPassage[]> {
  const passages = await leaveOutOwn(onePerPassage(rows), asked, store);
  const candidates = rankPassages(
    passages.map((passage) => ({ ...passage, text: '' })),
    asked,
    wordsOf,
  );
  const chosen = new Set(candidates.slice(0, MAX_READ).map(({ passage }) => keyOf(passage)));
  const read = await readTexts(
    passages.filter((passage) => chosen.has(keyOf(passage))),
    store,
  );
  return [...rankPassages(read, asked, wordsOf), ...candidates.slice(MAX_READ)].map(({ passage, fit }) => ({
    evidence: passage,
    fit,
  }));
}

/** The passages with their texts; one that is not any more what was indexed is left out. */
async function readTexts(
  passages: readonly PassageEvidence[],
  store: CorpusStore,
): Promise<readonly PassageEvidence[]> {
  const texts = await store.readPassages(passages);
  return passages.flatMap((passage, i) => {
    const text = texts[i];
    return text === undefined ? [] : [{ ...passage, text }];
  });
}

/** The first mention of each passage. */
function onePerPassage(rows: readonly PassageEvidence[]): readonly PassageEvidence[] {
  const first = new Map<string, PassageEvidence>();
  for (const row of rows) if (!first.has(keyOf(row))) first.set(keyOf(row), row);
  return [...first.values()];
}

function keyOf({ article, passage }: PassageEvidence): string {
  return `${String(passage.start)}:${article.id}`;
}

/**
 * Copies of a text left out. A sentence of an article is no evidence for itself, nor are its copies, unless there is no other; it is known
 * by its text, because the editor may hold another version than the corpus.
 */
async function leaveOutOwn(
  all: readonly PassageEvidence[],
  asked: AskedSentence,
  store: CorpusStore,
): Promise<readonly PassageEvidence[]> {
  const story = all.find(({ article }) => article.id === asked.document)?.article.story;
  const own = story === undefined ? [] : all.filter(({ article }) => article.story === story);
  const texts = await store.readPassages(own);
  const repeated = new Set(own.filter((_, i) => texts[i]?.includes(asked.text)).map(keyOf));
  const others = all.filter((passage) => !repeated.has(keyOf(passage)));
  return collapseCopies(others.length > 0 ? others : all);
}
