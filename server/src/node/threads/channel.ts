/** Hands values from whoever has them to one reader, in order; the reader may come late. */
export class Channel<T> {
  readonly #values: T[] = [];
  #state: 'open' | 'ended' = 'open';
  #wake: () => void = () => undefined;

  /** Whether there are values that the reader has not taken. */
  get isWaitedFor(): boolean {
    return this.#values.length === 0;
  }

  push(value: T): void {
    this.#values.push(value);
    this.#wake();
  }

  end(): void {
    this.#state = 'ended';
    this.#wake();
  }

  /** The values until the end; `onTake` is called for each before it is given. */
  async *read(onTake: () => void): AsyncGenerator<T> {
    for (;;) {
      const value = this.#values.shift();
      if (value !== undefined) {
        onTake();
        yield value;
      } else if (this.#state === 'ended') return;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
