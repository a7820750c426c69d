import type { BodySpan } from '../article/article.js';
import { isClass } from './eventText.js';
import { findGroup, findParties, type Group, type Party } from './participants.js';
import { hasInClause } from './parts.js';
import type { Telling } from './sameness.js';
import type { Scene } from './scene.js';
import { findStatus } from './status.js';
import type { TriggerMention } from './triggerMentions.js';
import { findWhen } from './when.js';
import { findWhere } from './where.js';

/** All that one trigger and its clause tell of an event. */
export interface ClauseTelling extends Telling {
  readonly mention: TriggerMention;
  readonly participants: readonly Party[];
  /** Date and place are the event's even where nobody is named: „das Treffen fand in Wien statt", „die Sitzung in Wien". */
  readonly takesPlace: boolean;
  /** „Die beiden …", „beide Länder …": takes part who does in the event before, as persons or as states. */
  readonly group?: Group;
  /** In the title, whose present tense means what has happened. */
  readonly isTitle: boolean;
}

/** Reads who, when, where and whether from the clause of a trigger. */
export function readTelling(scene: Scene, own: TriggerMention, body: readonly BodySpan[]): ClauseTelling {
  const { text } = scene;
  const participants = findParties(scene, own);
  const when = findWhen(scene, own);
  const where = findWhere(scene, own, participants);
  const group = findGroup(scene, own, participants);
  const start = text.tokens[own.head]?.start ?? 0;
  const isPlaced = where !== undefined && isClass(text, 'place', own.end) && where.first <= own.end + 3;
  return {
    mention: own,
    trigger: own.trigger,
    participants,
    status: findStatus(scene, own, when),
    takesPlace: isPlaced || hasInClause(scene, own, 'takesPlace'),
    isTitle: body.some((span) => span.role === 'title' && span.start <= start && start < span.end),
    ...(when && { when }),
    ...(where && { place: where.actor.id }),
    ...(group && { group }),
  };
}

/** „das Treffen", „bei den Gesprächen": may take up an event that was told before. */
export function isDefinite({ mention }: ClauseTelling): boolean {
  return mention.form === 'noun' && mention.article === 'definite';
}
