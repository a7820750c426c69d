/**
 * Folds a name or word for comparison: NFC, lower case, ß→ss, umlauts and diacritics off (ö→o), soft hyphens out, hyphens and
 * white space to one space, apostrophes off. „Pjöngjang" = `pjongjang`, „Nato-Russland-Rat" = `nato russland rat`.
 * The result has other offsets than the input: it serves look-up, never display.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}\u00ad'’]+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[\s\u2010-\u2015-]+/gu, ' ')
    .trim();
}

/** The other way to write umlauts: ae, oe, ue become a, o, u, as `fold` makes of ä, ö, ü („Groehe" = „Gröhe"). */
export function foldDigraphs(folded: string): string {
  return folded.replace(/([aou])e/g, '$1');
}
