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
import { toArticleUri } from './articleUri.js';
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
  return { uri: toArticleUri(corpus, target.article), range: toRangeByLines(target.article.lineStarts, target.span) };
}

/** A target with the passage to show around it and the stretch of the asking document that leads there. */
export function toLocationLink(corpus: string, target: Target, document: TextDocument): LocationLink {
  const { lineStarts } = target.article;
  return {
    originSelectionRange: toRange(document, target.origin),
    targetUri: toArticleUri(corpus, target.article),
    targetRange: toRangeByLines(lineStarts, target.passage),
    targetSelectionRange: toRangeByLines(lineStarts, target.span),
  };
}

function toPosition(lineStarts: LineStarts, offset: number): Position {
  const line = lineAt(lineStarts, offset);
  return { line, character: Math.max(0, offset - (lineStarts[line] ?? 0)) };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
