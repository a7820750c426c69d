import type { NamedActor, ParagraphNames } from '../actors/recognisedNames.js';
import type { Article } from '../article/article.js';
import type { ActorId, DateMention, Event, Evidence } from '../facts.js';
import type { PlacedParagraph } from '../text/prose.js';
import type { Keeps, Sliced } from '../text/slices.js';
import { ParagraphStep } from '../text/steps.js';
import { nameInGerman, type NameOf, namesInEnglish } from './actorNames.js';
import { type EventText, readEventText } from './eventText.js';
import { printLabel } from './labels.js';
import { type Cast, mergeTellings, type PlacedTelling, type ToldEvent } from './mergeTellings.js';
import type { Party } from './participants.js';
import type { Phrase } from './phrases.js';
import { listLeaders, type ParagraphSetting, readSetting, type Scene, toDistant } from './scene.js';
import { listOthers } from './parts.js';
import { isDenied } from './status.js';
import { type ClauseTelling, readTelling, type TellingPlace } from './tellings.js';
import { findInterval } from './timeInterval.js';
import type { TriggerMention } from './triggerMentions.js';
import type { LanguageTriggers, TriggerLexicon } from './triggers.js';

export interface EventInput {
  readonly paragraphs: readonly PlacedParagraph[];
  /** What of it events ask: the date in ISO form as precise as known, the language, and which body spans are titles. */
  readonly article: Pick<Article, 'date' | 'language' | 'body'>;
  readonly actors: ReadonlyMap<ActorId, NamedActor>;
  /** Of every paragraph, with its own offsets. */
  readonly names: readonly ParagraphNames[];
  readonly dates: readonly (readonly DateMention[])[];
}

/** What of events one version of a text leaves for the next, in the same language and with the same triggers. */
export class EventMemory {
  readonly settings: ParagraphStep<ParagraphSetting>;
  readonly tellings: ParagraphStep<readonly ClauseTelling[]>;

  constructor(keeps: Keeps) {
    this.settings = new ParagraphStep(keeps);
    this.tellings = new ParagraphStep(keeps);
  }
}

/**
 * The events that an article tells, ascending by their first trigger: who did what, when, where, and whether it happened. Linear
 * in the length of the text but for the merging, which compares with the events found before. Other languages than
 * German and English give none. Yields between paragraphs.
 */
export function* findEvents(
  input: EventInput,
  triggers: TriggerLexicon,
  memory: EventMemory,
): Sliced<readonly Event[]> {
  const { paragraphs, article } = input;
  const { language } = article;
  if (language === 'other') return [];
  const settings = yield* readSettings({ ...input, language, triggers: triggers[language] }, memory);
  const cast = toCast(input.actors);
  const told = yield* readTellings({ paragraphs, article, settings, cast }, memory);
  // Merging last: it needs everything that the tellings know.
  const events = yield* mergeTellings(cast, placeTellings(told, paragraphs));
  const nameOf = language === 'en' ? namesInEnglish(input.names, triggers.en) : nameInGerman;
  return events.map((event, index) => ({ index, ...toEvent(event, cast, nameOf) }));
}

function readSettings(
  { paragraphs, article, names, dates, ...grammar }: EventInput & { language: 'de' | 'en'; triggers: LanguageTriggers },
  memory: EventMemory,
): Sliced<readonly ParagraphSetting[]> {
  const today = article.date === undefined ? undefined : findInterval(article.date);
  return memory.settings.run(
    paragraphs,
    (i) => [names[i] as ParagraphNames, dates[i] ?? [], article.date] as const,
    ({ paragraph }, [own, ownDates]) =>
      readSetting(readEventText({ ...grammar, paragraph, names: own, dates: ownDates, today })),
  );
}

function toCast(actors: Cast['actors']): Cast {
  const states = new Map<string, NamedActor>();
  for (const actor of actors.values()) if (actor.kind === 'country' && actor.state) states.set(actor.state, actor);
  return { actors, states };
}

interface TellingInput {
  readonly paragraphs: readonly PlacedParagraph[];
  readonly article: EventInput['article'];
  readonly settings: readonly ParagraphSetting[];
  readonly cast: Cast;
}

/** What every paragraph tells; it depends on who was spoken of before it, and on the states of its towns. */
function readTellings(
  { paragraphs, article, settings, cast }: TellingInput,
  memory: EventMemory,
): Sliced<readonly (readonly ClauseTelling[])[]> {
  const { states } = cast;
  const townStates = (i: number): readonly unknown[] => settings[i]?.townStates.map((code) => states.get(code)) ?? [];
  const places = listPlaces(article.body);
  let leaders: readonly (Phrase | undefined)[] = [];
  const before = settings.map((setting) => {
    const own = leaders;
    leaders = listLeaders(setting, leaders);
    return own;
  });
  return memory.tellings.run(
    paragraphs,
    (i) => (settings[i]?.setting ? [settings[i], places[i], ...(before[i] ?? []), ...townStates(i)] : []),
    (_, __, i) => {
      const setting = settings[i]?.setting;
      if (setting === undefined) return NOTHING;
      const place = isHeadline(setting.text) ? 'title' : (places[i] ?? 'text');
      return tell({ ...setting, states, before: toDistant(before[i] ?? []) }, place);
    },
  );
}

function listPlaces(body: EventInput['article']['body']): readonly TellingPlace[] {
  const lead = body.findIndex(({ role }) => role === 'paragraph');
  return body.map(({ role }, i) => (role === 'title' ? 'title' : i === lead ? 'lead' : 'text'));
}

/** Headlines of a list and captions are no titles of the article, but are written like them: short, without a full stop. */
function isHeadline({ tokens }: EventText): boolean {
  const last = tokens.at(-1);
  return tokens.length <= MAX_HEADLINE && last !== undefined && last.kind !== 'mark';
}
const MAX_HEADLINE = 20;

const NOTHING: readonly ClauseTelling[] = [];

function tell(scene: Scene, place: TellingPlace): readonly ClauseTelling[] {
  const told = scene.triggers.filter((own) => !isDenied(scene.text, own) && !isConsequence(scene, own));
  return told.map((own) => readTelling(scene, own, place));
}

const HARM: ReadonlySet<string> = new Set(['death', 'kill', 'injure', 'destroy']);

/** „Bei dem Erdbeben kamen vier Menschen ums Leben": the harm that an event does is no event of its own. */
function isConsequence(scene: Scene, own: TriggerMention): boolean {
  if (own.form === 'noun' || !HARM.has(own.trigger.mode)) return false;
  const isCause = ({ form, trigger }: TriggerMention): boolean =>
    form === 'noun' && (trigger.mode === 'disaster' || (trigger.type === 'ASSAULT' && own.trigger.mode === 'death'));
  return listOthers(scene, own).some(isCause);
}

function placeTellings(
  told: readonly (readonly ClauseTelling[])[],
  paragraphs: readonly PlacedParagraph[],
): readonly PlacedTelling[] {
  const placed: PlacedTelling[] = [];
  told.forEach((own, i) => {
    const start = paragraphs[i]?.start ?? 0;
    for (const telling of own) placed.push({ ...telling, start, order: placed.length });
  });
  return placed;
}

function toEvent(event: ToldEvent, { actors }: Cast, nameOf: NameOf): Omit<Event, 'index'> {
  const place = event.place === undefined ? undefined : actors.get(event.place);
  return {
    label: printLabel(event, place, nameOf),
    type: event.trigger.type,
    status: event.status,
    ...(event.when && { date: event.when }),
    ...(place && { place: { name: place.name, actor: place.id } }),
    participants: listThere(event).map(({ actor, role, state }) => ({
      actor,
      role,
      ...(state !== undefined && { state }),
    })),
    triggers: event.tellings.map((telling, i) => toEvidence(telling, i === 0 ? 'stated' : 'inferred')),
  };
}

/** Where the president himself met somebody, his state is no participant of its own; delegations of states are. */
function listThere({ participants, trigger }: ToldEvent): readonly Party[] {
  if (trigger.type !== 'CONSULT') return participants;
  const persons = participants.filter(({ mention }) => mention.actor.kind === 'person');
  const states = new Set(persons.map(({ state }) => state));
  if (states.size < 2) return participants;
  return participants.filter(({ mention, state }) => mention.actor.kind !== 'country' || !states.has(state));
}

function toEvidence(
  { text: { paragraph, tokens }, start: offset, mention: { first, end: last, trigger } }: PlacedTelling,
  certainty: Evidence['certainty'],
): Evidence {
  const start = tokens[first]?.start ?? 0;
  const end = tokens[last - 1]?.end ?? start;
  const text = paragraph.text.slice(start, end);
  return { start: start + offset, end: end + offset, text, rule: `trigger:${trigger.lemma}`, certainty };
}
