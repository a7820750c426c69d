import type { ActorKind } from '../core/facts.js';
import type { Knowledge } from '../core/knowledge.js';
import { parseModel } from '../core/tagger/model.js';
import { createTaggers } from '../core/tagger/taggers.js';
import type { FoundName } from '../core/tagger/foundNames.js';
import type { GermEvalSentence } from './germEval.js';
import { listFoundNames, type TrainingData, trainModel } from './trainModel.js';

/** Names found and not, by label. */
export interface NameCounts {
  hits: number;
  predicted: number;
  gold: number;
}

/** GermEval's outer labels for our kinds; groups have none. */
const LABELS: Readonly<Partial<Record<ActorKind, string>>> = {
  person: 'PER',
  country: 'LOC',
  place: 'LOC',
  organization: 'ORG',
};
const SCORED: readonly string[] = ['PER', 'LOC', 'ORG'];

/**
 * Trains on all sentences but every fifth, from `fold` on, recognises names in those with rules and tagger together, and counts exact spans
 * with the right label. Derived forms and parts of compounds (`LOCderiv`, `ORGpart`) and OTH are left out on both sides.
 */
export function validateFold(data: TrainingData, knowledge: Knowledge, fold: number): ReadonlyMap<string, NameCounts> {
  const train = data.germEval.filter((_, i) => i % FOLDS !== fold);
  const test = data.germEval.filter((_, i) => i % FOLDS === fold);
  const model = parseModel(trainModel({ ...data, germEval: train }, knowledge));
  if (model === undefined) throw new Error('the model that was written cannot be read');
  const trained = { ...knowledge, taggers: createTaggers(model, knowledge.lexicon) };
  const counts = new Map(SCORED.map((label) => [label, { hits: 0, predicted: 0, gold: 0 }]));
  for (const sentence of test) count(counts, sentence, listFoundNames(sentence.text, { language: 'de' }, trained));
  return counts;
}

export const FOLDS = 5;

function count(
  counts: ReadonlyMap<string, NameCounts>,
  { names }: GermEvalSentence,
  found: readonly FoundName[],
): void {
  const gold = new Map(names.map(({ start, end, label }) => [`${String(start)}-${String(end)}`, label]));
  for (const label of gold.values()) {
    const sum = counts.get(label);
    if (sum) sum.gold++;
  }
  for (const { start, end, kind, isAdjective } of found) {
    const right = gold.get(`${String(start)}-${String(end)}`);
    const sum = counts.get(LABELS[kind] ?? '');
    if (isAdjective || sum === undefined || (right !== undefined && !SCORED.includes(right))) continue;
    sum.predicted++;
    if (right === LABELS[kind]) sum.hits++;
  }
}
