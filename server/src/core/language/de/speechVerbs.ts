import type { SpeechVerb, VerbReading } from '../../quotes/speechWords.js';

// Verbs with these beginnings, and those in -ieren, have a participle without ge-.
const WITHOUT_GE = /^(?:be|emp|ent|er|ge|miss|offenbar|prophezei|unter|ver|wider|wieder|zer|über)\p{L}|ieren$/u;

/**
 * All forms of a German speech verb that occur beside speech: finite third persons, infinitive and participle. Of a separable verb the
 * separated forms need their particle („teilte" … „mit"), the joined ones do not („mitteilte"). Empty parts are those of a weak verb.
 */
export function inflectGermanSpeechVerb(verb: SpeechVerb): readonly (readonly [form: string, reading: VerbReading])[] {
  const { lemma, frame, particle, needs } = verb;
  const reading = { lemma, frame, ...(needs && { needs }) };
  const base = lemma.slice(particle.length);
  const forms = finiteForms(base, verb);
  const subjunctive = `${stemOf(base)}e`;
  const shapes = [...forms.map((form) => [form, 'finite'] as const), [subjunctive, 'subjunctive'] as const];
  const separated = shapes.map(
    ([form, shape]) => [form, { ...reading, shape, ...(particle && { particle }) }] as const,
  );
  const joined = shapes.map(([form, shape]) => [particle + form, { ...reading, shape }] as const);
  return [
    ...separated,
    ...(particle ? joined : []),
    [lemma, { ...reading, shape: 'infinitive' }],
    [verb.participle || weakParticiple(base, particle), { ...reading, shape: 'participle' }],
  ];
}

/** Present and preterite, singular and plural: „sagt, sagen, sagte, sagten". */
function finiteForms(base: string, verb: SpeechVerb): readonly string[] {
  const stem = stemOf(base);
  const present = verb.present || stem + (needsE(stem) ? 'et' : 't');
  const preterite = verb.preterite || stem + (needsE(stem) ? 'ete' : 'te');
  const preterites = preterite + (preterite.endsWith('e') ? 'n' : 'en');
  return [...new Set([present, base, preterite, preterites])];
}

function weakParticiple(base: string, particle: string): string {
  const stem = stemOf(base);
  const ge = WITHOUT_GE.test(base) ? '' : 'ge';
  return particle + ge + stem + (needsE(stem) ? 'et' : 't');
}

function stemOf(base: string): string {
  return base.replace(/(?:(?<=[er][lr])n|en)$/u, '');
}

function needsE(stem: string): boolean {
  return /(?:[dt]|ch[mn]|[bdfgkpst]n|[dt]m)$/u.test(stem);
}
