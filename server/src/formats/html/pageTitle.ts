import type { Headline } from './headline.js';
import { lettersOf } from './letters.js';
import type { PageHead } from './pageHead.js';

// What stands between a title and the site's name. Titles are single lines with single spaces here.
const SEPARATOR = / [|·•»:–—-]+ | ?\| ?/g;
const LEADING = / [|·•»:–—-]+ | ?\| ?|: /g;
/** In characters; what is longer is no title as a whole. */
const LONGEST = 500;
const DOMAIN = /^(?:www\.)?[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.[a-z]{2,10}$/i;

/**
 * The article's title, out of the headline that readers see, the title for social media (Open Graph), the one in
 * JSON-LD and the one of the browser's tab, all without the site's name. Where headline and social title are different,
 * the social one counts, unless the data has the headline's words and the tab has not: then the social one is written for
 * search engines. That is also what weights for the titles give that are learnt from all outlets but the one they are tried
 * on (ADR 4).
 */
export function choosePageTitle(
  head: PageHead,
  headline: Headline | undefined,
  siteNames: readonly string[],
): string | undefined {
  const names = siteNames.map(lettersOf).filter((name) => name !== '');
  const clean = (title: string | undefined): string | undefined =>
    title && cutSiteName(title.slice(0, LONGEST), headline?.text, names);
  const social = clean(head.findMeta('og:title', 'twitter:title', 'title', 'dc.title'));
  const stated = clean(head.stated?.headline);
  const tab = clean(head.title);
  if (headline === undefined) return tidy(social ?? stated ?? tab);
  if (social === undefined) return tidy(headline.withoutKicker);
  const isHeadline = prefersHeadline(headline, lettersOf(social), {
    inTab: lettersOf(tab ?? ''),
    inData: lettersOf(stated ?? ''),
    alternative: lettersOf(head.stated?.alternative ?? ''),
  });
  return tidy(isHeadline ? headline.withoutKicker : social);
}

/** Letters and digits of the page's other titles, '' for none. */
interface OtherTitles {
  readonly inTab: string;
  readonly inData: string;
  readonly alternative: string;
}

function prefersHeadline(headline: Headline, social: string, { inTab, inData, alternative }: OtherTitles): boolean {
  const shown = lettersOf(headline.text);
  const short = lettersOf(headline.withoutKicker);
  if (social === '') return true;
  // The same words; the social title has a colon after the kicker where the headline has a new line, or leaves the
  // kicker out.
  if (shown.endsWith(social)) return false;
  const isInData = [shown, short].some((title) => title === inData || title === alternative);
  // „Kernkraft: Kühltürme gesprengt": the social title has a kicker. It is part of the title, unless the headline has another
  // one that is marked as such.
  if (social.endsWith(short)) return inData !== social && (isInData || short !== shown);
  return isInData && !inTab.startsWith(shown) && inTab !== short;
}

/** Cuts „ | Zeitung" off, also several of them, whatever stands behind the headline's own words, and „Zeitung: " before it. */
function cutSiteName(whole: string, headline: string | undefined, names: readonly string[]): string {
  const title = cutLeadingName(whole, names);
  let rest = title;
  for (const match of [...title.matchAll(SEPARATOR)].reverse()) {
    const before = title.slice(0, match.index);
    const behind = title.slice(match.index + match[0].length, rest.length);
    const isHeadline = headline !== undefined && lettersOf(before) === lettersOf(headline);
    if (isHeadline || DOMAIN.test(behind.trim()) || names.includes(lettersOf(behind))) rest = before;
  }
  return rest.trim() === '' ? title : rest.trim();
}

function cutLeadingName(title: string, names: readonly string[]): string {
  const [first] = title.matchAll(LEADING);
  const before = first && title.slice(0, first.index);
  if (first === undefined || before === undefined) return title;
  const isName = names.includes(lettersOf(before)) || DOMAIN.test(before);
  return isName ? title.slice(first.index + first[0].length) : title;
}

function tidy(title: string | undefined): string | undefined {
  const text = title
    ?.replace(/[\u00ad\u200b]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? undefined : text;
}
