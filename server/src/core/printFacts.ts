import { printTimeInterval } from './events/timeInterval.js';
import type { DateMention, Event, Evidence, Facts, Mention, Quote } from './facts.js';
import { lineAt } from './text/lines.js';

/**
 * One readable line per fact, in the order of the text: for goldens, logs and bug reports. Places are `line:column`, from 1,
 * in UTF-16 code units.
 */
export function printFacts(facts: Facts): string {
  const lines = [
    ...printHead(facts),
    ...facts.article.body.map((span) => row(facts, span.start, span.role, excerpt(facts, span.start, span.end))),
    ...facts.mentions.map((mention) => printMention(facts, mention)),
    ...facts.dates.map((date) => printDate(facts, date)),
    ...facts.events.flatMap((event) => printEvent(facts, event)),
    ...facts.quotes.map((quote) => printQuote(facts, quote)),
  ];
  return `${lines.join('\n')}\n`;
}

function printHead({ article, actors }: Facts): readonly string[] {
  const head = [
    `title     ${article.title ?? '-'}`,
    `date      ${article.date ?? '-'}`,
    `source    ${article.source ?? '-'}`,
    `language  ${article.language}`,
  ];
  const list = actors.map((actor) => {
    const offices = actor.offices.map((office) => ` · ${office.title}${office.state ? ` (${office.state})` : ''}`);
    return `actor     ${actor.id} = ${actor.name} · ${actor.kind}${actor.state ? ` ${actor.state}` : ''}${offices.join('')} [${actor.origin}]`;
  });
  return [...head, ...list];
}

function printMention(facts: Facts, mention: Mention): string {
  return row(facts, mention.start, 'mention', `${quoted(mention)} ${mention.form} → ${mention.actor} ${why(mention)}`);
}

function printDate(facts: Facts, date: DateMention): string {
  const value = date.value ? printTimeInterval(date.value) : 'unresolved';
  return row(facts, date.start, 'when', `${quoted(date)} → ${value} ${why(date)}`);
}

function printEvent(facts: Facts, event: Event): readonly string[] {
  const date = event.date ? printTimeInterval(event.date) : '-';
  const who = event.participants.map(({ actor, role }) => `${role} ${actor}`).join(', ');
  const head = `event     ${event.type} ${event.status} ${date} ${event.place?.name ?? '-'} "${event.label}": ${who || '-'}`;
  return [
    head,
    ...event.triggers.map((trigger) => row(facts, trigger.start, '  trigger', `${quoted(trigger)} ${why(trigger)}`)),
  ];
}

function printQuote(facts: Facts, quote: Quote): string {
  const text = excerpt(facts, quote.start, quote.end);
  return row(facts, quote.start, quote.kind, `${text} — ${quote.speaker ?? 'unknown'} ${why(quote)}`);
}

function row(facts: Facts, start: number, kind: string, rest: string): string {
  const { lineStarts } = facts.article;
  const line = lineAt(lineStarts, start);
  const column = start - (lineStarts[line] ?? 0);
  return `${kind.padEnd(9)} ${String(line + 1)}:${String(column + 1)} ${rest}`;
}

function why(evidence: Evidence): string {
  return `[${evidence.rule}${evidence.certainty === 'stated' ? '' : `, ${evidence.certainty}`}]`;
}

function quoted(evidence: Evidence): string {
  return `"${evidence.text.replace(/\s+/gu, ' ')}"`;
}

function excerpt(facts: Facts, start: number, end: number): string {
  const text = facts.article.text.slice(start, end).replace(/\s+/gu, ' ');
  return text.length <= 72 ? `"${text}"` : `"${text.slice(0, 40)} … ${text.slice(-24)}"`;
}
