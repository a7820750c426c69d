import type { Locale } from '../service/messages/messages.js';

/** What the shell itself says to people; the service says the rest. */
export interface Strings {
  readonly indexing: string;
  cutReferences(shown: number, total: number): string;
}

const STRINGS: Readonly<Record<Locale, Strings>> = {
  en: {
    indexing: 'Fundstelle: reading the corpus',
    cutReferences: (shown, total) =>
      `References: the newest ${String(shown)} of ${String(total)} passages are given (fundstelle.references.limit).`,
  },
  de: {
    indexing: 'Fundstelle: Korpus wird gelesen',
    cutReferences: (shown, total) =>
      `Verweise: genannt werden die neuesten ${String(shown)} von ${String(total)} Passagen (fundstelle.references.limit).`,
  },
};

export function getStrings(locale: Locale): Strings {
  return STRINGS[locale];
}
