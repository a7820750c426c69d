import type { DecidedActor, Decision } from '../../core/authority/decision.js';
import { locatePins, quoteMention } from '../../core/authority/locatePins.js';
import { type ActorKind, isUnresolved } from '../../core/facts.js';
import type { Span } from '../../core/text/span.js';
import type { ActorDetail, CorpusActor } from '../../store/ports.js';
import type { NameDecision } from '../answers.js';
import { toOneLine } from '../cards/oneLine.js';
import type { DecidingMessages } from '../messages/deciding.js';
import type { AskingAt } from './asking.js';
import { findLikelyActors, type LikelyActor, type LikelyActors } from './candidates.js';

const MAX_OTHERS = 4;
const MAX_SPELLINGS = 3;
const MAX_SELECTION = 100;
const KINDS: readonly ActorKind[] = ['person', 'organization', 'country', 'place', 'group'];

export interface Deciding {
  readonly words: DecidingMessages;
  /** By which pins know the document; without one a single mention cannot be decided about. */
  readonly path: string | undefined;
  /** What is selected; empty for a caret. */
  readonly selection: Span;
}

/** What may be decided about the name at the caret, likeliest first; about selected words that no actor bears: what they are. */
export async function listNameDecisions(asking: AskingAt, deciding: Deciding): Promise<readonly NameDecision[]> {
  const named = await findLikelyActors(asking);
  if (named === undefined) return listNewActors(asking.facts.article.text, deciding);
  const [first] = named.candidates;
  const known = first?.isRecognised ? first.actor : undefined;
  return [
    ...listPins(asking, named, deciding),
    ...listRejections(asking, named, deciding),
    ...(known ? listOthers(known, named, deciding) : []),
    ...(known ? listChanges(known, named, deciding) : []),
  ];
}

/** „This is …" for everybody who may be meant, where there is a choice. */
function listPins(asking: AskingAt, named: LikelyActors, { words, path }: Deciding): readonly NameDecision[] {
  if (path === undefined) return [];
  const { mention, replaces } = makeMention(asking, named.span, path);
  const isOpen = named.candidates.length > 1 || replaces.length > 0;
  return named.candidates
    .filter(({ actor }) => isOpen && !isUnresolved(actor.id))
    .map((candidate) => ({
      title: words.thisIs(toOneLine(candidate.actor.name), listDetails(candidate)),
      change: 'mention',
      decision: { kind: 'pin', mention, actor: toDecided(candidate.actor), replaces },
    }));
}

function listRejections(asking: AskingAt, named: LikelyActors, { words, path }: Deciding): readonly NameDecision[] {
  const surface = toOneLine(named.surface);
  const never: NameDecision = {
    title: words.never(surface),
    change: 'mention',
    decision: { kind: 'reject', name: surface },
  };
  if (path === undefined) return [never];
  const place = makeMention(asking, named.span, path);
  return [{ title: words.notHere(surface), change: 'mention', decision: { kind: 'pin', ...place } }, never];
}

function makeMention(
  { facts, authority }: AskingAt,
  span: Span,
  path: string,
): Pick<Extract<Decision, { kind: 'pin' }>, 'mention' | 'replaces'> {
  const pinned = locatePins(facts.article, authority).filter(({ start, end }) => start < span.end && span.start < end);
  const mention = { path, ...quoteMention(facts.article.text, span) };
  return { mention, replaces: pinned.map(({ pin }) => pin) };
}

/** Actors that share the name are one, or the words do not name the actor that they are taken for. */
function listOthers(known: ActorDetail, named: LikelyActors, { words }: Deciding): readonly NameDecision[] {
  const others = named.candidates.map(({ actor }) => actor).filter(({ id }) => id !== known.id && !isUnresolved(id));
  const merges = others.slice(0, MAX_OTHERS).map(
    (other): NameDecision => ({
      title: words.sameAs(toOneLine(other.name)),
      change: 'actor',
      decision: { kind: 'merge', actors: byFrequency(known, other).map(toDecided) },
    }),
  );
  const surface = toOneLine(named.surface);
  if (surface === known.name || !surface.includes(' ')) return merges;
  const actors = [toDecided(known), { name: surface, kind: known.kind }] as const;
  const split: NameDecision = {
    title: words.notSame(surface, toOneLine(known.name)),
    change: 'actor',
    decision: { kind: 'split', actors },
  };
  return [...merges, split];
}

function byFrequency(a: CorpusActor, b: CorpusActor): readonly CorpusActor[] {
  return a.mentionCount >= b.mentionCount ? [a, b] : [b, a];
}

function listChanges(known: ActorDetail, named: LikelyActors, { words }: Deciding): readonly NameDecision[] {
  const actor = toDecided(known);
  const full = known.aliases.map(({ alias }) => alias).filter((alias) => alias !== known.name && alias.includes(' '));
  const spellings = full.slice(0, MAX_SPELLINGS).map(
    (alias): NameDecision => ({
      title: words.spelling(toOneLine(alias)),
      change: 'actor',
      decision: { kind: 'rename', actor, to: alias },
    }),
  );
  if (named.candidates.length > 1) return spellings;
  const kinds = KINDS.filter((kind) => kind !== known.kind).map((kind) => toKindDecision(actor, kind, words));
  return [...spellings, ...kinds];
}

function listNewActors(text: string, { selection, words }: Deciding): readonly NameDecision[] {
  const name = toOneLine(text.slice(selection.start, Math.min(selection.end, selection.start + MAX_SELECTION + 1)));
  if (name === '' || name.length > MAX_SELECTION) return [];
  return KINDS.map((kind) => toKindDecision({ name, kind }, kind, words));
}

function toKindDecision(actor: DecidedActor, to: ActorKind, words: DecidingMessages): NameDecision {
  return {
    title: words.isKind(toOneLine(actor.name), to),
    change: 'actor',
    decision: { kind: 'kind', actor, to },
  };
}

/** The newest office and the state: what tells namesakes apart. */
function listDetails({ actor }: LikelyActor): readonly string[] {
  const [newest] = actor.offices;
  const state = actor.state ?? newest?.state;
  return [newest?.title, state].filter((detail) => detail !== undefined).map(toOneLine);
}

function toDecided({ name, kind, state }: CorpusActor): DecidedActor {
  return { name, kind, ...(state !== undefined && { state }) };
}
