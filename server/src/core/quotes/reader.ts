import type { ActorId, Quote } from '../facts.js';
import type { PlacedParagraph } from '../text/prose.js';
import type { MarkedSpeech } from './markedSpeech.js';
import type { Report } from './report.js';
import type { Conversation } from './speakers.js';
import type { SpeechUnit } from './readSpeech.js';

/** A report whose speaker has been looked up. */
export interface Attribution extends Report {
  readonly actor: ActorId | undefined;
}

/** How one unit was understood. */
export interface UnitSpeech {
  readonly unit: SpeechUnit;
  /** In the order of the text. */
  readonly attributions: readonly Attribution[];
  /** Whether the unit goes on with the speech before it. */
  readonly continues: boolean;
}

/** Who speaks while the units are read one after another. */
export interface Reader {
  /** The paragraph that is being read, with its marked speech. */
  place: PlacedParagraph | undefined;
  marked: readonly MarkedSpeech[];
  conversation: Conversation;
  /** What has been found so far, with offsets of the text. */
  readonly quotes: Quote[];
  /** The last speaker, and how many units ago that was. */
  speaker: ActorId | undefined;
  silence: number;
  before: UnitSpeech | undefined;
  /** Quotations that wait for a sentence such as „Das sagte X." */
  pending: readonly number[];
}
