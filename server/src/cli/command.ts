import type { Console } from './console.js';

/** Exit codes of the command line: done, some input could not be read, the call itself was wrong. */
export const EXIT = { done: 0, findings: 1, usage: 2 } as const;

/** The arguments of one command, parsed. */
export interface CommandCall {
  readonly paths: readonly string[];
  readonly corpus?: string;
  readonly raw: boolean;
  readonly json: boolean;
  /** Names a format of `export` or `search`. */
  readonly format?: string;
  /** At most so many results, as it was written. */
  readonly limit?: string;
  /** The file that results go to instead of standard output. */
  readonly output?: string;
}

/** Runs one call and gives its exit code. */
export type Command = (call: CommandCall, console: Console) => Promise<number>;
