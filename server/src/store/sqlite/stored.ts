import { IndexDamaged } from './errors.js';

/** A list that the index holds as JSON. Throws `IndexDamaged` when it is none. */
export function parseList(json: string): readonly unknown[] {
  const value = parse(json === '' ? '[]' : json);
  if (!Array.isArray(value)) throw new IndexDamaged('a list in the index is none');
  return value as readonly unknown[];
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new IndexDamaged('what the index holds cannot be read', { cause: error });
  }
}
