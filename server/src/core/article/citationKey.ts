import { isStopWord } from '../evidence/contentWords.js';
import { fold } from '../text/fold.js';
import type { Article } from './article.js';

type Citable = Pick<Article, 'title' | 'date' | 'source' | 'authors'>;

/** Longer words make a key unwieldy. */
const MAX_WORD = 24;

// Letters that lose more than a mark when they become ASCII; what is left after that is left out.
const LETTERS: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'oe',
  å: 'aa',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/**
 * A key to cite the article by, of outlet, year and a word of the title: `sueddeutsche2024grenzen`. Only lower-case ASCII letters and
 * digits, so that every citation syntax takes it. The first author stands in for a missing outlet, `nd` (no date) for a missing year.
 * Other articles may have the same key; where the file lies says nothing, so that moving it keeps the key.
 */
export function makeCitationKey({ title, date, source, authors }: Citable): string {
  const author = authors?.[0]?.split(/\s+/u).at(-1);
  const who = findTelling(source) ?? findTelling(author) ?? '';
  return `${who}${date?.slice(0, 4) ?? 'nd'}${findTelling(title) ?? ''}`;
}

/** The first word that tells something; of a web address its name. */
function findTelling(text: string | undefined): string | undefined {
  const surfaces = (text ?? '').replace(/^(?:https?:\/\/)?www\./iu, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const telling = surfaces.filter((word) => !isStopWord(fold(word))).map(toAscii);
  const words = telling.filter((word) => /[a-z]/.test(word));
  return (words.find((word) => word.length > 3) ?? words[0] ?? telling.find((word) => word !== ''))?.slice(0, MAX_WORD);
}

function toAscii(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^a-z0-9]/gu, '');
}
