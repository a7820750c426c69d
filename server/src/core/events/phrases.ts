import { fold } from '../text/fold.js';
import type { Clauses } from './clauses.js';
import {
  type EventText,
  findMentionAt,
  isAdjective,
  isCapital,
  isClass,
  isHyphen,
  isName,
  listCompound,
  type TokenMention,
} from './eventText.js';
import { isArticle, isRepresentative } from './nounPhrase.js';

/**
 * How a mention stands in its clause: `bare` (subject or object), `prepositional`, `dependent` on a noun („russische Forderung",
 * „Putins Besuch", „Besuch des Präsidenten", „Japan-Besuch"), or mere `attribute` of another name („Russlands Präsident Putin").
 */
export interface Phrase {
  readonly mention: TokenMention;
  readonly kind: 'bare' | 'prepositional' | 'dependent' | 'attribute';
  /** First token of the noun phrase, with article and preposition. */
  readonly first: number;
  /** The preposition of the phrase in lower case; '' for none. */
  readonly preposition: string;
  /** The noun that a dependent mention belongs to, and how; −1 for none. */
  readonly noun: number;
  readonly tie: Tie;
}

type Tie = 'none' | 'genitive' | 'possessor' | 'adjective' | 'compound';
type Place = Omit<Phrase, 'mention'>;

/** Reads the phrase of every mention, in their order. Coordinated names take the phrase of the first („den USA und der Nato"). */
export function readPhrases(text: EventText, clauses: Clauses): readonly Phrase[] {
  const phrases: Phrase[] = [];
  let firstOfClause = 0;
  for (const mention of text.mentions) {
    const last = phrases.at(-1);
    if (last && clauses.ofToken[last.mention.first] !== clauses.ofToken[mention.first]) firstOfClause = phrases.length;
    const before = phrases.slice(firstOfClause);
    phrases.push({ ...(readModifier(text, mention) ?? readName(text, mention, before)), mention });
  }
  return phrases;
}

const bare = (first: number): Place => ({ kind: 'bare', first, preposition: '', noun: -1, tie: 'none' });
const behind = (preposition: string, first: number): Place => ({ ...bare(first), kind: 'prepositional', preposition });
const tied = (kind: 'dependent' | 'attribute', first: number, noun: number, tie: Tie): Place => ({
  ...bare(first),
  kind,
  noun,
  tie,
});

/** Adjectives, first parts of compounds, and genitives before their noun. */
function readModifier(text: EventText, mention: TokenMention): Place | undefined {
  const [first, end] = listCompound(text, mention.end - 1);
  if (mention.mention.form === 'adjective') return modify(text, mention, Math.max(end, mention.end), 'adjective');
  if (end > mention.end) return modify(text, mention, end - 1, 'compound');
  if (isAdjunct(text, mention)) return modify(text, mention, mention.end, 'compound');
  if ((first < mention.first && isHyphen(text, mention.first - 1)) || !isGenitiveName(text, mention)) return undefined;
  const owned = findHead(text, mention.end);
  return owned === undefined || isName(text, owned) ? undefined : modify(text, mention, mention.end, 'possessor');
}

/** English puts the name of a state or body before a noun without any hyphen: „U.S. Secretary of State", „NATO troops". */
function isAdjunct(text: EventText, { actor, end }: TokenMention): boolean {
  if (text.language !== 'en' || actor.kind === 'person' || isName(text, end)) return false;
  return text.tokens[end]?.kind === 'word' && (isCapital(text, end) || isRepresentative(text, end));
}

/** `from`: where the noun, or an adjective before it, is looked for. */
function modify(text: EventText, mention: TokenMention, from: number, tie: Tie): Place {
  const noun = findHead(text, from);
  const { first } = mention;
  if (noun === undefined || leadsToName(text, noun)) return tied('attribute', first, noun ?? -1, tie);
  return isRepresentative(text, noun) ? readNounPhrase(text, first, []) : tied('dependent', first, noun, tie);
}

/** The head of the noun phrase that goes on at `from`: the first capitalised word (English: noun) behind adjectives. */
function findHead(text: EventText, from: number): number | undefined {
  for (let at = from; at < from + 5; at++) {
    const isNationality = findMentionAt(text, at)?.mention.form === 'adjective';
    if (!isNationality && isNoun(text, at)) return listCompound(text, at)[1] - 1;
    if (!isNationality && !isHyphen(text, at) && !isAdjective(text, at) && !joinsAdjectives(text, at)) return undefined;
  }
  return undefined;
}

function joinsAdjectives(text: EventText, at: number): boolean {
  return isClass(text, 'coordinator', at) && findMentionAt(text, at + 1)?.mention.form === 'adjective';
}

/** German nouns are capitalised; an English one is followed by what cannot go on with its phrase. */
function isNoun(text: EventText, at: number): boolean {
  if (text.language === 'de') return isCapital(text, at);
  const next = at + 1;
  if (text.tokens[at]?.kind !== 'word' || (isCapital(text, at) && isCapital(text, next))) return false;
  if (text.tokens[next]?.kind !== 'word' || isCapital(text, next)) return true;
  if (isClass(text, 'preposition', next) || isClass(text, 'auxiliary', next)) return true;
  return text.triggers.nouns.has(text.words[at] ?? '') || isRepresentative(text, at);
}

/** „Präsident" in „Russlands Präsident Putin", „Zeitung" in „die spanische Zeitung El País": the noun is, or leads up to, a name. */
function leadsToName(text: EventText, noun: number): boolean {
  if (findMentionAt(text, noun)) return true;
  for (let at = noun + 1; at < noun + 6; at++) {
    const next = findMentionAt(text, at);
    if (next) return next.first === at && next.mention.form !== 'adjective' && !isGenitiveName(text, next);
    // „Secretary of State", „Minister für Verteidigung".
    if (!isCapital(text, at) && !(isClass(text, 'titleLink', at) && isCapital(text, at + 1))) return false;
  }
  return false;
}

function readName(text: EventText, mention: TokenMention, before: readonly Phrase[]): Place {
  if (!isGenitiveName(text, mention)) return readNounPhrase(text, mention.first, before);
  // „Besuch Putins": behind a genitive without article the noun is what it depends on, no title.
  const noun = mention.first - 1;
  if (isCapital(text, noun) && !findMentionAt(text, noun)) return depend(text, noun, mention.first, before);
  return readNounPhrase(text, mention.first, before);
}

/** A noun phrase of which `start` is a token: walks left over title and article to the preposition. */
function readNounPhrase(text: EventText, start: number, before: readonly Phrase[]): Place {
  const first = walkLeft(text, start);
  const previous = text.startsSentence[first] === 1 ? -1 : first - 1;
  if (isClass(text, 'preposition', previous)) return attach(text, previous, before);
  if (isClass(text, 'coordinator', previous) || text.words[previous] === ',') {
    const shared = coordinate(text, previous, before);
    if (shared) return { ...shared, first };
  }
  const isGenitive = isClass(text, 'genitive', first) && isCapital(text, previous) && !findMentionAt(text, previous);
  return isGenitive ? depend(text, previous, first, before) : bare(first);
}

/** The phrase that a name behind „und" or a comma shares with the name before. */
function coordinate(text: EventText, at: number, before: readonly Phrase[]): Place | undefined {
  const other = before.findLast(({ mention }) => mention.end === at || mention.end === at - 1);
  if (other?.kind !== 'attribute') return other;
  // „der Sekretär des Sicherheitsrats, Nikolai Patruschew": the name stands for the title before it.
  return other.tie === 'genitive' ? readNounPhrase(text, other.noun, before) : undefined;
}

/** A preposition behind a noun that stands for people belongs to them: „Beamte aus Tokio", „Vertreter von Moskau". */
function attach(text: EventText, at: number, before: readonly Phrase[]): Place {
  const preposition = text.words[at] ?? '';
  // „während Nordkorea testet": before a bare name the word opens a clause.
  if (isClass(text, 'subordinator', at) && isName(text, at + 1)) return bare(at + 1);
  const isOf = isClass(text, 'of', at);
  if ((isOf || isClass(text, 'origin', at)) && isRepresentative(text, at - 1))
    return readNounPhrase(text, at - 1, before);
  return isOf ? attachGenitive(text, at) : behind(preposition, at);
}

/** „Besuch von Xi", „Flughafen von Kiew" depend on the noun; „Kishida of Japan" is a mere attribute of a name. */
function attachGenitive(text: EventText, at: number): Place {
  const noun = at - 1;
  const preposition = text.words[at] ?? '';
  const name = findMentionAt(text, noun);
  if (name?.actor.kind === 'person') return { ...tied('attribute', at, noun, 'genitive'), preposition };
  const isWord = text.language === 'en' ? text.tokens[noun]?.kind === 'word' : isCapital(text, noun);
  const isOwned = isWord && name === undefined && text.dateOf[noun] === -1;
  return isOwned ? { ...tied('dependent', at, noun, 'genitive'), preposition } : behind(preposition, at);
}

/** The genitive behind a noun: of a person's title it is an attribute, of people the people themselves. */
function depend(text: EventText, noun: number, first: number, before: readonly Phrase[]): Place {
  // „im Rahmen der OSZE": who provides the setting of talks takes part in them.
  if (isClass(text, 'setting', noun)) return behind(SETTING[text.language], first);
  if (!isRepresentative(text, noun)) return tied('dependent', first, noun, 'genitive');
  const isTitle = before.some(({ mention }) => mention.end === noun + 1) || isFollowedByName(text, first);
  return isTitle ? tied('attribute', first, noun, 'genitive') : readNounPhrase(text, noun, before);
}
const SETTING = { de: 'mit', en: 'with' } as const;

/** „der Sprecher des Präsidenten, Dmitri Peskow": the name of the holder comes behind a comma. */
function isFollowedByName(text: EventText, first: number): boolean {
  const comma = text.words.slice(first, first + 8).indexOf(',');
  const next = comma < 0 ? undefined : findMentionAt(text, first + comma + 1);
  return next?.actor.kind === 'person' && next.first === first + comma + 1;
}

/** The first token of the noun phrase that `start` belongs to, with its article. */
function walkLeft(text: EventText, start: number): number {
  let first = start;
  for (let steps = 0; steps < 8 && text.startsSentence[first] !== 1; steps++) {
    const at = first - 1;
    if (isClass(text, 'preposition', at)) return first;
    if (isHyphen(text, at)) first = listCompound(text, at)[0];
    else if (isArticle(text, at)) return at;
    else if (isModifier(text, at, first)) first = findMentionAt(text, at)?.first ?? at;
    else return first;
  }
  return first;
}

/** A title before a name, or an adjective before a title. A word before a bare name may as well be its verb. */
function isModifier(text: EventText, at: number, first: number): boolean {
  const mention = findMentionAt(text, at);
  if (mention) return mention.mention.form === 'adjective' || isHyphen(text, mention.end);
  if (text.tokens[first]?.spaced === false) return false;
  if (isCapital(text, at)) return isTitle(text, at);
  const isFirst = isArticle(text, at - 1) || isClass(text, 'preposition', at - 1);
  return isAdjective(text, at) && (isFirst || !isName(text, first));
}

/** „am Mittwoch Putin", „das Treffen Putins": a date or an event is no title. */
function isTitle(text: EventText, at: number): boolean {
  return text.dateOf[at] === -1 && !isClass(text, 'adverb', at) && !text.triggers.nouns.has(text.words[at] ?? '');
}

/** „Putins", „Moskaus", „Kim Jong-uns", „China's": a name with a genitive ending that its actor's name has not. */
function isGenitiveName(text: EventText, mention: TokenMention): boolean {
  if (/['’]s?$/u.test(text.tokens[mention.end - 1]?.text ?? '')) return true;
  const next = text.tokens[mention.end];
  if (next && /^['’]$/u.test(next.text) && !next.spaced) return true;
  const { text: surface } = mention.mention;
  if (text.language !== 'de' || !surface.endsWith('s')) return false;
  return !fold(mention.actor.name).endsWith(fold(surface).split(' ').at(-1) ?? '');
}
