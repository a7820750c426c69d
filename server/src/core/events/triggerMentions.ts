import type { Clause, Clauses } from './clauses.js';
import { type EventText, findMentionAt, isCapital, isClass, isName, listCompound } from './eventText.js';
import type { WordClass } from './eventWords.js';
import type { VerbForm } from './triggerForms.js';
import type { Cues, Trigger, TriggerVerb, TriggerWord } from './triggers.js';

/** A place where the text names an event: tokens `[first, end)`, of which `head` carries the sense. */
export interface TriggerMention {
  readonly first: number;
  readonly end: number;
  readonly head: number;
  /** Letters of the head before the trigger noun: 10 for „Sicherheitsgespräche". */
  readonly prefix: number;
  readonly trigger: Trigger;
  readonly clause: Clause;
  readonly form: VerbForm | 'noun';
  /** The article before a noun; `none` for verbs and bare nouns. */
  readonly article: 'definite' | 'indefinite' | 'negative' | 'none';
}

/** All trigger words of a text in a sense that fits their clause, ascending. A word inside a name is the name's. */
export function findTriggerMentions(text: EventText, clauses: Clauses): readonly TriggerMention[] {
  const found: TriggerMention[] = [];
  for (let at = 0; at < text.tokens.length; at++) {
    const clause = clauses.list[clauses.ofToken[at] ?? -1];
    if (clause === undefined || text.tokens[at]?.kind !== 'word' || text.mentionOf[at] !== -1) continue;
    const own = findNoun(text, clause, at) ?? findVerb(text, clause, at);
    if (own && !isPartOf(text, found.at(-1), own)) found.push(own);
  }
  return found;
}

/** „phone call": the second word of a pair; „die Eröffnung der Winterspiele": one event of two nouns, the first says what happened. */
function isPartOf(text: EventText, last: TriggerMention | undefined, own: TriggerMention): boolean {
  if (last?.form !== 'noun') return false;
  if (own.first < last.end) return true;
  const areOther = own.form === 'noun' && last.trigger.type === 'OTHER' && own.trigger.type === 'OTHER';
  return areOther && isClass(text, 'genitive', last.end) && own.first - last.end <= 3;
}

interface FoundNoun {
  readonly word: TriggerWord;
  readonly end: number;
  readonly prefix: number;
}

function findNoun(text: EventText, clause: Clause, at: number): TriggerMention | undefined {
  const isGerman = text.language === 'de';
  const found = isGerman ? findGermanNoun(text, at) : findEnglishNoun(text, at);
  const trigger = found && chooseSense(text, clause, found.word);
  if (found === undefined || trigger === undefined) return undefined;
  const [first, end] = isGerman ? listCompound(text, at) : [at, found.end];
  // „Verhandlungs-Komitee": only the last part of a compound says what it is. „im Gespräch": some words make another sense.
  if (end > found.end || trigger.notBehind.has(text.words[first - 1] ?? '')) return undefined;
  const { prefix } = found;
  return { first, end, head: end - 1, prefix, trigger, clause, form: 'noun', article: readArticle(text, first) };
}

/**
 * The whole noun, else the longest last part that heads compounds. The rest must have three letters, but for words that only look
 * like triggers: „Ölpreise" are no „Reise".
 */
function findGermanNoun(text: EventText, at: number): FoundNoun | undefined {
  if (!isCapital(text, at)) return undefined;
  const word = text.words[at] ?? '';
  const whole = text.triggers.nouns.get(word);
  if (whole) return { word: whole, end: at + 1, prefix: 0 };
  for (let prefix = 1; prefix + 3 <= word.length; prefix++) {
    const head = text.triggers.nouns.get(word.slice(prefix));
    if (head?.headsCompounds === true && (prefix >= 3 || head.senses.length === 0))
      return { word: head, end: at + 1, prefix };
  }
  return undefined;
}

function findEnglishNoun(text: EventText, at: number): FoundNoun | undefined {
  const word = text.words[at] ?? '';
  const pair = text.triggers.nouns.get(`${word} ${text.words[at + 1] ?? ''}`);
  if (pair) return { word: pair, end: at + 2, prefix: 0 };
  const single = text.triggers.nouns.get(word);
  return single && !isEnglishVerb(text, at) ? { word: single, end: at + 1, prefix: 0 } : undefined;
}

/** „visits", „talks", „attacks" are verbs behind a subject, „to" or a modal. */
function isEnglishVerb(text: EventText, at: number): boolean {
  if (!text.triggers.verbs.has(text.words[at] ?? '')) return false;
  const before = at - 1;
  if (text.words[before] === 'to' || isClass(text, 'relative', before)) return true;
  if (isClass(text, 'auxiliary', before)) return !isClass(text, 'passive', before);
  return findMentionAt(text, before) !== undefined && !/['’]s?$/u.test(text.tokens[before]?.text ?? '');
}

function findVerb(text: EventText, clause: Clause, at: number): TriggerMention | undefined {
  const entries = isVerbPlace(text, clause, at) ? text.triggers.verbs.get(text.words[at] ?? '') : undefined;
  for (const { word, particle, forms } of entries ?? []) {
    if (particle !== undefined && !hasParticle(text, clause, { at, particle })) continue;
    // „räumte ein" is listed without a sense, so that it is no „räumen".
    if (word.senses.length === 0) return undefined;
    const trigger = chooseSense(text, clause, word);
    if (trigger === undefined) continue;
    const form = chooseForm(text, clause, { at, forms });
    return { first: at, end: at + 1, head: at, prefix: 0, trigger, clause, form, article: 'none' };
  }
  return undefined;
}

/** Verbs are small but at the start of a clause; behind an English article or number the word is a noun („her host"). */
function isVerbPlace(text: EventText, clause: Clause, at: number): boolean {
  if (isCapital(text, at) && at !== clause.tokens[0]) return false;
  if (text.language === 'de') return true;
  const before = at - 1;
  return text.tokens[before]?.kind !== 'number' && !NOUN_OPENERS.some((name) => isClass(text, name, before));
}
const NOUN_OPENERS: readonly WordClass[] = ['definite', 'indefinite', 'number'];

/** An English particle follows its verb closely; a German one closes the clause, else it would be a preposition. */
function hasParticle(
  text: EventText,
  clause: Clause,
  { at, particle }: Pick<TriggerVerb, 'particle'> & { at: number },
): boolean {
  const isGerman = text.language === 'de';
  const last = isGerman ? Infinity : at + 3;
  return clause.tokens.some(
    (own) => own > at && own <= last && text.words[own] === particle && (!isGerman || closesClause(text, own + 1)),
  );
}

function closesClause(text: EventText, next: number): boolean {
  const isEnd = text.tokens[next]?.kind !== 'word' || text.startsSentence[next] === 1;
  return isEnd || isClass(text, 'coordinator', next) || isClass(text, 'subordinator', next);
}

/** „vereinbart" is a participle beside an auxiliary, else the present; „besuchen" an infinitive beside a modal or „zu". */
function chooseForm(
  text: EventText,
  clause: Clause,
  { at, forms }: Pick<TriggerVerb, 'forms'> & { at: number },
): VerbForm {
  const has = (...names: readonly WordClass[]): boolean =>
    clause.tokens.some((own) => own !== at && names.some((name) => isClass(text, name, own)));
  if (forms.includes('participle') && has('past', 'passive')) return 'participle';
  const isInfinitive = clause.kind === 'infinitive' || text.words[at - 1] === 'zu' || has('future', 'modal');
  if (forms.includes('infinitive') && isInfinitive) return 'infinitive';
  return (['past', 'present'] as const).find((form) => forms.includes(form)) ?? forms[0] ?? 'present';
}

/** The first sense whose words the clause has, and has not; undefined when none fits. */
function chooseSense(text: EventText, clause: Clause, word: TriggerWord): Trigger | undefined {
  const has = (cues: Cues): boolean => clause.tokens.some((at) => isCue(cues, text.words[at] ?? ''));
  return word.senses.find((sense) => (isEmpty(sense.with) || has(sense.with)) && !has(sense.without));
}

function isEmpty({ words, endings }: Cues): boolean {
  return words.size === 0 && endings.length === 0;
}

function isCue({ words, endings }: Cues, word: string): boolean {
  return words.has(word) || endings.some((ending) => word.endsWith(ending));
}

/** The article before a noun, over its adjectives. */
function readArticle(text: EventText, first: number): TriggerMention['article'] {
  for (let at = first - 1; at >= first - 5; at--) {
    if (isClass(text, 'negative', at)) return 'negative';
    // „Putins Treffen mit Xi" is as definite as „das Treffen".
    if (isClass(text, 'definite', at) || (isName(text, at) && /['’s]$/u.test(text.words[at] ?? ''))) return 'definite';
    if (isClass(text, 'indefinite', at)) return 'indefinite';
    if (text.tokens[at]?.kind !== 'word' || isCapital(text, at) || isClass(text, 'preposition', at)) return 'none';
  }
  return 'none';
}
