import type { Clause, Clauses } from './clauses.js';
import { type EventText, findMentionAt, isCapital, isClass, listCompound } from './eventText.js';
import type { WordClass } from './eventWords.js';
import type { VerbForm } from './triggerForms.js';
import type { Trigger, TriggerVerbForm, TriggerWord } from './triggers.js';

/** A place where the text names an event: tokens `[first, end)`, of which `head` carries the sense. */
export interface TriggerMention {
  readonly first: number;
  readonly end: number;
  readonly head: number;
  readonly trigger: Trigger;
  readonly clause: Clause;
  readonly form: VerbForm | 'noun';
  /** The article before a noun; `none` for verbs and bare nouns. */
  readonly article: 'definite' | 'indefinite' | 'negative' | 'none';
}

/** All trigger words of a text in a sense that fits their clause, ascending. */
export function findTriggerMentions(text: EventText, clauses: Clauses): readonly TriggerMention[] {
  const found: TriggerMention[] = [];
  for (let at = 0; at < text.tokens.length; at++) {
    const clause = clauses.list[clauses.ofToken[at] ?? -1];
    if (clause === undefined || text.tokens[at]?.kind !== 'word' || isInsideName(text, at)) continue;
    const own = findNoun(text, clause, at) ?? findVerb(text, clause, at);
    if (own && !overlapsLast(found, own) && !isPartOfLast(text, found, own)) found.push(own);
  }
  return found;
}

function overlapsLast(found: readonly TriggerMention[], own: TriggerMention): boolean {
  const last = found.at(-1);
  return last !== undefined && own.first < last.end && last.form === 'noun';
}

/** „die Eröffnung der Winterspiele": one event of two words; the first says what happened. */
function isPartOfLast(text: EventText, found: readonly TriggerMention[], own: TriggerMention): boolean {
  const last = found.at(-1);
  if (last?.form !== 'noun' || own.form !== 'noun' || last.trigger.type !== 'OTHER' || own.trigger.type !== 'OTHER')
    return false;
  return isClass(text, 'genitive', last.end) && own.first - last.end <= 3;
}

/** A trigger word inside a name („Münchner Sicherheitskonferenz" as an actor) is the name's, unless the name is only its first part. */
function isInsideName(text: EventText, at: number): boolean {
  return findMentionAt(text, at) !== undefined;
}

function findNoun(text: EventText, clause: Clause, at: number): TriggerMention | undefined {
  const found = text.language === 'de' ? findGermanNoun(text, at) : findEnglishNoun(text, at);
  const trigger = found && chooseSense(text, clause, found.word);
  if (found === undefined || trigger === undefined) return undefined;
  const [first, end] = text.language === 'de' ? listCompound(text, at) : [at, found.end];
  // „Friedens-Verhandlungen-Komitee": only the last part of a compound names what it is.
  if (end > found.end) return undefined;
  return { first, end, head: found.end - 1, trigger, clause, form: 'noun', article: readArticle(text, first) };
}

interface FoundWord {
  readonly word: TriggerWord;
  readonly end: number;
}

/** The whole noun, else the longest last part that heads compounds; the rest must have three letters. */
function findGermanNoun(text: EventText, at: number): FoundWord | undefined {
  if (!isCapital(text, at)) return undefined;
  const word = text.words[at] ?? '';
  const whole = text.triggers.nouns.get(word);
  if (whole) return { word: whole, end: at + 1 };
  for (let start = 3; start + 3 <= word.length; start++) {
    const head = text.triggers.nouns.get(word.slice(start));
    if (head?.headsCompounds === true) return { word: head, end: at + 1 };
  }
  return undefined;
}

function findEnglishNoun(text: EventText, at: number): FoundWord | undefined {
  const word = text.words[at] ?? '';
  const pair = text.triggers.nouns.get(`${word} ${text.words[at + 1] ?? ''}`);
  if (pair) return { word: pair, end: at + 2 };
  const single = text.triggers.nouns.get(word);
  return single && isEnglishNoun(text, at) ? { word: single, end: at + 1 } : undefined;
}

/** „visits", „talks", „attacks" are nouns unless a subject, „to" or an auxiliary stands before them. */
function isEnglishNoun(text: EventText, at: number): boolean {
  if (!text.triggers.verbs.has(text.words[at] ?? '')) return true;
  const before = at - 1;
  if (text.words[before] === 'to' || isClass(text, 'relative', before)) return false;
  if (isClass(text, 'auxiliary', before)) return isClass(text, 'passive', before);
  return findMentionAt(text, before) === undefined || /['’]s?$/u.test(text.tokens[before]?.text ?? '');
}

function findVerb(text: EventText, clause: Clause, at: number): TriggerMention | undefined {
  if ((isCapital(text, at) && at !== clause.tokens[0]) || (text.language === 'en' && isEnglishNounPhrase(text, at)))
    return undefined;
  const forms = text.triggers.verbs.get(text.words[at] ?? '');
  // Separated verbs first: „riefen … auf" is no „rufen", „traf … zusammen" no „treffen".
  for (const own of forms?.toSorted((a, b) => Number(b.particle !== undefined) - Number(a.particle !== undefined)) ??
    []) {
    if (own.particle !== undefined && !hasParticle(text, clause, at, own.particle)) continue;
    // „räumte ein" is listed without a sense, so that it is no „räumen".
    if (own.word.senses.length === 0) return undefined;
    const trigger = chooseSense(text, clause, own.word);
    const same = forms?.filter(({ word, particle }) => word === own.word && particle === own.particle) ?? [];
    if (trigger)
      return {
        first: at,
        end: at + 1,
        head: at,
        trigger,
        clause,
        form: chooseForm(text, clause, at, same),
        article: 'none',
      };
  }
  return undefined;
}

/** „her host", „two visits": behind an article or number the word is a noun. */
function isEnglishNounPhrase(text: EventText, at: number): boolean {
  const before = at - 1;
  if (text.tokens[before]?.kind === 'number' || /^(?:two|three|four|five|six|joint)$/.test(text.words[before] ?? ''))
    return true;
  return isClass(text, 'definite', before) || isClass(text, 'indefinite', before);
}

/** The particle stands behind the verb, and before no noun, where it would be a preposition. */
function hasParticle(text: EventText, clause: Clause, at: number, particle: string): boolean {
  if (text.language === 'en')
    return clause.tokens.some((own) => own > at && own <= at + 3 && text.words[own] === particle);
  return clause.tokens.some((own) => own > at && text.words[own] === particle && !isNounPhrase(text, own + 1));
}

function isNounPhrase(text: EventText, at: number): boolean {
  if (text.startsSentence[at] === 1) return false;
  return isCapital(text, at) || isClass(text, 'definite', at) || isClass(text, 'indefinite', at);
}

/** „vereinbart" is a participle beside an auxiliary, else the present; „besuchen" an infinitive beside a modal or „zu". */
function chooseForm(text: EventText, clause: Clause, at: number, forms: readonly TriggerVerbForm[]): VerbForm {
  const has = (form: VerbForm): boolean => forms.some((own) => own.form === form);
  const hasClass = (name: WordClass): boolean => clause.tokens.some((own) => own !== at && isClass(text, name, own));
  if (has('participle') && (hasClass('past') || hasClass('passive'))) return 'participle';
  if (
    has('infinitive') &&
    (clause.kind === 'infinitive' || hasClass('future') || hasClass('modal') || text.words[at - 1] === 'zu')
  )
    return 'infinitive';
  if (has('past')) return 'past';
  return has('present') ? 'present' : (forms[0]?.form ?? 'present');
}

/** The first sense whose words the clause has, and has not; undefined when none fits. */
function chooseSense(text: EventText, clause: Clause, word: TriggerWord): Trigger | undefined {
  return word.senses.find((sense) => {
    const has = (words: ReadonlySet<string>): boolean => clause.tokens.some((at) => words.has(text.words[at] ?? ''));
    return (sense.with.size === 0 || has(sense.with)) && (sense.without.size === 0 || !has(sense.without));
  });
}

/** The article before a noun, over its adjectives. */
function readArticle(text: EventText, first: number): TriggerMention['article'] {
  for (let at = first - 1; at >= first - 5; at--) {
    if (isClass(text, 'negative', at)) return 'negative';
    // „Putins Treffen mit Xi" is as definite as „das Treffen".
    if (isGenitive(text, at)) return 'definite';
    if (isClass(text, 'definite', at)) return 'definite';
    if (isClass(text, 'indefinite', at)) return 'indefinite';
    if (text.tokens[at]?.kind !== 'word' || isCapital(text, at) || isClass(text, 'preposition', at)) return 'none';
  }
  return 'none';
}

function isGenitive(text: EventText, at: number): boolean {
  const mention = findMentionAt(text, at);
  return mention !== undefined && mention.mention.form !== 'adjective' && /['’s]$/u.test(text.tokens[at]?.text ?? '');
}
