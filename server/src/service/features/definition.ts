import { isUnresolved } from '../../core/facts.js';
import type { Target } from '../answers.js';
import type { AskingAt } from './asking.js';
import { findLikelyActors } from './candidates.js';
import { findEventAt } from './hover.js';
import { toTarget } from './targets.js';

/**
 * The passage that best supports the name or event at the caret in this sentence. A name that several actors bear leads to the best
 * passage of each, likeliest first: the writer chooses. Bare surnames are offered only when nobody bears the name in full.
 */
export async function listDefinitions(asking: AskingAt): Promise<readonly Target[]> {
  const named = await findLikelyActors(asking);
  if (named === undefined) return listEventDefinitions(asking);
  const full = named.candidates.filter(({ actor }) => !isUnresolved(actor.id));
  return (full.length > 0 ? full : named.candidates).flatMap(({ passages: [best] }) =>
    best === undefined ? [] : [toTarget(best.evidence, named.span)],
  );
}

async function listEventDefinitions(asking: AskingAt): Promise<readonly Target[]> {
  const found = await findEventAt(asking);
  return found ? found.passages.slice(0, 1).map(({ evidence }) => toTarget(evidence, found.span)) : [];
}
