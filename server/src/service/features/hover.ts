import type { ActorId } from '../../core/facts.js';
import type { CorpusEvent, CorpusStore } from '../../store/ports.js';
import type { Candidate, Card } from '../answers.js';
import type { AskingAt } from './asking.js';
import { findLikelyActors, type LikelyActor } from './candidates.js';
import { addOutlets } from './copies.js';
import { listFactsAt } from './factAt.js';
import { matchEvent } from './matchEvent.js';
import { listEventPassages, readSentence, type SupportingPassage } from './supportingPassages.js';
import { findSurroundings } from './surroundings.js';

/** A card holds so many passages; how many of them are printed is a setting. */
const MAX_PASSAGES = 10;
const MAX_EVENTS = 5;

/** What is known about the place at the caret: a name, else an event, else a date; undefined where there is nothing. */
export async function findCard(asking: AskingAt): Promise<Card | undefined> {
  return (await findActorCard(asking)) ?? (await findEventCard(asking)) ?? findDateCard(asking);
}

async function findActorCard(asking: AskingAt): Promise<Card | undefined> {
  const named = await findLikelyActors(asking);
  if (named === undefined) return undefined;
  const candidates: Candidate[] = [];
  for (const each of named.candidates) candidates.push(await toCandidate(asking.store, each));
  return { kind: 'actor', span: named.span, surface: named.surface, candidates };
}

async function toCandidate(store: CorpusStore, { actor, reason, passages }: LikelyActor): Promise<Candidate> {
  const events = await listLatestEvents(store, actor.id);
  return { actor, reason, passages: await pickEvidence(store, passages), events };
}

/** The actor's latest events, for a card. */
export async function listLatestEvents(store: CorpusStore, actor: ActorId): Promise<readonly CorpusEvent[]> {
  return (await store.listEvents({ actor, limit: MAX_EVENTS })).rows;
}

/** An event with the place in the document that names it, and its passages, best first. */
export interface EventAt {
  readonly span: { readonly start: number; readonly end: number };
  readonly surface: string;
  readonly event: CorpusEvent;
  readonly passages: readonly SupportingPassage[];
}

/** The event of the corpus that the trigger at the caret tells of. */
export async function findEventAt(asking: AskingAt): Promise<EventAt | undefined> {
  const { store, facts, offset } = asking;
  for (const fact of listFactsAt(facts, offset)) {
    if (fact.kind !== 'trigger') continue;
    const event = await matchEvent(store, fact.event, facts.article);
    if (event === undefined) continue;
    const { start, end, text } = fact.trigger;
    const sentence = await readSentence(store, facts, findSurroundings(facts, offset));
    return {
      span: { start, end },
      surface: text,
      event,
      passages: await listEventPassages(event.id, sentence, asking),
    };
  }
  return undefined;
}

async function findEventCard(asking: AskingAt): Promise<Card | undefined> {
  const found = await findEventAt(asking);
  return found && { kind: 'event', ...found, passages: await pickEvidence(asking.store, found.passages) };
}

function findDateCard({ facts, offset }: AskingAt): Card | undefined {
  for (const fact of listFactsAt(facts, offset)) {
    if (fact.kind !== 'date') continue;
    const { start, end, text: surface, rule, value } = fact.date;
    return { kind: 'date', span: { start, end }, surface, rule, ...(value !== undefined && { value }) };
  }
  return undefined;
}

function pickEvidence(store: CorpusStore, passages: readonly SupportingPassage[]): Promise<Candidate['passages']> {
  const shown = passages.slice(0, MAX_PASSAGES).map(({ evidence }) => evidence);
  return addOutlets(store, shown);
}
