/** Words beyond this number are forgotten, so that no text can make a memory grow without end. */
const MOST_WORDS = 20_000;

/** The same function of a word, remembering its results: texts repeat their words. */
export function memoise<T>(compute: (word: string) => T): (word: string) => T {
  const known = new Map<string, { readonly result: T }>();
  return (word) => {
    const hit = known.get(word);
    if (hit) return hit.result;
    if (known.size >= MOST_WORDS) known.clear();
    const result = compute(word);
    known.set(word, { result });
    return result;
  };
}
