/** The texts of the data files (lexicon, triggers, titles …) by path below `server/data`, such as `lexicon/states.tsv`. */
export type DataFiles = ReadonlyMap<string, string>;
