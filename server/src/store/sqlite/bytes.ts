/** Writes small numbers and texts as few bytes: LEB128 for numbers from 0 to 2^53, UTF-8 with the length before it for texts. */
export class ByteWriter {
  #bytes: Uint8Array;
  #length = 0;

  /** `size`: so many bytes are expected. */
  constructor(size = 512) {
    this.#bytes = new Uint8Array(size);
  }

  number(value: number): this {
    let rest = value;
    this.#reserve(8);
    while (rest > 127) {
      this.#bytes[this.#length++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#length++] = rest;
    return this;
  }

  text(value: string): this {
    const bytes = ENCODER.encode(value);
    this.number(bytes.length);
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
    return this;
  }

  /** The number of `rows`, then each. */
  list<T>(rows: readonly T[], write: (row: T) => void): this {
    this.number(rows.length);
    for (const row of rows) write(row);
    return this;
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array((this.#length + more) * 2);
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

/** Reads what `ByteWriter` wrote. Bytes that end too early read as 0 and empty: checksums tell what is damaged, not this. */
export class ByteReader {
  /** Of short texts it makes strings quicker than a decoder. */
  readonly #bytes: Buffer;
  #place = 0;

  constructor(bytes: Uint8Array) {
    // A flipped bit may have made a text or number of what were bytes.
    const isSound = bytes instanceof Uint8Array;
    this.#bytes = isSound ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) : Buffer.alloc(0);
  }

  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#bytes[this.#place++] ?? 0;
      value += (byte & 127) * scale;
      if (byte < 128 || scale > Number.MAX_SAFE_INTEGER) return value;
    }
  }

  isAtEnd(): boolean {
    return this.#place >= this.#bytes.length;
  }

  text(): string {
    const length = this.number();
    const start = this.#place;
    this.#place += length;
    return length === 0 ? '' : this.#bytes.toString('utf8', start, this.#place);
  }

  list<T>(read: () => T): readonly T[] {
    const rows: T[] = [];
    for (let count = this.number(); count > 0 && this.#place < this.#bytes.length; count--) rows.push(read());
    return rows;
  }
}

const ENCODER = new TextEncoder();

/** Ascending numbers, such as line starts: only their distances are kept. */
export function packAscending(numbers: readonly number[]): Uint8Array {
  const writer = new ByteWriter();
  let last = 0;
  for (const each of numbers) {
    writer.number(each - last);
    last = each;
  }
  return writer.finish();
}

export function unpackAscending(bytes: Uint8Array): readonly number[] {
  const numbers: number[] = [];
  let value = 0;
  let scale = 1;
  let last = 0;
  for (const byte of bytes) {
    value += (byte & 127) * scale;
    scale *= 128;
    if (byte > 127) continue;
    last += value;
    numbers.push(last);
    value = 0;
    scale = 1;
  }
  return numbers;
}
