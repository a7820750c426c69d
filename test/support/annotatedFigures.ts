import { printTimeInterval } from '../../server/src/core/events/timeInterval.js';
import type { ActorId, ActorKind, Event, Facts, Quote } from '../../server/src/core/facts.js';
import type { Span } from '../../server/src/core/text/span.js';
import type { AnnotatedEvent, AnnotatedText } from '../../server/src/training/annotatedText.js';

/** Right ones among the predicted and among the gold. */
interface Counts {
  hits: number;
  predicted: number;
  gold: number;
}

/** The figures of many texts by name, and one readable line for every miss. */
export interface AnnotatedFigures {
  readonly counts: Map<string, Counts>;
  readonly errors: string[];
}

export function startFigures(): AnnotatedFigures {
  return { counts: new Map(), errors: [] };
}

/** Adds what the analysis of one annotated text got right. Actors count as the same by name or by their mentions. */
export function addText(figures: AnnotatedFigures, gold: AnnotatedText, facts: Facts): void {
  const scored = { figures, gold, facts, match: matchActors(gold, facts) };
  scoreMentions(scored);
  scoreEvents(scored);
  scoreQuotes(scored);
}

/** F1, precision and recall in percent. */
export function readFigure(figures: AnnotatedFigures, name: string): { value: number; p: number; r: number } {
  const { hits, predicted, gold } = figures.counts.get(name) ?? { hits: 0, predicted: 0, gold: 0 };
  const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);
  return { value: percent(2 * hits, predicted + gold), p: percent(hits, predicted), r: percent(hits, gold) };
}

/** One line a figure, in the order in which they were first counted. */
export function printFigures(figures: AnnotatedFigures): string {
  const rows = [...figures.counts].map(([name, { gold }]) => {
    const { value, p, r } = readFigure(figures, name);
    return `${name.padEnd(28)} ${[value, p, r].map((part) => part.toFixed(1).padStart(6)).join(' ')} ${String(gold).padStart(6)}`;
  });
  return ['figure                           F1      P      R   gold', ...rows].join('\n');
}

interface Scored {
  readonly figures: AnnotatedFigures;
  readonly gold: AnnotatedText;
  readonly facts: Facts;
  readonly match: ActorMatch;
}

function count(
  { counts }: AnnotatedFigures,
  name: string,
  hits: number,
  sizes: [predicted: number, gold: number],
): void {
  const sum = counts.get(name) ?? { hits: 0, predicted: 0, gold: 0 };
  counts.set(name, { hits: sum.hits + hits, predicted: sum.predicted + sizes[0], gold: sum.gold + sizes[1] });
}

function countShare(figures: AnnotatedFigures, name: string, isRight: boolean): void {
  count(figures, name, isRight ? 1 : 0, [1, 1]);
}

/** Whether a predicted actor is the one that the gold calls by this name. */
type ActorMatch = (actor: ActorId, name: string) => boolean;

function matchActors(gold: AnnotatedText, facts: Facts): ActorMatch {
  const names = new Map(facts.actors.map(({ id, name }) => [id, foldName(name)]));
  const marked = new Map(gold.mentions.map((mention) => [keyOf(mention), foldName(mention.actor)]));
  const together = new Set(facts.mentions.map((own) => `${own.actor} ${marked.get(keyOf(own)) ?? ''}`));
  return (actor, name) => names.get(actor) === foldName(name) || together.has(`${actor} ${foldName(name)}`);
}

function keyOf({ start, end }: Span): string {
  return `${String(start)}-${String(end)}`;
}

/** Spellings of one name are one: Sergej and Sergei, Patruschew and Patrushev. */
function foldName(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/t?sch/g, 'sh').replace(/[jy]/g, 'i').replace(/w/g, 'v').replace(/(.)\1/g, '$1');
}

const KINDS: readonly (readonly [string, readonly ActorKind[]])[] = [
  ['persons', ['person']],
  ['organizations', ['organization']],
  ['countries and places', ['country', 'place']],
  ['groups', ['group']],
];

function scoreMentions({ figures, gold, facts }: Scored): void {
  const kinds = new Map(facts.actors.map(({ id, kind }) => [id, kind]));
  const predicted = facts.mentions.map((own) => ({ ...own, kind: kinds.get(own.actor) ?? 'group' }));
  const names = <T extends { readonly form: string }>(mentions: readonly T[]): readonly T[] =>
    mentions.filter(({ form }) => form !== 'adjective');
  countSpans(figures, 'mentions', names(predicted), names(gold.mentions));
  for (const [name, own] of KINDS) {
    const ofKind = <T extends { readonly form: string; readonly kind: ActorKind }>(mentions: readonly T[]) =>
      names(mentions).filter(({ kind }) => own.includes(kind));
    countSpans(figures, `mentions: ${name}`, ofKind(predicted), ofKind(gold.mentions));
  }
  const adjectives = predicted.filter(({ form }) => form === 'adjective');
  const own = gold.mentions.filter(({ form }) => form === 'adjective');
  countSpans(figures, 'adjectives', adjectives, own);
}

function countSpans(figures: AnnotatedFigures, name: string, predicted: readonly Span[], gold: readonly Span[]): void {
  const keys = new Set(predicted.map(keyOf));
  count(figures, name, gold.filter((own) => keys.has(keyOf(own))).length, [predicted.length, gold.length]);
}

/** An event is found when one of its triggers overlaps; each counts once, those that share most triggers first. */
function scoreEvents(scored: Scored): void {
  const { figures, gold, facts } = scored;
  const pairs = gold.events
    .flatMap((own) => facts.events.map((found) => ({ own, found, shared: countOverlaps(own, found) })))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared);
  const used = new Set<AnnotatedEvent | Event>();
  let typed = 0;
  for (const { own, found } of pairs) {
    if (used.has(own) || used.has(found)) continue;
    used.add(own).add(found);
    if (own.type === found.type) typed++;
    scoreFound(scored, own, found);
  }
  const sizes: [number, number] = [facts.events.length, gold.events.length];
  count(figures, 'events found', used.size / 2, sizes);
  count(figures, 'events with their type', typed, sizes);
  for (const own of gold.events) if (!used.has(own)) noteEvent(scored, 'event missed', own);
  for (const own of facts.events) if (!used.has(own)) noteEvent(scored, 'no event', own);
}

function countOverlaps(own: AnnotatedEvent, found: Event): number {
  const shared = own.triggers.filter((a) => found.triggers.some((b) => a.start < b.end && b.start < a.end));
  return shared.length / own.triggers.length + (shared.length > 0 && own.type === found.type ? 0.01 : 0);
}

function noteEvent(
  scored: Scored,
  what: string,
  { type, triggers }: Pick<Event, 'type'> & { triggers: readonly Span[] },
): void {
  const [first] = triggers;
  if (first) note(scored, `${what}: ${type}`, first);
}

function note({ figures, gold }: Scored, what: string, { start, end }: Span): void {
  const sentence = gold.sentences.find((own) => start < own.end) ?? { start, end };
  const { text } = gold;
  const marked = `${text.slice(sentence.start, start)}⟦${text.slice(start, end)}⟧${text.slice(end, Math.max(end, sentence.end))}`;
  figures.errors.push(`${gold.id}: ${what} | ${marked.replaceAll('\n', ' ')}`);
}

function scoreFound(scored: Scored, own: AnnotatedEvent, found: Event): void {
  const { figures, match } = scored;
  const check = (name: string, isRight: boolean, what: string): void => {
    countShare(figures, `event ${name}`, isRight);
    if (!isRight) noteEvent(scored, `event ${name}: ${what}`, found);
  };
  check('type of those found', own.type === found.type, `${found.type}, not ${own.type}`);
  check('status', own.status === found.status, `${found.status}, not ${own.status}`);
  const date = found.date && printTimeInterval(found.date);
  if (own.date !== undefined || date !== undefined)
    check('date', own.date === date, `${date ?? 'none'}, not ${own.date ?? 'none'}`);
  if (own.place !== undefined || found.place) {
    const isRight = own.place !== undefined && found.place !== undefined && isPlace(scored, own.place, found.place);
    check('place', isRight, `${found.place?.name ?? 'none'}, not ${own.place ?? 'none'}`);
  }
  const isNamed = (actor: ActorId): boolean => own.participants.some((party) => match(actor, party.actor));
  const hits = own.participants.filter((party) =>
    found.participants.some(({ actor }) => match(actor, party.actor)),
  ).length;
  count(figures, 'event participants', hits, [found.participants.length, own.participants.length]);
  const wrong = found.participants.filter(({ actor }) => !isNamed(actor)).map(({ actor }) => actor);
  if (hits < own.participants.length || wrong.length > 0) {
    const wanted = own.participants.map(({ actor }) => actor).join(' + ');
    noteEvent(
      scored,
      `event participants: ${found.participants.map(({ actor }) => actor).join(' + ')}, not ${wanted}`,
      found,
    );
  }
}

function isPlace({ match }: Scored, name: string, { name: found, actor }: NonNullable<Event['place']>): boolean {
  return foldName(name) === foldName(found) || (actor !== undefined && match(actor, name));
}

/** The least share of both spans that a found quotation has in common with its gold. */
const LEAST_OVERLAP = { direct: 0.9, indirect: 0.5 } as const;

function scoreQuotes(scored: Scored): void {
  const { figures, gold, facts, match } = scored;
  const used = new Set<Quote>();
  const hits = { direct: 0, indirect: 0 };
  for (const own of gold.quotes) {
    const rivals = facts.quotes.filter((found) => found.kind === own.kind && !used.has(found));
    const best = rivals.toSorted((a, b) => shareOf(own, b) - shareOf(own, a))[0];
    if (best === undefined || shareOf(own, best) < LEAST_OVERLAP[own.kind]) {
      note(scored, `${own.kind} quote missed`, own);
      continue;
    }
    used.add(best);
    hits[own.kind]++;
    if (own.speaker === undefined) continue;
    const isRight = best.speaker !== undefined && match(best.speaker, own.speaker);
    countShare(figures, 'quote speaker', isRight);
    countShare(figures, `${own.kind} quote speaker`, isRight);
    const isKnown = facts.actors.some(({ id }) => match(id, own.speaker ?? ''));
    if (!isRight)
      note(
        scored,
        `${own.kind} speaker${isKnown ? '' : ' (no name)'}: ${best.speaker ?? 'none'}, not ${own.speaker}`,
        own,
      );
  }
  facts.quotes
    .filter((found) => !used.has(found))
    .forEach((found) => {
      note(scored, `no ${found.kind} quote (${found.rule})`, found);
    });
  count(figures, 'quotes', hits.direct + hits.indirect, [facts.quotes.length, gold.quotes.length]);
  for (const kind of ['direct', 'indirect'] as const) {
    const ofKind = (quotes: readonly { readonly kind: string }[]): number =>
      quotes.filter((own) => own.kind === kind).length;
    count(figures, `${kind} quotes`, hits[kind], [ofKind(facts.quotes), ofKind(gold.quotes)]);
  }
}

function shareOf(a: Span, b: Span): number {
  const shared = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return shared / (a.end - a.start + b.end - b.start - shared);
}
