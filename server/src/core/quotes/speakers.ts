import type { Actor, ActorId, Mention } from '../facts.js';
import type { Phrase, SpeakerWords } from './report.js';
import { firstPart } from './roleNouns.js';
import { findRoleBearer, type RoleBearer, roleWord } from './roles.js';
import type { SpeechLexicon } from './speech.js';
import type { RoleNoun } from './speechWords.js';
import type { Piece, PieceRange } from './readPieces.js';
import type { SpeechUnit } from './readSpeech.js';
import type { Unit } from './units.js';

/** What is known of who speaks while an article is read from its start. */
export interface Conversation {
  readonly actors: ReadonlyMap<ActorId, Actor>;
  /** Lower-case name → actor. */
  readonly names: ReadonlyMap<string, ActorId>;
  /** Those of the paragraph that is being read. */
  readonly mentions: readonly Mention[];
  readonly bearers: RoleBearer[];
  readonly genders: Map<ActorId, 'male' | 'female'>;
  /** Who spoke or was the subject, latest last. */
  readonly topics: ActorId[];
}

// Who was named longer ago than this is not meant by a role or a pronoun; the bounds keep the look-up constant.
const MOST_BEARERS = 100;
const MOST_TOPICS = 6;

/** Starts with nobody having spoken. */
export function startConversation(
  actors: readonly Actor[],
  givenNames: SpeechLexicon['givenNames'] = new Map(),
): Conversation {
  const names = new Map(actors.map(({ id, name }) => [name.toLowerCase(), id]));
  return {
    actors: new Map(actors.map((actor) => [actor.id, actor])),
    names,
    mentions: [],
    bearers: [],
    genders: readGenders(actors, givenNames),
    topics: [],
  };
}

/** What first names tell; a role („die Präsidentin") tells more and is noted later. */
function readGenders(actors: readonly Actor[], givenNames: SpeechLexicon['givenNames']): Conversation['genders'] {
  const genders: Conversation['genders'] = new Map();
  for (const { id, kind, name } of actors) {
    const [given = '', ...more] = name.toLowerCase().split(' ');
    const gender = kind === 'person' && more.length > 0 ? givenNames.get(given) : undefined;
    if (gender) genders.set(id, gender);
  }
  return genders;
}

/** Notes the roles and genders that a unit tells, before its speakers are looked up. */
export function noteRoles({ bearers, genders }: Conversation, unit: SpeechUnit): void {
  for (const bearer of unit.bearers) {
    const { actor, role, word } = bearer;
    if (role.gender === 'male' || role.gender === 'female') genders.set(actor, role.gender);
    if (bearers.some((known) => known.actor === actor && known.word === word)) continue;
    bearers.push(bearer);
    if (bearers.length > MOST_BEARERS) bearers.shift();
  }
}

/** Notes who is spoken of now: whom a pronoun in the next unit means. */
export function noteTopic({ topics }: Conversation, actor: ActorId | undefined): void {
  if (actor === undefined || topics.at(-1) === actor) return;
  topics.push(actor);
  if (topics.length > MOST_TOPICS) topics.shift();
}

/** The actor that the words of a unit mean; undefined when that is unclear, and for a place, which says nothing. */
export function findSpeaker(conversation: Conversation, unit: Unit, words: SpeakerWords): ActorId | undefined {
  const actor = findMeant(conversation, unit, words);
  return actor !== undefined && conversation.actors.get(actor)?.kind === 'place' ? undefined : actor;
}

function findMeant(conversation: Conversation, unit: Unit, words: SpeakerWords): ActorId | undefined {
  switch (words.kind) {
    case 'unknown':
      return undefined;
    case 'pronoun':
      return words.isPlural ? undefined : findTopic(conversation, words.gender);
    case 'phrase':
      return findNamed(conversation, unit, words.phrase);
  }
}

/** The latest topic that a singular pronoun may mean, a person not known to be of the other gender; else one known to be of its own. */
function findTopic(
  { topics, bearers, actors, genders }: Conversation,
  gender: 'male' | 'female' | undefined,
): ActorId | undefined {
  const topic = topics.findLast((actor) => {
    if (actors.get(actor)?.kind !== 'person') return false;
    const known = genders.get(actor);
    return known === undefined || gender === undefined || known === gender;
  });
  return topic ?? bearers.findLast(({ actor }) => genders.get(actor) === gender)?.actor;
}

function findNamed(conversation: Conversation, unit: Unit, phrase: Phrase): ActorId | undefined {
  const { pieces } = unit;
  const head = pieces[phrase.headEnd - 1];
  if (!head) return undefined;
  const named = findHeadName(conversation, head) ?? findApposition(conversation, pieces, phrase.apposition);
  if (named !== undefined) return named;
  const dependent = findName(conversation, pieces, { first: phrase.headEnd, end: phrase.end });
  // „laut einer Erklärung des Ministeriums", „nach russischen Angaben": whose account it is.
  if (head.role?.kind === 'document' || head.classes.has('according'))
    return dependent ?? findAdjective(conversation, pieces, phrase);
  const part = findPart(conversation, head);
  if (!head.role) return part;
  if (head.role.kind === 'organization' && !head.role.isDistinct) {
    const governed = part ?? findAdjective(conversation, pieces, phrase) ?? findOwner(conversation, pieces, phrase);
    if (governed !== undefined) return governed;
  }
  const bearer = isDefinite(pieces, phrase, head.role)
    ? findBearer(conversation, head.role, roleWord(pieces, phrase.headEnd - 1, head.role))
    : undefined;
  return bearer ?? (head.role.isSpokesperson && !head.role.isPlural ? (dependent ?? part) : undefined);
}

/** The name that the head is or ends with: „Präsident Wladimir Putin"; none in „Putins Sprecher" and „Kreml-Sprecher". */
function findHeadName({ mentions }: Conversation, head: Piece): ActorId | undefined {
  const mention = mentions[head.mention];
  return mention && mention.form !== 'adjective' && mention.end >= head.end ? mention.actor : undefined;
}

/** „der Sprecher des Präsidenten, Dmitri Peskow": the person between commas. */
function findApposition(
  conversation: Conversation,
  pieces: readonly Piece[],
  range: PieceRange | undefined,
): ActorId | undefined {
  const name = range && findName(conversation, pieces, range);
  return name !== undefined && conversation.actors.get(name)?.kind === 'person' ? name : undefined;
}

/** The first name in the range. */
function findName(
  { mentions }: Conversation,
  pieces: readonly Piece[],
  { first, end }: PieceRange,
): ActorId | undefined {
  for (let i = first; i < end; i++) {
    const mention = mentions[pieces[i]?.mention ?? -1];
    if (mention && mention.form !== 'adjective') return mention.actor;
  }
  return undefined;
}

/** „die russische Führung": the state of the adjective. */
function findAdjective(
  { mentions }: Conversation,
  pieces: readonly Piece[],
  { first, headEnd }: Phrase,
): ActorId | undefined {
  const piece = pieces.slice(first, headEnd).find(({ mention }) => mentions[mention]?.form === 'adjective');
  return piece && mentions[piece.mention]?.actor;
}

/** „Pekings Botschaft": the state before the noun. */
function findOwner(
  conversation: Conversation,
  pieces: readonly Piece[],
  { first, headEnd }: Phrase,
): ActorId | undefined {
  const owner = findName(conversation, pieces, { first, end: headEnd - 1 });
  return owner !== undefined && conversation.actors.get(owner)?.kind === 'country' ? owner : undefined;
}

/** „Kremlführung", „Nato-Kreise": the institution or state in a compound. */
function findPart({ mentions, actors, names }: Conversation, head: Piece): ActorId | undefined {
  const actor =
    mentions[head.mention]?.actor ?? (head.role && names.get(firstPart(head.lower, head.role).replace(/-$/u, '')));
  return actor !== undefined && actors.get(actor)?.kind !== 'person' ? actor : undefined;
}

/** „der Sprecher" is somebody known; „ein Sprecher" and „die Sprecher" are not. */
function isDefinite(pieces: readonly Piece[], { first, headEnd }: Phrase, role: RoleNoun): boolean {
  const determiner = pieces[first];
  if (role.isPlural || !determiner) return false;
  if (!determiner.classes.has('determiner')) return headEnd > first;
  if (determiner.lower === 'die' && role.gender !== 'female') return false;
  return (
    determiner.classes.has('definite') ||
    determiner.classes.has('possessive') ||
    determiner.classes.has('demonstrative')
  );
}

/** Who was introduced with the role, else the one now spoken of, unless known by another office. */
function findBearer(conversation: Conversation, role: RoleNoun, lower: string): ActorId | undefined {
  const { bearers, topics, actors, genders } = conversation;
  const bearer = findRoleBearer(bearers, { role, lower });
  if (bearer !== undefined || bearers.some((known) => known.role.noun === role.noun)) return bearer;
  // „das Ministerium", but not „die Stadtverwaltung", is an organization already spoken of.
  if (role.kind !== 'person' && lower !== role.noun) return undefined;
  const kind = role.kind === 'person' ? 'person' : 'organization';
  const isOfOtherGender = (actor: ActorId): boolean => {
    const known = genders.get(actor);
    return known !== undefined && (role.gender === 'male' || role.gender === 'female') && known !== role.gender;
  };
  const topic = topics.findLast((actor) => actors.get(actor)?.kind === kind && !isOfOtherGender(actor));
  const hasOtherOffice =
    role.isDistinct && bearers.some(({ actor, role: known }) => actor === topic && known.isDistinct);
  return hasOtherOffice ? undefined : topic;
}
