import { printTimeInterval } from '../../core/events/timeInterval.js';
import type { CorpusActor, CorpusEvent, EvidencePlace } from '../../store/ports.js';
import type { WorkspaceSymbolEntry } from '../answers.js';
import type { Asking } from './asking.js';
import { toTarget } from './targets.js';

/** Editors filter what they get while the user types on: enough for that, few enough to be quick. */
const MAX_SYMBOLS = 50;
const NOWHERE = { start: 0, end: 0 };

/** Actors and events of the corpus whose names fit the query; the most frequent ones when nothing is asked. */
export async function listWorkspaceSymbols(query: string, asking: Asking): Promise<readonly WorkspaceSymbolEntry[]> {
  const { store } = asking;
  const actors = (await store.completeActors(query, MAX_SYMBOLS)).map(({ actor }) => actor);
  const events = await store.completeEvents(query, MAX_SYMBOLS);
  const places = await store.listNewestPlaces(
    actors.map(({ id }) => id),
    events.map(({ id }) => id),
  );
  return [
    ...actors.flatMap((actor) => {
      const newest = places.actors.get(actor.id);
      return newest ? [toActorSymbol(actor, newest, asking)] : [];
    }),
    ...events.flatMap((event) => {
      const newest = places.events.get(event.id);
      return newest ? [toEventSymbol(event, newest)] : [];
    }),
  ];
}

function toActorSymbol(actor: CorpusActor, newest: EvidencePlace, { messages }: Asking): WorkspaceSymbolEntry {
  const container = messages.passagesInArticles(actor.passageCount, actor.articleCount);
  return { name: actor.name, kind: actor.kind, container, target: toTarget(newest, NOWHERE) };
}

function toEventSymbol({ label, date }: CorpusEvent, newest: EvidencePlace): WorkspaceSymbolEntry {
  const container = date === undefined ? '' : printTimeInterval(date);
  return { name: label, kind: 'event', container, target: toTarget(newest, NOWHERE) };
}
