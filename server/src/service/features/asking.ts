import type { Authority } from '../../core/authority/authority.js';
import type { TextFacts } from '../../core/facts.js';
import type { CorpusStore } from '../../store/ports.js';
import type { Messages } from '../messages/messages.js';
import type { PassageWords } from '../passageWords.js';

/** What every feature asks with: the corpus, and the words to answer in. */
export interface Asking {
  readonly store: CorpusStore;
  readonly messages: Messages;
  readonly wordsOf: PassageWords;
  /** The writers' decisions that the facts were made with. */
  readonly authority?: Authority;
}

/** A question about one place of an open document. */
export interface AskingAt extends Asking {
  readonly facts: TextFacts;
  /** UTF-16 offset of the caret. */
  readonly offset: number;
}
