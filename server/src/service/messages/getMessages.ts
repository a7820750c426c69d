import { GERMAN } from './de.js';
import { ENGLISH } from './en.js';
import type { Locale, Messages } from './messages.js';

const MESSAGES: Readonly<Record<Locale, Messages>> = { de: GERMAN, en: ENGLISH };

/** The messages of a language. */
export function getMessages(locale: Locale): Messages {
  return MESSAGES[locale];
}
