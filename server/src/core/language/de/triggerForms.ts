import type { InflectedForm, VerbForm } from '../../events/triggerForms.js';

const INSEPARABLE = /^(?:be|emp|ent|er|ge|miss|ver|zer|über|unter|wider|voll)./;

/**
 * The forms of a German verb that news uses: infinitives, third persons, participle. A separable prefix is set off in the lemma
 * (`auf+fordern`); its separated forms carry it as particle. `parts` are the principal parts of strong verbs: present and
 * past tense, participle, past subjunctive. Weak verbs need none.
 */
export function inflectGermanVerb(lemma: string, parts: readonly string[]): readonly InflectedForm[] {
  const [prefix = '', base = ''] = lemma.includes('+') ? lemma.split('+') : ['', lemma];
  const finite = parts.length > 0 ? listStrongForms(base, parts) : listWeakForms(base);
  const participle = prefix + (parts[2] ?? weakParticiple(base, prefix !== ''));
  const whole = [
    ...finite.map(({ word, form }) => ({ word: prefix + word, form })),
    { word: participle, form: 'participle' as const },
    { word: prefix + base, form: 'infinitive' as const },
  ];
  if (prefix === '') return whole;
  const separated = [...finite, { word: base, form: 'present' as const }].map((own) => ({ ...own, particle: prefix }));
  return [...whole, { word: `${prefix}zu${base}`, form: 'infinitive' }, ...separated];
}

/** The forms of a German noun: the lemma with each ending, or a whole word that starts with a capital; in lower case. */
export function inflectGermanNoun(lemma: string, endings: readonly string[]): readonly string[] {
  return [lemma, ...endings.map((ending) => (/^\p{Lu}/u.test(ending) ? ending : lemma + ending))].map((word) =>
    word.toLowerCase(),
  );
}

interface Finite {
  readonly word: string;
  readonly form: VerbForm;
}

function listWeakForms(base: string): readonly Finite[] {
  const stem = stemOf(base);
  const link = needsLink(stem) ? 'e' : '';
  return [
    { word: `${stem + link}t`, form: 'present' },
    { word: `${stem}e`, form: 'present' },
    { word: `${stem + link}te`, form: 'past' },
    { word: `${stem + link}ten`, form: 'past' },
  ];
}

function listStrongForms(base: string, parts: readonly string[]): readonly Finite[] {
  const [present = '', past = '', , subjunctive] = parts;
  const forms: Finite[] = [
    { word: present, form: 'present' },
    { word: `${stemOf(base)}e`, form: 'present' },
    { word: past, form: 'past' },
    { word: plural(past), form: 'past' },
  ];
  if (subjunctive === undefined) return forms;
  return [...forms, { word: subjunctive, form: 'subjunctive' }, { word: plural(subjunctive), form: 'subjunctive' }];
}

function plural(singular: string): string {
  return singular.endsWith('e') ? `${singular}n` : `${singular}en`;
}

/** „fordern" → forder, „verhandeln" → verhandel, „besuchen" → besuch. */
function stemOf(base: string): string {
  return base.replace(/(?:(?<=e[lr])n|en|n)$/, '');
}

/** „reden" → redete, „leugnen" → leugnete, „zeichnen" → zeichnete, but „warnen" → warnte, „ahnen" → ahnte. */
function needsLink(stem: string): boolean {
  return /[td]$|(?:ch|[^aeiouäöülrmnh])[mn]$/.test(stem);
}

function weakParticiple(base: string, isSeparable: boolean): string {
  const stem = stemOf(base);
  const ending = needsLink(stem) ? 'et' : 't';
  const hasNoGe = base.endsWith('ieren') || (INSEPARABLE.test(base) && !isSeparable);
  return hasNoGe ? stem + ending : `ge${stem}${ending}`;
}
