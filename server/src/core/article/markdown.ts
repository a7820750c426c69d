import { listLines } from '../text/lines.js';
import type { Span } from '../text/span.js';
import type { BodySpan } from './article.js';
import { trim } from './paragraphs.js';

/** Markdown as prose: `text` has the same length as the source, its syntax replaced by spaces; `body` are the blocks of prose. */
export interface MarkdownProse {
  readonly text: string;
  readonly body: readonly BodySpan[];
}

/** What a line of Markdown is to a reader of prose. */
type LineKind = 'text' | 'heading' | 'item' | 'blank' | 'code';

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}(#{1,6})[ \t]+/;
const BLOCK_START = /^\s{0,12}(?:[-*+]|\d{1,9}[.)])[ \t]+|^ {0,3}>[ \t]?/;
const NO_PROSE = /^ {0,3}(?:\[[^\]\n]{1,200}\]:\s|\||[-*_=](?:[ \t]*[-*_=])+[ \t]*$|<\/?[a-z!])/i;

/**
 * Finds the prose of a Markdown text from `start` on: headings and paragraphs without fenced and inline code, link
 * destinations, HTML, tables, link definitions, comments and pandoc citations. Offsets stay those of the source, because what is left out
 * becomes spaces. Linear; syntax that is not closed is taken as text.
 */
export function readMarkdown(source: string, start: number): MarkdownProse {
  const lines = listLines(source).filter((line) => line.end > start);
  const kinds = classifyLines(source, lines);
  const blocks: BodySpan[] = [];
  let open: BodySpan | undefined;
  lines.forEach((line, i) => {
    const kind = kinds[i] ?? 'blank';
    const span = trim(source, { start: Math.max(line.start + prefixLength(source, line, kind), start), end: line.end });
    if (kind === 'text' && open && kinds[i - 1] !== 'heading') open = { ...open, end: Math.max(open.end, span.end) };
    else {
      if (open) blocks.push(open);
      open =
        kind === 'blank' || kind === 'code' || span.end <= span.start
          ? undefined
          : { ...span, role: kind === 'heading' ? roleOfHeading(source, line, blocks) : 'paragraph' };
    }
  });
  if (open) blocks.push(open);
  return { text: maskInline(source, start, blocks), body: blocks };
}

function classifyLines(source: string, lines: readonly Span[]): readonly LineKind[] {
  let fence: string | undefined;
  return lines.map((line) => {
    const text = source.slice(line.start, line.end);
    const mark = FENCE.exec(text)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      return 'code';
    }
    if (mark !== undefined) {
      fence = mark;
      return 'code';
    }
    if (text.trim() === '') return 'blank';
    if (NO_PROSE.test(text)) return 'code';
    if (HEADING.test(text)) return 'heading';
    return BLOCK_START.test(text) ? 'item' : 'text';
  });
}

function prefixLength(source: string, line: Span, kind: LineKind): number {
  const text = source.slice(line.start, line.end);
  if (kind === 'heading') return HEADING.exec(text)?.[0].length ?? 0;
  return kind === 'item' ? (BLOCK_START.exec(text)?.[0].length ?? 0) : 0;
}

/** The first heading of level one is the title; all others are subheads. */
function roleOfHeading(source: string, line: Span, before: readonly BodySpan[]): BodySpan['role'] {
  const level = HEADING.exec(source.slice(line.start, line.end))?.[1]?.length;
  return level === 1 && !before.some((block) => block.role === 'title') ? 'title' : 'subhead';
}

// Inline syntax that is no prose; bounded repetitions, so that unclosed marks cost nothing.
const INLINE = [
  /(`{1,3})[^`\n]{1,1000}\1/g,
  /<!--[\s\S]{0,4000}?-->/g,
  /<\/?[a-zA-Z][^<>\n]{0,500}>/g,
  /(?<=\])\([^()\s]{0,1000}(?:\s+"[^"\n]{0,300}")?\)/g,
  /\bhttps?:\/\/[^\s<>)\]]{1,2000}/g,
  /\[[^[\]\n]{0,200}@[\w:.#$%&+?~/-]{1,200}[^[\]\n]{0,200}\]/g,
  /(?<![\w@])@[\w][\w:.#$%&+?~/-]{2,200}(?![\w@])/g,
  /\[\^[^\]\s]{1,100}\]/g,
  /[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}|[[\]]/g,
] as const;

function maskInline(source: string, start: number, blocks: readonly Span[]): string {
  let masked = ' '.repeat(start);
  let at = start;
  for (const block of blocks) {
    masked += source.slice(at, block.start) + maskBlock(source.slice(block.start, block.end));
    at = block.end;
  }
  return masked + source.slice(at);
}

function maskBlock(block: string): string {
  return INLINE.reduce((text, pattern) => text.replace(pattern, (syntax) => syntax.replace(/[^\n\r]/g, ' ')), block);
}
