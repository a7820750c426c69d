import type { Article, ArticleId, Language } from '../../server/src/core/article/article.js';
import {
  type Actor,
  type ActorId,
  type ActorKind,
  type Event,
  type EventStatus,
  type EventType,
  type Evidence,
  type Facts,
  type Mention,
  type MentionForm,
  type Office,
  type Passage,
} from '../../server/src/core/facts.js';
import { findInterval, type TimeInterval } from '../../server/src/core/events/timeInterval.js';
import { makeFingerprint } from '../../server/src/core/duplicates/fingerprint.js';
import { findLineStarts } from '../../server/src/core/text/lines.js';

/** What a fixture says about an event that its text marks with `{trigger|KEY}`. */
export interface MarkedEvent {
  readonly type?: EventType;
  readonly label?: string;
  readonly status?: EventStatus;
  readonly date?: string;
  readonly place?: string;
  readonly participants?: readonly string[];
}

export interface MarkedArticle {
  readonly date?: string;
  readonly source?: string;
  readonly language?: Language;
  /** What goes beyond the marks: name, state, office titles and origin of actors by id. */
  readonly actors?: Readonly<
    Record<string, { name?: string; state?: string; offices?: readonly string[]; origin?: Actor['origin'] }>
  >;
  readonly events?: Readonly<Record<string, MarkedEvent>>;
}

/**
 * Makes the facts of an article from marked text: `[Lawrow|person:sergej lawrow]` is a mention (with `|metonym` behind it: of
 * that form), `{Gespräche|geneva}` a trigger of the event that `events` describes. Paragraphs are divided by empty lines; a first
 * line that starts with `# ` is the title. Actors are named by their longest mention unless `actors` says otherwise.
 */
export function factsFrom(path: string, marked: string, about: MarkedArticle = {}): Facts {
  const { text, marks } = readMarks(marked.trim());
  const passages = listPassages(text);
  const mentions = marks.filter((mark) => mark.brace === '[').map(toMention);
  const article: Article = {
    id: path as ArticleId,
    text,
    language: about.language ?? 'de',
    body: passages,
    extracted: false,
    lineStarts: findLineStarts(text),
    ...(text.startsWith('# ') && { title: text.slice(2).split('\n')[0] ?? '' }),
    ...(about.date !== undefined && { date: about.date }),
    ...(about.source !== undefined && { source: about.source }),
  };
  const ids = [...new Set(mentions.map(({ actor }) => actor))];
  return {
    article,
    passages,
    mentions,
    actors: ids.map((id) => toActor(id, mentions, about)),
    events: listEvents(
      marks.filter((mark) => mark.brace === '{'),
      about,
    ),
    dates: [],
    quotes: [],
    fingerprint: makeFingerprint(text, passages),
  };
}

interface Mark extends Evidence {
  readonly brace: '[' | '{';
  readonly key: string;
  readonly form: string | undefined;
}

function readMarks(marked: string): { text: string; marks: readonly Mark[] } {
  const marks: Mark[] = [];
  let text = '';
  let last = 0;
  for (const match of marked.matchAll(/([[{])([^|\]}]*)\|([^|\]}]*)(?:\|([^\]}]*))?[\]}]/g)) {
    const [whole, brace, surface = '', key = '', form] = match;
    text += marked.slice(last, match.index);
    const span = { start: text.length, end: text.length + surface.length };
    marks.push({
      ...span,
      text: surface,
      rule: 'marked',
      certainty: 'stated',
      brace: brace === '{' ? '{' : '[',
      key,
      form,
    });
    text += surface;
    last = match.index + whole.length;
  }
  return { text: text + marked.slice(last), marks };
}

function listPassages(text: string): readonly Passage[] {
  return [...text.matchAll(/[^\n]+(?:\n[^\n]+)*/g)].map(({ 0: paragraph, index }) => ({
    start: index,
    end: index + paragraph.length,
    role: paragraph.startsWith('# ') ? 'title' : 'paragraph',
  }));
}

function toMention({ key, form, start, end, text, rule, certainty }: Mark): Mention {
  return { start, end, text, rule, certainty, actor: key as ActorId, form: (form ?? 'name') as MentionForm };
}

function toActor(id: ActorId, mentions: readonly Mention[], { actors = {} }: MarkedArticle): Actor {
  const own = mentions.filter(({ actor }) => actor === id);
  const [longest] = own
    .filter(({ form }) => form !== 'adjective')
    .map(({ text }) => text)
    .sort((a, b) => b.length - a.length);
  const [first] = own;
  const { name = longest ?? '', state, offices = [], origin = 'text' } = actors[id] ?? {};
  const evidence = { start: first?.start ?? 0, end: first?.end ?? 0 };
  return {
    id,
    kind: id.split(':')[0] as ActorKind,
    name,
    origin,
    offices: offices.map((title): Office => ({ title, evidence })),
    ...(state !== undefined && { state }),
  };
}

function listEvents(marks: readonly Mark[], { events = {} }: MarkedArticle): readonly Event[] {
  return [...new Set(marks.map(({ key }) => key))].map((key, index) => {
    const { type = 'CONSULT', label = key, status = 'happened', date, place, participants = [] } = events[key] ?? {};
    const triggers = marks.filter((mark) => mark.key === key);
    return {
      index,
      label,
      type,
      status,
      participants: participants.map((actor) => ({ actor: actor as ActorId, role: 'party' })),
      triggers: triggers.map(({ start, end, text, rule, certainty }) => ({ start, end, text, rule, certainty })),
      ...(date !== undefined && { date: intervalOf(date) }),
      ...(place !== undefined && { place: { name: place } }),
    };
  });
}

function intervalOf(iso: string): TimeInterval {
  const interval = findInterval(iso);
  if (interval === undefined) throw new Error(`the fixture's date ${iso} is none`);
  return interval;
}
