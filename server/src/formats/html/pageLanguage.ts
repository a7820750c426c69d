import type { Language } from '../../core/article/article.js';
import { detectLanguage } from '../../core/article/detectLanguage.js';
import type { PageHead } from './pageHead.js';

/** A shorter text says less about its language than the page does. */
const ENOUGH = 400;

/**
 * The article's language: by its words, and where they do not tell as the page states it (templates state it wrongly at
 * times).
 */
export function findPageLanguage(head: PageHead, text: string): Language | undefined {
  const detected = text.length >= ENOUGH ? detectLanguage(text) : 'other';
  if (detected !== 'other') return detected;
  const code = (head.language ?? head.findMeta('content-language', 'og:locale', 'dc.language'))
    ?.trim()
    .slice(0, 2)
    .toLowerCase();
  if (code === undefined || code === '') return undefined;
  return code === 'de' || code === 'en' ? code : 'other';
}
