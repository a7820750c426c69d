const MAX_LENGTH = 60;

/**
 * The name of a new article's file, without extension: its day (else `added`, ISO), and the words of its title; `number` from 2 on tells
 * it from others of that name. Letters of any script, NFC and in lower case, digits and hyphens: a name that every file system takes.
 */
export function nameArticle(about: {
  readonly title: string;
  readonly date?: string;
  readonly added: string;
  readonly number: number;
}): string {
  const { title, date, added, number } = about;
  const day = date !== undefined && /^\d{4}(?:-\d{2}){0,2}$/.test(date) ? date : added;
  return [day, slugOf(title), ...(number > 1 ? [String(number)] : [])].filter((part) => part !== '').join('-');
}

/** Whole words as long as they fit; a first word that is too long is cut. */
function slugOf(title: string): string {
  const words =
    title
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? cut(word) : `${slug}-${word}`;
    if (longer.length > MAX_LENGTH) break;
    slug = longer;
  }
  return slug;
}

/** No half of a character at the end. */
function cut(word: string): string {
  return word.slice(0, MAX_LENGTH).replace(/\p{Cs}/gu, '');
}
