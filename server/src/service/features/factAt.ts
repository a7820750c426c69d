import type { DateMention, Event, Evidence, TextFacts, Mention } from '../../core/facts.js';
import { firstEndingAfter, type Span, touches } from '../../core/text/span.js';

/** What the analysis has found at a place of a document. */
export type FactAt =
  | { readonly kind: 'mention'; readonly mention: Mention }
  | { readonly kind: 'trigger'; readonly event: Event; readonly trigger: Evidence }
  | { readonly kind: 'date'; readonly date: DateMention };

/** The facts that a caret at `offset` touches; names first, because a name inside a trigger is what one points at. */
export function listFactsAt(facts: TextFacts, offset: number): readonly FactAt[] {
  const mention = findTouched(facts.mentions, offset);
  const date = findTouched(facts.dates, offset);
  return [
    ...(mention ? [{ kind: 'mention', mention } as const] : []),
    ...listTriggersAt(facts, offset),
    ...(date ? [{ kind: 'date', date } as const] : []),
  ];
}

function listTriggersAt({ events }: TextFacts, offset: number): readonly FactAt[] {
  return events.flatMap((event) =>
    event.triggers
      .filter((trigger) => touches(trigger, offset))
      .map((trigger) => ({ kind: 'trigger' as const, event, trigger })),
  );
}

/** Of two spans that meet at the caret, the one that starts there. */
function findTouched<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  const index = firstEndingAfter(spans, offset);
  return [spans[index], spans[index - 1]].find((span) => span !== undefined && touches(span, offset));
}
