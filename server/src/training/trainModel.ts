import { analyse } from '../core/analyse.js';
import type { ArticleId } from '../core/article/article.js';
import type { Knowledge } from '../core/knowledge.js';
import type { FoundName } from '../core/tagger/foundNames.js';
import { type ModelWeights, writeModel } from '../core/tagger/model.js';
import { createTraitReader, type WordTraits } from '../core/tagger/wordTraits.js';
import { memoise } from '../core/text/memo.js';
import type { AnnotatedFile } from './annotatedText.js';
import { type FindNames, readAnnotatedExamples, readGermEvalExamples } from './examples.js';
import type { GermEvalSentence } from './germEval.js';
import { readAnnotated } from './readAnnotated.js';
import { type Example, trainTagger } from './trainTagger.js';

/** What the tagger learns from. */
export interface TrainingData {
  /** Texts of the dev tenth in them are left out. */
  readonly annotated: readonly AnnotatedFile[];
  readonly germEval: readonly GermEvalSentence[];
}

/** Found by trying on the dev tenth and on GermEval's folds. */
const OPTIONS = { epochs: 12, rate: 0.1, dropout: 0.4, minCount: 2, prune: 0.1, seed: 1 };

/** Our sentences are of the genre that is read; GermEval's are encyclopedia text with somewhat other rules. */
const [OWN_WEIGHT, GERMEVAL_WEIGHT] = [1.5, 0.4];

/** The bytes of the model that this data gives: the same on every machine with the same version of Node. */
export function trainModel(
  data: TrainingData,
  knowledge: Knowledge,
  onEpoch?: (epoch: number, loss: number) => void,
): Uint8Array {
  return writeModel(trainWeights(data, knowledge, onEpoch));
}

function trainWeights(
  data: TrainingData,
  knowledge: Knowledge,
  onEpoch?: (epoch: number, loss: number) => void,
): ModelWeights {
  const { lexicon } = knowledge;
  const readTraits = { de: createTraitReader(lexicon, 'de'), en: createTraitReader(lexicon, 'en') };
  return trainTagger(listExamples(data, withoutTagger(knowledge)), {
    ...OPTIONS,
    readTraits: { de: memoise<WordTraits>(readTraits.de), en: memoise<WordTraits>(readTraits.en) },
    ...(onEpoch && { onEpoch }),
  });
}

function listExamples({ annotated, germEval }: TrainingData, knowledge: Knowledge): readonly Example[] {
  const findNames: FindNames = (text, about) => listFoundNames(text, about, knowledge);
  const own = annotated.flatMap(({ path, content }) => {
    const language = path.startsWith('en/') ? 'en' : 'de';
    const texts = readAnnotated(path, content).texts.filter(({ isDev }) => !isDev);
    return texts.flatMap((text) => readAnnotatedExamples(text, language, { findNames, weight: OWN_WEIGHT }));
  });
  return [
    ...germEval.flatMap((sentence) => readGermEvalExamples(sentence, { findNames, weight: GERMEVAL_WEIGHT })),
    ...own,
  ];
}

/** The knowledge with which the rules alone recognise. */
function withoutTagger({ furniture, lexicon, triggers, speech }: Knowledge): Knowledge {
  return { furniture, lexicon, triggers, speech };
}

/** What is recognised in a text that stands alone. */
export function listFoundNames(
  text: string,
  { language, date }: Parameters<FindNames>[1],
  knowledge: Knowledge,
): readonly FoundName[] {
  const metadata = { language, ...(date !== undefined && { date }) };
  const { actors, mentions } = analyse(
    { id: 'training' as ArticleId, text, metadata, contentStart: 0, layout: 'raw' },
    knowledge,
  );
  const kinds = new Map(actors.map(({ id, kind }) => [id, kind]));
  return mentions.map(({ start, end, actor, form }) => {
    return { start, end, kind: kinds.get(actor) ?? 'group', isAdjective: form === 'adjective' };
  });
}
