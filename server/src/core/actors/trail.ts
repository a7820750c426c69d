import { isSameActor, type KnownActor } from './knownActor.js';

/** Whom a key means at the place that is being read. */
export interface Trail {
  readonly find: (key: string) => KnownActor | undefined;
  readonly set: (key: string, actor: KnownActor) => void;
}

type Latest = ReadonlyMap<string, KnownActor>;

/** What one paragraph asked of those before it, and what it tells those behind; most do neither. */
export interface Steps {
  readonly asked?: ReadonlyMap<string, KnownActor | undefined>;
  readonly told?: Latest;
}

/** The trail of one paragraph, which notes its steps. */
export class NotedTrail implements Trail {
  /** What holds where the paragraph starts. */
  readonly #before: Latest;
  #asked: Map<string, KnownActor | undefined> | undefined;
  #told: Map<string, KnownActor> | undefined;

  constructor(before: Latest) {
    this.#before = before;
  }

  get steps(): Steps {
    if (this.#asked === undefined && this.#told === undefined) return NO_STEPS;
    return { ...(this.#asked && { asked: this.#asked }), ...(this.#told && { told: this.#told }) };
  }

  find(key: string): KnownActor | undefined {
    const own = this.#told?.get(key);
    if (own) return own;
    const earlier = this.#before.get(key);
    this.#asked ??= new Map();
    this.#asked.set(key, earlier);
    return earlier;
  }

  set(key: string, actor: KnownActor): void {
    this.#told ??= new Map();
    this.#told.set(key, actor);
  }
}

const NO_STEPS: Steps = {};

/** Whether all that a paragraph asked has the same answer as when it was read. */
export function holds({ asked }: Steps, before: Latest): boolean {
  if (asked === undefined) return true;
  for (const [key, answer] of asked) if (!isSameActor(answer, before.get(key))) return false;
  return true;
}

/** Leaves for the paragraphs behind what one tells. */
export function follow({ told }: Steps, latest: Map<string, KnownActor>): void {
  if (told !== undefined) for (const [key, actor] of told) latest.set(key, actor);
}
