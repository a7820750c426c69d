import type { Fragment } from './fragments.js';

/** Text of one column in a band of the page: from top to bottom. */
export type Region = readonly Fragment[];

/** Parts of the page's width that are looked at: about a point each. */
const STEPS = 600;
const MAX_DEPTH = 10;
const MIN_GUTTER = 7;
/** What a column has at least: lines, and characters in a line; less is a table. */
const MIN_LINES = 3;
const MIN_CHARACTERS = 14;
/** How many lines (headlines) may lie across a gutter, as a share of those beside it. */
const MAX_CROSSING = 0.3;

/**
 * Puts the text of a page in reading order: finds gutters, which few lines cross, reads columns from left to right between the lines that
 * cross them, and parts the page at wide horizontal gaps where there is no gutter. After the idea of recursive cuts (Nagy and
 * Seth 1984), with gutters before gaps. O(n log n) for each of the few levels.
 */
export function listRegions(fragments: readonly Fragment[]): readonly Region[] {
  return cut(
    [...fragments].sort((a, b) => a.baseline - b.baseline || a.left - b.left),
    0,
  );
}

function cut(fragments: Region, depth: number): readonly Region[] {
  if (fragments.length < 2 * MIN_LINES || depth > MAX_DEPTH) return fragments.length === 0 ? [] : [fragments];
  const gutter = findGutter(fragments);
  if (gutter !== undefined) return cutColumns(fragments, gutter, depth);
  const gap = findGap(fragments);
  if (gap === undefined) return [fragments];
  return [...cut(fragments.slice(0, gap), depth + 1), ...cut(fragments.slice(gap), depth + 1)];
}

/** Middle of the widest gutter that the fewest lines cross. */
function findGutter(fragments: Region): number | undefined {
  const from = fragments.reduce((least, { left }) => Math.min(least, left), Number.POSITIVE_INFINITY);
  const width = fragments.reduce((most, { right }) => Math.max(most, right), from) - from;
  if (!(width > 0)) return undefined;
  const coverage = measureCoverage(fragments, from, width);
  const most = Math.min(fragments.length * MAX_CROSSING, 30);
  for (let crossing = 0; crossing <= most; crossing++) {
    const middle = findWidestRun(coverage, crossing, (MIN_GUTTER * STEPS) / width);
    const at = middle === undefined ? undefined : from + (middle * width) / STEPS;
    if (at !== undefined && partsColumns(fragments, at)) return at;
  }
  return undefined;
}

/** How many fragments lie over each step of the width. */
function measureCoverage(fragments: Region, from: number, width: number): readonly number[] {
  const changes = new Array<number>(STEPS + 1).fill(0);
  const step = (x: number): number => Math.max(0, Math.min(STEPS, Math.round(((x - from) * STEPS) / width)));
  for (const { left, right } of fragments) {
    changes[step(left)] = (changes[step(left)] ?? 0) + 1;
    changes[step(right)] = (changes[step(right)] ?? 0) - 1;
  }
  let covered = 0;
  return changes.map((change) => (covered += change)).slice(0, STEPS);
}

/** Middle of the widest run of steps that at most `limit` fragments cover, away from the margins. */
function findWidestRun(coverage: readonly number[], limit: number, minimum: number): number | undefined {
  let best = { start: 0, length: 0 };
  let start = Math.round(STEPS * 0.1);
  const end = Math.round(STEPS * 0.9);
  for (let at = start; at <= end; at++) {
    if (at < end && (coverage[at] ?? 0) <= limit) continue;
    if (at - start > best.length) best = { start, length: at - start };
    start = at + 1;
  }
  return best.length >= minimum ? best.start + best.length / 2 : undefined;
}

function partsColumns(fragments: Region, at: number): boolean {
  const left = fragments.filter((fragment) => fragment.right <= at);
  const right = fragments.filter((fragment) => fragment.left >= at);
  const crossing = fragments.length - left.length - right.length;
  const beside = left.length + right.length;
  return crossing <= MAX_CROSSING * beside && isText(left) && isText(right) && areBeside(left, right);
}

function isText(fragments: Region): boolean {
  const lines = fragments.filter(
    ({ baseline, size }, i) => baseline - (fragments[i - 1]?.baseline ?? -size) > 0.3 * size,
  ).length;
  const characters = fragments.reduce((sum, { text }) => sum + text.length, 0);
  return lines >= MIN_LINES && characters >= MIN_CHARACTERS * lines;
}

function areBeside(left: Region, right: Region): boolean {
  const [a, b] = [span(left), span(right)];
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared >= 0.5 * Math.min(a.bottom - a.top, b.bottom - b.top);
}

/** Fragments are sorted from top to bottom. */
function span(fragments: Region): { readonly top: number; readonly bottom: number } {
  return { top: fragments[0]?.baseline ?? 0, bottom: fragments.at(-1)?.baseline ?? 0 };
}

/** Between two lines that cross the gutter come the left column and then the right one. */
function cutColumns(fragments: Region, at: number, depth: number): readonly Region[] {
  const regions: Region[] = [];
  let band: Record<'left' | 'right' | 'crossing', Fragment[]> = { left: [], right: [], crossing: [] };
  const endBand = (): void => {
    for (const part of [band.left, band.right, band.crossing])
      for (const region of cut(part, depth + 1)) regions.push(region);
    band = { left: [], right: [], crossing: [] };
  };
  for (const fragment of fragments) {
    const side = fragment.right <= at ? 'left' : fragment.left >= at ? 'right' : 'crossing';
    if (side !== 'crossing' && band.crossing.length > 0) endBand();
    band[side].push(fragment);
  }
  endBand();
  return regions;
}

const MIN_GAP = 1.6;

/** Index of the first fragment below the widest gap between lines; undefined when no gap is wider than usual. */
function findGap(fragments: Region): number | undefined {
  let widest = 0;
  let index: number | undefined;
  for (let i = 1; i < fragments.length; i++) {
    const [above, below] = [fragments[i - 1], fragments[i]];
    const gap = above && below ? (below.baseline - above.baseline) / Math.max(above.size, below.size) : 0;
    if (gap > widest) [widest, index] = [gap, i];
  }
  return widest > MIN_GAP ? index : undefined;
}
