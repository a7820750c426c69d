import { MAX_RANKED, rankPassages, type PassageFit, type SentenceContext } from '../../core/evidence/rankPassages.js';
import type { ArticleId } from '../../core/article/article.js';
import type { ActorId, Facts } from '../../core/facts.js';
import type { CorpusStore, EventId, Page, PassageEvidence } from '../../store/ports.js';
import type { PassageWords } from '../passageWords.js';
import type { Asking } from './asking.js';
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
export async function readSentence(store: CorpusStore, facts: Facts, around: Surroundings): Promise<AskedSentence> {
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

/** Passages that name the actor, best for the sentence first. Only the newest are looked at. */
export async function listActorPassages(
  actor: ActorId,
  asked: AskedSentence,
  { store, wordsOf }: Asking,
): Promise<readonly SupportingPassage[]> {
  const page = await store.listActorEvidence(actor, { limit: MAX_RANKED });
  // The actor itself is in every candidate.
  return rank(page, { ...asked, actors: asked.actors.filter((id) => id !== actor) }, wordsOf);
}

/** Passages that tell of the event, best for the sentence first. */
export async function listEventPassages(
  event: EventId,
  asked: AskedSentence,
  { store, wordsOf }: Asking,
): Promise<readonly SupportingPassage[]> {
  return rank(await store.listEventEvidence(event, { limit: MAX_RANKED }), asked, wordsOf);
}

function rank(page: Page<PassageEvidence>, asked: AskedSentence, wordsOf: PassageWords): readonly SupportingPassage[] {
  const ranked = rankPassages(onePerPassage(page.rows, asked), asked, wordsOf);
  return ranked.map(({ passage, fit }) => ({ evidence: passage, fit }));
}

/**
 * The first mention of each passage. A sentence of an article is no evidence for itself, unless there is no other; it is known by its
 * text, because the editor may hold another version than the corpus.
 */
function onePerPassage(rows: readonly PassageEvidence[], asked: AskedSentence): readonly PassageEvidence[] {
  const first = new Map<string, PassageEvidence>();
  for (const row of rows) {
    const key = `${String(row.passage.start)}:${row.article.id}`;
    if (!first.has(key)) first.set(key, row);
  }
  const all = [...first.values()];
  const others = all.filter(({ article, text }) => article.id !== asked.document || !text.includes(asked.text));
  return others.length > 0 ? others : all;
}
