import type { RoleNoun } from './speechWords.js';

// A role noun shorter than this has to be the whole word: „Rat" is no part of „Verrat".
const SHORTEST_IN_COMPOUND = 4;

/** What stands before the role in a compound: „kreml-" in „kreml-sprecher". */
export function firstPart(lower: string, { form }: RoleNoun): string {
  return lower.slice(0, lower.length - form.length);
}

/** The role that a lower-case word names, as a whole or as the end of a compound („fernostexperte"). */
export function findRoleNoun(lower: string, roles: ReadonlyMap<string, RoleNoun>): RoleNoun | undefined {
  const whole = roles.get(lower);
  if (whole) return whole;
  for (let i = 1; i + SHORTEST_IN_COMPOUND <= lower.length; i++) {
    const role = roles.get(lower.slice(i));
    if (role) return role;
  }
  return undefined;
}
