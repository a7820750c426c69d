type Name = Readonly<Record<string, unknown>>;

const MAX_NAMES = 100;

/** The names of a list as CSL has it (`given`, `family`, …, or `literal`), each in the order in which it is spoken. */
export function listNames(names: unknown): readonly string[] {
  if (!Array.isArray(names)) return [];
  return (names as readonly unknown[]).slice(0, MAX_NAMES).flatMap((name) => {
    const printed = typeof name === 'object' && name !== null ? printName(name as Name) : '';
    return printed === '' ? [] : [printed];
  });
}

const PARTS = ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix'];

function printName(name: Name): string {
  const parts = typeof name['literal'] === 'string' ? [name['literal']] : PARTS.map((part) => name[part]);
  return parts
    .flatMap((part) => (typeof part === 'string' && part.trim() !== '' ? [part.trim()] : []))
    .join(' ')
    .replace(/\s+/gu, ' ');
}
