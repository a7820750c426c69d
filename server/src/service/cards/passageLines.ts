import { lineAt } from '../../core/text/lines.js';
import type { CardPassage } from '../answers.js';
import type { CardWriter } from './cardWriter.js';
import { cutExcerpt, type Excerpt } from './excerpt.js';
import type { Ink } from './ink.js';

const MAX_PASSAGES = 3;

/** The first passages, each quoted with its outlet, date and link, and the other outlets that print it. */
export function writePassages(passages: readonly CardPassage[], writer: CardWriter): readonly string[] {
  return passages.slice(0, writer.passages ?? MAX_PASSAGES).map((passage) => writePassage(passage, writer));
}

function writePassage(evidence: CardPassage, { ink, messages, linkTo }: CardWriter): string {
  const { article, mention } = evidence;
  const line = lineAt(article.lineStarts, mention.start) + 1;
  const date = article.date === undefined ? [] : [messages.articleDate(article.date)];
  const label = [article.source ?? article.title ?? article.id, ...date].join(', ');
  const target = { uri: linkTo(article, line), place: `${article.id}:${String(line)}` };
  const copies = evidence.alsoIn.length === 0 ? '' : ` · ${writeOutlets(evidence.alsoIn, { ink, messages })}`;
  return ink.quote([writeExcerpt(cutExcerpt(evidence), ink), `— ${ink.link(label, target)}${copies}`]);
}

/** So many other outlets are named on a line. */
const MAX_OUTLETS = 3;

function writeOutlets(outlets: readonly string[], { ink, messages }: Pick<CardWriter, 'ink' | 'messages'>): string {
  const rest = outlets.length - MAX_OUTLETS;
  const named = outlets.slice(0, MAX_OUTLETS).join(', ');
  return ink.plain(`${messages.alsoIn(named)}${rest > 0 ? ` ${messages.more(rest)}` : ''}`);
}

/** The mention stands out; the spaces at the seams, which escaping trims, are kept. */
function writeExcerpt({ before, mention, after }: Excerpt, ink: Ink): string {
  const lead = ink.plain(before) + (/\s$/u.test(before) ? ' ' : '');
  const rest = (/^\s/u.test(after) ? ' ' : '') + ink.plain(after);
  return `${lead}${ink.bold(mention)}${rest}`.trim();
}
