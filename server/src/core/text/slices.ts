/** Work in slices: between two of them the caller may do something else. */
export type Sliced<T> = Generator<void, T, void>;

/** Does the work without a pause. */
export function finish<T>(work: Sliced<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** What a memory keeps of a text that was read: its last version for the next one, or nothing of a text that is read but once. */
export type Keeps = 'version' | 'nothing';

/** So many paragraphs that are kept as they were take far less than a millisecond. */
export const KEPT = 256;
