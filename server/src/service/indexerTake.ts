import type { Problem } from '../core/problem.js';
import type { CorpusStore, IndexedFile } from '../store/ports.js';
import type { IndexedFiles } from './indexedFiles.js';
import type { ChangeBatch } from './indexerBatch.js';
import { type AnalysedPart, type CorpusFile, type CorpusFolder, type FileAnalysis, VANISHED } from './ports.js';

export interface FileTakerParts {
  readonly store: CorpusStore;
  readonly folder: CorpusFolder;
  readonly analysis: FileAnalysis;
  readonly version: number;
  readonly pause: () => Promise<void>;
  readonly files: IndexedFiles;
  readonly batch: ChangeBatch;
}

type FileMark = Extract<AnalysedPart, { readonly kind: 'file' }>;

/** Turns what happened to files into changes of the store. */
export class FileTaker {
  readonly #parts: FileTakerParts;
  /** The same file may be wanted again while it is in hand: one after the other. */
  readonly #inHand = new Map<string, Promise<void>>();

  constructor(parts: FileTakerParts) {
    this.#parts = parts;
  }

  /** Reads and analyses a file unless it is known. What is urgent is in the store when this resolves. */
  async take(path: string, urgency: 'urgent' | 'normal'): Promise<void> {
    const before = this.#inHand.get(path) ?? Promise.resolve();
    const done = before.then(() => this.#take(path));
    this.#inHand.set(
      path,
      done.catch(() => undefined),
    );
    await done;
    if (urgency === 'urgent') await this.#parts.batch.flush();
  }

  /** Finds those of the `gone` files again that only have another name now, and forgets the others. */
  async follow(gone: readonly string[], listed: readonly CorpusFile[]): Promise<void> {
    const { files, folder, analysis, batch, pause } = this.#parts;
    const lost = new Map(gone.flatMap((path) => this.#listMovable(path)));
    const added = lost.size === 0 ? [] : listed.filter(({ path }) => files.find(path) === undefined);
    for (const { path } of added) {
      const read = await folder.read(path);
      const known = 'code' in read ? undefined : lost.get(moveKey(path, read.hash + analysis.basis));
      if (known === undefined || 'code' in read || files.find(known.path) === undefined) continue;
      await batch.add({ kind: 'rename', from: known.path, to: path, stamp: read.stamp });
      files.delete(known.path);
      files.set({ ...known, path, stamp: read.stamp, problems: known.problems.map((each) => ({ ...each, path })) });
      await pause();
    }
    for (const path of gone) if (files.find(path) !== undefined) await this.#forget(path);
  }

  #listMovable(path: string): readonly (readonly [string, IndexedFile])[] {
    const known = this.#parts.files.find(path);
    if (known === undefined || known.hash === '' || known.version !== this.#parts.version) return [];
    return [[moveKey(path, known.hash), known]];
  }

  async #take(path: string): Promise<void> {
    const { store, folder, analysis, batch, files, version } = this.#parts;
    if (!folder.includes(path)) return this.#forget(path);
    const known = files.find(path);
    const knownHash = known?.version === version && known.hash !== '' ? known.hash : undefined;
    // Every earlier pass was put before the revision that it made: this number is larger.
    const pass = (await store.getRevision()) + 1;
    const problems: Problem[] = [];
    let mark: FileMark | undefined;
    for await (const part of analysis.analyse(path, knownHash)) {
      if (part.kind === 'file') mark = part;
      else if (part.kind === 'problem') problems.push(part.problem);
      else await batch.add({ kind: 'put', facts: part.facts, path, pass });
    }
    if (mark === undefined) await this.#fail(path, problems, pass);
    else if (known !== undefined && mark.hash === knownHash) await this.#touch(known, mark);
    else await this.#finish({ path, stamp: mark.stamp, hash: mark.hash, version, problems }, pass);
  }

  /** Only the stamp has changed; pass 0 is before all others, so that all articles stay. */
  async #touch(known: IndexedFile, { stamp }: FileMark): Promise<void> {
    if (stamp !== known.stamp) await this.#finish({ ...known, stamp }, 0);
  }

  /** Without a stamp it is tried again next time: permissions change without the content. */
  async #fail(path: string, problems: readonly Problem[], pass: number): Promise<void> {
    await this.#forget(path);
    if (problems.some(({ code }) => code === VANISHED)) return;
    await this.#finish({ path, stamp: '', hash: '', version: this.#parts.version, problems }, pass);
  }

  async #finish(file: IndexedFile, pass: number): Promise<void> {
    this.#parts.files.set(file);
    await this.#parts.batch.add({ kind: 'finish', file, pass });
  }

  async #forget(path: string): Promise<void> {
    if (this.#parts.files.find(path) === undefined) return;
    this.#parts.files.delete(path);
    await this.#parts.batch.add({ kind: 'forget', path });
  }
}

/** The ending says how a file is read: with another one the same bytes are other articles. */
function moveKey(path: string, hash: string): string {
  return `${hash} ${path.slice(path.lastIndexOf('.'))}`;
}
