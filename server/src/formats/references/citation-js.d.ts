/** What is used of citation-js, which has no types of its own. */
declare module '@citation-js/core' {
  type CslItem = Readonly<Record<string, unknown>>;

  export const plugins: {
    readonly input: {
      chain(input: unknown, options: { readonly forceType: string; readonly generateGraph: false }): readonly CslItem[];
    };
    readonly output: {
      format(
        name: 'bibtex' | 'biblatex',
        items: readonly CslItem[],
        options: { readonly format: 'text' | 'object' },
      ): unknown;
    };
    readonly config: {
      get(name: '@bibtex'): { readonly format: { asciiOnly: boolean; useIdAsLabel: boolean; checkLabel: boolean } };
    };
  };
}

declare module '@citation-js/plugin-bibtex' {}
