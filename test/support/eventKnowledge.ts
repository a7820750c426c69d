import { readFileSync } from 'node:fs';
import { parseTriggers, type TriggerLexicon } from '../../server/src/core/events/triggers.js';

let triggers: TriggerLexicon | undefined;

/** The shipped trigger tables, compiled once. Tests run with the repository's root as current folder. */
export function getTriggers(): TriggerLexicon {
  triggers ??= parseTriggers(readTriggerFiles()).triggers;
  return triggers;
}

/** The texts of the shipped trigger tables. */
export function readTriggerFiles(): ReadonlyMap<string, string> {
  const paths = ['de', 'en'].flatMap((language) =>
    ['triggers', 'eventWords'].map((table) => `language/${language}/${table}.tsv`),
  );
  return new Map(paths.map((path) => [path, readFileSync(`server/data/${path}`, 'utf8')]));
}
