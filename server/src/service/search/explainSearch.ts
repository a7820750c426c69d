import { fold } from '../../core/text/fold.js';
import type { PassageHit } from '../../store/ports.js';
import { toOneLine } from '../cards/oneLine.js';
import type { SearchMessages } from '../messages/searching.js';
import { printQuery } from './printQuery.js';
import type { Meaning, ResolvedQuery } from './resolveQuery.js';
import type { SplitQuery } from './splitQuery.js';

/** So many names are told of those that a field means. */
const MAX_NAMES = 4;

/** How a query was understood: „Genf · actor: Kim Jong-un or Kim Yo-jong · 2022-01-01..2022-03-31". */
export function explainQuery(
  { words, from, to }: SplitQuery,
  { meanings }: ResolvedQuery,
  messages: SearchMessages,
): string {
  const days = from === undefined && to === undefined ? [] : [`${from ?? ''}..${to ?? ''}`];
  const said = words === undefined ? [] : [printQuery(words)];
  return [...said, ...meanings.map((meaning) => printMeaning(meaning, messages)), ...days].join(' · ');
}

function printMeaning({ field, names, isUnwanted }: Meaning, messages: SearchMessages): string {
  const rest = names.length - MAX_NAMES;
  const told = [...names.slice(0, MAX_NAMES).map(toOneLine), ...(rest > 0 ? [messages.more(rest)] : [])];
  return `${isUnwanted ? `${messages.not} ` : ''}${messages.fields[field]}: ${told.join(` ${messages.or} `)}`;
}

/** Why a passage is there: the words of it that were found, each with how often; most often first. */
export function explainHit({ text, passage, matches }: PassageHit, messages: SearchMessages): string {
  const found = new Map<string, { readonly word: string; readonly count: number }>();
  for (const { start, end } of matches) {
    const word = toOneLine(text.slice(start - passage.start, end - passage.start));
    const known = found.get(fold(word));
    found.set(fold(word), { word: known?.word ?? word, count: (known?.count ?? 0) + 1 });
  }
  const told = [...found.values()].sort((a, b) => b.count - a.count);
  return (
    told.map(({ word, count }) => (count > 1 ? `${word} ×${String(count)}` : word)).join(', ') || messages.newestFirst
  );
}
