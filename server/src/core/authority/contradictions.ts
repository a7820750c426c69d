import { nameKey } from '../actors/nameTable.js';
import type { Span } from '../text/span.js';
import { findEntry, type Placed } from './placed.js';

/** The names that stand a second time in a list where once is enough, at their places: left from a merge, say. */
export function listRepeats(file: Placed): readonly { readonly span: Span; readonly name: string }[] {
  const actors = listItems(file, 'actors');
  const lists = [
    listTexts(listItems(file, 'reject')),
    ...actors.map((actor) => listTexts(listItems(actor, 'aliases'))),
  ];
  const named = actors.flatMap((actor) => {
    const [name, kind] = [findEntry(actor, 'name')?.value, findEntry(actor, 'kind')?.value];
    if (name?.kind !== 'text' || kind?.kind !== 'text') return [];
    return [{ span: name.span, name: name.text, key: `${kind.text} ${nameKey(name.text)}` }];
  });
  return [...lists, named].flatMap(listSecond);
}

/** Pairs that are said to be the same and not to be, at the place that denies it. */
export function listContradictions(
  file: Placed,
): readonly { readonly span: Span; readonly names: readonly [string, string] }[] {
  const groupOf = new Map<string, number[]>();
  listItems(file, 'same').forEach((group, i) => {
    for (const { key } of listTexts(toItems(group))) groupOf.set(key, [...(groupOf.get(key) ?? []), i]);
  });
  return listItems(file, 'notSame').flatMap((group) => {
    const names = listTexts(toItems(group));
    const seen = new Map<number, string>();
    for (const { key, name, span } of names)
      for (const i of groupOf.get(key) ?? []) {
        const other = seen.get(i);
        if (other !== undefined) return [{ span, names: [other, name] as const }];
        seen.set(i, name);
      }
    return [];
  });
}

interface NamedPlace {
  readonly span: Span;
  readonly name: string;
  readonly key: string;
}

function listSecond(names: readonly NamedPlace[]): readonly NamedPlace[] {
  const seen = new Set<string>();
  return names.filter(({ key }) => {
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
}

function listItems(map: Placed, key: string): readonly Placed[] {
  return toItems(findEntry(map, key)?.value);
}

function toItems(value: Placed | undefined): readonly Placed[] {
  return value?.kind === 'list' ? value.items : [];
}

/** Spellings of one word (ß, ä) are others, though they are folded alike: only the very same name is a repetition. */
function listTexts(items: readonly Placed[]): readonly NamedPlace[] {
  return items.flatMap((item) => {
    const name = item.kind === 'text' ? item.text.trim() : '';
    return name === '' ? [] : [{ span: item.span, name, key: name }];
  });
}
