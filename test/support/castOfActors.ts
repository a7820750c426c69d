import type { Actor, ActorId, ActorKind, Mention, MentionForm } from '../../server/src/core/facts.js';

interface Part {
  readonly id: string;
  readonly name: string;
  readonly state?: string;
}

const CAST: readonly (readonly [part: Part, surfaces: string])[] = [
  [{ id: 'person:putin', name: 'Putin', state: 'RU' }, 'Putin Putins Wladimir_Putin Vladimir_Putin'],
  [{ id: 'person:lawrow', name: 'Lawrow', state: 'RU' }, 'Lawrow Lawrows Lavrov'],
  [{ id: 'person:rjabkow', name: 'Rjabkow', state: 'RU' }, 'Rjabkow Ryabkov'],
  [{ id: 'person:xi', name: 'Xi', state: 'CN' }, 'Xi Xis'],
  [{ id: 'person:biden', name: 'Biden', state: 'US' }, 'Biden Bidens'],
  [{ id: 'person:blinken', name: 'Blinken', state: 'US' }, 'Blinken'],
  [{ id: 'person:sherman', name: 'Sherman', state: 'US' }, 'Sherman'],
  [{ id: 'person:macron', name: 'Macron', state: 'FR' }, 'Macron Macrons'],
  [{ id: 'person:hrasny', name: 'Hrasny' }, 'Hrasny'],
  [
    { id: 'country:RU', name: 'Russland', state: 'RU' },
    'Russland Russlands Russia russisch russische russischen Russian',
  ],
  [
    { id: 'country:US', name: 'USA', state: 'US' },
    'USA US amerikanische amerikanischen amerikanischer American America',
  ],
  [{ id: 'country:CN', name: 'China', state: 'CN' }, 'China Chinas chinesische chinesischen'],
  [{ id: 'country:JP', name: 'Japan', state: 'JP' }, 'Japan Japans japanische Japanese'],
  [{ id: 'country:UA', name: 'Ukraine', state: 'UA' }, 'Ukraine'],
  [{ id: 'country:KP', name: 'Nordkorea', state: 'KP' }, 'Nordkorea Nordkoreas North_Korea'],
  [{ id: 'organization:nato', name: 'Nato' }, 'Nato NATO'],
  [{ id: 'organization:osze', name: 'OSZE' }, 'OSZE OSCE'],
  [{ id: 'place:genf', name: 'Genf', state: 'CH' }, 'Genf Geneva'],
  [{ id: 'place:wien', name: 'Wien', state: 'AT' }, 'Wien Vienna'],
  [{ id: 'place:peking', name: 'Peking', state: 'CN' }, 'Peking'],
  [{ id: 'place:moskau', name: 'Moskau', state: 'RU' }, 'Moskau Moscow'],
  [{ id: 'place:kurilen', name: 'Kurilen', state: 'RU' }, 'Kurilen'],
];
const METONYMS: Readonly<Record<string, string>> = { Moskau: 'country:RU', Moscow: 'country:RU', Peking: 'country:CN' };
const ACTORS: ReadonlyMap<string, Actor> = new Map(CAST.map(([part]) => [part.id, toActor(part)]));
const BY_SURFACE = new Map(
  CAST.flatMap(([{ id }, list]) => list.split(' ').map((surface) => [surface.replaceAll('_', ' '), id])),
);

/**
 * Reads a text in which names of a fixed cast are in brackets: `[Putin]`, `[russische]`; `[Moskau!]` is the government, not the
 * town. Gives the bare text with its mentions and all actors of the cast that it names.
 */
export function readMarkedNames(marked: string): {
  text: string;
  mentions: readonly Mention[];
  actors: readonly Actor[];
} {
  let text = '';
  const mentions: Mention[] = [];
  for (const [piece, surface, isGovernment] of marked.matchAll(/\[([^\]!]+)(!)?\]|[^[]+/g)) {
    if (surface !== undefined) mentions.push(toMention(surface, isGovernment !== undefined, text.length));
    text += surface ?? piece;
  }
  const states = mentions
    .map(({ actor }) => ACTORS.get(actor)?.state)
    .map((state) => ACTORS.get(`country:${state ?? ''}`));
  const named = [...mentions.map(({ actor }) => ACTORS.get(actor)), ...states].filter((actor) => actor !== undefined);
  return { text, mentions, actors: [...new Set(named)] };
}

function toActor({ id, name, state }: Part): Actor {
  const kind = id.split(':')[0] as ActorKind;
  return { id: id as ActorId, kind, name, offices: [], origin: 'lexicon', ...(state !== undefined && { state }) };
}

function toMention(surface: string, isGovernment: boolean, start: number): Mention {
  const actor = isGovernment ? METONYMS[surface] : BY_SURFACE.get(surface);
  if (actor === undefined) throw new Error(`${surface} is not in the cast`);
  const isAdjective = /^\p{Ll}/u.test(surface) || /^(?:Russian|American|Japanese)$/.test(surface);
  const form: MentionForm = isGovernment ? 'metonym' : isAdjective ? 'adjective' : 'name';
  const end = start + surface.length;
  return { start, end, text: surface, actor: actor as ActorId, form, rule: 'cast', certainty: 'stated' };
}
