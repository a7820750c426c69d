/**
 * Bounds of what is read of one file, so that no file can hang or exhaust a reader. They are ten times and more above what the largest
 * usual documents need; what they cut is said in a Problem.
 */
export const LIMITS = {
  /** Bytes of a file; exports are streamed and have no such bound. */
  fileBytes: 50_000_000,
  /** Archives (DOCX, ODT, EPUB): entries, bytes of one inflated entry and of all that are read, and how much smaller packing may make them. */
  zipEntries: 10_000,
  zipEntryBytes: 64_000_000,
  zipTotalBytes: 256_000_000,
  zipRatio: 500,
  /** XML and HTML: elements, and how deep they are nested. */
  elements: 2_000_000,
  depth: 500,
  /** PDF: pages, characters, and pieces of text on one page. */
  pdfPages: 3_000,
  pdfCharacters: 20_000_000,
  pdfPieces: 20_000,
  /** PDF: bytes of one inflated stream, of all, and of all streams that pages draw, counted at every use. */
  pdfStreamBytes: 64_000_000,
  pdfTotalBytes: 512_000_000,
  pdfDrawnBytes: 512_000_000,
  /** Exports: characters of one article, and how many broken ones are reported one by one. */
  recordLength: 8_000_000,
  recordProblems: 100,
  /** Mail: parts, and parts in parts; bytes of headers, and bytes and lines of one part of text, which may be a whole web page. */
  mailParts: 1_000,
  mailDepth: 20,
  mailHeaderBytes: 200_000,
  mailTextBytes: 8_000_000,
  mailTextLines: 200_000,
} as const;
