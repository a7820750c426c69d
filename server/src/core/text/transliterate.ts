import { fold } from './fold.js';

// Ordered: longer sequences first. Capitals stand for sounds, so that no later rule touches them. German „ch" is English "kh",
// but English "ch" is German „tsch": all three become one sound, because a spelling does not say whose it is.
const RULES: readonly (readonly [RegExp, string])[] = [
  [/schtsch|shch/g, 'Q'],
  [/tsch|tch/g, 'C'],
  [/dsch|dzh|zh/g, 'Z'],
  [/sch|sh/g, 'S'],
  [/ch|kh/g, 'C'],
  [/ck|q/g, 'k'],
  [/ks/g, 'x'],
  [/ph/g, 'f'],
  [/ts|tz/g, 'z'],
  [/th/g, 't'],
  [/w/g, 'v'],
  [/[jy]/g, 'i'],
  [/ff$/g, 'v'],
  [/(.)\1+/g, '$1'],
];

/**
 * Reduces the spellings of a transliterated name to one skeleton: Patruschew = Patrushev, Lawrow = Lavrov, Sergej = Sergei.
 * Different names may share a skeleton, so it joins names only where kind and given name agree.
 */
export function toSkeleton(name: string): string {
  return fold(name)
    .split(' ')
    .map((word) => RULES.reduce((form, [pattern, replacement]) => form.replace(pattern, replacement), word))
    .join(' ');
}
