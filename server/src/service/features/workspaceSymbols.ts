import { printTimeInterval } from '../../core/events/timeInterval.js';
import type { CorpusActor, CorpusEvent, PassageEvidence } from '../../store/ports.js';
import type { WorkspaceSymbolEntry } from '../answers.js';
import type { Asking } from './asking.js';
import { toTarget } from './targets.js';

/** Editors filter what they get while the user types on: enough for that, few enough to be quick. */
const MAX_SYMBOLS = 50;
const NOWHERE = { start: 0, end: 0 };

/** Actors and events of the corpus whose names fit the query; the most frequent ones when nothing is asked. */
export async function listWorkspaceSymbols(query: string, asking: Asking): Promise<readonly WorkspaceSymbolEntry[]> {
  const { store } = asking;
  const symbols: WorkspaceSymbolEntry[] = [];
  for (const { actor } of await store.completeActors(query, MAX_SYMBOLS)) {
    const { rows } = await store.listActorEvidence(actor.id, { limit: 1 });
    symbols.push(...rows.map((row) => toActorSymbol(actor, row, asking)));
  }
  for (const event of await store.completeEvents(query, MAX_SYMBOLS)) {
    const { rows } = await store.listEventEvidence(event.id, { limit: 1 });
    symbols.push(...rows.map((row) => toEventSymbol(event, row)));
  }
  return symbols;
}

function toActorSymbol(actor: CorpusActor, newest: PassageEvidence, { messages }: Asking): WorkspaceSymbolEntry {
  const container = messages.passagesInArticles(actor.passageCount, actor.articleCount);
  return { name: actor.name, kind: actor.kind, container, target: toTarget(newest, NOWHERE) };
}

function toEventSymbol({ label, date }: CorpusEvent, newest: PassageEvidence): WorkspaceSymbolEntry {
  const container = date === undefined ? '' : printTimeInterval(date);
  return { name: label, kind: 'event', container, target: toTarget(newest, NOWHERE) };
}
