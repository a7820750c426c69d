import type { Lexicon } from '../actors/lexicon.js';
import type { TaggerModel } from './model.js';
import { createTagger, type Tagger } from './tagger.js';
import { createTraitReader } from './wordTraits.js';

/** The taggers of the languages that have word lists of their own. */
export interface Taggers {
  readonly de: Tagger;
  readonly en: Tagger;
}

/** The taggers of one model. */
export function createTaggers(model: TaggerModel, lexicon: Lexicon): Taggers {
  return {
    de: createTagger(model, createTraitReader(lexicon, 'de')),
    en: createTagger(model, createTraitReader(lexicon, 'en')),
  };
}
