/** Runs `work` once; gives what it gave and the time in milliseconds. */
export function measure<T>(work: () => T): { readonly value: T; readonly time: number } {
  const start = performance.now();
  const value = work();
  return { value, time: performance.now() - start };
}

/** The milliseconds that each of `count` runs took, one after the other. */
export async function measureEach(count: number, work: (i: number) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    await work(i);
    times.push(performance.now() - start);
  }
  return times;
}

export function spread(times: readonly number[]): { readonly median: number; readonly p99: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p99: at(0.99) };
}

/** The slope of the line through the points on logarithmic paper: 1 is linear, 2 quadratic. */
export function printExponent(points: readonly (readonly [size: number, time: number])[]): string {
  const logs = points.map(([size, time]) => [Math.log(size), Math.log(time)] as const);
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(logs.map(([size]) => size)), mean(logs.map(([, time]) => time))];
  const rise = logs.reduce((sum, [size, time]) => sum + (size - x) * (time - y), 0);
  const run = logs.reduce((sum, [size]) => sum + (size - x) ** 2, 0);
  return (rise / run).toFixed(2);
}

/** Prints a table; the first row is its head. */
export function printTable(title: string, rows: readonly (readonly (string | number)[])[]): void {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? printNumber(cell) : cell)));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  console.log(`\n${title}`);
  for (const row of cells) console.log(row.map((cell, i) => cell.padStart(widths[i] ?? 0)).join('  '));
}

function printNumber(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 1 ? 2 : 3);
}
