import { AnalysisMemory } from '../core/analysisMemory.js';
import type { ArticleId, ArticleInput, ExtractedInput } from '../core/article/article.js';
import type { TextFacts } from '../core/facts.js';
import type { Sliced } from '../core/text/slices.js';
import { readMarkdownFile } from '../formats/markdown.js';
import { readTextFile } from '../formats/txt.js';
import type { LiveDocument } from './answers.js';

/** So many keystrokes back, a document is still much the same. */
const MAX_AGE = 50;

/** After so many milliseconds of analysis everything else that waits has its turn. */
const SLICE = 4;

/** Reads a version of a text of which `memory` may have another. */
export type LiveAnalysis = (input: ArticleInput, memory: AnalysisMemory) => Sliced<TextFacts>;

export interface LiveDocumentsParts {
  readonly analyse: LiveAnalysis;
  /** What the file of an extracted article gives now. */
  readonly findExtracted: (document: LiveDocument) => Promise<ExtractedInput | undefined>;
  /** Lets everything else that waits have its turn. */
  readonly pause: () => Promise<void>;
}

/** What is known of one open document. */
interface LiveText {
  readonly memory: AnalysisMemory;
  known?: { readonly version: number; readonly facts: TextFacts };
  /** The version that was asked for last. */
  asked?: { readonly version: number; readonly facts: Promise<TextFacts> };
}

/** The facts of open documents: each version analysed once, and of a version only what is new in it. */
export class LiveDocuments {
  readonly #parts: LiveDocumentsParts;
  readonly #texts = new Map<string, LiveText>();

  constructor(parts: LiveDocumentsParts) {
    this.#parts = parts;
  }

  /** The facts of the document as it now stands in the editor. */
  get(document: LiveDocument): Promise<TextFacts> {
    const text = this.#open(document.key);
    if (text.known?.version === document.version) return Promise.resolve(text.known.facts);
    if (text.asked?.version === document.version) return text.asked.facts;
    // One version after the other: the next one costs little when the one before was read to its end.
    const before = text.asked?.facts.catch(() => undefined);
    const facts = this.#read(document, text, before);
    text.asked = { version: document.version, facts };
    return facts;
  }

  /** The facts of a version a few keystrokes old, where there are any: to type must not wait for the analysis of the whole text. */
  getRecent(document: LiveDocument): Promise<TextFacts> {
    const known = this.#texts.get(document.key)?.known;
    const isRecent = known !== undefined && Math.abs(document.version - known.version) <= MAX_AGE;
    return isRecent ? Promise.resolve(known.facts) : this.get(document);
  }

  forget(key: string): void {
    this.#texts.delete(key);
  }

  #open(key: string): LiveText {
    const known = this.#texts.get(key);
    if (known) return known;
    const opened = { memory: new AnalysisMemory() };
    this.#texts.set(key, opened);
    return opened;
  }

  async #read(document: LiveDocument, text: LiveText, before: Promise<unknown> | undefined): Promise<TextFacts> {
    if (before) await before;
    const extracted = document.markup === 'extracted' ? await this.#parts.findExtracted(document) : undefined;
    const work = this.#parts.analyse(toInput(document, extracted), text.memory);
    let start = Date.now();
    let step = work.next();
    while (!step.done) {
      if (Date.now() - start >= SLICE) {
        await this.#parts.pause();
        start = Date.now();
      }
      step = work.next();
    }
    text.known = { version: document.version, facts: step.value };
    return step.value;
  }
}

/** An open article is read as its file would be; a draft in plain text has no furniture to find. */
function toInput(
  { key, text, articlePath, path, markup }: LiveDocument,
  extracted: ExtractedInput | undefined,
): ArticleInput {
  const id = (articlePath ?? path ?? key) as ArticleId;
  // The file may have changed while the editor still shows what it gave before.
  if (extracted !== undefined && extracted.text === text) return extracted;
  if (markup === 'extracted') return { id, text, metadata: extracted?.metadata ?? {}, contentStart: 0, layout: 'raw' };
  if (markup === 'markdown') return readMarkdownFile(id, text).input;
  if (articlePath !== undefined) return readTextFile(id, text).input;
  return { id, text, metadata: {}, contentStart: 0, layout: 'raw' };
}
