/** The words of a list that is written out with white space between them: closed classes of a grammar. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Position of every word of a list, counted from `first`; variants of one position are joined by `|`. */
export function numbered(list: string, first: number): ReadonlyMap<string, number> {
  return new Map(
    list.split(' ').flatMap((variants, i) => variants.split('|').map((word) => [word, i + first] as const)),
  );
}
