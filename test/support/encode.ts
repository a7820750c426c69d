import { toWestern } from '../../server/src/core/text/western.js';

/** The bytes of a text in an encoding of single bytes, or in UTF-16; throws where it lacks a character. */
export function encode(label: string, text: string): Uint8Array {
  if (label === 'utf-16le') return new Uint8Array(Buffer.from(text, 'utf16le'));
  if (label === 'utf-16be') return new Uint8Array(Buffer.from(text, 'utf16le').swap16());
  if (label === 'utf-8') return new TextEncoder().encode(text);
  const table = getTable(label);
  return Uint8Array.from(text, (character) => {
    const byte = table.get(character);
    if (byte === undefined) throw new Error(`${label} has no ${character}`);
    return byte;
  });
}

const tables = new Map<string, ReadonlyMap<string, number>>();

function getTable(label: string): ReadonlyMap<string, number> {
  const known = tables.get(label);
  if (known) return known;
  const decoder = new TextDecoder(label);
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => {
      const character = decoder.decode(Uint8Array.of(byte));
      // Node 20 decodes Windows-1252 as ISO-8859-1.
      const isControl = label === 'windows-1252' && byte >= 0x80 && byte <= 0x9f;
      return [isControl ? toWestern(String.fromCharCode(byte)) : character, byte] as const;
    }),
  );
  tables.set(label, table);
  return table;
}
