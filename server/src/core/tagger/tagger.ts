import { emitPairFeatures, emitWordFeatures, REACH, type FeatureWord, type Surroundings } from './features.js';
import { hashText } from './hashing.js';
import { LABEL_COUNT, readNames, type TaggedName } from './labels.js';
import type { TaggerModel } from './model.js';
import { findBestLabels } from './viterbi.js';
import type { WordTraits } from './wordTraits.js';

/** A word form with its weights for its own label and those of its neighbours. */
interface Form extends FeatureWord {
  readonly scores: Float32Array;
}

/** Tags sentences: tokens as text, what the lexicon lists at each (`listListedNames`); gives the names, ascending and disjoint. */
export type Tagger = (tokens: readonly string[], listed: Uint8Array) => readonly TaggedName[];

const MOST_FORMS = 20_000;
const SPAN = 2 * REACH + 1;

/** A tagger of a model. It remembers word forms; beyond a bound it forgets them all. Linear in the number of tokens. */
export function createTagger(model: TaggerModel, readTraits: (text: string) => WordTraits): Tagger {
  const forms = new Map<string, Form>();
  const formOf = (text: string): Form => {
    const known = forms.get(text);
    if (known) return known;
    if (forms.size >= MOST_FORMS) forms.clear();
    const form = createForm(model, toFeatureWord(text, readTraits));
    forms.set(text, form);
    return form;
  };
  return (tokens, listed) => {
    const words = tokens.map(formOf);
    const scores = new Float32Array(tokens.length * LABEL_COUNT);
    words.forEach((_, i) => {
      addWordScores(scores, words, i);
      emitPairFeatures(surroundingsOf(words, listed, i), (feature) => {
        model.add(feature, scores, i * LABEL_COUNT);
      });
    });
    return readNames(findBestLabels(scores, model.transitions), 0);
  };
}

/** A word as features see it. */
export function toFeatureWord(text: string, readTraits: (text: string) => WordTraits): FeatureWord {
  const small = text.toLowerCase();
  return { text, traits: readTraits(text), lower: hashText(0, small), ending: hashText(1, small.slice(-3)) };
}

/** What stands around word `i`. */
export function surroundingsOf(words: readonly FeatureWord[], listed: Uint8Array, i: number): Surroundings {
  const own = words[i];
  if (own === undefined) throw new RangeError(`no word ${String(i)}`);
  return {
    before2: words[i - 2],
    before: words[i - 1],
    own,
    behind: words[i + 1],
    behind2: words[i + 2],
    listed: [listed[i - 1] ?? 0, listed[i] ?? 0, listed[i + 1] ?? 0],
  };
}

function createForm(model: TaggerModel, word: FeatureWord): Form {
  const scores = new Float32Array(SPAN * LABEL_COUNT);
  for (let distance = -REACH; distance <= REACH; distance++)
    emitWordFeatures(word, distance, (feature) => {
      model.add(feature, scores, (distance + REACH) * LABEL_COUNT);
    });
  return { ...word, scores };
}

function addWordScores(scores: Float32Array, words: readonly Form[], i: number): void {
  for (let distance = -REACH; distance <= REACH; distance++) {
    const form = words[i + distance];
    if (form === undefined) continue;
    const from = (distance + REACH) * LABEL_COUNT;
    for (let label = 0; label < LABEL_COUNT; label++)
      scores[i * LABEL_COUNT + label] = (scores[i * LABEL_COUNT + label] ?? 0) + (form.scores[from + label] ?? 0);
  }
}
