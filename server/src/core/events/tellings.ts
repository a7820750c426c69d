import { type EventText, isClass } from './eventText.js';
import { findGroup, findParties, type Group, type Party } from './participants.js';
import { hasInClause } from './parts.js';
import { readSides, type Telling } from './sameness.js';
import type { Scene } from './scene.js';
import { findStatus } from './status.js';
import type { TimeInterval } from './timeInterval.js';
import type { TriggerMention } from './triggerMentions.js';
import { findWhen } from './when.js';
import { findWhere } from './where.js';

/** All that one trigger and its clause tell of an event. */
export interface ClauseTelling extends Telling {
  /** The paragraph that tells it. */
  readonly text: EventText;
  readonly mention: TriggerMention;
  readonly participants: readonly Party[];
  /** Date and place are the event's even where nobody is named: „das Treffen fand in Wien statt", „die Sitzung in Wien". */
  readonly takesPlace: boolean;
  /** The clause says that it takes place. */
  readonly isHeld: boolean;
  /** „Die beiden …", „beide Länder …": takes part who does in the event before, as persons or as states. */
  readonly group?: Group;
  /** A date is told, though it may not be fixed. */
  readonly isDated: boolean;
  /** In a title, whose present tense means what has happened. */
  readonly isTitle: boolean;
}

/** Where a telling stands: the lead is the first paragraph of the text proper. */
export type TellingPlace = 'title' | 'lead' | 'text';

/** Reads who, when, where and whether from the clause of a trigger. */
export function readTelling(scene: Scene, own: TriggerMention, place: TellingPlace): ClauseTelling {
  const { text } = scene;
  const participants = findParties(scene, own);
  const { isTold, value } = findWhen(scene, own);
  const when = isTold ? value : findNewsDate(scene, own, place);
  const where = findWhere(scene, own, participants);
  const group = findGroup(scene, own, participants);
  const isHeld = hasInClause(scene, own, 'takesPlace');
  const isPlaced = where !== undefined && isClass(text, 'place', own.end) && where.first <= own.end + 3;
  return {
    text,
    mention: own,
    trigger: own.trigger,
    participants,
    sides: readSides(participants),
    status: findStatus(scene, own, when),
    takesPlace: isPlaced || isHeld,
    isHeld,
    isTitle: place === 'title',
    isDated: isTold,
    ...(when && { when }),
    ...(where && { place: where.actor.id }),
    ...(group && { group }),
  };
}

/**
 * What title and first sentence report without any date is the news: of the month that the article names as its date. A day would be
 * a guess, for news is as often of the day before.
 */
function findNewsDate(
  { text }: Scene,
  { form, first, clause }: TriggerMention,
  place: TellingPlace,
): TimeInterval | undefined {
  if (place === 'text' || form === 'noun' || text.today?.granularity !== 'month') return undefined;
  const isOpening = first < (text.paragraph.sentences[0]?.endToken ?? 0);
  const isReported = form === 'past' || form === 'participle' || (place === 'title' && form === 'present');
  return isOpening && clause.kind === 'main' && isReported ? text.today : undefined;
}

/** „das Treffen", „bei den Gesprächen": may take up an event that was told before. */
export function isDefinite({ mention }: ClauseTelling): boolean {
  return mention.form === 'noun' && mention.article === 'definite';
}
