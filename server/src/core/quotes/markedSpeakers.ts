import type { ActorId } from '../facts.js';
import type { Reader, UnitSpeech } from './reader.js';
import { findSpeaker } from './speakers.js';
import { isQuestion, type SpeechUnit } from './readSpeech.js';

/** Who says a quotation, and the rule that tells it. */
export interface MarkedSpeaker {
  readonly rule: string;
  readonly actor?: ActorId | undefined;
}

// „Er sagte, … . Es folgt ein Satz. Das sei …": so many sentences between keep the speaker.
const LONGEST_SILENCE = 3;

/** Whether the quotation at piece `i` is all that an attribution beside it attributes: „Nein“, sagte X. */
export function isAttributed({ unit: { pieces }, attributions }: UnitSpeech, i: number): boolean {
  const before = pieces[i - 1];
  const isAnnounced = before?.text === ':' || (before?.kind === 'break' && attributions.some(({ at }) => at === i - 2));
  if (isAnnounced) return attributions.some(({ at, content }) => !content && at < i);
  // „Wir wollen den „Turbo“, sagte X": there the words are part of what is said.
  const isBeside = (at: number): boolean =>
    pieces.slice(1, at).every(({ kind, lower }) => kind === 'break' || lower === 'so');
  return i === 0 && attributions.some(({ at, content }) => !content && isBeside(at));
}

/** Who says the quotation at piece `i`: whoever reports it, goes on speaking, or is the subject of its sentence. */
export function findMarkedSpeaker(
  reader: Reader,
  { unit, attributions, continues }: UnitSpeech,
  i: number,
): MarkedSpeaker {
  const covering = attributions.find(({ content }) => content && content.first <= i && i < content.end);
  const beside = covering ?? attributions.findLast(({ at }) => at < i) ?? attributions[0];
  if (beside) return { rule: `marks+${beside.rule}`, actor: beside.actor };
  const { speaker, silence, before } = reader;
  if (continues) return { rule: 'marks+previous', actor: findContinued(reader, unit) };
  if (unit.pieces.some(({ kind }) => kind === 'word')) return findBySubject(reader, unit);
  if (silence === 0 && speaker !== undefined) return { rule: 'marks+previous', actor: speaker };
  if (before && isQuestion(before.unit)) return findAsked(reader);
  return before?.unit.paragraph === unit.paragraph ? findBySubject(reader, before.unit) : { rule: 'marks' };
}

/** In an interview the answer to a question is that of the last speaker, else of whom the text has introduced. */
function findAsked({ speaker, conversation: { topics, actors } }: Reader): MarkedSpeaker {
  const asked = speaker ?? topics.find((actor) => actors.get(actor)?.kind === 'person');
  return asked === undefined ? { rule: 'marks' } : { rule: 'marks+previous', actor: asked };
}

/** Who goes on speaking: the last speaker, unless the sentence between turned to somebody else („X sieht das anders. Es sei …"). */
export function findContinued(reader: Reader, { paragraph }: SpeechUnit): ActorId | undefined {
  const { speaker, silence, before } = reader;
  if (silence === 0) return speaker;
  const turned = before?.unit.paragraph === paragraph ? findBySubject(reader, before.unit).actor : undefined;
  return turned ?? (silence <= LONGEST_SILENCE ? speaker : undefined);
}

/** „X warb für „eine neue Ordnung der Welt“": the person who is the subject of a sentence without a verb of saying. */
function findBySubject({ conversation }: Reader, unit: SpeechUnit): MarkedSpeaker {
  const { topic } = unit.reading;
  const isNamed =
    topic?.kind === 'phrase' &&
    unit.pieces.slice(topic.phrase.first, topic.phrase.headEnd).some(({ mention }) => mention >= 0);
  // A role alone would only be the likeliest guess.
  if (topic === undefined || (topic.kind === 'phrase' && !isNamed)) return { rule: 'marks' };
  const actor = findSpeaker(conversation, unit, topic);
  const isPerson = actor !== undefined && conversation.actors.get(actor)?.kind === 'person';
  return isPerson ? { rule: 'marks+subject', actor } : { rule: 'marks' };
}
