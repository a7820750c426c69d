import type { ParagraphNames } from '../actors/recognisedNames.js';
import type { ActorId } from '../facts.js';
import { firstPart } from './roleNouns.js';
import type { RoleNoun } from './speechWords.js';
import type { Piece } from './readPieces.js';

/** An actor whom the article introduced with a role: „der Kreml-Sprecher Dmitri Peskow". */
export interface RoleBearer {
  readonly actor: ActorId;
  readonly role: RoleNoun;
  /** The whole lower-case word: „präsidialamtssprecher". */
  readonly word: string;
}

// How far before a comma the head of „der Sprecher des russischen Präsidenten, Dmitri Peskow" may stand.
const LONGEST_PHRASE = 9;

/** Who bears which role in a unit: beside a name („Präsident X"), before it („der Sprecher von Y, X") or behind it („X, ein Historiker"). */
export function listRoleBearers(pieces: readonly Piece[], { mentions, actors }: ParagraphNames): readonly RoleBearer[] {
  const bearers: RoleBearer[] = [];
  pieces.forEach((piece, i) => {
    const mention = mentions[piece.mention];
    if (!mention || mention.form === 'adjective') return;
    const { actor } = mention;
    if (piece.role?.kind === 'organization')
      bearers.push({ actor, role: piece.role, word: roleWord(pieces, i, piece.role) });
    if (actors[piece.mention]?.kind !== 'person' || pieces[i - 1]?.mention === piece.mention) return;
    for (const at of [findBefore(pieces, i), findBehind(pieces, i)]) {
      const role = pieces[at]?.role;
      if (role && !role.isPlural) bearers.push({ actor, role, word: roleWord(pieces, at, role) });
    }
  });
  return bearers;
}

/** The role word at `at` in the nominative, with what tells it from others: „verteidigungsministerium", „foreign minister". */
export function roleWord(pieces: readonly Piece[], at: number, role: RoleNoun): string {
  const word = firstPart(pieces[at]?.lower ?? '', role) + role.noun;
  const before = pieces[at - 1];
  const isPart =
    before?.kind === 'word' && before.classes.size === 0 && before.mention < 0 && before.role === undefined;
  return role.compound === 'spaced' && isPart ? `${before.lower} ${word}` : word;
}

/** The role word that introduces the name at `i`; -1 for none. */
function findBefore(pieces: readonly Piece[], i: number): number {
  if (pieces[i - 1]?.text !== ',') return pieces[i - 1]?.role ? i - 1 : -1;
  // The first role of the phrase is its head: the Sprecher, not the Präsident whose Sprecher he is.
  let head = -1;
  for (
    let j = i - 2;
    j >= Math.max(0, i - 1 - LONGEST_PHRASE) && pieces[j]?.kind === 'word' && !pieces[j]?.verbs.length;
    j--
  ) {
    if (pieces[j]?.role) head = j;
  }
  return head;
}

/** The role word of „X, (ein, der) … Historiker": the first noun behind the comma; -1 for none. */
function findBehind(pieces: readonly Piece[], i: number): number {
  const mention = pieces[i]?.mention;
  let comma = i;
  while (pieces[comma]?.mention === mention) comma++;
  if (pieces[comma]?.text !== ',') return -1;
  for (let j = comma + 1; j < comma + LONGEST_PHRASE && pieces[j]?.kind === 'word' && !pieces[j]?.verbs.length; j++) {
    if (pieces[j]?.role) return j;
  }
  return -1;
}

/** The one actor whom a role word means, the latest introduced with it; undefined when none or several fit. */
export function findRoleBearer(
  bearers: readonly RoleBearer[],
  { role, lower }: { readonly role: RoleNoun; readonly lower: string },
): ActorId | undefined {
  const fitting = bearers.filter((bearer) => fits(bearer, role, lower));
  const exact = fitting.filter(({ word }) => word === lower);
  const actors = new Set((exact.length > 0 ? exact : fitting).map(({ actor }) => actor));
  return actors.size === 1 ? [...actors][0] : undefined;
}

/** „der Sprecher" is any Sprecher, „der Außenminister" no Verteidigungsminister. */
function fits(bearer: RoleBearer, role: RoleNoun, lower: string): boolean {
  if (role.gender !== undefined && bearer.role.gender !== undefined && role.gender !== bearer.role.gender) return false;
  if (bearer.word.endsWith(lower) || lower.endsWith(bearer.word)) return true;
  if (bearer.role.noun === role.noun) return !role.isDistinct;
  return bearer.word.endsWith(role.noun) || lower.endsWith(bearer.role.noun)
    ? !role.isDistinct && !bearer.role.isDistinct
    : false;
}
