import { decodeMarkup } from '../encoding/decodeMarkup.js';
import { cleanMarkup, type CleanMarkup } from './cleanMarkup.js';
import { type DocumentParser, type DomDocument, loadDocumentParser } from './dom.js';
import { LIMITS } from './limits.js';
import { findProfile, type OutletProfile } from './outletProfiles.js';
import { findPageAddress } from './pageAddress.js';
import { listPageAuthors } from './pageAuthors.js';
import { findPageDate } from './pageDate.js';
import { type PageHead, readPageHead } from './pageHead.js';
import { findPageLanguage } from './pageLanguage.js';
import { type PageLayout, readLayout } from './pageLayout.js';
import { listPageProblems, unreadablePage } from './pageProblems.js';
import { findPageSource, listSiteNames } from './pageSource.js';
import { choosePageTitle } from './pageTitle.js';
import { createTextReader } from './plainText.js';
import { readArticleBlocks } from './readArticleBlocks.js';
import { listShownDates } from './visibleDate.js';
import type { WebKnowledge } from './webKnowledge.js';
import type { WebBlock, WebPage } from './webPage.js';

/**
 * Reads a saved web page (HTML, already unpacked): its article as plain text, and its title, day, outlet, address,
 * authors and language as the page states and shows them. Any bytes give a page, if an empty one with a problem; size,
 * depth and time are bounded (limits.ts), and nothing is fetched.
 */
export async function readWebPage(bytes: Uint8Array, knowledge: WebKnowledge): Promise<WebPage> {
  const html = await decodeMarkup(bytes.subarray(0, LIMITS.pageBytes));
  if (html === undefined) return unreadablePage();
  const page = openPage(html, await loadDocumentParser(), knowledge);
  const { head, clean, title } = page;
  const text = await readText(page, knowledge);
  const exceeded = bytes.length > LIMITS.pageBytes ? ['markup' as const] : clean.exceeded;
  return {
    ...readMetadata(page, text, knowledge),
    authors: listPageAuthors(head),
    blocks: title === undefined ? text : [{ text: title, role: 'title' }, ...text],
    problems: listPageProblems({ isFree: head.stated?.isFree ?? true, text, exceeded }),
  };
}

interface OpenPage {
  readonly clean: CleanMarkup;
  readonly head: PageHead;
  readonly url: string | undefined;
  readonly profile: OutletProfile | undefined;
  readonly siteNames: readonly string[];
  readonly layout: PageLayout;
  readonly title: string | undefined;
  readonly parse: DocumentParser;
}

function openPage(html: string, parse: DocumentParser, { classWords, profiles }: WebKnowledge): OpenPage {
  const clean = cleanMarkup(html);
  const document = parse(clean.markup);
  const head = readPageHead(document, clean.dataScripts, createTextReader(parse));
  const url = findPageAddress(head, html);
  const profile = findProfile(profiles, url);
  const siteNames = listSiteNames(head, url);
  removeAll(document, profile);
  const layout = readLayout(document, head, { classWords, siteNames });
  const title = choosePageTitle(head, layout.headline, siteNames);
  return { clean, head, url, profile, siteNames, layout, title, parse };
}

function removeAll(document: DomDocument, profile: OutletProfile | undefined): void {
  for (const selector of profile?.remove ?? []) {
    for (const element of document.querySelectorAll(selector)) element.remove();
  }
}

async function readText(page: OpenPage, { furniture }: WebKnowledge): Promise<readonly WebBlock[]> {
  const { head, layout, title, parse, clean, profile } = page;
  const openAgain = (): DomDocument => {
    const document = parse(clean.markup);
    removeAll(document, profile);
    return document;
  };
  const blocks = await readArticleBlocks({ ...layout, head, title, furniture, parse, openAgain });
  return blocks.map(({ text, kind }) => ({ text, role: kind === 'heading' ? 'subhead' : 'paragraph' }));
}

type Metadata = Pick<WebPage, 'title' | 'date' | 'source' | 'url' | 'language'>;

function readMetadata(page: OpenPage, text: readonly WebBlock[], { furniture }: WebKnowledge): Metadata {
  const { head, layout, url, title, siteNames, profile } = page;
  const date = findPageDate(head, listShownDates(layout), url);
  const source = findPageSource(siteNames, profile, furniture);
  const language = findPageLanguage(head, text.map((block) => block.text).join('\n'));
  return {
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date }),
    ...(source !== undefined && { source }),
    ...(url !== undefined && { url }),
    ...(language !== undefined && { language }),
  };
}
