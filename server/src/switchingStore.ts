import type { CorpusStore } from './store/ports.js';

type Method = (...args: readonly unknown[]) => Promise<unknown>;

/** A store for whoever keeps hold of one, while the one behind it is exchanged: made, set aside, or served from memory. */
export class SwitchingStore {
  readonly store: CorpusStore;
  readonly #empty: CorpusStore;
  readonly #onDamaged: () => void;
  #target: CorpusStore;

  /** `empty` answers until there is another, and whatever a damaged one cannot. */
  constructor(empty: CorpusStore, onDamaged: () => void) {
    this.#empty = empty;
    this.#target = empty;
    this.#onDamaged = onDamaged;
    this.store = new Proxy(empty, { get: (_, name) => this.#ask(name as keyof CorpusStore) });
  }

  use(target: CorpusStore): void {
    this.#target = target;
  }

  #ask(name: keyof CorpusStore): Method {
    return async (...args) => {
      const target = this.#target;
      try {
        return await call(target, name, args);
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'IndexDamaged') throw error;
        if (target === this.#target) this.#onDamaged();
        return call(this.#empty, name, args);
      }
    };
  }
}

function call(store: CorpusStore, name: keyof CorpusStore, args: readonly unknown[]): Promise<unknown> {
  return (store[name] as Method).apply(store, args as unknown[]);
}
