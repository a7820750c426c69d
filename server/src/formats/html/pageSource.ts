import { findOutlet, type FurnitureLexicon } from '../../core/article/furniture.js';
import { findHost, type OutletProfile } from './outletProfiles.js';
import type { PageHead } from './pageHead.js';

const COMPANY = /,?\s(?:(?:GmbH|AG|SE|KG|mbH|Ltd|Inc|LLC|S\.A|Verlag|Co|&|\+)\.?\s?){1,5}$/;

/**
 * The names by which a page calls its site, the likeliest first; the host and its name without the country at the end.
 */
export function listSiteNames(head: PageHead, url: string | undefined): readonly string[] {
  const host = findHost(url);
  const stated = [
    head.findMeta('og:site_name'),
    head.stated?.publisher,
    head.findMeta('publisher', 'application-name', 'dc.publisher'),
  ];
  return [...stated.map((name) => name?.replace(COMPANY, '')), host, host?.replace(/\.[a-z.]{2,10}$/, '')].filter(
    (name): name is string => name !== undefined && name !== '' && !/^https?:/.test(name),
  );
}

/**
 * The outlet of a page: the first of its names that the outlet table knows, the name of its host's profile, else its
 * own first name. The address comes second, since an agency's or a sister paper's text has theirs.
 */
export function findPageSource(
  siteNames: readonly string[],
  profile: OutletProfile | undefined,
  outlets: FurnitureLexicon,
): string | undefined {
  for (const name of siteNames) {
    const known = findOutlet(name, outlets);
    if (known !== undefined) return known;
  }
  return profile?.name ?? siteNames[0];
}
