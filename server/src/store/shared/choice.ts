import type { Choice } from '../ports.js';

/** Whether what `has` tells of something is what the choice asks for. */
export function isChosen<T>({ anyOf, isUnwanted }: Choice<T>, has: (each: T) => boolean): boolean {
  return anyOf.some(has) !== (isUnwanted === true);
}

/** Whether words stand one behind the other in a name; both are folded. No words are in no name. */
export function holdsWords(name: string, words: string): boolean {
  return words !== '' && ` ${name} `.includes(` ${words} `);
}
