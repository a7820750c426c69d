import { loadBuiltIn } from '../../out/server/src/loadBuiltIn.js';
import { FOLDS, validateFold } from '../../out/server/src/training/crossValidate.js';
import { readTrainingData } from './trainingData.mjs';

const { knowledge } = await loadBuiltIn();
// GermEval alone: what our own sentences teach is measured on their dev tenth.
const data = { ...(await readTrainingData()), annotated: [] };
const sums = new Map();
for (let fold = 0; fold < FOLDS; fold++) {
  const counts = validateFold(data, knowledge, fold);
  for (const [label, own] of [...counts, ['all', addUp(counts.values())]]) {
    sums.set(label, addUp([sums.get(label), own].filter(Boolean)));
    if (label === 'all') console.log(`fold ${fold + 1}: ${print(own)}`);
  }
}
for (const [label, counts] of sums) console.log(`${label}: ${print(counts)}`);

function addUp(counts) {
  const sum = { hits: 0, predicted: 0, gold: 0 };
  for (const each of counts) for (const key of Object.keys(sum)) sum[key] += each[key];
  return sum;
}

function print({ hits, predicted, gold }) {
  const percent = (share) => (100 * share).toFixed(1);
  return `P ${percent(hits / predicted)} R ${percent(hits / gold)} F1 ${percent((2 * hits) / (predicted + gold))}`;
}
