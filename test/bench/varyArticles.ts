import type { Facts } from '../../server/src/core/facts.js';

const SYLLABLES = ['berg', 'mann', 'ski', 'sen', 'ow', 'feld', 'stein', 'hardt', 'kamp', 'wald'];

/**
 * A corpus of `scale` times the articles: copies in which persons bear other surnames, so that a larger corpus has more actors, while
 * states and organisations stay the same and grow to hubs.
 */
export function varyArticles(
  articles: ReadonlyMap<string, string>,
  scale: number,
  facts: readonly Facts[],
): ReadonlyMap<string, string> {
  const surnames = listSurnames(facts);
  const all = new Map(articles);
  for (let copy = 1; copy < scale; copy++) {
    const ending = nameEnding(copy);
    for (const [path, text] of articles)
      all.set(
        path.replace(/(\.[^.]+)$/, `-${String(copy)}$1`),
        text.replace(/\p{Lu}\p{Ll}+/gu, (word) => (surnames.has(word) ? word + ending : word)),
      );
  }
  return all;
}

function listSurnames(facts: readonly Facts[]): ReadonlySet<string> {
  const persons = facts.flatMap(({ actors }) => actors.filter(({ kind }) => kind === 'person'));
  return new Set(persons.map(({ name }) => name.split(/[\s-]+/).at(-1) ?? ''));
}

function nameEnding(copy: number): string {
  const syllable = SYLLABLES[copy % SYLLABLES.length] ?? '';
  return copy < SYLLABLES.length ? syllable : nameEnding(Math.floor(copy / SYLLABLES.length)) + syllable;
}
