import type { SpeechVerb, VerbReading } from '../../quotes/speechWords.js';

/** All forms of an English speech verb that occur beside speech; a particle stands right behind them. Empty parts are regular. */
export function inflectEnglishSpeechVerb(verb: SpeechVerb): readonly (readonly [form: string, reading: VerbReading])[] {
  const { lemma, frame, particle } = verb;
  const reading = { lemma, frame, ...(particle && { particle }) };
  const preterite = verb.preterite || regularPast(lemma);
  const participle = verb.participle || preterite;
  return [
    [thirdPerson(lemma), { ...reading, shape: 'finite' }],
    [preterite, { ...reading, shape: 'finite' }],
    [lemma, { ...reading, shape: 'infinitive' }],
    [`${gerundStem(lemma, preterite)}ing`, { ...reading, shape: 'gerund' }],
    [participle, { ...reading, shape: 'participle' }],
  ];
}

function regularPast(lemma: string): string {
  if (lemma.endsWith('e')) return `${lemma}d`;
  return /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${lemma}ed`;
}

function thirdPerson(lemma: string): string {
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  return /(?:s|sh|ch|x|z)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
}

/** „admit", „admitted", „admitting": the past shows a doubled consonant. */
function gerundStem(lemma: string, preterite: string): string {
  if (lemma.endsWith('e') && !lemma.endsWith('ee')) return lemma.slice(0, -1);
  return preterite === `${lemma}${lemma.slice(-1)}ed` ? lemma + lemma.slice(-1) : lemma;
}
