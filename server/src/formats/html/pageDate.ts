import { findHeaderDate } from '../../core/article/headerDate.js';
import type { PageHead } from './pageHead.js';

/** Names of meta elements that state when an article was published, the surest first. */
const PUBLISHED = `article:published_time article:published og:published_time og:article:published_time datepublished
  article.published published_time publish-date publishdate publication_date publication-date pubdate parsely-pub-date
  sailthru.date cxenseparse:recs:publishtime cxenseparse:recs:published_time dcterms.issued dc.date.issued dcterms.created
  dc.date.created dc.date dcterms.date date last-published article_date_original`.split(/\s+/);
const CHANGED = ['article:modified_time', 'datemodified', 'og:updated_time', 'last-modified', 'dc.date.modified'];

const WEEKDAY_FIRST = /^\p{L}{2,9}\.?,?\s(\p{L}{3,9})\.?\s(\d{1,2})\s[\d:]{4,8}\s(?:[\w+:()]{1,9}\s)?(\d{4})/u;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:T?(?:\d{4}|\d{6})Z?)?$/;
const IN_ADDRESS = /[/_-]((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)/;

/**
 * The day on which the page says that its article was published, `YYYY-MM-DD`: from JSON-LD, meta elements, the
 * address, what the page shows (`shown`, the likeliest first), and last the day of its last change.
 */
export function findPageDate(head: PageHead, shown: Iterable<string>, url: string | undefined): string | undefined {
  return (
    parsePageDate(head.stated?.date) ??
    firstDate(PUBLISHED.map((name) => head.findMeta(name))) ??
    findAddressDate(url) ??
    firstDate(shown) ??
    firstDate(CHANGED.map((name) => head.findMeta(name)))
  );
}

/**
 * Reads a day as pages write it: ISO, „28.04.2023", `Fri Apr 28 19:20:36 CEST 2023`, `20230428`, seconds since 1970.
 */
export function parsePageDate(text: string | null | undefined): string | undefined {
  const line = text?.trim().slice(0, 200) ?? '';
  const weekday = WEEKDAY_FIRST.exec(line);
  if (weekday) return findHeaderDate(`${weekday[1] ?? ''} ${weekday[2] ?? ''}, ${weekday[3] ?? ''}`);
  const compact = COMPACT.exec(line);
  if (compact) return findHeaderDate(`${compact[1] ?? ''}-${compact[2] ?? ''}-${compact[3] ?? ''}`);
  const seconds = /^(1\d{9})(?:\d{3})?$/.exec(line);
  if (seconds) return new Date(Number(seconds[1]) * 1000).toISOString().slice(0, 10);
  return findHeaderDate(line);
}

function firstDate(texts: Iterable<string | undefined>): string | undefined {
  for (const text of texts) {
    const date = parsePageDate(text);
    if (date !== undefined) return date;
  }
  return undefined;
}

function findAddressDate(url: string | undefined): string | undefined {
  const match = IN_ADDRESS.exec(url ?? '');
  return match ? findHeaderDate(`${match[1] ?? ''}-${match[2] ?? ''}-${match[3] ?? ''}`) : undefined;
}
