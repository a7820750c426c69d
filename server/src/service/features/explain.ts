import type { Evidence, Mention, TextFacts } from '../../core/facts.js';
import { isUnresolved } from '../../core/facts.js';
import type { Span } from '../../core/text/span.js';
import type { ExplainedCandidate, ExplainedFact, Explanation } from '../answers.js';
import type { Asking } from './asking.js';
import { findLikelyActors } from './candidates.js';

/** Of a whole page nobody reads every reason. */
const MAX_FACTS = 200;

/** All facts that lie in a stretch of a document or touch it, in order, each with what made it; names with all who may be meant. */
export async function explain(asking: Asking, facts: TextFacts, span: Span): Promise<Explanation> {
  const isAsked = ({ start, end }: Span): boolean => start <= span.end && span.start <= end;
  const names = await Promise.all(
    facts.mentions
      .filter(isAsked)
      .slice(0, MAX_FACTS)
      .map((mention) => explainName(asking, facts, mention)),
  );
  const { messages } = asking;
  const events = facts.events.flatMap(({ triggers, label }) =>
    triggers.filter(isAsked).map((trigger) => toFact('event', trigger, label)),
  );
  const dates = facts.dates
    .filter(isAsked)
    .map((date) => toFact('date', date, date.value === undefined ? undefined : messages.date(date.value)));
  const quotes = facts.quotes.filter(isAsked).map((quote) => {
    return toFact('quotation', quote, facts.actors.find(({ id }) => id === quote.speaker)?.name);
  });
  const all = [...names, ...events, ...dates, ...quotes].sort((a, b) => a.start - b.start || b.end - a.end);
  return { facts: all.slice(0, MAX_FACTS) };
}

async function explainName(asking: Asking, facts: TextFacts, mention: Mention): Promise<ExplainedFact> {
  const actor = facts.actors.find(({ id }) => id === mention.actor);
  const likely = await findLikelyActors({ ...asking, facts, offset: mention.start });
  const candidates = (likely?.candidates ?? []).map(
    ({ actor: { id, name, kind, passageCount }, reason, isRecognised }): ExplainedCandidate => ({
      id,
      name,
      kind,
      passages: passageCount,
      reason,
      isRecognised,
    }),
  );
  const meaning = isUnresolved(mention.actor) ? undefined : actor?.name;
  const about = actor && {
    actor: {
      id: actor.id,
      kind: actor.kind,
      name: actor.name,
      origin: actor.origin,
      ...(actor.state !== undefined && { state: actor.state }),
    },
    offices: actor.offices,
  };
  return { ...toFact('name', mention, meaning), form: mention.form, ...about, candidates };
}

function toFact(
  kind: ExplainedFact['kind'],
  { start, end, text, rule, certainty }: Evidence,
  meaning: string | undefined,
): ExplainedFact {
  return { kind, start, end, text, rule, certainty, ...(meaning !== undefined && { meaning }) };
}
