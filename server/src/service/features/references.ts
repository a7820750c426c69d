import type { Page, PassageEvidence } from '../../store/ports.js';
import type { References } from '../answers.js';
import type { AskingAt } from './asking.js';
import { findLikelyActors } from './candidates.js';
import { findEventAt } from './hover.js';
import { toTarget } from './targets.js';

const NONE: References = { targets: [], total: 0 };

/**
 * The newest passages of what stands at the caret, at most `limit`. Of a name that is recognised here, those of that actor; of one
 * that several actors bear, those of all.
 */
export async function listReferences(asking: AskingAt, limit: number): Promise<References> {
  const named = await findLikelyActors(asking);
  if (named === undefined) return listEventReferences(asking, limit);
  const recognised = named.candidates.filter(({ isRecognised }) => isRecognised);
  const actors = (recognised.length > 0 ? recognised : named.candidates).map(({ actor }) => actor.id);
  const pages: Page<PassageEvidence>[] = [];
  let room = limit;
  for (const actor of actors) {
    const page = await asking.store.listActorEvidence(actor, { limit: room, isTextWanted: false });
    room -= page.rows.length;
    pages.push(page);
  }
  return {
    targets: pages.flatMap(({ rows }) => rows.map((row) => toTarget(row, named.span))),
    total: pages.reduce((sum, page) => sum + page.total, 0),
  };
}

async function listEventReferences(asking: AskingAt, limit: number): Promise<References> {
  const found = await findEventAt(asking);
  if (found === undefined) return NONE;
  const { rows, total } = await asking.store.listEventEvidence(found.event.id, { limit, isTextWanted: false });
  return { targets: rows.map((row) => toTarget(row, found.span)), total };
}
