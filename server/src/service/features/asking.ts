import type { Facts } from '../../core/facts.js';
import type { CorpusStore } from '../../store/ports.js';
import type { Messages } from '../messages/messages.js';
import type { PassageWords } from '../passageWords.js';

/** What every feature asks with: the corpus, and the words to answer in. */
export interface Asking {
  readonly store: CorpusStore;
  readonly messages: Messages;
  readonly wordsOf: PassageWords;
}

/** A question about one place of an open document. */
export interface AskingAt extends Asking {
  readonly facts: Facts;
  /** UTF-16 offset of the caret. */
  readonly offset: number;
}
