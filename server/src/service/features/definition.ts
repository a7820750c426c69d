import { isUnresolved } from '../../core/facts.js';
import type { Target } from '../answers.js';
import type { AskingAt } from './asking.js';
import { findLikelyActors, type LikelyActor } from './candidates.js';
import { findEventAt } from './hover.js';
import type { SupportingPassage } from './supportingPassages.js';
import { toTarget } from './targets.js';

/**
 * The passage that best supports the name or event at the caret in this sentence. A name that several actors bear leads to the best
 * passage of each, likeliest first: the writer chooses. Bare surnames are offered only when nobody bears the name in full.
 */
export async function listDefinitions(asking: AskingAt): Promise<readonly Target[]> {
  const named = await findLikelyActors(asking);
  if (named === undefined) return listEventDefinitions(asking);
  const full = named.candidates.filter(({ actor }) => !isUnresolved(actor.id));
  const candidates = full.length > 0 ? full : named.candidates;
  return candidates.flatMap((candidate) => {
    const passage = candidates.length > 1 ? findTelling(candidate) : candidate.passages[0];
    return passage === undefined ? [] : [toTarget(passage.evidence, named.span)];
  });
}

/** Where the writer has to choose, a passage that names the actor in full tells whose it is; a bare „Kim" does not. */
function findTelling({ actor, passages }: LikelyActor): SupportingPassage | undefined {
  const isInFull = ({ evidence }: SupportingPassage): boolean =>
    evidence.text.slice(evidence.mention.start - evidence.passage.start).startsWith(actor.name);
  return passages.find(isInFull) ?? passages[0];
}

async function listEventDefinitions(asking: AskingAt): Promise<readonly Target[]> {
  const found = await findEventAt(asking);
  return found ? found.passages.slice(0, 1).map(({ evidence }) => toTarget(evidence, found.span)) : [];
}
