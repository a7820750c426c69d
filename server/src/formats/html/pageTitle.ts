import type { Headline } from './headline.js';
import { lettersOf } from './letters.js';
import type { PageHead } from './pageHead.js';

// What stands between a title and the site's name. Titles are single lines with single spaces here.
const SEPARATOR = / [|·•»:–—-]+ | ?\| ?/g;
/** In characters; what is longer is no title as a whole. */
const LONGEST = 500;
const DOMAIN = /^(?:www\.)?[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.[a-z]{2,6}$/i;

/**
 * The article's title, out of the headline that readers see, the title for social media (Open Graph), the one in JSON-LD and the one of
 * the browser's tab, all without the site's name. Where headline and social title are different, the one counts that is not
 * the tab's, which is written for search engines; a headline that nothing else has is taken only against differing others.
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
  return tidy(
    social === undefined
      ? headline.withoutKicker
      : chooseBetween(headline, social, { stated, tab, alternative: head.stated?.alternative }),
  );
}

interface OtherTitles {
  readonly stated: string | undefined;
  readonly tab: string | undefined;
  readonly alternative: string | undefined;
}

function chooseBetween(headline: Headline, social: string, { stated, tab, alternative }: OtherTitles): string {
  const [shown, short, shared] = [headline.text, headline.withoutKicker, social].map(lettersOf) as [
    string,
    string,
    string,
  ];
  const [inData, inTab] = [stated, tab].map((title) => lettersOf(title ?? '')) as [string, string];
  // The same words; the social title has a colon after the kicker where the headline has a new line, or leaves the kicker out.
  if (shown.endsWith(shared)) return social;
  // „Kernkraft: Kühltürme gesprengt": the social title has a kicker that stands outside the headline.
  if (shared.endsWith(short)) return inData === shared ? social : headline.withoutKicker;
  if (inTab.startsWith(shown) || inTab === short) return social;
  const isSupported = [inData, lettersOf(alternative ?? '')].some(
    (title) => title !== '' && (title === shown || title === short),
  );
  return inTab.startsWith(shared) && !isSupported ? social : headline.withoutKicker;
}

/** Cuts „ | Zeitung" off, also several of them, and whatever stands behind the headline's own words. */
function cutSiteName(title: string, headline: string | undefined, names: readonly string[]): string {
  let rest = title;
  for (const match of [...title.matchAll(SEPARATOR)].reverse()) {
    const before = title.slice(0, match.index);
    const behind = title.slice(match.index + match[0].length, rest.length);
    const isHeadline = headline !== undefined && lettersOf(before) === lettersOf(headline);
    if (isHeadline || DOMAIN.test(behind.trim()) || names.includes(lettersOf(behind))) rest = before;
  }
  return rest.trim() === '' ? title : rest.trim();
}

function tidy(title: string | undefined): string | undefined {
  const text = title
    ?.replace(/[\u00ad\u200b]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? undefined : text;
}
