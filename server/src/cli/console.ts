/** What a command needs of the shell that runs it: where results and complaints go, and the current folder. */
export interface Console {
  /** Results, and nothing else. */
  readonly write: (text: string) => Promise<void>;
  /** Errors and progress, with file and reason. */
  readonly complain: (text: string) => Promise<void>;
  /** Standard input; missing: there is none. */
  readonly input?: AsyncIterable<Uint8Array>;
  /** Whether results go to a terminal that shows colours. */
  readonly hasColours?: boolean;
  /** Absolute path of the current folder. */
  readonly folder: string;
}
