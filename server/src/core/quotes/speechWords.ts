/**
 * How a verb takes what is said. `say`: a dass clause, a main clause or a quotation; `that`: a dass clause or a quotation; `think`: only
 * as a tag or with the subjunctive; `ask`: a question clause; `noun`: no clause, its object is what was said; `manner`: only a quotation.
 */
export const SPEECH_FRAMES = ['say', 'that', 'think', 'ask', 'noun', 'manner'] as const;
export type SpeechFrame = (typeof SPEECH_FRAMES)[number];

/** A row of the table of speech verbs. Empty parts are derived by the language's rules. */
export interface SpeechVerb {
  readonly lemma: string;
  readonly particle: string;
  readonly present: string;
  readonly preterite: string;
  readonly participle: string;
  readonly frame: SpeechFrame;
  readonly needs: string;
}

/** What one form of a speech verb may be. */
export interface VerbReading {
  readonly lemma: string;
  readonly frame: SpeechFrame;
  readonly shape: 'finite' | 'subjunctive' | 'infinitive' | 'participle' | 'gerund';
  /** The separated particle that has to follow: „teilte … mit". */
  readonly particle?: string;
  /** A word that has to stand in the clause: „darauf". */
  readonly needs?: string;
}

export const ROLE_KINDS = ['person', 'organization', 'group', 'document'] as const;

/** A noun that stands for a speaker, or for the document that speaks. */
export interface RoleNoun {
  /** Lower-case nominative singular. */
  readonly noun: string;
  /** The lower-case form that was found. */
  readonly form: string;
  readonly gender?: 'male' | 'female' | 'neuter';
  readonly kind: (typeof ROLE_KINDS)[number];
  /** Whether what tells one office from another is part of the word (Außenminister) or the word before it (foreign minister). */
  readonly compound: 'joined' | 'spaced';
  /** Whether the form can only be plural. */
  readonly isPlural: boolean;
  /** Whether the first part of a compound tells one office from another (Außenminister, Verteidigungsminister). */
  readonly isDistinct: boolean;
  /** Whether it speaks for somebody else: „der Sprecher des Ministeriums". */
  readonly isSpokesperson: boolean;
}

/** The classes of function words and report nouns; `speechWords.tsv` says what each is for. */
export const WORD_CLASSES = [
  'determiner',
  'oblique',
  'definite',
  'possessive',
  'own',
  'preposition',
  'genitive',
  'coordinator',
  'connector',
  'invitation',
  'subordinator',
  'opener',
  'question',
  'relative',
  'aside',
  'male',
  'female',
  'plural',
  'impersonal',
  'first',
  'second',
  'object',
  'demonstrative',
  'have',
  'become',
  'be',
  'modal',
  'indicative',
  'finite',
  'subjunctive',
  'auxiliarySubjunctive',
  'conditional',
  'adverb',
  'negation',
  'source',
  'tagging',
  'following',
  'according',
  'correlate',
  'time',
  'view',
  'naming',
  'agent',
  'outlet',
  'presenting',
] as const;
export type WordClass = (typeof WORD_CLASSES)[number];

/** Classes of nouns: unlike function words they keep their class when they are capitalised inside a sentence. */
export const NOUN_CLASSES: ReadonlySet<WordClass> = new Set(['according', 'view', 'naming', 'time']);
