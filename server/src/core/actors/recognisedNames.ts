import type { Actor, ActorId, Mention, Office } from '../facts.js';
import type { PlacedParagraph } from '../text/prose.js';
import type { Keeps, Sliced } from '../text/slices.js';
import { ParagraphStep } from '../text/steps.js';
import { listOffices } from './offices.js';
import { NO_ACTOR } from './pinnedNames.js';
import type { Claim, Reading } from './reading.js';

/** An actor without what the places of its mentions tell. */
export type NamedActor = Omit<Actor, 'offices'>;

/** The mentions of one paragraph, with its own offsets. */
export interface ParagraphNames {
  readonly mentions: readonly Mention[];
  /** The actor of every mention, as the text first names it: one object for an actor. */
  readonly actors: readonly NamedActor[];
}

/** The actors of a text in the order of their first mention, and the mentions of every paragraph. */
export interface RecognisedActors {
  readonly actors: readonly Actor[];
  /** The same as the mentions have them: one that has not changed is the object of the last version. */
  readonly named: ReadonlyMap<ActorId, NamedActor>;
  readonly names: readonly ParagraphNames[];
}

/** What one paragraph tells before it is known how the text first names its actors. */
interface OwnNames {
  readonly mentions: readonly Mention[];
  readonly claimed: readonly NamedActor[];
  readonly offices: readonly (readonly [actor: ActorId, office: Office])[];
}

/** Turns what the phases have claimed into mentions and actors; remembers those of the last version. */
export class RecognisedNames {
  readonly #own: ParagraphStep<OwnNames>;
  readonly #names: ParagraphStep<ParagraphNames>;
  #actors: ReadonlyMap<ActorId, NamedActor> = new Map();

  constructor(keeps: Keeps) {
    this.#own = new ParagraphStep(keeps);
    this.#names = new ParagraphStep(keeps);
  }

  /** Yields between paragraphs. */
  *read(paragraphs: readonly PlacedParagraph[], readings: readonly Reading[]): Sliced<RecognisedActors> {
    const own = yield* this.#own.run(
      paragraphs,
      (i) => [readings[i] as Reading] as const,
      (_, [reading]) => readNames(reading),
    );
    const actors = this.#nameActors(own);
    yield;
    const names = yield* this.#names.run(
      paragraphs,
      (i) => [own[i], ...(own[i]?.claimed ?? []).map(({ id }) => actors.get(id))],
      (_, __, i) => toNames(own[i], actors),
    );
    return { actors: listActors(paragraphs, own, actors), named: actors, names };
  }

  #nameActors(own: readonly OwnNames[]): ReadonlyMap<ActorId, NamedActor> {
    const actors = new Map<ActorId, NamedActor>();
    for (const { claimed } of own)
      for (const actor of claimed) {
        if (actors.has(actor.id)) continue;
        const known = this.#actors.get(actor.id);
        actors.set(actor.id, known && looksSame(known, actor) ? known : toNamed(actor));
      }
    this.#actors = actors;
    return actors;
  }
}

function looksSame(a: NamedActor, b: NamedActor): boolean {
  return a.kind === b.kind && a.name === b.name && a.state === b.state && a.origin === b.origin;
}

function toNamed({ id, kind, name, state, origin }: NamedActor): NamedActor {
  return { id, kind, name, origin, ...(state === undefined ? {} : { state }) };
}

function readNames(reading: Reading): OwnNames {
  const claims = reading.claims.filter(({ actor }) => actor !== NO_ACTOR);
  const persons = claims.filter(({ actor }) => actor.kind === 'person');
  return {
    mentions: claims.map((claim) => toMention(reading, claim)),
    claimed: claims.map(({ actor }) => actor),
    offices: persons.flatMap((claim) => listOffices(reading, claim).map((office) => [claim.actor.id, office] as const)),
  };
}

function toNames(own: OwnNames | undefined, actors: ReadonlyMap<ActorId, NamedActor>): ParagraphNames {
  const { mentions, claimed } = own ?? { mentions: [], claimed: [] };
  return { mentions, actors: claimed.map((actor) => actors.get(actor.id) ?? actor) };
}

/** One actor for each id, in the order of first mention, with all offices that its mentions state. */
function listActors(
  paragraphs: readonly PlacedParagraph[],
  own: readonly OwnNames[],
  named: ReadonlyMap<ActorId, NamedActor>,
): readonly Actor[] {
  const offices = new Map<ActorId, Office[]>();
  own.forEach(({ offices: stated }, i) => {
    const start = paragraphs[i]?.start ?? 0;
    for (const [actor, office] of stated) {
      const evidence = { start: office.evidence.start + start, end: office.evidence.end + start };
      const known = offices.get(actor);
      if (known) known.push({ ...office, evidence });
      else offices.set(actor, [{ ...office, evidence }]);
    }
  });
  return [...named.values()].map(({ id, kind, name, origin, ...rest }) => {
    return { id, kind, name, offices: offices.get(id) ?? [], origin, ...rest };
  });
}

function toMention(reading: Reading, { first, end, actor, form, rule, certainty }: Claim): Mention {
  const start = reading.words[first]?.start ?? 0;
  const stop = findMentionEnd(reading, end - 1);
  return { start, end: stop, text: reading.paragraph.text.slice(start, stop), actor: actor.id, form, rule, certainty };
}

/** The full stop of „U.S." and, inside a sentence, of „Elisabeth II." belongs to the name. */
function findMentionEnd(reading: Reading, last: number): number {
  const word = reading.words[last];
  if (word === undefined) return 0;
  const isInitial = word.joint === 'dot' && word.text.length === 1;
  const isNumeral = /^[IVX]+$/.test(word.text) && reading.words[last + 1]?.sentence === word.sentence;
  return (isInitial || isNumeral) && reading.paragraph.text[word.end] === '.' ? word.end + 1 : word.end;
}
