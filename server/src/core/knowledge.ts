import { type Lexicon, parseLexicon } from './actors/lexicon.js';
import { type FurnitureLexicon, parseFurniture } from './article/furniture.js';
import type { Authority } from './authority/authority.js';
import { parseTriggers, type TriggerLexicon } from './events/triggers.js';
import type { DataFiles } from './language/dataFiles.js';
import type { Problem } from './problem.js';
import { parseModel } from './tagger/model.js';
import { createTaggers, type Taggers } from './tagger/taggers.js';
import { parseSpeech, type SpeechLexicon } from './quotes/speech.js';

/** All that the analysis knows before it reads a text: compiled once from the data files, shared by all articles. */
export interface Knowledge {
  readonly furniture: FurnitureLexicon;
  readonly lexicon: Lexicon;
  readonly triggers: TriggerLexicon;
  readonly speech: SpeechLexicon;
  /** Without them the rules of recognition stand alone. */
  readonly taggers?: Taggers;
  /** The writers' decisions of one corpus; they win over everything else. */
  readonly authority?: Authority;
}

/**
 * Compiles the data files and the bytes of a trained model. A faulty row is a Problem and left out; a missing file leaves its table empty;
 * without a model of this version the rules of recognition stand alone.
 */
export function createKnowledge(
  files: DataFiles,
  model?: Uint8Array,
): { knowledge: Knowledge; problems: readonly Problem[] } {
  const { furniture, problems: ofFurniture } = parseFurniture(files);
  const { lexicon, problems: ofLexicon } = parseLexicon(files);
  const { triggers, problems: ofTriggers } = parseTriggers(files);
  const { speech, problems: ofSpeech } = parseSpeech(files);
  return {
    knowledge: { furniture, lexicon, triggers, speech, ...createModelTaggers(model, lexicon) },
    problems: [...ofFurniture, ...ofLexicon, ...ofTriggers, ...ofSpeech],
  };
}

function createModelTaggers(bytes: Uint8Array | undefined, lexicon: Lexicon): { readonly taggers?: Taggers } {
  const model = bytes && parseModel(bytes);
  return model === undefined ? {} : { taggers: createTaggers(model, lexicon) };
}
