import {
  ErrorCodes,
  type Location,
  type LocationLink,
  type Position,
  type Range,
  ResponseError,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { lineAt, type LineStarts } from '../core/text/lines.js';
import type { Span } from '../core/text/span.js';
import type { Target } from '../service/answers.js';
import { asObject } from './settings.js';

/**
 * The offset of a position; beyond the text it is the nearest place in it. Fails with InvalidParams when the wire brought
 * something else than a position.
 */
export function toOffset(document: TextDocument, position: Position): number {
  const { line, character } = asObject(position);
  if (!isCount(line) || !isCount(character))
    throw new ResponseError(ErrorCodes.InvalidParams, 'a position has a line and a character, counted from 0');
  return document.offsetAt({ line, character });
}

/** The range of a span of an open document. */
export function toRange(document: TextDocument, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

/** The range of a span of a text of which only the starts of lines are known. */
export function toRangeByLines(lineStarts: LineStarts, span: Span): Range {
  return { start: toPosition(lineStarts, span.start), end: toPosition(lineStarts, span.end) };
}

/** Where a target lies: the span to select. */
export function toLocation(corpus: string, target: Target): Location {
  return { uri: toUri(corpus, target.article.id), range: toRangeByLines(target.article.lineStarts, target.span) };
}

/** A target with the passage to show around it and the stretch of the asking document that leads there. */
export function toLocationLink(corpus: string, target: Target, document: TextDocument): LocationLink {
  const { lineStarts, id } = target.article;
  return {
    originSelectionRange: toRange(document, target.origin),
    targetUri: toUri(corpus, id),
    targetRange: toRangeByLines(lineStarts, target.passage),
    targetSelectionRange: toRangeByLines(lineStarts, target.span),
  };
}

/** The URI of a file of a corpus: `corpus` is the URI of its folder, `path` has `/` and is not encoded. */
export function toUri(corpus: string, path: string): string {
  return `${corpus.replace(/\/$/, '')}/${path.split('/').map(encodeSegment).join('/')}`;
}

/** The path below a folder that a URI names, with `/`; undefined when it lies elsewhere. Encodings do not matter. */
export function findPathBelow(folder: string, uri: string): string | undefined {
  const [base, whole] = [toComparable(folder), toComparable(uri)];
  const prefix = base.endsWith('/') ? base : `${base}/`;
  const path = whole.startsWith(prefix) ? whole.slice(prefix.length) : '';
  return path === '' || path.split('/').some((part) => part === '..' || part === '') ? undefined : path;
}

/**
 * A form in which equal URIs are equal strings: decoded, so that `%C3%BC` and `ü` are one, with a drive letter in lower case.
 * What cannot be decoded stays as it is.
 */
export function toComparable(uri: string): string {
  return decode(uri).replace(
    /^(file:\/\/\/)([A-Za-z]):/,
    (_, scheme: string, drive: string) => `${scheme}${drive.toLowerCase()}:`,
  );
}

/** The `file:` URI of an absolute path, as clients that know no workspace folders send it. */
export function toFileUri(path: string): string {
  const slashed = path.replaceAll('\\', '/');
  return `file://${slashed.startsWith('/') ? '' : '/'}${slashed.split('/').map(encodeSegment).join('/')}`;
}

function toPosition(lineStarts: LineStarts, offset: number): Position {
  const line = lineAt(lineStarts, offset);
  return { line, character: Math.max(0, offset - (lineStarts[line] ?? 0)) };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

/** Parentheses too, since the URI may stand in a Markdown link. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
