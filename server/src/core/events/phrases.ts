import {
  type EventText,
  findMentionAt,
  isAdjective,
  isCapital,
  isClass,
  isHyphen,
  listCompound,
  type TokenMention,
} from './eventText.js';
import { hasWordClass } from './eventWords.js';
import { fold } from '../text/fold.js';
import type { Clauses } from './clauses.js';

/**
 * How a mention stands in its clause: `bare` (subject or object), `prepositional`, `dependent` on a noun („russische Forderung",
 * „Putins Besuch", „Besuch des Präsidenten", „Japan-Besuch"), or mere `attribute` of another name („Russlands Präsident Putin").
 */
export interface Phrase {
  readonly mention: TokenMention;
  readonly kind: 'bare' | 'prepositional' | 'dependent' | 'attribute';
  /** First token of the noun phrase, with article and preposition. */
  readonly first: number;
  /** The preposition of a prepositional phrase, lower case; else ''. */
  readonly preposition: string;
  /** The noun that a dependent mention belongs to, and how; −1 for none. */
  readonly noun: number;
  readonly tie: 'none' | 'genitive' | 'possessor' | 'adjective' | 'compound';
}

type Place = Omit<Phrase, 'mention'>;

/** Reads the phrase of every mention, in their order. Coordinated names take the phrase of the first („den USA und der Nato"). */
export function readPhrases(text: EventText, clauses: Clauses): readonly Phrase[] {
  const phrases: Phrase[] = [];
  let firstOfClause = 0;
  for (const mention of text.mentions) {
    const [before, own] = [phrases.at(-1)?.mention.first ?? -1, mention.first].map((at) => clauses.ofToken[at]);
    if (before !== own) firstOfClause = phrases.length;
    phrases.push({ mention, ...readPhrase(text, mention, phrases.slice(firstOfClause)) });
  }
  return phrases;
}

function readPhrase(text: EventText, mention: TokenMention, before: readonly Phrase[]): Place {
  const dependent = readModifier(text, mention);
  if (dependent) return dependent;
  return readNounPhrase(text, mention.first, before, isGenitiveName(text, mention));
}

/** Adjectives, compound parts and genitives before their noun. */
function readModifier(text: EventText, mention: TokenMention): Place | undefined {
  const [first, end] = listCompound(text, mention.end - 1);
  if (mention.mention.form === 'adjective')
    return modify(text, mention, { from: Math.max(end, mention.end), tie: 'adjective' });
  if (end > mention.end) return modify(text, mention, { from: end - 1, tie: 'compound' });
  if (first < mention.first && isHyphen(text, mention.first - 1)) return undefined;
  const owned = isGenitiveName(text, mention) ? findHead(text, mention.end) : undefined;
  const isPossessor = owned !== undefined && !isName(text, owned);
  return isPossessor ? modify(text, mention, { from: mention.end, tie: 'possessor' }) : undefined;
}

function modify(
  text: EventText,
  mention: TokenMention,
  { from, tie }: { from: number; tie: 'adjective' | 'compound' | 'possessor' },
): Place | undefined {
  const noun = findHead(text, from);
  const first = mention.first;
  if (noun === undefined || isTitleOfName(text, noun))
    return { kind: 'attribute', first, preposition: '', noun: noun ?? -1, tie };
  if (isRepresentative(text, noun)) return readNounPhrase(text, first, [], false);
  return { kind: 'dependent', first, preposition: '', noun, tie };
}

/** The head of the noun phrase that goes on at `from`: the first capitalised word (English: noun) behind adjectives. */
function findHead(text: EventText, from: number): number | undefined {
  for (let at = from; at < from + 5; at++) {
    const form = findMentionAt(text, at)?.mention.form;
    if (form !== 'adjective' && (text.language === 'de' ? isCapital(text, at) : isEnglishHead(text, at)))
      return listCompound(text, at)[1] - 1;
    const joinsAdjectives =
      isClass(text, 'coordinator', at) && findMentionAt(text, at + 1)?.mention.form === 'adjective';
    if (form !== 'adjective' && !joinsAdjectives && !isHyphen(text, at) && !isAdjective(text, at)) return undefined;
  }
  return undefined;
}

/** The last word before something that cannot go on with an English noun phrase. */
function isEnglishHead(text: EventText, at: number): boolean {
  if (text.tokens[at]?.kind !== 'word') return false;
  const next = at + 1;
  if (isCapital(text, at) && isCapital(text, next)) return false;
  const ends =
    text.tokens[next]?.kind !== 'word' || isClass(text, 'preposition', next) || isClass(text, 'auxiliary', next);
  return ends || isCapital(text, next) || text.triggers.nouns.has(text.words[at] ?? '') || isRepresentative(text, at);
}

/** „Präsident" in „Russlands Präsident Putin", „Zeitung" in „die spanische Zeitung El País": the noun is, or leads up to, a name. */
function isTitleOfName(text: EventText, noun: number): boolean {
  if (findMentionAt(text, noun)) return true;
  for (let at = noun + 1; at < noun + 6; at++) {
    const next = findMentionAt(text, at);
    if (next) return next.first === at && next.mention.form !== 'adjective' && !isGenitiveName(text, next);
    // „Secretary of State", „Minister für Verteidigung".
    if (!isCapital(text, at) && !(TITLE_LINKS.has(text.words[at] ?? '') && isCapital(text, at + 1))) return false;
  }
  return false;
}
const TITLE_LINKS: ReadonlySet<string> = new Set(['of', 'for', 'and', 'für', 'und', 'des', 'der']);

/** A noun phrase whose first known token is `start`: walks left over title and article to the preposition. */
function readNounPhrase(text: EventText, start: number, before: readonly Phrase[], isGenitive: boolean): Place {
  // „Besuch Putins": behind a genitive without article the noun is what it depends on, no title.
  const isBareGenitive = isGenitive && isCapital(text, start - 1);
  const first = isBareGenitive ? start : walkLeft(text, start);
  const previous = text.startsSentence[first] === 1 ? -1 : first - 1;
  if (isClass(text, 'preposition', previous)) return attach(text, previous, before);
  if (isClass(text, 'coordinator', previous) || text.words[previous] === ',') {
    const partner = before.findLast((phrase) => phrase.mention.end === previous || phrase.mention.end === previous - 1);
    // „der Sekretär des Sicherheitsrats, Nikolai Patruschew": the name stands for the title before it.
    if (partner?.kind === 'attribute' && partner.tie === 'genitive')
      return readNounPhrase(text, partner.noun, before, false);
    if (partner && partner.kind !== 'attribute') return { ...pickPlace(partner), first };
  }
  const hasGenitive = isGenitive || isClass(text, 'genitive', first);
  if (hasGenitive && isCapital(text, previous) && findMentionAt(text, previous) === undefined)
    return depend(text, previous, before, first);
  return { kind: 'bare', first, preposition: '', noun: -1, tie: 'none' };
}

function pickPlace({ kind, preposition, noun, tie }: Phrase): Omit<Place, 'first'> {
  return { kind, preposition, noun, tie };
}

/** A preposition behind a noun that stands for people belongs to them: „Beamte aus Tokio", „Vertreter von Moskau". */
function attach(text: EventText, at: number, before: readonly Phrase[]): Place {
  const preposition = text.words[at] ?? '';
  // „während Nordkorea testet": before a bare name the word opens a clause.
  if (isClass(text, 'subordinator', at) && isName(text, at + 1))
    return { kind: 'bare', first: at + 1, preposition: '', noun: -1, tie: 'none' };
  const isOf = preposition === 'von' || preposition === 'aus' || preposition === 'of' || preposition === 'from';
  if (isOf && isRepresentative(text, at - 1)) return readNounPhrase(text, at - 1, before, false);
  if (preposition === 'von' || preposition === 'of') return attachGenitive(text, at, preposition);
  return { kind: 'prepositional', first: at, preposition, noun: -1, tie: 'none' };
}

/** „Besuch von Xi", „Flughafen von Kiew" depend on the noun; „Kishida of Japan" is a mere attribute of a name. */
function attachGenitive(text: EventText, at: number, preposition: string): Place {
  const noun = at - 1;
  const name = findMentionAt(text, noun);
  if (name?.actor.kind === 'person') return { kind: 'attribute', first: at, preposition, noun, tie: 'genitive' };
  const isNoun =
    name === undefined && (text.language === 'en' ? text.tokens[noun]?.kind === 'word' : isCapital(text, noun));
  if (isNoun && text.dateOf[noun] === -1) return { kind: 'dependent', first: at, preposition, noun, tie: 'genitive' };
  return { kind: 'prepositional', first: at, preposition, noun: -1, tie: 'none' };
}

/** The genitive behind a noun: of a person's title it is an attribute, of people the people themselves. */
function depend(text: EventText, noun: number, before: readonly Phrase[], first: number): Place {
  const tie = 'genitive';
  if (isClass(text, 'setting', noun))
    return { kind: 'prepositional', first, preposition: SETTING[text.language], noun: -1, tie: 'none' };
  if (!isRepresentative(text, noun)) return { kind: 'dependent', first, preposition: '', noun, tie };
  const isApposition = before.some((phrase) => phrase.mention.end === noun + 1);
  if (isApposition || isFollowedByName(text, first)) return { kind: 'attribute', first, preposition: '', noun, tie };
  return readNounPhrase(text, noun, before, false);
}

/** Who provides the setting of talks takes part in them: „im Rahmen der OSZE". */
const SETTING = { de: 'mit', en: 'with' } as const;

/** „der Sprecher des Präsidenten, Dmitri Peskow": the name of the holder comes behind a comma. */
function isFollowedByName(text: EventText, first: number): boolean {
  for (let at = first; at < first + 8; at++) {
    if (text.words[at] !== ',') continue;
    const next = findMentionAt(text, at + 1);
    return next?.actor.kind === 'person' && next.first === at + 1;
  }
  return false;
}

/** The first token of the noun phrase that `start` belongs to, with its article. */
function walkLeft(text: EventText, start: number): number {
  let first = start;
  for (let steps = 0; steps < 8 && text.startsSentence[first] !== 1; steps++) {
    const at = first - 1;
    if (isHyphen(text, at)) first = listCompound(text, at)[0];
    else if (isArticle(text, at)) return at;
    else if (isModifier(text, at, first)) first = findMentionAt(text, at)?.first ?? at;
    else return first;
  }
  return first;
}

function isArticle(text: EventText, at: number): boolean {
  if (isClass(text, 'preposition', at)) return false;
  return (
    isClass(text, 'definite', at) ||
    isClass(text, 'indefinite', at) ||
    isClass(text, 'genitive', at) ||
    isClass(text, 'negative', at)
  );
}

/** A title before a name, or an adjective before a title. A word before a bare name may as well be its verb. */
function isModifier(text: EventText, at: number, first: number): boolean {
  const mention = findMentionAt(text, at);
  if (mention) return mention.mention.form === 'adjective' || isHyphen(text, mention.end);
  if (text.tokens[first]?.spaced === false) return false;
  // „am Mittwoch Putin", „das Treffen Putins": a date or an event is no title.
  const isTitle =
    text.dateOf[at] === -1 && !isClass(text, 'adverb', at) && !text.triggers.nouns.has(text.words[at] ?? '');
  if (isCapital(text, at)) return isTitle;
  const before = at - 1;
  return (
    isAdjective(text, at) && (isArticle(text, before) || isClass(text, 'preposition', before) || !isName(text, first))
  );
}

function isName(text: EventText, at: number): boolean {
  const mention = findMentionAt(text, at);
  return mention !== undefined && mention.mention.form !== 'adjective';
}

/** „Putins", „Moskaus", „Kim Jong-uns", „China's": a name with a genitive ending that its actor's name has not. */
function isGenitiveName(text: EventText, mention: TokenMention): boolean {
  const surface = mention.mention.text;
  if (/['’]s?$/u.test(text.tokens[mention.end - 1]?.text ?? '')) return true;
  const next = text.tokens[mention.end];
  if (next && /^['’]$/u.test(next.text) && !next.spaced) return true;
  return (
    text.language === 'de' &&
    surface.endsWith('s') &&
    !fold(mention.actor.name).endsWith(fold(surface).split(' ').at(-1) ?? '')
  );
}

/** Whether the noun means people or a body that act for a state: „Außenminister", „Delegation". */
export function isRepresentative(text: EventText, at: number): boolean {
  const word = text.words[at] ?? '';
  if (text.language === 'de' && !isCapital(text, at)) return false;
  return ENDINGS.some(
    (ending) => word.endsWith(ending) && endsInRepresentative(text, word.slice(0, word.length - ending.length)),
  );
}
const ENDINGS = ['', 'n', 's', 'en', 'e', 'es', 'in', 'innen'];

function endsInRepresentative(text: EventText, stem: string): boolean {
  if (text.language === 'en') return hasWordClass(text.triggers.words, stem, 'representative');
  for (let i = 0; i + 3 <= stem.length; i++) if (hasWordClass(text.triggers.words, stem.slice(i), 'representative')) return true;
  return false;
}
