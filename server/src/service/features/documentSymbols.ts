import { printTimeInterval } from '../../core/events/timeInterval.js';
import type { ActorId, TextFacts } from '../../core/facts.js';
import type { DocumentSymbolEntry } from '../answers.js';
import type { Messages } from '../messages/messages.js';

const MAX_QUOTED = 60;

/** What a document names, in order: headings, each actor and event where it first comes, and direct quotations. */
export function listDocumentSymbols(facts: TextFacts, messages: Messages): readonly DocumentSymbolEntry[] {
  return [...listHeadings(facts), ...listActors(facts, messages), ...listEvents(facts), ...listQuotations(facts)].sort(
    (a, b) => a.span.start - b.span.start || b.span.end - a.span.end,
  );
}

function listHeadings({ article }: TextFacts): readonly DocumentSymbolEntry[] {
  return article.body
    .filter(({ role }) => role !== 'paragraph')
    .map(({ start, end }) => ({
      name: nameOf(article.text, { start, end }),
      detail: '',
      kind: 'heading',
      span: { start, end },
    }));
}

function listActors({ actors, mentions }: TextFacts, messages: Messages): readonly DocumentSymbolEntry[] {
  const first = new Map<ActorId, { start: number; end: number; count: number }>();
  for (const { actor, start, end } of mentions) {
    const known = first.get(actor);
    if (known) known.count += 1;
    else first.set(actor, { start, end, count: 1 });
  }
  return actors.flatMap(({ id, name, kind }): readonly DocumentSymbolEntry[] => {
    const found = first.get(id);
    if (found === undefined || name === '') return [];
    const detail = `${messages.kinds[kind]} · ${messages.mentions(found.count)}`;
    return [{ name, detail, kind, span: { start: found.start, end: found.end } }];
  });
}

function listEvents({ events }: TextFacts): readonly DocumentSymbolEntry[] {
  return events.flatMap(({ label, date, triggers: [first] }): readonly DocumentSymbolEntry[] => {
    if (first === undefined || label === '') return [];
    const detail = date === undefined ? '' : printTimeInterval(date);
    return [{ name: label, detail, kind: 'event', span: { start: first.start, end: first.end } }];
  });
}

function listQuotations({ quotes, actors }: TextFacts): readonly DocumentSymbolEntry[] {
  return quotes
    .filter(({ kind }) => kind === 'direct')
    .map(({ start, end, text, speaker }) => ({
      name: nameOf(text, { start: 0, end: text.length }),
      detail: actors.find(({ id }) => id === speaker)?.name ?? '',
      kind: 'quotation',
      span: { start, end },
    }));
}

/** A symbol must have a name, on one line. */
function nameOf(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const words = text.slice(start, end).replace(/\s+/gu, ' ').trim();
  if (words === '') return '…';
  return words.length <= MAX_QUOTED ? words : `${words.slice(0, MAX_QUOTED).trimEnd()}…`;
}
