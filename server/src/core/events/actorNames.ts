import type { NamedActor, ParagraphNames } from '../actors/recognisedNames.js';
import type { ActorId } from '../facts.js';
import type { LanguageTriggers } from './triggers.js';

/** How a label names an actor. */
export type NameOf = (actor: NamedActor) => string;

/** The usual German name, which actors have. */
export const nameInGerman: NameOf = ({ name }) => name;

/** States by their usual English name, everybody else by the fullest form that the text itself has. Linear in its mentions. */
export function namesInEnglish(names: readonly ParagraphNames[], { stateNames }: LanguageTriggers): NameOf {
  const fullest = new Map<ActorId, string>();
  for (const { mentions } of names) {
    for (const { actor, form, text } of mentions) {
      const own = text.replace(/['’]s?$/u, '').replace(/\s+/g, ' ');
      if (form === 'name' && own.length > (fullest.get(actor)?.length ?? 0)) fullest.set(actor, own);
    }
  }
  return ({ id, kind, state, name }) => {
    const official = kind === 'country' && state !== undefined ? stateNames.get(state) : undefined;
    return official ?? fullest.get(id) ?? name;
  };
}
