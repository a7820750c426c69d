/** What is used of papaparse. Its types are another package, which brings those of Node and of browsers. */
declare module 'papaparse' {
  interface ParseConfig {
    readonly delimiter?: string;
    readonly newline?: string;
    readonly preview?: number;
    readonly delimitersToGuess?: readonly string[];
    readonly step?: (row: ParsedRow) => void;
  }

  interface ParsedRow {
    readonly data: readonly string[];
    readonly errors: readonly { readonly code: string }[];
    /** Offset behind the row. */
    readonly meta: { readonly cursor: number };
  }

  const papa: {
    parse(text: string, config: ParseConfig): { readonly meta: { readonly delimiter: string } };
  };
  export default papa;
}
