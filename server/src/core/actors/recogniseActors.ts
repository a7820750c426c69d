import type { Language } from '../article/article.js';
import type { Authority } from '../authority/authority.js';
import type { PlacedPin } from '../authority/locatePins.js';
import type { Paragraph, PlacedParagraph } from '../text/prose.js';
import type { Keeps, Sliced } from '../text/slices.js';
import { ParagraphStep } from '../text/steps.js';
import type { Taggers } from '../tagger/taggers.js';
import { getAuthorityNames } from './authorityNames.js';
import { type DocumentNames, toTold } from './documentNames.js';
import type { Lexicon } from './lexicon.js';
import { createPhases, readKnown } from './phases.js';
import { addPinned, placePins } from './pinnedNames.js';
import type { Reading } from './reading.js';
import { type RecognisedActors, RecognisedNames } from './recognisedNames.js';
import { Vocabulary } from './vocabulary.js';
import { findHeadlines, listWords } from './words.js';

/** What recognition goes by beside the text. */
export interface ActorContext {
  readonly language: Language;
  readonly lexicon: Lexicon;
  readonly authority?: Authority;
  /** What the writer says of single mentions; ascending, disjoint. */
  readonly pins?: readonly PlacedPin[];
  readonly taggers?: Taggers;
}

/** What recognition remembers of one version of a text for the next, which has to be read in the same context. */
export class ActorMemory {
  readonly known: ParagraphStep<Reading>;
  readonly vocabulary: Vocabulary;
  readonly phases: ReturnType<typeof createPhases>;
  readonly names: RecognisedNames;

  constructor(keeps: Keeps) {
    this.known = new ParagraphStep(keeps);
    this.vocabulary = new Vocabulary(keeps);
    this.phases = createPhases(keeps);
    this.names = new RecognisedNames(keeps);
  }
}

/**
 * Recognises the actors of a text and every place that names them: mentions ascend and are disjoint. The same code serves articles and
 * drafts: of a text of which `memory` has another version, only what has changed is read. Linear in the length of the text. Yields between
 * paragraphs.
 */
export function* recogniseActors(
  paragraphs: readonly PlacedParagraph[],
  context: ActorContext,
  memory: ActorMemory,
): Sliced<RecognisedActors> {
  const { vocabulary } = memory;
  const pinned = placePins(paragraphs, context.pins ?? []);
  let readings = yield* memory.known.run(
    paragraphs,
    (i) => (pinned[i] ?? []).flat(),
    ({ paragraph }, _, i) => readKnown(addPinned(openReading(paragraph, context), pinned[i] ?? [])),
  );
  let changedWords = vocabulary.update(paragraphs, readings);
  for (const phase of memory.phases) {
    readings = yield* phase.read({ paragraphs, readings, vocabulary, changedWords });
    // What the first phase has read again all others will.
    changedWords = NO_WORDS;
  }
  return yield* memory.names.read(paragraphs, readings);
}

const NO_HEADLINES: ReadonlySet<number> = new Set();
const NO_WORDS: ReadonlySet<string> = new Set();

/** What a paragraph knows of the text before anybody has asked the others. */
const NOTHING: DocumentNames = {
  vocabulary: new Set(),
  told: toTold(new Map()),
  trail: { find: () => undefined, set: () => undefined },
  isOpening: false,
};

function openReading(paragraph: Paragraph, { language, lexicon, authority, taggers }: ActorContext): Reading {
  const words = listWords(paragraph);
  const known = language === 'en' ? 'en' : 'de';
  return {
    paragraph,
    words,
    lexicon,
    lists: lexicon.words[known],
    language: known,
    authority: getAuthorityNames(lexicon, authority),
    tag: taggers?.[known],
    document: NOTHING,
    headlines: known === 'en' ? findHeadlines(paragraph, words) : NO_HEADLINES,
    claims: [],
    claimOf: words.map(() => undefined),
  };
}
