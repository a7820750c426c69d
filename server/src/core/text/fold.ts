/**
 * Folds a name or word for comparison: NFC, lower case, ß→ss, umlauts and diacritics off (ö→o), soft hyphens out, hyphens and
 * white space to one space, apostrophes off. „Pjöngjang" = `pjongjang`, „Nato-Russland-Rat" = `nato russland rat`.
 * The result has other offsets than the input: it serves look-up, never display.
 */
export function fold(text: string): string {
  return foldLatin(text) ?? foldCharacters(text).replace(/ +/g, ' ').trim();
}

function foldCharacters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}\u00ad'’]+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[\s\u2010-\u2015-]/gu, ' ');
}

// Nearly all texts have Latin letters and a few marks only. Folding is what reading does most: looking those characters up takes half the
// time of the passes above. `FOLDED` has the folded form's code unit for each; the buffer is only scratch space.
const LAST_LATIN = 0x17f;
const LAST = 0x2026;
const [NOTHING, UNKNOWN, SPACE] = [0, 0xffff, 0x20];
const SHARP_S = 0xdf;
const SMALL_S = 0x73;
const FOLDED = createTable();
const scratch = new Uint16Array(2_000);

function createTable(): Uint16Array {
  return Uint16Array.from({ length: LAST + 1 }, (_, code) => {
    const folded = foldCharacters(String.fromCharCode(code));
    const isKnown = (code <= LAST_LATIN || code >= 0x2010) && (folded.length < 2 || code === SHARP_S) && code > 0;
    return isKnown ? folded.charCodeAt(0) || NOTHING : UNKNOWN;
  });
}

/** Undefined for a text that is long, or has other characters than the table. */
function foldLatin(text: string): string | undefined {
  if (text.length * 2 > scratch.length) return undefined;
  let length = 0;
  let isAfterGap = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const folded = code <= LAST ? FOLDED[code] : UNKNOWN;
    if (folded === undefined || folded === UNKNOWN) return undefined;
    if (folded === SPACE) isAfterGap = length > 0;
    else if (folded !== NOTHING) {
      if (isAfterGap) scratch[length++] = SPACE;
      isAfterGap = false;
      if (code === SHARP_S) scratch[length++] = SMALL_S;
      scratch[length++] = folded;
    }
  }
  // Spreading a typed array would go through its iterator.
  return Reflect.apply(String.fromCharCode, String, scratch.subarray(0, length)) as string;
}

/** The other way to write umlauts: ae, oe, ue become a, o, u, as `fold` makes of ä, ö, ü („Groehe" = „Gröhe"). */
export function foldDigraphs(folded: string): string {
  return folded.replace(/([aou])e/g, '$1');
}
