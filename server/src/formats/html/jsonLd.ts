import { LIMITS } from './limits.js';
import type { TextReader } from './plainText.js';

/** The article that a page describes in JSON-LD (schema.org), with what is usable of it. */
export interface StatedArticle {
  readonly headline?: string;
  readonly alternative?: string;
  readonly date?: string;
  readonly description?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly authors: readonly string[];
  /** As it stands there: plain text or markup. */
  readonly body?: string;
  readonly isFree?: boolean;
}

type JsonObject = Readonly<Record<string, unknown>>;

/** Where pages put the article's object; lists of other articles (`itemListElement`, `hasPart` …) are not searched. */
const PARTS = ['@graph', 'mainEntity', 'mainEntityOfPage', 'article', 'itemReviewed'];
const RANKS: readonly (readonly [RegExp, number])[] = [
  [/NewsArticle$/i, 4],
  [/(?:Article|BlogPosting|ClaimReview|Report|Review)$/i, 3],
  [/(?:Posting|CreativeWork|Recording|VideoObject)$/i, 2],
  [/WebPage$/i, 1],
];

/**
 * Finds the article among a page's JSON-LD scripts: the first of the most specific type. Broken JSON is mended where it
 * is usual (raw line breaks in strings, trailing commas, comment marks), else left out. Never throws; depth and number
 * of objects are bounded.
 */
export function findStatedArticle(scripts: readonly string[], readText: TextReader): StatedArticle | undefined {
  let best: JsonObject | undefined;
  let bestRank = 0;
  for (const candidate of scripts.flatMap((script) => listObjects(parseLeniently(script)))) {
    const rank = rankOf(candidate);
    if (rank > bestRank) [best, bestRank] = [candidate, rank];
  }
  return best && toStatedArticle(best, readText);
}

const OPENING = /^(?:<!--|<!\[CDATA\[|\/\*[^*]{0,40}\*\/|\/\/<!\[CDATA\[)/;
const CLOSING = /(?:-->|\]\]>|\/\*[^*]{0,40}\*\/|;)$/;

function parseLeniently(script: string): unknown {
  const plain = script.trim().replace(OPENING, '').replace(CLOSING, '').trimEnd().replace(CLOSING, '');
  return parse(plain) ?? parse(plain.replace(/\p{Cc}+/gu, ' ').replace(/,(?=\s*[}\]])/g, ''));
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function listObjects(root: unknown): readonly JsonObject[] {
  const objects: JsonObject[] = [];
  const waiting: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  for (const { value, depth } of waiting) {
    if (depth > LIMITS.dataDepth || waiting.length > LIMITS.dataObjects) break;
    if (Array.isArray(value))
      waiting.push(...value.slice(0, 200).map((entry: unknown) => ({ value: entry, depth: depth + 1 })));
    if (!isObject(value)) continue;
    objects.push(value);
    waiting.push(...PARTS.map((part) => ({ value: value[part], depth: depth + 1 })));
  }
  return objects;
}

function rankOf(object: JsonObject): number {
  const types = listTexts(object['@type']);
  const rank = Math.max(0, ...types.map((type) => RANKS.find(([pattern]) => pattern.test(type))?.[1] ?? 0));
  // An object that only points to the article has none of them.
  return findText(object, 'headline', 'datePublished', 'articleBody') === undefined ? 0 : rank;
}

function toStatedArticle(object: JsonObject, readText: TextReader): StatedArticle {
  const headline = readText(findText(object, 'headline', 'name'));
  const alternative = readText(findText(object, 'alternativeHeadline'));
  const date = findText(object, 'datePublished', 'dateCreated', 'uploadDate');
  const description = readText(findText(object, 'description'));
  const publisher = readText(listNames(object['publisher'])[0]);
  const url = findText(object, 'url', '@id');
  const body = findText(object, 'articleBody', 'text');
  const isFree = findFlag(object['isAccessibleForFree']);
  return {
    authors: listNames(object['author'] ?? object['creator'])
      .map(readText)
      .filter((name) => name !== undefined),
    ...(headline !== undefined && { headline }),
    ...(alternative !== undefined && { alternative }),
    ...(date !== undefined && { date }),
    ...(description !== undefined && { description }),
    ...(publisher !== undefined && { publisher }),
    ...(url !== undefined && { url }),
    ...(body !== undefined && { body }),
    ...(isFree !== undefined && { isFree }),
  };
}

/** `false`, "False" and "http://schema.org/False" are all in use. */
function findFlag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return typeof value === 'string' ? !/false$/i.test(value) : undefined;
}

/** Names of persons or organizations: texts, objects with a `name`, or lists of both. */
function listNames(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value.slice(0, 20) : [value];
  return values.flatMap((entry) => listTexts(isObject(entry) ? entry['name'] : entry)).map((name) => name.trim());
}

function listTexts(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value.slice(0, 20) : [value];
  return values.filter((entry): entry is string => typeof entry === 'string' && entry.trim() !== '');
}

/** The first text that one of the keys has, tried in this order. */
function findText(object: JsonObject, ...keys: readonly string[]): string | undefined {
  return keys.map((key) => listTexts(object[key])[0]).find((text) => text !== undefined);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
