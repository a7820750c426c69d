import type { Sentence } from '../../text/sentences.js';
import type { DateExpression, DateGrammar, DateText, Direction } from './dateReading.js';

// Brackets do not end a clause: „Am Freitag (21 Uhr) tritt der Rat zusammen".
const CLAUSE_END: ReadonlySet<string> = new Set([',', ';', ':', '–', '—', '„', '“', '"']);

/**
 * Whether the words around an expression look back or ahead: a preposition right before it („für Freitag", „seit Mai"), else
 * the verbs of its clause. Undefined where they say nothing; the resolver then follows the habit of news.
 */
export function findDirection(
  own: DateExpression,
  context: { readonly text: DateText; readonly grammar: DateGrammar; readonly sentence: Sentence | undefined },
): Direction | undefined {
  const { text, grammar, sentence } = context;
  const before = [text.words[own.first - 1] ?? '', text.words[own.first - 2] ?? ''];
  const preposition = before.find((word) => !grammar.fillers.has(word)) ?? '';
  if (grammar.futurePrepositions.has(preposition)) return 'future';
  if (grammar.pastPrepositions.has(preposition)) return 'past';
  if (sentence === undefined) return undefined;
  const clause = listClauseWords(own, text.words, sentence);
  if (clause.some((word) => grammar.future.has(word))) return 'future';
  if (clause.some((word, i) => grammar.intentions.has(word) && clause[i + 1] === grammar.infinitive)) return 'future';
  if (clause.some((word) => grammar.past.has(word))) return 'past';
  return clause.some((word) => grammar.scheduled.has(word)) ? 'future' : undefined;
}

/** The words of the clause around an expression: up to punctuation, at most 40 on each side. */
function listClauseWords(own: DateExpression, words: readonly string[], sentence: Sentence): readonly string[] {
  let first = own.first;
  while (first > sentence.firstToken && own.first - first < 40 && !CLAUSE_END.has(words[first - 1] ?? '')) first--;
  let end = own.end;
  while (end < sentence.endToken && end - own.end < 40 && !CLAUSE_END.has(words[end] ?? '')) end++;
  return words.slice(first, end);
}
