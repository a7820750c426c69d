import type { AliasCount } from '../ports.js';
import { compareText } from './takeBest.js';

/**
 * The forms of one actor that mentions use, most frequent first. A genitive („Lawrows", "Putin's") counts for its base form where
 * that is in use too, and capitals of a dateline („GENF") for the form that is more usual: readers know it is the same name.
 */
export function listAliasCounts(entries: readonly AliasCount[]): readonly AliasCount[] {
  const used = new Map(entries.filter(({ count }) => count > 0).map(({ alias, count }) => [alias, count]));
  return [...joinCapitals(joinGenitives(used))]
    .map(([alias, count]) => ({ alias, count }))
    .sort((a, b) => b.count - a.count || compareText(a.alias, b.alias));
}

type Counts = ReadonlyMap<string, number>;

function joinGenitives(counts: Counts): Counts {
  return joinForms(counts, (alias) => {
    const base = alias.replace(/['’]?s$|['’]$/, '');
    return counts.has(base) ? base : alias;
  });
}

function joinCapitals(counts: Counts): Counts {
  const usual = new Map<string, string>();
  for (const [alias, count] of counts) {
    const other = usual.get(alias.toUpperCase());
    if (other === undefined || isMoreUsual({ alias, count }, { alias: other, count: counts.get(other) ?? 0 }))
      usual.set(alias.toUpperCase(), alias);
  }
  return joinForms(counts, (alias) => (alias === alias.toUpperCase() ? (usual.get(alias) ?? alias) : alias));
}

function isMoreUsual(a: AliasCount, b: AliasCount): boolean {
  return a.count > b.count || (a.count === b.count && a.alias > b.alias);
}

function joinForms(counts: Counts, formOf: (alias: string) => string): Counts {
  const joined = new Map<string, number>();
  for (const [alias, count] of counts) {
    const form = formOf(alias);
    joined.set(form, (joined.get(form) ?? 0) + count);
  }
  return joined;
}
