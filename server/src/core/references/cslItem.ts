import type { Article, ArticleId } from '../article/article.js';
import { partOf, pathOf } from '../article/articleId.js';

/** What a bibliography tells of an article. */
export interface CitedArticle extends Pick<Article, 'title' | 'date' | 'source' | 'authors' | 'url' | 'language'> {
  readonly id: ArticleId;
  readonly citationKey: string;
}

/** A name as CSL-JSON has it. */
export type CslName =
  | { readonly literal: string }
  | { readonly given: string; readonly 'non-dropping-particle'?: string; readonly family: string };

/** An item of CSL-JSON, version 1.0.2. */
export interface CslItem {
  /** The citation key. */
  readonly id: string;
  readonly type: 'article-newspaper' | 'webpage';
  readonly title?: string;
  readonly author?: readonly CslName[];
  readonly 'container-title'?: string;
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly URL?: string;
  readonly language?: string;
  /** The article's file, by which it is known again. */
  readonly custom?: { readonly file: string };
}

/** The article as an item of a bibliography. */
export function toCslItem({ id, citationKey, title, date, source, authors, url, language }: CitedArticle): CslItem {
  return {
    id: citationKey,
    type: source === undefined && url !== undefined ? 'webpage' : 'article-newspaper',
    ...(title !== undefined && { title }),
    ...(authors !== undefined && authors.length > 0 && { author: authors.map(splitName) }),
    ...(source !== undefined && { 'container-title': source }),
    ...(date !== undefined && { issued: { 'date-parts': [date.split('-').map(Number)] } }),
    ...(url !== undefined && { URL: url }),
    ...(language !== 'other' && { language }),
    ...(partOf(id) === undefined && { custom: { file: pathOf(id) } }),
  };
}

const PARTICLES = /^(?:von|vom|van|zu|zur|zum|de|del|della|di|du|der|den|ten|ter|la|le|da|dos|al|el|bin|ibn)$/u;
const MAX_WORDS = 5;

/** Given and family name of a person as it is spoken; what does not look like a person's name stays whole. */
function splitName(name: string): CslName {
  const words = name.split(' ');
  const isPerson = words.length > 1 && words.length <= MAX_WORDS && words.every((word) => isNamePart(word));
  if (!isPerson) return { literal: name };
  const first = words.findIndex((word, i) => i > 0 && PARTICLES.test(word));
  const family = words.at(-1) ?? '';
  if (first < 0 || first === words.length - 1) return { given: words.slice(0, -1).join(' '), family };
  return { given: words.slice(0, first).join(' '), 'non-dropping-particle': words.slice(first, -1).join(' '), family };
}

/** „Ada", „Müller-Lüdenscheidt", „J.", or a particle; „dpa", „ARD" and „24" are none. */
function isNamePart(word: string): boolean {
  return /^\p{Lu}(?:\.|[\p{L}\p{M}'’.-]*\p{Ll}[\p{L}\p{M}'’.-]*)$/u.test(word)
    ? !/^(?:The|Der|Die|Das)$/.test(word)
    : PARTICLES.test(word);
}
