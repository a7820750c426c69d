import type { Locale, Messages } from '../messages/messages.js';
import type { ArticleSummary } from '../../store/ports.js';
import type { Ink } from './ink.js';

/** How a card is printed. */
export interface CardOptions {
  readonly format: 'markdown' | 'plaintext';
  /** The URI that opens an article at a line of its text (from 1); undefined where nothing can be opened. */
  readonly linkTo: (article: ArticleSummary, line: number) => string | undefined;
  readonly locale: Locale;
  /** How many passages are quoted; three when not said. */
  readonly passages?: number;
}

/** What the parts of a card are written with. */
export interface CardWriter extends CardOptions {
  readonly ink: Ink;
  readonly messages: Messages;
}
