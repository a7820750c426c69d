import { printMegabytes, type Unreadable } from '../extracted.js';
import { LIMITS } from '../limits.js';
import { hasEndlessMap, hasEndlessWidths } from './hostilePdf.js';

// Part of every JavaScript platform, but not of the language's own library.
declare class TextDecoder {
  constructor(label: string);
  decode(bytes: Uint8Array): string;
}

/**
 * Looks for what makes PDF.js run or grow without end, which nothing can stop once it has begun: streams that inflate beyond measure, the
 * same large stream drawn again and again, endless ranges. Undefined when there is nothing of it. Reads the file once, and inflates
 * what the library would.
 */
export async function inspectPdf(bytes: Uint8Array): Promise<Unreadable | undefined> {
  // One character a byte, so that offsets are the same.
  const text = new TextDecoder('windows-1252').decode(bytes);
  const { Inflate } = await import('fflate');
  const inspection: Inspection = { total: 0, sizes: new Map(), drawn: new Map() };
  const streams = listStreams(text);
  const found = inspectObjects(withoutStreams(text, streams), inspection);
  if (found) return found;
  for (const stream of streams.filter((stream) => !stream.isImage)) {
    const measured = measureStream(bytes.subarray(stream.start, stream.end), stream, (onPiece) => new Inflate(onPiece));
    const reason = 'reason' in measured ? measured : inspectStream(measured, stream, inspection);
    if (reason) return reason;
  }
  return sumDrawn(inspection) > LIMITS.pdfDrawnBytes
    ? { reason: 'its pages draw the same content again and again' }
    : undefined;
}

interface Inspection {
  total: number;
  /** Inflated sizes of streams by object number, and how often pages draw them. */
  readonly sizes: Map<string, number>;
  readonly drawn: Map<string, number>;
}

interface PdfStream {
  readonly start: number;
  readonly end: number;
  readonly object: string;
  readonly dictionary: string;
  /** Pictures are never decoded to read text. */
  readonly isImage: boolean;
}

const MAX_DICTIONARY = 4_096;

function listStreams(text: string): readonly PdfStream[] {
  const streams: PdfStream[] = [];
  const usedAsText = listUsedAsText(text);
  let from = 0;
  for (const match of text.matchAll(/(?<!end)stream[^\S\r\n]{0,99}(?:\r\n?|\n)/g)) {
    if (match.index < from) continue;
    const start = match.index + match[0].length;
    const head = text.slice(Math.max(from, match.index - MAX_DICTIONARY), match.index);
    const opening = head.lastIndexOf('obj');
    const dictionary = head.slice(opening + 1);
    const object =
      /(\d{1,10})\s{1,9}\d{1,5}\s{1,9}$/.exec(head.slice(Math.max(0, opening - 40), Math.max(0, opening)))?.[1] ?? '';
    const end = text.indexOf('endstream', start);
    from = end === -1 ? text.length : end;
    const isImage =
      /\/Subtype\s{0,9}\/Image(?!\w)/.test(dictionary) && !dictionary.includes('/ObjStm') && !usedAsText.has(object);
    streams.push({ start, end: from, object, dictionary, isImage });
  }
  return streams;
}

/** Objects that are used as something else than a picture, whatever they say of themselves. */
function listUsedAsText(text: string): ReadonlySet<string> {
  const uses = text.matchAll(
    /\/(?:Contents|ToUnicode|FontFile[23]?|Encoding|UseCMap)\s{0,9}\[?((?:\s{0,9}\d{1,10}\s{1,9}\d{1,5}\s{1,9}R){1,999})/g,
  );
  return new Set(
    [...uses].flatMap(([, list = '']) => [...list.matchAll(/(\d+)\s+\d+\s+R/g)].map(([, number = '']) => number)),
  );
}

function withoutStreams(text: string, streams: readonly PdfStream[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of streams) {
    parts.push(text.slice(at, start));
    at = end;
  }
  return [...parts, text.slice(at)].join('\n');
}

/** What an inflated stream consists of: its size, and its text where it is not too long to hold objects or character maps. */
interface Measured {
  readonly size: number;
  readonly text: string;
}

const PIECE = 16_384;
const MAX_TEXT = 8_000_000;
/** Compression that is not looked into: so long may such a stream be, or what it holds is beyond measure in the worst case. */
const MAX_OPAQUE = 64_000;

function measureStream(packed: Uint8Array, { dictionary }: PdfStream, open: OpenInflate): Measured | Unreadable {
  let { data, isWhole } = isZlib(packed) ? inflate(packed, open) : { data: packed, isWhole: true };
  // Streams may be packed twice.
  if (isWhole && packed !== data && isZlib(data)) ({ data, isWhole } = inflate(data, open));
  if (!isWhole) return { reason: `a part of it unpacks to more than ${printMegabytes(LIMITS.pdfStreamBytes)}` };
  const isOpaque =
    /(?:LZW|RunLength|Brotli)Decode|\/(?:LZW|RL)(?!\w)/.test(dictionary) || /ASCII|\/A(?:85|Hx)(?!\w)/.test(dictionary);
  if (isOpaque && packed.length > MAX_OPAQUE) return { reason: 'it is compressed in a way that is not supported' };
  return { size: data.length, text: data.length > MAX_TEXT ? '' : new TextDecoder('windows-1252').decode(data) };
}

/** The header of zlib data (RFC 1950): method 8, and a check. */
function isZlib(bytes: Uint8Array): boolean {
  const [method = 0, flags = 0] = bytes;
  return (method & 0x0f) === 8 && (method * 256 + flags) % 31 === 0;
}

type OpenInflate = (onPiece: (piece: Uint8Array) => void) => { push(piece: Uint8Array, isLast: boolean): void };

/** What of a broken stream can be inflated is what the library would read. */
function inflate(packed: Uint8Array, open: OpenInflate): { readonly data: Uint8Array; readonly isWhole: boolean } {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const stream = open((piece) => {
    pieces.push(piece);
    size += piece.length;
  });
  try {
    for (let at = 2; at < packed.length && size <= LIMITS.pdfStreamBytes; at += PIECE)
      stream.push(packed.subarray(at, at + PIECE), false);
  } catch {
    // The end of what is whole.
  }
  const data = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    data.set(piece, at);
    at += piece.length;
  }
  return { data, isWhole: size <= LIMITS.pdfStreamBytes };
}

function inspectStream({ size, text }: Measured, stream: PdfStream, inspection: Inspection): Unreadable | undefined {
  inspection.total += size;
  inspection.sizes.set(stream.object, size);
  if (inspection.total > LIMITS.pdfTotalBytes)
    return { reason: `it unpacks to more than ${printMegabytes(LIMITS.pdfTotalBytes)}` };
  if (hasEndlessMap(text)) return { reason: ENDLESS };
  return /\/ObjStm(?!\w)/.test(stream.dictionary) ? inspectObjects(text, inspection) : undefined;
}

const ENDLESS = 'one of its fonts is damaged: it has more characters than there are';

/** Looks into the text of objects: their arrays of widths, and which streams pages draw. */
function inspectObjects(text: string, { drawn }: Inspection): Unreadable | undefined {
  for (const [, one, many = ''] of text.matchAll(/\/Contents\s{0,9}(?:(\d{1,10})\s|\[([^\][]{0,500000})\])/g)) {
    const numbers =
      one === undefined ? [...many.matchAll(/(\d{1,10})\s+\d{1,5}\s+R/g)].map(([, number = '']) => number) : [one];
    for (const number of numbers) drawn.set(number, (drawn.get(number) ?? 0) + 1);
  }
  return hasEndlessWidths(text) ? { reason: ENDLESS } : undefined;
}

function sumDrawn({ sizes, drawn }: Inspection): number {
  let sum = 0;
  for (const [number, uses] of drawn) sum += uses * (sizes.get(number) ?? 0);
  return sum;
}
