import type { ArticleDigest, PassageDigest } from '../shared/digest.js';
import { listSearchWords, type SearchWord } from '../shared/words.js';

/** The words of passages, read when somebody searches for the first time: a corpus that nobody searches does not pay for it. */
export class PassageWords {
  readonly #words = new WeakMap<PassageDigest, readonly SearchWord[]>();
  /** One copy of each word, however often the corpus has it. */
  readonly #spellings = new Map<string, string>();

  /** Offsets are those of the article's text. */
  listWords(passage: PassageDigest): readonly SearchWord[] {
    const known = this.#words.get(passage) ?? this.#read(passage);
    this.#words.set(passage, known);
    return known;
  }

  /** Forgets the spellings: those of articles that are gone must not pile up. */
  clear(): void {
    this.#spellings.clear();
  }

  #read({ text, start }: PassageDigest): readonly SearchWord[] {
    return listSearchWords(text).map(({ form, word, ...span }) => ({
      form: this.#spell(form),
      word: this.#spell(word),
      start: start + span.start,
      end: start + span.end,
    }));
  }

  #spell(word: string): string {
    const spelling = this.#spellings.get(word) ?? word;
    this.#spellings.set(spelling, spelling);
    return spelling;
  }
}

/** A passage of the corpus, with the article that holds it. */
export interface PlacedPassage {
  readonly digest: ArticleDigest;
  readonly passage: PassageDigest;
}
