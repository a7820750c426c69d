import type { ActorId } from '../../core/facts.js';
import { printTimeInterval } from '../../core/events/timeInterval.js';
import { fold } from '../../core/text/fold.js';
import { listSpellings, listWordStarts } from '../../core/text/spellings.js';
import type { ActorDetail, ActorMatch, CorpusActor, CorpusEvent, CorpusStore } from '../../store/ports.js';
import type { Completion, Completions } from '../answers.js';
import type { AskingAt } from './asking.js';
import { type CompletionTrigger, findCompletionTrigger } from './completionTrigger.js';
import { findSurroundings } from './surroundings.js';

const MAX_ENTRIES = 50;
/** So many actors of the paragraph are looked up, so that they come first even where hundreds fit. */
const MAX_NEAR = 20;

const NONE: Completions = { entries: [], isIncomplete: false };

/** A question for completion: the text as it now is; the facts may be those of a few keystrokes ago. */
export interface AskingCompletion extends AskingAt {
  readonly text: string;
}

/** Actors behind `@`, events behind `#`: those of this paragraph first, then the most frequent. */
export async function complete(asking: AskingCompletion): Promise<Completions> {
  const trigger = findCompletionTrigger(asking.text, asking.offset);
  if (trigger === undefined) return NONE;
  return trigger.sign === '@' ? completeActors(trigger, asking) : completeEvents(trigger, asking);
}

async function completeActors(trigger: CompletionTrigger, asking: AskingAt): Promise<Completions> {
  const { typed } = trigger;
  const near = await matchNearby(typed, asking);
  const matches = await asking.store.completeActors(typed, MAX_ENTRIES + 1);
  const all = new Map([...near, ...matches].map((match) => [match.actor.id, match]));
  const entries = [...all.values()]
    .slice(0, MAX_ENTRIES)
    .map((match, rank) => toActorEntry(match, { trigger, rank, asking }));
  // The order and the text to match belong to what is typed now: the editor must ask again with the next letter.
  return { entries, isIncomplete: true };
}

/** The actors of the caret's paragraph of which a name starts with what is typed. */
async function matchNearby(typed: string, { facts, offset, store }: AskingAt): Promise<readonly ActorMatch[]> {
  const matches: ActorMatch[] = [];
  for (const id of findSurroundings(facts, offset).paragraphActors.slice(0, MAX_NEAR)) {
    const match = await matchActor(id, typed, store);
    if (match) matches.push(match);
  }
  return matches;
}

async function matchActor(id: ActorId, typed: string, store: CorpusStore): Promise<ActorMatch | undefined> {
  const actor = await store.findActor(id);
  const alias = actor && listNames(actor).find((name) => startsLike(name, typed));
  return actor && alias !== undefined ? { actor, alias } : undefined;
}

function listNames({ name, aliases }: ActorDetail): readonly string[] {
  return [name, ...aliases.map(({ alias }) => alias)];
}

function startsLike(name: string, typed: string): boolean {
  return findWordStart(name, typed) !== undefined;
}

/** The rest of a name (in the spelling that fits, folded) from the word on that starts with what is typed. */
function findWordStart(name: string, typed: string): string | undefined {
  const wanted = fold(typed);
  return listSpellings(name)
    .flatMap(listWordStarts)
    .find((start) => start.startsWith(wanted));
}

interface EntryContext {
  readonly trigger: CompletionTrigger;
  readonly rank: number;
  readonly asking: AskingAt;
}

function toActorEntry({ actor, alias }: ActorMatch, { trigger, rank, asking }: EntryContext): Completion {
  return {
    id: { actor: actor.id },
    label: actor.name,
    detail: describeActor(actor, alias, asking),
    kind: actor.kind,
    insertText: actor.name,
    filterText: printFilterText(trigger, [alias, actor.name]),
    sortText: String(rank).padStart(4, '0'),
    replace: trigger.span,
  };
}

function describeActor(actor: CorpusActor, alias: string, { messages }: AskingAt): string {
  const passages = messages.passagesInArticles(actor.passageCount, actor.articleCount);
  const matched = actor.name.includes(alias) ? [] : [alias];
  return [...matched, messages.kinds[actor.kind], passages].join(' · ');
}

async function completeEvents(trigger: CompletionTrigger, asking: AskingAt): Promise<Completions> {
  const events = await asking.store.completeEvents(trigger.typed, MAX_ENTRIES + 1);
  const entries = events.slice(0, MAX_ENTRIES).map((event, rank) => toEventEntry(event, { trigger, rank, asking }));
  return { entries, isIncomplete: true };
}

function toEventEntry(event: CorpusEvent, { trigger, rank, asking: { messages } }: EntryContext): Completion {
  const { date, label, place, participants } = event;
  const when = date === undefined ? [] : [printTimeInterval(date)];
  return {
    id: { event: event.id },
    label,
    detail: [...when, messages.eventTypes[event.type], messages.sources(event.sourceCount)].join(' · '),
    kind: 'event',
    insertText: label,
    filterText: printFilterText(trigger, [label, place ?? '', ...participants.map(({ name }) => name)]),
    sortText: String(rank).padStart(4, '0'),
    replace: trigger.span,
  };
}

/**
 * What the editor matches its text against, now and while the user types on: first the word that fits what is typed, in the spelling
 * in which it does, then all names in all spellings. A slip of the finger is kept as it was typed.
 */
function printFilterText({ sign, typed }: CompletionTrigger, names: readonly string[]): string {
  const fitting = names.map((name) => findWordStart(name, typed)).find((start) => start !== undefined);
  const spellings = names.flatMap((name) => [name, ...listSpellings(name)]).filter((name) => name !== '');
  return sign + [...new Set([fitting ?? typed, ...spellings])].join(' ');
}
