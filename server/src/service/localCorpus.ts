import { ANALYSIS_VERSION } from '../core/analyse.js';
import type { CorpusStore } from '../store/ports.js';
import type { CorpusService } from './answers.js';
import { type CorpusServiceParts, createCorpusService } from './createCorpusService.js';
import { ExtractedTexts } from './extractedTexts.js';
import { Indexer } from './indexer.js';
import type { LiveAnalysis } from './liveDocuments.js';
import { createLocalAnalysis, type LocalAnalysisParts } from './localAnalysis.js';

export interface LocalIndexParts extends LocalAnalysisParts {
  readonly store: CorpusStore;
  /** Lets everything else that waits have its turn; called between files. */
  readonly pause: () => Promise<void>;
}

/** The parts of a corpus service by which an index is kept. */
export type CorpusIndex = Pick<CorpusServiceParts, 'store' | 'indexer' | 'findExtracted'>;

/** An index that is made in the thread that asks: for tests, small corpora, and where no other thread can be had. */
export function createLocalIndex(parts: LocalIndexParts): CorpusIndex {
  const { store, folder, pause } = parts;
  const texts = new ExtractedTexts(parts);
  const analysis = createLocalAnalysis(parts);
  const indexer = new Indexer({ store, folder, pause, analysis, version: ANALYSIS_VERSION });
  return { store, indexer, findExtracted: (id) => texts.find(id) };
}

type LocalCorpusParts = LocalIndexParts & Pick<CorpusServiceParts, 'name' | 'locale'>;

/** A corpus service with an index that is made in the thread that asks. */
export function createLocalCorpusService({ name, locale, ...parts }: LocalCorpusParts): CorpusService {
  const { analyse, pause } = parts;
  const language = locale && { locale };
  return createCorpusService({ name, analyse: inOneSlice(analyse), pause, ...language, ...createLocalIndex(parts) });
}

/** Open documents are read as whole articles: whatever analyses those serves them too. */
function inOneSlice(analyse: LocalAnalysisParts['analyse']): LiveAnalysis {
  // eslint-disable-next-line require-yield -- there is only one slice
  return function* (input) {
    return analyse(input);
  };
}
