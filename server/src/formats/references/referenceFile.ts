import type { Reference } from '../../core/references/references.js';
import type { Problem } from '../../core/problem.js';

/** What a file of references holds; what is wrong with one entry does not touch the others. */
export interface ReferenceFile {
  readonly references: readonly Reference[];
  readonly problems: readonly Problem[];
}

/** A stretch of a file of references; offsets are those of the file. */
export interface SourceStretch {
  readonly text: string;
  readonly start: number;
}

/** More than anybody has collected; what is behind them is not read. */
export const MAX_ENTRIES = 100_000;

/** An entry is hundreds of characters long, with an abstract or notes thousands. */
export const MAX_ENTRY = 1_000_000;

/** A broken file gives errors at every other place; the first ones are of use. */
const MAX_PROBLEMS = 50;

/** Collects what is wrong with entries, each at its place. */
export class EntryProblems {
  readonly #path: string;
  readonly #problems: Problem[] = [];

  constructor(path: string) {
    this.#path = path;
  }

  add(start: number, end: number, message: string): void {
    if (this.#problems.length >= MAX_PROBLEMS) return;
    this.#problems.push({ path: this.#path, span: { start, end }, severity: 'warning', code: 'references', message });
  }

  list(): readonly Problem[] {
    return this.#problems;
  }
}

/** A key that citations can name (pandoc's syntax); a web address, as Zotero's own ids are, is none that anybody writes. */
export function findCitationKey(key: string | undefined): string | undefined {
  const trimmed = key?.trim() ?? '';
  return /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_:.#$%&+?<>~/-]{0,200}$/u.test(trimmed) && !/^https?:/i.test(trimmed)
    ? trimmed
    : undefined;
}
