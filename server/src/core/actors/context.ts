import { GERMAN_DETERMINERS } from '../language/de/functionWords.js';
import { ENGLISH_DETERMINERS } from '../language/en/functionWords.js';
import type { Reading } from './reading.js';
import { isJoined, type Word } from './words.js';

/** Whether a common noun may stand at the word: an article or the like right before it, or the start of a sentence. */
export function isNounPlace(reading: Reading, index: number): boolean {
  const word = reading.words[index];
  if (word === undefined || word.joint === 'start') return true;
  return isJoined(word) && isDeterminer(reading, reading.words[index - 1]);
}

/** „der", „ihre", „zum"; "the", "his". */
export function isDeterminer(reading: Reading, word: Word | undefined): boolean {
  if (word === undefined) return false;
  return (reading.language === 'de' ? GERMAN_DETERMINERS : ENGLISH_DETERMINERS).has(word.folded);
}
