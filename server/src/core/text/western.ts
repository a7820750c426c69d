// Bytes 80 to 9F in Windows-1252, by the index of the WHATWG Encoding Standard; the five unassigned ones stay control characters.
const WESTERN = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const FIRST = 0x80;
const BYTES: ReadonlyMap<string, number> = new Map(Array.from(WESTERN, (character, i) => [character, FIRST + i]));

/** What Windows-1252 has where ISO-8859-1 has control characters: „ and “ for U+0084 and U+0093. Other characters stay. */
export function toWestern(control: string): string {
  return WESTERN.charAt(control.charCodeAt(0) - FIRST) || control;
}

/** The byte that becomes this character in Windows-1252 or ISO-8859-1; undefined when both have no such character. */
export function findWesternByte(character: string): number | undefined {
  const code = character.charCodeAt(0);
  return code <= 0xff ? code : BYTES.get(character);
}
