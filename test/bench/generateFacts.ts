import type { Article, ArticleId } from '../../server/src/core/article/article.js';
import type { Actor, ActorId, Event, EventType, Facts, Mention, Passage } from '../../server/src/core/facts.js';
import { EVENT_TYPES } from '../../server/src/core/facts.js';
import { mixBits } from '../../server/src/core/duplicates/hash.js';
import { findLineStarts } from '../../server/src/core/text/lines.js';

/** Deterministic numbers from 0 to 1: every article has a row of its own, so that it is the same in every corpus. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = mixBits(seed + 0x9e3779b9);
  }

  next(): number {
    this.#state = mixBits(this.#state + 0x6d2b79f5);
    return this.#state / 2 ** 32;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** Ranks from 0 on: the n-th is about 1/n as frequent as the first (Zipf), without end. */
  zipf(count: number): number {
    return Math.floor((count + 1) ** this.next()) - 1;
  }
}

const PASSAGES = 5;
const WORDS = 80;
const MENTIONS = 6;
const SYLLABLES =
  'ba ber bra de dor el en er fel ga gen gra hau hen in ka kel kla la len lin ma men mi na nen or pa ren ro sa schen sel sta ta ten tor ul un ver vor wa wen zu'.split(
    ' ',
  );
const OUTLETS = [
  'Donauwarte',
  'Ledger',
  'Nordblick',
  'Ostbote',
  'Die Woche',
  'Tagblatt',
  'Herald',
  'Kurier',
  'Presse',
  'Stimme',
];

/** The `rank`-th most frequent word. */
export function wordAt(rank: number): string {
  const dice = new Dice(rank + 7_000_003);
  const syllables = rank < 60 ? 1 : 2 + dice.below(3);
  const word = Array.from({ length: syllables }, () => SYLLABLES[dice.below(SYLLABLES.length)] ?? '').join('');
  return rank % 3 === 0 ? capitalise(word) : word;
}

/** The `rank`-th most frequent actor; from some rank on they are persons that few articles name. */
export function actorAt(rank: number): Actor {
  const dice = new Dice(rank + 90_001);
  const kind = rank < 60 ? 'country' : rank % 5 === 0 ? 'organization' : 'person';
  const first = capitalise(wordAt(3 * dice.zipf(3000) + 200));
  const last = capitalise(wordAt(100 + dice.below(60_000))) + (SYLLABLES[rank % SYLLABLES.length] ?? '');
  const name = kind === 'person' ? `${first} ${last}` : last;
  return {
    id: `${kind}:${name.toLowerCase()} ${String(rank)}` as ActorId,
    kind,
    name,
    origin: rank < 2000 ? 'lexicon' : 'text',
    offices: [],
    ...(rank < 2000 && { state: `S${String(rank % 200)}` }),
  };
}

/** The facts of the `index`-th of `count` articles: 401 words, 30 mentions and three events, as real ones have. */
export function factsAt(index: number, count: number): Facts {
  const dice = new Dice(index);
  const actors = new Map<ActorId, Actor>();
  const mentions: Mention[] = [];
  const passages: Passage[] = [];
  let text = '';
  // Vocabulary and cast grow with the corpus, as the square root and a little more (Heaps).
  const cast = Math.ceil(400 + 6 * (index + 400) ** 0.9);
  const vocabulary = Math.ceil(5000 + 60 * (index + 1000) ** 0.72);
  const present = Array.from({ length: 8 }, () => actorAt(dice.zipf(cast)));
  for (let p = 0; p < PASSAGES; p++) {
    if (p > 0) text += '\n\n';
    const start = text.length;
    const places = new Set(Array.from({ length: MENTIONS }, () => dice.below(WORDS)));
    for (let w = 0; w < WORDS; w++) {
      if (w > 0) text += w % 14 === 0 ? '. ' : ' ';
      if (!places.has(w)) {
        text += wordAt(dice.zipf(vocabulary));
        continue;
      }
      const actor = present[dice.zipf(present.length)] ?? present[0] ?? actorAt(0);
      const surface = dice.next() < 0.5 ? actor.name : (actor.name.split(' ').at(-1) ?? actor.name);
      const from = text.length;
      text += surface;
      actors.set(actor.id, withOffice(actor, from, text.length, dice));
      mentions.push({
        start: from,
        end: text.length,
        text: surface,
        rule: 'bench',
        certainty: 'stated',
        actor: actor.id,
        form: 'name',
      });
    }
    passages.push({ start, end: text.length, role: 'paragraph' });
  }
  const date = dateAt(dice.below(2500));
  const article: Article = {
    id: `articles/${date.slice(0, 7)}/${wordAt(dice.zipf(vocabulary)).toLowerCase()}-${wordAt(dice.zipf(vocabulary)).toLowerCase()}-${String(index)}.txt` as ArticleId,
    text,
    title: `${wordAt(dice.zipf(vocabulary))} ${present[0]?.name ?? ''} ${wordAt(dice.zipf(vocabulary))} ${wordAt(dice.zipf(vocabulary))}`,
    date,
    source: OUTLETS[dice.zipf(OUTLETS.length)] ?? 'Kurier',
    language: 'de',
    body: passages,
    extracted: false,
    lineStarts: findLineStarts(text),
  };
  const events = Array.from({ length: 3 }, (_, e) => eventAt(e, { dice, mentions, date, count }));
  return {
    article,
    passages,
    mentions,
    actors: [...actors.values()],
    events,
    dates: [],
    quotes: [],
    fingerprint: fingerprintOf(dice),
  };
}

function withOffice(actor: Actor, start: number, end: number, dice: Dice): Actor {
  if (actor.kind !== 'person' || dice.next() > 0.1) return actor;
  return {
    ...actor,
    offices: [
      { title: ['Präsidentin', 'Ministerin', 'Sprecher', 'Botschafter'][dice.zipf(4)] ?? '', evidence: { start, end } },
    ],
  };
}

function eventAt(
  index: number,
  { dice, mentions, date, count }: { dice: Dice; mentions: readonly Mention[]; date: string; count: number },
): Event {
  const trigger = mentions[dice.below(mentions.length)] as Mention;
  const [a, b] = [mentions[0] as Mention, mentions[dice.below(mentions.length)] as Mention];
  const type = EVENT_TYPES[dice.zipf(EVENT_TYPES.length)] as EventType;
  const isDated = dice.next() < 0.6;
  return {
    index,
    label: `${type.toLowerCase()} ${a.text}–${b.text}, ${date.slice(0, 7)} ${String(dice.zipf(count) % 50)}`,
    type,
    status: 'happened',
    participants: [
      { actor: a.actor, role: 'source', state: a.text.slice(0, 2) },
      { actor: b.actor, role: 'target', state: b.text.slice(0, 2) },
    ],
    triggers: [{ start: trigger.start, end: trigger.end, text: trigger.text, rule: 'bench', certainty: 'stated' }],
    ...(isDated && { date: { from: date, to: date, granularity: 'day' as const } }),
  };
}

/** One text in fifty is a copy of one of few. */
function fingerprintOf(dice: Dice): readonly number[] {
  const text = dice.next() < 0.02 ? dice.below(500) : dice.below(2 ** 31);
  const own = new Dice(text + 5);
  return [380, ...Array.from({ length: 96 }, () => own.below(2 ** 16))];
}

function dateAt(day: number): string {
  return new Date(Date.UTC(2016, 0, 1 + day)).toISOString().slice(0, 10);
}

function capitalise(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
