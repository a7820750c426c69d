/**
 * Bounds of what is read of one page, so that no page can hang or exhaust the reader. News pages have up to 3 MB and
 * 10,000 elements, nested 40 deep; a page saved with its pictures inside has tens of megabytes, nearly all of it in
 * attributes that are skipped.
 */
export const LIMITS = {
  /** Bytes of a page that are read. */
  pageBytes: 50_000_000,
  /** Characters of markup that are kept of a page, and elements. */
  markup: 2_000_000,
  elements: 30_000,
  headTags: 400,
  /** Elements nested deeper are dropped; their text stays. */
  depth: 120,
  /** Characters of an attribute's value. */
  attribute: 4_000,
  /** Scripts of structured data (JSON-LD): how many, how long, how deep, how many objects. */
  dataScripts: 64,
  dataScript: 1_000_000,
  dataDepth: 24,
  dataObjects: 5_000,
  /** Steps that the content extractor may take, by estimate; above it the page is read without it. */
  extractorSteps: 10_000_000,
} as const;
