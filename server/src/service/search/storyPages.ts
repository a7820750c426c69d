import { hashWord } from '../../core/duplicates/hash.js';
import { fold } from '../../core/text/fold.js';
import type { Page, PageRequest, PassageHit } from '../../store/ports.js';

/** A page without the passages that other articles print too. */
export interface StoryPage extends Page<PassageHit> {
  /** Passages left out of this page because it, or one before, has the same one of another article. */
  readonly copies: number;
}

/** So often the store is asked for one page: where nearly all are copies a page is short. */
const MAX_ASKED = 5;
/** So many passages with copies are remembered from page to page, the last ones: copies rank alike and lie close together. */
const MAX_REMEMBERED = 200;

/**
 * Reads a page of hits in which the same passage of one story comes once. What has come is remembered in the cursor, so that it holds for
 * the pages behind too and nobody has to keep anything. `total` counts copies.
 */
export async function readStoryPage(
  read: (request: PageRequest) => Promise<Page<PassageHit>>,
  { limit, cursor }: PageRequest,
): Promise<StoryPage> {
  const { seen, after } = parseCursor(cursor);
  const rows: PassageHit[] = [];
  let [copies, next, total] = [0, after, 0];
  for (let asked = 0; asked < MAX_ASKED && rows.length < limit; asked++) {
    const page = await read({ limit: limit - rows.length, ...(next !== undefined && { cursor: next }) });
    const fresh = page.rows.filter((hit) => isFirst(hit, seen));
    rows.push(...fresh);
    copies += page.rows.length - fresh.length;
    [next, total] = [page.next, page.total];
    if (next === undefined) break;
  }
  return { rows, total, copies, ...(next !== undefined && { next: printCursor(seen, next) }) };
}

function isFirst({ article, text }: PassageHit, seen: Set<string>): boolean {
  if (article.copyCount === 0) return true;
  const key = hashWord(`${article.story}\n${fold(text)}`).toString(36);
  const isNew = !seen.has(key);
  seen.add(key);
  return isNew;
}

function parseCursor(cursor: string | undefined): { readonly seen: Set<string>; readonly after?: string } {
  const [, keys = '', after] = /^([\w,-]*)\|(.*)$/s.exec(cursor ?? '') ?? [];
  return { seen: new Set(keys === '' ? [] : keys.split(',')), ...(after !== undefined && { after }) };
}

function printCursor(seen: ReadonlySet<string>, after: string): string {
  return `${[...seen].slice(-MAX_REMEMBERED).join(',')}|${after}`;
}
