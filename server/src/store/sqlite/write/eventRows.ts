import type { TimeInterval } from '../../../core/events/timeInterval.js';
import type { ActorId, EventStatus, EventType } from '../../../core/facts.js';
import { chooseTelling, type ToldEvent } from '../../shared/eventTelling.js';
import { Tally } from '../../shared/tally.js';
import type { Database } from '../database.js';
import { toDate, toDay } from '../days.js';
import { splitWords } from '../../shared/eventWords.js';
import type { Names } from '../names.js';
import { packKind, printInterval, unpackFacts } from '../rowFacts.js';
import { parseList } from '../stored.js';
import {
  ASPECTS,
  createTallies,
  type Deltas,
  type EventDelta,
  type EventTallies,
  nameOutlet,
  tallyEvent,
} from './deltas.js';

interface EventRow {
  readonly day: number | null;
  readonly participants: string | null;
  readonly tallies: string;
  readonly article_count: number;
  readonly copies: number;
  readonly text: number | null;
}

interface TellingRow {
  readonly id: string;
  readonly outlet: string | null;
  readonly facts: Uint8Array;
}

/** The month of events without a date. */
export const UNDATED = 'undated';

const READ = 'SELECT day, participants, tallies, article_count, copies, text FROM events WHERE key = ?';
const DELETE = 'DELETE FROM events WHERE key = ?';
const UPDATE = `UPDATE events SET day = ?2, label = ?3, what = ?4, date = ?5, place = ?6, participants = ?7, tallies = ?8,
  source_count = ?9, text = ?10, article_count = article_count + ?11, passage_count = passage_count + ?12,
  place_count = place_count + ?13, copies = copies + ?14 WHERE key = ?1`;
const LIST_TELLINGS = `SELECT a.id, a.outlet, a.facts FROM event_articles s CROSS JOIN articles a ON a.key = s.article
  WHERE s.event = ?`;
const ADD_ACTOR = 'INSERT OR IGNORE INTO event_actors (actor, day, event) VALUES (?, ?, ?)';
const DELETE_ACTOR = 'DELETE FROM event_actors WHERE actor = ? AND day = ? AND event = ?';
const COUNT_MONTH = `INSERT INTO event_months (month, count) VALUES (?, ?)
  ON CONFLICT DO UPDATE SET count = count + excluded.count RETURNING count`;
const DELETE_MONTH = 'DELETE FROM event_months WHERE month = ?';
const ADD_WORDS = 'INSERT INTO event_words (rowid, words) VALUES (?, ?)';
const DELETE_WORDS = 'DELETE FROM event_words WHERE rowid = ?';
const LAST_TEXT = 'SELECT max(text) AS text FROM events WHERE text >= ? AND text < ?';

/** Writes what a batch has changed in events. */
export function flushEvents(database: Database, deltas: Deltas, names: Names): void {
  const rows = new EventRows(database, names, deltas.totals);
  for (const [key, delta] of deltas.events) rows.flush(key, delta);
  rows.finish();
}

/** What the corpus takes to be true of an event, with the keys of its participants. */
type KeyedEvent = Omit<ToldEvent, 'participants'> & { readonly participants: readonly number[] };

class EventRows {
  readonly #database: Database;
  readonly #names: Names;
  readonly #totals: Tally<string>;
  readonly #months = new Tally<string>();

  constructor(database: Database, names: Names, totals: Tally<string>) {
    this.#database = database;
    this.#names = names;
    this.#totals = totals;
  }

  /** Writes what is counted over all events of the batch. */
  finish(): void {
    for (const [month, count] of this.#months.entries()) {
      const row = this.#database.get<{ count: number }>(COUNT_MONTH, month, count);
      if (row?.count === 0) this.#database.run(DELETE_MONTH, month);
    }
  }

  flush(key: number, delta: EventDelta): void {
    const row = this.#database.get<EventRow>(READ, key);
    if (row === undefined) return;
    const articles = row.article_count + delta.articles;
    if (articles === 0) {
      this.#refile(key, row, undefined);
      this.#changeText(row.text, undefined, '');
      this.#database.run(DELETE, key);
      return;
    }
    // Most events are told once: what their article holds is not kept twice.
    const isCounted = row.article_count > 1;
    const tallies = this.#tally(key, row, delta);
    const told = this.#choose(tallies);
    this.#refile(key, row, told);
    const day = toDay(told.date?.from);
    const words = printWords(tallies);
    const wanted = baseOf(articles, day);
    const isMoved = !isCounted || row.text === null || baseOf(row.article_count, row.day ?? 0) !== wanted;
    const isSaid = !isMoved && words !== printWords(addTallies(row.tallies, undefined));
    const text = isMoved || isSaid ? this.#changeText(row.text, wanted, words) : row.text;
    const sources = Math.min(tallies.outlets.size, articles - row.copies - delta.copies);
    const { label, type, status, date, place = null, participants } = told;
    const shown = [
      label,
      packKind(type, status),
      isOneDay(date) ? null : printInterval(date),
      place,
      participants.join(' '),
    ];
    const kept = articles > 1 ? printTallies(tallies) : '';
    const sums = [delta.articles, delta.passages, delta.places, delta.copies];
    this.#database.run(UPDATE, key, day, ...shown, kept, sources, text, ...sums);
  }

  /** All that articles tell of the event now. */
  #tally(key: number, row: EventRow, delta: EventDelta): EventTallies {
    if (row.article_count === 0) return delta.tallies;
    return row.article_count > 1 ? addTallies(row.tallies, delta.tallies) : this.#recount(key);
  }

  #recount(key: number): EventTallies {
    const tallies = createTallies();
    for (const { id, outlet, facts } of this.#database.all<TellingRow>(LIST_TELLINGS, key))
      for (const event of unpackFacts(facts).events)
        if (event.event === key) tallyEvent(tallies, event, nameOutlet(id, outlet), 1);
    return tallies;
  }

  #choose(tallies: EventTallies): KeyedEvent {
    const keys = new Map<ActorId, number>();
    const participants = new Tally<ActorId>();
    for (const [key, count] of tallies.participants.entries()) {
      const id = this.#names.nameActor(Number(key));
      keys.set(id, Number(key));
      participants.add(id, count);
    }
    const told = chooseTelling({
      ...tallies,
      types: tallies.types as Tally<EventType>,
      statuses: tallies.statuses as Tally<EventStatus>,
      participants,
    });
    return { ...told, participants: told.participants.map((id) => keys.get(id) ?? 0) };
  }

  /** Months, participants and totals: out of where the event was filed, and into where it belongs now. */
  #refile(key: number, row: EventRow, told: KeyedEvent | undefined): void {
    if (row.article_count > 0) {
      for (const actor of listParticipants(row.participants))
        this.#database.run(DELETE_ACTOR, actor, row.day ?? 0, key);
      this.#months.add(monthOf(row.day ?? 0), -1);
      this.#totals.add('events', -1);
    }
    if (told === undefined) return;
    const day = toDay(told.date?.from);
    for (const actor of told.participants) this.#database.run(ADD_ACTOR, actor, day, key);
    this.#months.add(monthOf(day), 1);
    this.#totals.add('events', 1);
  }

  /** Files the words anew, in a row whose number tells how often and when the event is told. */
  #changeText(old: number | null, base: number | undefined, words: string): number | null {
    if (old !== null) this.#database.run(DELETE_WORDS, old);
    if (base === undefined) return null;
    const last = this.#database.get<{ text: number | null }>(LAST_TEXT, base, base + TEXTS_OF_DAY)?.text;
    const text = (last ?? base - 1) + 1;
    this.#database.run(ADD_WORDS, text, words);
    return text;
  }
}

const TEXTS_OF_DAY = 2 ** 22;
const DAYS = 2 ** 23;

/**
 * Row numbers of words ascend with how often an event is told (by powers of two), then with its day, so that reading them backwards gives
 * the most told and newest first, and can stop early.
 */
function baseOf(articles: number, day: number): number {
  return (rankOfArticles(articles) * DAYS + day) * TEXTS_OF_DAY;
}

/** From which row number on events are told by at least this many articles. */
export function rankOfArticles(articles: number): number {
  return Math.min(31, Math.floor(Math.log2(articles)));
}

export function rankOfText(text: number): { readonly rank: number; readonly day: number } {
  const base = Math.floor(text / TEXTS_OF_DAY);
  return { rank: Math.floor(base / DAYS), day: base % DAYS };
}

export function listParticipants(stored: string | null): readonly number[] {
  return stored === null || stored === '' ? [] : stored.split(' ').map(Number);
}

/** Whether the day that events are filed under is all that is known of the date. */
function isOneDay(date: TimeInterval | undefined): boolean {
  return (
    date === undefined ||
    (date.granularity === 'day' && date.from === date.to && toDate(toDay(date.from)) === date.from)
  );
}

function monthOf(day: number): string {
  return toDate(day)?.slice(0, 7) ?? UNDATED;
}

function printWords({ labels, types, places, names }: EventTallies): string {
  const texts = [labels, types, places, names].flatMap((tally) => [...tally.keys()]);
  return [...new Set(texts.flatMap(splitWords))].sort().join(' ');
}

function addTallies(stored: string, more: EventTallies | undefined): EventTallies {
  const rows = parseList(stored) as readonly (readonly (string | number)[])[];
  const tallies = ASPECTS.map((aspect, i) => {
    const tally = new Tally<string>();
    const pairs = rows[i] ?? [];
    for (let at = 0; at < pairs.length; at += 2) tally.add(String(pairs[at]), Number(pairs[at + 1]));
    for (const [value, count] of more?.[aspect].entries() ?? []) tally.add(value, count);
    return [aspect, tally] as const;
  });
  return Object.fromEntries(tallies) as unknown as EventTallies;
}

function printTallies(tallies: EventTallies): string {
  return JSON.stringify(ASPECTS.map((aspect) => [...tallies[aspect].entries()].flat()));
}
