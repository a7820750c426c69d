import type { Article, ArticleInput } from '../../server/src/core/article/article.js';
import { makeFingerprint } from '../../server/src/core/duplicates/fingerprint.js';
import { findInterval } from '../../server/src/core/events/timeInterval.js';
import {
  type Actor,
  type ActorId,
  type ActorKind,
  type DateMention,
  type Event,
  type EventType,
  type Evidence,
  type Facts,
  type Mention,
  type Passage,
} from '../../server/src/core/facts.js';
import { findLineStarts } from '../../server/src/core/text/lines.js';
import { contains, type Span } from '../../server/src/core/text/span.js';

/** Actors by id: the first form is the full name. */
export type NameDictionary = Readonly<Record<string, readonly [string, ...string[]]>>;
/** Event types by trigger word. */
export type TriggerDictionary = Readonly<Record<string, EventType>>;

/**
 * An analysis that knows exactly the names and triggers it is given, for tests of what is made of facts. A full name decides whom
 * a shorter form means in the same text; a form that several actors bear and no full name decides is `person:?form`. Dates are
 * written as ISO days. An event takes the actors and the date of its paragraph.
 */
export function createDictionaryAnalysis(
  names: NameDictionary,
  triggers: TriggerDictionary = {},
): (input: ArticleInput) => Facts {
  return (input) => {
    const { text, contentStart, metadata, id } = input;
    const passages = listPassages(text, contentStart);
    const mentions = findWords(text, [...new Set(Object.values(names).flat())], contentStart).map((evidence) => ({
      ...evidence,
      actor: resolve(evidence.text, text, names),
      form: 'name' as const,
    }));
    const dates = findDates(text, contentStart);
    const article: Article = {
      ...metadata,
      id,
      text,
      language: metadata.language ?? 'de',
      body: passages,
      extracted: input.layout === 'extracted',
      lineStarts: findLineStarts(text),
    };
    const events = findWords(text, Object.keys(triggers), contentStart).map((trigger, index) =>
      toEvent({ trigger, index, passages, mentions, dates, type: triggers[trigger.text] ?? 'OTHER' }),
    );
    const fingerprint = makeFingerprint(text, article.body);
    return { article, passages, mentions, dates, events, fingerprint, actors: listActors(mentions, names), quotes: [] };
  };
}

function listPassages(text: string, from: number): readonly Passage[] {
  return [...text.slice(from).matchAll(/[^\n]+(?:\n[^\n]+)*/g)].map(({ 0: block, index }) => ({
    start: from + index,
    end: from + index + block.length,
    role: block.startsWith('#') ? 'subhead' : 'paragraph',
  }));
}

function findWords(text: string, words: readonly string[], from: number): readonly Evidence[] {
  if (words.length === 0) return [];
  const longestFirst = [...words].sort((a, b) => b.length - a.length).join('|');
  const pattern = new RegExp(`(?<!\\p{L})(?:${longestFirst})(?!\\p{L})`, 'gu');
  return [...text.slice(from).matchAll(pattern)].map(({ 0: word, index }) => evidenceOf(word, from + index));
}

function findDates(text: string, from: number): readonly DateMention[] {
  return [...text.slice(from).matchAll(/\d{4}-\d{2}-\d{2}/g)].map(({ 0: iso, index }) => {
    const value = findInterval(iso);
    return { ...evidenceOf(iso, from + index), ...(value && { value }) };
  });
}

function evidenceOf(text: string, start: number): Evidence {
  return { start, end: start + text.length, text, rule: 'dictionary', certainty: 'stated' };
}

function resolve(form: string, text: string, names: NameDictionary): ActorId {
  const bearers = Object.entries(names).filter(([, forms]) => forms.includes(form));
  const named = bearers.filter(([, [full]]) => text.includes(full));
  const [only, ...others] = named.length > 0 ? named : bearers;
  if (only && (others.length === 0 || named.length > 0)) return only[0] as ActorId;
  return `person:?${form.toLowerCase()}` as ActorId;
}

function listActors(mentions: readonly Mention[], names: NameDictionary): readonly Actor[] {
  return [...new Map(mentions.map((mention) => [mention.actor, mention]))].map(([id, { text }]) => ({
    id,
    kind: id.split(':')[0] as ActorKind,
    name: names[id]?.[0] ?? text,
    offices: [],
    origin: 'text',
  }));
}

interface ToldBy {
  readonly trigger: Evidence;
  readonly index: number;
  readonly type: EventType;
  readonly passages: readonly Passage[];
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateMention[];
}

function toEvent({ trigger, index, type, passages, mentions, dates }: ToldBy): Event {
  const passage: Span = passages.find((each) => contains(each, trigger)) ?? trigger;
  const actors = new Set(mentions.filter((each) => contains(passage, each)).map(({ actor }) => actor));
  const date = dates.find((each) => contains(passage, each))?.value;
  return {
    index,
    type,
    label: [trigger.text, date?.from].filter((part) => part !== undefined).join(', '),
    status: 'happened',
    participants: [...actors].map((actor) => ({ actor, role: 'party' })),
    triggers: [trigger],
    ...(date && { date }),
  };
}
