import type { InflectedForm } from '../../events/triggerForms.js';

/**
 * The forms of an English verb. `parts` are past tense and participle where they are irregular or double a consonant; further
 * parts are other spellings of the past. The second word of a phrasal verb („sit down") is its particle.
 */
export function inflectEnglishVerb(lemma: string, parts: readonly string[]): readonly InflectedForm[] {
  const [base = '', particle] = lemma.split(' ');
  const [past = regularPast(base), participle = past, ...others] = parts;
  const forms: readonly InflectedForm[] = [
    { word: base, form: 'infinitive' },
    { word: base, form: 'present' },
    { word: thirdPerson(base), form: 'present' },
    { word: past, form: 'past' },
    { word: participle, form: 'participle' },
    ...others.map((word) => ({ word, form: 'past' as const })),
  ];
  return particle === undefined ? forms : forms.map((own) => ({ ...own, particle }));
}

/** The forms of an English noun: the lemma with each ending, or a whole other word where the stem changes. */
export function inflectEnglishNoun(lemma: string, endings: readonly string[]): readonly string[] {
  return [lemma, ...endings.map((ending) => (ending.length <= 2 ? lemma + ending : ending))];
}

function regularPast(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${base}ed`;
}

function thirdPerson(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
}
