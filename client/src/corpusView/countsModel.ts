import type { Translate } from './viewNodeModel.js';

/** Numbers with their nouns, in the user's language. */
export interface Counts {
  readonly passages?: number;
  readonly articles?: number;
  readonly actors?: number;
  readonly events?: number;
  readonly sources?: number;
  readonly problems?: number;
}

/** „53 passages · 4 articles": what is given, in this order. */
export function printCounts({ passages, articles, actors, events, sources, problems }: Counts, t: Translate): string {
  return [
    print(
      passages,
      () => t('1 passage'),
      (n) => t('{0} passages', n),
    ),
    print(
      articles,
      () => t('1 article'),
      (n) => t('{0} articles', n),
    ),
    print(
      actors,
      () => t('1 actor'),
      (n) => t('{0} actors', n),
    ),
    print(
      events,
      () => t('1 event'),
      (n) => t('{0} events', n),
    ),
    print(
      sources,
      () => t('1 independent source'),
      (n) => t('{0} independent sources', n),
    ),
    print(
      problems,
      () => t('1 problem'),
      (n) => t('{0} problems', n),
    ),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function print(count: number | undefined, one: () => string, many: (n: number) => string): string {
  if (count === undefined) return '';
  return count === 1 ? one() : many(count);
}
