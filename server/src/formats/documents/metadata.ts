import type { ArticleMetadata, Language } from '../../core/article/article.js';
import { findHeaderDate } from '../../core/article/headerDate.js';
import { cleanLine } from './cleanText.js';
import type { DocumentBlock } from './extracted.js';
import { findStatedDate } from './statedDate.js';

/** What a format states of an article, as it stands in the file. */
export interface StatedMetadata {
  readonly title?: string | undefined;
  readonly date?: string | number | undefined;
  readonly source?: string | undefined;
  readonly url?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly language?: string | undefined;
}

const MAX_FIELD = 1_000;

/** Metadata of an article from what its file states: cleaned, dates in ISO form, without what is missing, empty or no such thing. */
export function createMetadata(stated: StatedMetadata): ArticleMetadata {
  const title = toField(stated.title);
  const date = findStatedDate(stated.date);
  const source = toField(stated.source);
  const url = /^https?:\/\/\S+$/i.exec(stated.url?.trim() ?? '')?.[0];
  const authors = [...new Set((stated.authors ?? []).flatMap(listNames))];
  const language = findLanguage(stated.language);
  return {
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date }),
    ...(source !== undefined && { source }),
    ...(url !== undefined && { url }),
    ...(authors.length > 0 && { authors }),
    ...(language !== undefined && { language }),
  };
}

function toField(text: string | undefined): string | undefined {
  const line = cleanLine((text ?? '').slice(0, MAX_FIELD));
  return line === '' ? undefined : line;
}

const BYLINE = /^(?:von|by|text:|autor(?:in)?:|author:)\s+/i;
const BETWEEN_NAMES = /\s*[;|/\n]\s*|\s+(?:und|and|&)\s+/i;

/** „Von Ada Muster und Bo Beispiel" → both names. A comma parts names only between full ones: „Muster, Ada" is one. */
function listNames(field: string): readonly string[] {
  return cleanLine(field.slice(0, MAX_FIELD))
    .replace(BYLINE, '')
    .split(BETWEEN_NAMES)
    .flatMap((part) => {
      const parts = part.split(/\s*,\s*/);
      return parts.every((name) => name.includes(' ')) ? parts : [part];
    })
    .filter((name) => name !== '');
}

/** A language by its code (`de-AT`, `deu`) or its name in German or English; undefined when nothing is stated. */
function findLanguage(stated: string | undefined): Language | undefined {
  const text = stated?.trim().toLowerCase() ?? '';
  if (text === '') return undefined;
  if (/^(?:de|deu|ger|german|deutsch)(?![a-z])/.test(text)) return 'de';
  return /^(?:en|eng|english|englisch)(?![a-z])/.test(text) ? 'en' : 'other';
}

/** Titles that programs write into a file's properties when its author wrote none. */
const NO_TITLE =
  /^(?:microsoft \w+ - |(?:document|dokument|untitled|unbenannt|ohne titel|no title|powerpoint.presentation|slide|folie|layout)\s?\d*$)|\.(?:docx?|odt|pdf|indd|qxd|qxp|rtf|pages|html?|tmp)$/i;

/** The title of a file's properties, unless it is a program's or a file's name. */
export function findPropertyTitle(title: string | undefined): string | undefined {
  const line = toField(title);
  return line === undefined || NO_TITLE.test(line) ? undefined : line;
}

const HEAD_BLOCKS = 8;
const HEAD_LENGTH = 120;

/** The day that a line near the beginning of a document states: the date of a letter, a dateline, the line below a title. */
export function findDateInHead(blocks: readonly DocumentBlock[]): string | undefined {
  for (const { text } of blocks.slice(0, HEAD_BLOCKS)) {
    const date = text.length <= HEAD_LENGTH ? findHeaderDate(text) : undefined;
    if (date !== undefined) return date;
  }
  return undefined;
}
