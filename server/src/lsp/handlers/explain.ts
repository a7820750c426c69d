import { findLineStarts, lineAt } from '../../core/text/lines.js';
import type { ExplainAnswer, ExplainRequest } from '../../protocol/protocol.js';
import { printExplanation } from '../../service/cards/printExplanation.js';
import { findAskedPlace } from '../documents.js';
import type { Shell } from '../shell.js';

/** What was recognised at a place, and why. */
export async function explain(shell: Shell, params: ExplainRequest): Promise<ExplainAnswer | null> {
  const asked = await findAskedPlace(shell, params);
  if (asked === undefined) return null;
  const { corpus, document, offset } = asked;
  const explanation = await corpus.service.explain(document, { start: offset, end: offset });
  const starts = findLineStarts(document.text);
  const printPlace = (place: number): string => {
    const line = lineAt(starts, place);
    return `${String(line + 1)}:${String(place - (starts[line] ?? 0) + 1)}`;
  };
  return { text: printExplanation(explanation, { locale: shell.locale, printPlace }) };
}
