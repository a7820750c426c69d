import type { CorpusStore, IndexedFile, StoreChange } from '../store/ports.js';

/** Facts of so many articles, or of so many characters, make a transaction: enough to be quick, few enough that little is lost. */
const MAX_ARTICLES = 128;
const MAX_LENGTH = 1_000_000;

/**
 * Gathers changes and hands them to the store in batches, one at a time. Between two batches of the same file the store holds a part of
 * it: then it knows the file as one without hash and stamp, so that a run that is killed there takes it up again.
 */
export class ChangeBatch {
  readonly #store: CorpusStore;
  #changes: StoreChange[] = [];
  /** Doubled with every batch: the first articles are there soon, the many go quickly. */
  #limit = 1;
  #articles = 0;
  #length = 0;
  /** Files of which articles were put since they were finished last; the store has been told of those that are marked. */
  readonly #open = new Map<string, 'new' | 'marked'>();
  #turn: Promise<void> = Promise.resolve();

  constructor(store: CorpusStore) {
    this.#store = store;
  }

  /** Resolves when there is room for more. Rejects when the store could not take what came before. */
  async add(change: StoreChange): Promise<void> {
    this.#changes.push(change);
    if (change.kind === 'put') {
      if (!this.#open.has(change.path)) this.#open.set(change.path, 'new');
      this.#articles += 1;
      this.#length += change.facts.article.text.length;
    } else if (change.kind === 'finish') this.#open.delete(change.file.path);
    // Rather between two files than in the middle of one.
    const slack = change.kind === 'put' ? 2 : 1;
    if (this.#articles >= this.#limit * slack || this.#length >= MAX_LENGTH * slack) await this.flush();
  }

  /** Hands over what has been gathered; resolves when the store has it. */
  flush(): Promise<void> {
    const changes = [...this.#markOpen(), ...this.#changes];
    this.#changes = [];
    this.#limit = Math.min(this.#limit * 2, MAX_ARTICLES);
    [this.#articles, this.#length] = [0, 0];
    const done = this.#turn.then(() => (changes.length === 0 ? undefined : this.#store.apply(changes)));
    this.#turn = done.catch(() => undefined);
    return done;
  }

  #markOpen(): readonly StoreChange[] {
    const fresh = [...this.#open].flatMap(([path, state]) => (state === 'new' ? [path] : []));
    for (const path of fresh) this.#open.set(path, 'marked');
    // Pass 0 is before all others: nothing is removed yet.
    return fresh.map((path) => ({ kind: 'finish', file: createUnfinished(path), pass: 0 }));
  }
}

function createUnfinished(path: string): IndexedFile {
  return { path, stamp: '', hash: '', version: 0, problems: [] };
}
