import type { Party } from './participants.js';
import type { Telling } from './sameness.js';
import type { TriggerMention } from './triggerMentions.js';

/** All that one trigger and its clause tell of an event. */
export interface ClauseTelling extends Telling {
  readonly mention: TriggerMention;
  readonly participants: readonly Party[];
  /** The clause says that it took place, began or lasted: its date and place are the event's even where nobody is named. */
  readonly takesPlace: boolean;
  /** „Die beiden …", „beide Länder …": takes part who does in the event before, as persons or as states. */
  readonly group?: 'actors' | 'states';
  /** In the title, whose present tense means what has happened. */
  readonly isTitle: boolean;
}

/** „das Treffen", „bei den Gesprächen": may take up an event that was told before. */
export function isDefinite({ mention }: ClauseTelling): boolean {
  return mention.form === 'noun' && mention.article === 'definite';
}
