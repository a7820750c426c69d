import type { ActorId } from '../../core/facts.js';
import type { CorpusStore, EventId, Page, PassageEvidence } from '../../store/ports.js';
import type { Card, CardPassage, Completion } from '../answers.js';
import type { Asking } from './asking.js';
import { addOutlets, collapseCopies } from './copies.js';
import { listLatestEvents } from './hover.js';

/** Shown beside a completion entry; the newest, because there is no sentence yet that they could fit. */
const MAX_PASSAGES = 3;
/** Enough to find three in, where several outlets print the same. */
const MAX_LOOKED_AT = 20;
const NOWHERE = { start: 0, end: 0 };

/** The card of a completion entry; undefined when the corpus has it no more. */
export async function resolveCompletion(id: Completion['id'], asking: Asking): Promise<Card | undefined> {
  return 'actor' in id ? resolveActor(id.actor, asking) : resolveEvent(id.event, asking);
}

async function resolveActor(id: ActorId, { store, messages }: Asking): Promise<Card | undefined> {
  const actor = await store.findActor(id);
  if (actor === undefined) return undefined;
  const passages = await pickNewest(store, await store.listActorEvidence(id, { limit: MAX_LOOKED_AT }));
  const reason = messages.reasons.frequency(actor.passageCount);
  const candidate = { actor, reason, passages, events: await listLatestEvents(store, id) };
  return { kind: 'actor', span: NOWHERE, surface: actor.name, candidates: [candidate] };
}

async function resolveEvent(id: EventId, { store }: Asking): Promise<Card | undefined> {
  const event = await store.findEvent(id);
  if (event === undefined) return undefined;
  const passages = await pickNewest(store, await store.listEventEvidence(id, { limit: MAX_LOOKED_AT }));
  return { kind: 'event', span: NOWHERE, surface: event.label, event, passages };
}

function pickNewest(store: CorpusStore, { rows }: Page<PassageEvidence>): Promise<readonly CardPassage[]> {
  return addOutlets(store, collapseCopies(rows).slice(0, MAX_PASSAGES));
}
