import type { TextLine } from './textLines.js';

/** How a document is set. */
export interface TypeSizes {
  /** Font size of most of its text, in points, and the font of most text of that size. */
  readonly body: number;
  readonly font: string;
  /** Usual distance of two lines, in font sizes. */
  readonly pitch: number;
}

const USUAL_PITCH = 1.2;

/** Measures the type of a document by what most of its characters have. */
export function measureType(lines: readonly TextLine[]): TypeSizes {
  const body = mostFrequent(lines, ({ size }) => Math.round(size * 2) / 2) ?? 0;
  const ofBody = lines.filter(({ size }) => Math.round(size * 2) / 2 === body);
  return { body, font: mostFrequent(ofBody, ({ font }) => font) ?? '', pitch: measurePitch(ofBody) };
}

function mostFrequent<T>(lines: readonly TextLine[], keyOf: (line: TextLine) => T): T | undefined {
  const counts = new Map<T, number>();
  for (const line of lines) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + line.text.length);
  let best: { key: T; count: number } | undefined;
  for (const [key, count] of counts) if (count > (best?.count ?? 0)) best = { key, count };
  return best?.key;
}

/** The distance of lines within paragraphs is the lower of the frequent ones: a quarter of all is at most as wide. */
function measurePitch(lines: readonly TextLine[]): number {
  const distances: number[] = [];
  for (const [i, line] of lines.entries()) {
    const last = lines[i - 1];
    const distance = last && last.column === line.column ? (line.baseline - last.baseline) / line.size : 0;
    if (distance > 0.8 && distance < 3) distances.push(distance);
  }
  distances.sort((a, b) => a - b);
  return distances[Math.floor(distances.length / 4)] ?? USUAL_PITCH;
}
