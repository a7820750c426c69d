import { type ActorId, type TextFacts, isUnresolved } from '../../core/facts.js';
import type { Span } from '../../core/text/span.js';
import type { ActorDetail } from '../../store/ports.js';
import type { Messages } from '../messages/messages.js';
import type { AskingAt } from './asking.js';
import { findNameAt, type NameAt } from './nameAt.js';
import { listActorPassages, readSentence, type SupportingPassage } from './supportingPassages.js';
import { findSurroundings } from './surroundings.js';

/** Of a name that more actors bear, the most frequent ones are looked at. */
const MAX_CANDIDATES = 10;

/** An actor that a name of the document may mean. */
export interface LikelyActor {
  readonly actor: ActorDetail;
  /** In words, why it comes where it comes. */
  readonly reason: string;
  /** The analysis takes the name for this actor. */
  readonly isRecognised: boolean;
  readonly passages: readonly SupportingPassage[];
}

/** The name at a place of a document, and who it may mean, likeliest first; at least one. */
export interface LikelyActors {
  readonly span: Span;
  readonly surface: string;
  readonly candidates: readonly LikelyActor[];
}

/** Who the name at the caret may mean; undefined where there is no name that the corpus knows. */
export async function findLikelyActors(asking: AskingAt): Promise<LikelyActors | undefined> {
  const name = await findNameAt(asking);
  if (name === undefined) return undefined;
  const { store, facts, messages } = asking;
  const around = findSurroundings(facts, asking.offset);
  const sentence = await readSentence(store, facts, around);
  const company = around.paragraphActors.filter((id) => !name.actors.includes(id));
  const judged: Judged[] = [];
  for (const id of name.actors.slice(0, MAX_CANDIDATES)) {
    const actor = await store.findActor(id);
    const passages = await listActorPassages(id, sentence, asking);
    if (actor) judged.push({ actor, passages, ...judge(id, passages, { name, company, facts }) });
  }
  judged.sort(compareLikelihood);
  const candidates = judged.map((each) => ({ ...each, reason: printReason(each, facts, messages) }));
  return candidates.length === 0 ? undefined : { span: name.span, surface: name.surface, candidates };
}

interface Judged {
  readonly actor: ActorDetail;
  readonly passages: readonly SupportingPassage[];
  readonly isRecognised: boolean;
  /** The document has the full name somewhere. */
  readonly isNamedInFull: boolean;
  /** The actor of the paragraph that shares most passages with this one. */
  readonly companion: { readonly id: ActorId; readonly count: number } | undefined;
}

function judge(
  id: ActorId,
  passages: readonly SupportingPassage[],
  { name, company, facts }: { readonly name: NameAt; readonly company: readonly ActorId[]; readonly facts: TextFacts },
): Pick<Judged, 'isRecognised' | 'isNamedInFull' | 'companion'> {
  const counts = company.map((other) => ({
    id: other,
    count: passages.filter(({ evidence }) => evidence.actors.includes(other)).length,
  }));
  const [companion] = counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  return { isRecognised: name.recognised === id, isNamedInFull: isNamedInFull(id, facts), companion };
}

function isNamedInFull(id: ActorId, { mentions }: TextFacts): boolean {
  return mentions.some(({ actor, form, text }) => actor === id && form === 'name' && /\S\s+\S/u.test(text));
}

/** What this document says comes first, then what the corpus says of the company, then frequency. */
function compareLikelihood(a: Judged, b: Judged): number {
  return (
    Number(b.isRecognised) - Number(a.isRecognised) ||
    Number(isUnresolved(a.actor.id)) - Number(isUnresolved(b.actor.id)) ||
    Number(b.isNamedInFull) - Number(a.isNamedInFull) ||
    (b.companion?.count ?? 0) - (a.companion?.count ?? 0) ||
    b.actor.passageCount - a.actor.passageCount
  );
}

function printReason(
  { actor, isRecognised, isNamedInFull, companion }: Judged,
  facts: TextFacts,
  messages: Messages,
): string {
  const { reasons } = messages;
  if (isNamedInFull) return reasons.namedInFull;
  if (isUnresolved(actor.id)) return reasons.bareSurname;
  const name = companion && facts.actors.find(({ id }) => id === companion.id)?.name;
  if (companion && name !== undefined) return reasons.sharesPassages(name, companion.count);
  return isRecognised ? reasons.recognised : reasons.frequency(actor.passageCount);
}
