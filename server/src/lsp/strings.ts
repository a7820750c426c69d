import type { Progress } from '../service/answers.js';
import { groupDigits } from '../service/messages/groupDigits.js';
import type { Locale } from '../service/messages/messages.js';

/** What the shell itself says to people; the service says the rest. */
export interface Strings {
  readonly indexing: string;
  /** „3,210 of 10,000, 2 min left". */
  progress(progress: Progress): string;
  readonly untrusted: string;
  cutReferences(shown: number, total: number): string;
}

const STRINGS: Readonly<Record<Locale, Strings>> = {
  en: {
    indexing: 'Fundstelle: reading the corpus',
    progress: (progress) => printProgress(progress, 'en', ['of', 'left']),
    untrusted: 'Articles are added only in a trusted workspace.',
    cutReferences: (shown, total) =>
      `References: the newest ${String(shown)} of ${String(total)} passages are given (fundstelle.references.limit).`,
  },
  de: {
    indexing: 'Fundstelle: Korpus wird gelesen',
    progress: (progress) => printProgress(progress, 'de', ['von', 'übrig']),
    untrusted: 'Artikel werden nur in einem vertrauenswürdigen Arbeitsbereich hinzugefügt.',
    cutReferences: (shown, total) =>
      `Verweise: genannt werden die neuesten ${String(shown)} von ${String(total)} Passagen (fundstelle.references.limit).`,
  },
};

export function getStrings(locale: Locale): Strings {
  return STRINGS[locale];
}

function printProgress(
  { done, total, secondsLeft }: Progress,
  locale: Locale,
  [of, left]: readonly [string, string],
): string {
  const mark = locale === 'de' ? '.' : ',';
  const counts = `${groupDigits(done, mark)} ${of} ${groupDigits(total, mark)}`;
  if (secondsLeft === undefined) return counts;
  const time = secondsLeft < 90 ? `${String(secondsLeft)} s` : `${String(Math.round(secondsLeft / 60))} min`;
  return `${counts}, ${time} ${left}`;
}
