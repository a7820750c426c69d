import type { ExplainedFact, Explanation } from '../answers.js';
import { getMessages } from '../messages/getMessages.js';
import { type ExplainingMessages, getExplainingMessages } from '../messages/explaining.js';
import type { Locale } from '../messages/messages.js';
import { toOneLine } from './oneLine.js';

/** How an explanation is printed. */
export interface ExplanationOptions {
  readonly locale: Locale;
  /** Where a fact stands, for people: `12:5`. */
  readonly printPlace: (offset: number) => string;
}

/** An explanation as plain text: for every fact a line with its place, and below it what it is taken for and why. */
export function printExplanation({ facts }: Explanation, options: ExplanationOptions): string {
  const messages = getExplainingMessages(options.locale);
  if (facts.length === 0) return `${messages.nothing}\n`;
  return facts.map((fact) => `${writeFact(fact, messages, options).join('\n')}\n`).join('\n');
}

function writeFact(fact: ExplainedFact, messages: ExplainingMessages, options: ExplanationOptions): readonly string[] {
  const { labels, kinds, certainties } = messages;
  const form = fact.form === undefined || fact.form === 'name' ? [] : [messages.forms[fact.form]];
  const head = [kinds[fact.kind], ...form, `„${toOneLine(fact.text)}“`].join(' · ');
  const meaning = fact.meaning === undefined ? labels.open : `${labels.means}: ${toOneLine(fact.meaning)}`;
  const why = [...findRule(fact.rule, messages), certainties[fact.certainty]].join('; ');
  return [
    `${options.printPlace(fact.start)}  ${head}`,
    `  ${meaning}`,
    `  ${labels.why}: ${why} (${labels.rule}: ${toOneLine(fact.rule)})`,
    ...writeActor(fact, messages, options),
    ...writeCandidates(fact, messages, options),
  ];
}

/** What a rule does: by its whole name, or by the family that the name begins with. */
function findRule(rule: string, { rules }: ExplainingMessages): readonly string[] {
  const family = /^[a-z]+/.exec(rule)?.[0] ?? '';
  const told = [rule, family].find((name) => Object.hasOwn(rules, name));
  return told === undefined ? [] : [rules[told] ?? ''];
}

function writeActor(
  { actor, offices = [] }: ExplainedFact,
  { labels, origins }: ExplainingMessages,
  { locale, printPlace }: ExplanationOptions,
): readonly string[] {
  if (actor === undefined) return [];
  const kind = getMessages(locale).kinds[actor.kind];
  const state = actor.state === undefined ? [] : [actor.state];
  const about = `  ${labels.actor}: ${[kind, ...state, origins[actor.origin], actor.id].map(toOneLine).join(' · ')}`;
  const held = offices.map(({ title, state: of, evidence }) => {
    const office = of === undefined ? title : `${title} (${of})`;
    return `  ${labels.office}: ${toOneLine(office)}, ${printPlace(evidence.start)}`;
  });
  return [about, ...new Set(held)];
}

function writeCandidates(
  { candidates = [] }: ExplainedFact,
  { labels }: ExplainingMessages,
  { locale }: ExplanationOptions,
): readonly string[] {
  if (candidates.length === 0) return [];
  const { kinds } = getMessages(locale);
  const lines = candidates.map(
    ({ name, kind, reason }, i) => `    ${String(i + 1)}. ${toOneLine(name)} · ${kinds[kind]} · ${toOneLine(reason)}`,
  );
  return [`  ${labels.candidates}:`, ...lines];
}
