import type { Certainty, MentionForm } from '../facts.js';
import type { Tagger } from '../tagger/tagger.js';
import type { Paragraph } from '../text/prose.js';
import type { Token } from '../text/tokens.js';
import type { ActorWords } from './actorWords.js';
import type { AuthorityNames } from './authorityNames.js';
import type { DocumentNames } from './documentNames.js';
import type { KnownActor } from './knownActor.js';
import type { Lexicon } from './lexicon.js';
import type { Word } from './words.js';

/** A stretch of words, half-open, that a step takes for the name of an actor. */
export interface Claim {
  readonly first: number;
  readonly end: number;
  readonly actor: KnownActor;
  readonly form: MentionForm;
  /** Name of the rule that made it. */
  readonly rule: string;
  readonly certainty: Certainty;
}

/** A paragraph as the steps of recognition see it: its words, what is known, and what the steps before have claimed. */
export interface Reading {
  readonly paragraph: Paragraph;
  readonly words: readonly Word[];
  readonly lexicon: Lexicon;
  /** Word lists of the text's language; those of German for other languages. */
  readonly lists: ActorWords;
  readonly language: 'de' | 'en';
  /** The writer's decisions. */
  readonly authority: AuthorityNames;
  /** The trained tagger of the text's language, where there is one. */
  readonly tag: Tagger | undefined;
  /** What the whole text tells. */
  readonly document: DocumentNames;
  /** Sentences in English title case, where a capital tells nothing. */
  readonly headlines: ReadonlySet<number>;
  /** Ascending, disjoint. */
  readonly claims: readonly Claim[];
  /** The claim that holds each word, by word index. */
  readonly claimOf: readonly (Claim | undefined)[];
}

/** A step of recognition: what it finds in a reading. */
export type Step = (reading: Reading) => readonly Claim[];

/**
 * The reading with further claims. A longer name swallows the shorter ones inside it; otherwise who came first stays, and what the
 * writer confirmed always does. Linear.
 */
export function addClaims(reading: Reading, added: readonly Claim[]): Reading {
  if (added.length === 0) return reading;
  const claimOf = reading.claimOf.slice();
  for (const claim of added) {
    const held = new Set(claimOf.slice(claim.first, claim.end));
    if (![...held].every((other) => other === undefined || swallows(claim, other))) continue;
    claimOf.fill(claim, claim.first, claim.end);
  }
  const claims = claimOf.filter((claim, i): claim is Claim => claim !== undefined && claim !== claimOf[i - 1]);
  return { ...reading, claims, claimOf };
}

function swallows(longer: Claim, shorter: Claim): boolean {
  const isInside = longer.first <= shorter.first && shorter.end <= longer.end;
  return isInside && longer.end - longer.first > shorter.end - shorter.first && shorter.certainty !== 'confirmed';
}

/** The reading with every claim as `change` gives it back; without those for which it gives nothing. The same one where all stay. */
export function changeClaims(reading: Reading, change: (claim: Claim) => Claim | undefined): Reading {
  const changed = reading.claims.map(change);
  if (changed.every((claim, i) => claim === reading.claims[i])) return reading;
  const claims = changed.filter((claim) => claim !== undefined);
  const claimOf = new Array<Claim | undefined>(reading.words.length).fill(undefined);
  for (const claim of claims) claimOf.fill(claim, claim.first, claim.end);
  return { ...reading, claims, claimOf };
}

/** The token right before or after a word: what punctuation stands there. */
export function tokenBeside(reading: Reading, word: number, side: -1 | 1): Token | undefined {
  const own = reading.words[word];
  return own === undefined ? undefined : reading.paragraph.tokens[own.token + side];
}

/** The text of words with single spaces. */
export function sliceText(reading: Reading, first: number, end: number): string {
  const [from, to] = [reading.words[first], reading.words[end - 1]];
  if (from === undefined || to === undefined || end <= first) return '';
  return reading.paragraph.text.slice(from.start, to.end).replace(/\s+/gu, ' ');
}

/** Whether the word is an everyday noun or function word of the text's language. */
export function isEveryday(reading: Reading, word: Word): boolean {
  return reading.lists.isEveryday(word.folded);
}

/** Whether a folded word is in the cue class (`locative`, `sender` …). */
export function isCue(reading: Reading, type: string, folded: string | undefined): boolean {
  return folded !== undefined && reading.lists.cues.get(type)?.has(folded) === true;
}
