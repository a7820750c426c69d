import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parseLexicon } from '../../../server/src/core/actors/lexicon.js';
import type { ArticleId, Language } from '../../../server/src/core/article/article.js';
import type { Authority } from '../../../server/src/core/authority/authority.js';
import { locatePins } from '../../../server/src/core/authority/locatePins.js';
import type { Actor, Mention } from '../../../server/src/core/facts.js';
import type { DataFiles } from '../../../server/src/core/language/dataFiles.js';
import { recogniseIn } from '../../support/paragraphs.js';

const DATA = 'server/data';

/** The project's own data files, as the server passes them to the core. */
export function readDataFiles(): DataFiles {
  const files = new Map<string, string>();
  for (const folder of ['lexicon', 'language/de', 'language/en']) {
    for (const name of readdirSync(`${DATA}/${folder}`)) {
      files.set(`${folder}/${name}`, readFileSync(`${DATA}/${folder}/${name}`, 'utf8'));
    }
  }
  return files;
}

const { lexicon } = parseLexicon(readDataFiles());

export interface Options {
  readonly language?: Language;
  readonly authority?: Authority;
  /** By which pins know the text. */
  readonly path?: string;
}

/** Recognises a text of which every line is a paragraph. */
export function recognise(
  text: string,
  { language = 'de', authority, path = '' }: Options = {},
): {
  readonly actors: readonly Actor[];
  readonly mentions: readonly Mention[];
} {
  const body = [...text.matchAll(/[^\n]+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const pins = locatePins({ id: path as ArticleId, text }, authority);
  return recogniseIn(text, { language, lexicon, pins, ...(authority ? { authority } : {}) }, body);
}

/**
 * Takes the marks out of `marked`, recognises what is left and compares what was found with the marks. A mark is
 * `[Lawrows|Sergej Lawrow]`; a form other than a name and an actor that is not certain to be the one follow: `[Moskau|Russland metonym]`,
 * `[Kim|? Kim]`. Everything without a mark must not be a mention.
 */
export function assertMarks(marked: string, options: Options = {}): void {
  const text = marked.replace(/\[([^|\]]*)\|[^\]]*\]/g, '$1');
  assert.equal(printMarks(text, options), marked);
}

function printMarks(text: string, options: Options): string {
  const { actors, mentions } = recognise(text, options);
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  let printed = '';
  let end = 0;
  for (const mention of mentions) {
    const form = mention.form === 'name' ? '' : ` ${mention.form}`;
    const doubt = mention.actor.startsWith('person:?') ? '? ' : '';
    printed += `${text.slice(end, mention.start)}[${mention.text}|${doubt}${names.get(mention.actor) ?? ''}${form}]`;
    end = mention.end;
  }
  return printed + text.slice(end);
}

/** The actor of this name in a text. */
export function getActor(text: string, name: string, options: Options = {}): Actor {
  const actor = recognise(text, options).actors.find((other) => other.name === name);
  assert.ok(actor, `no actor ${name}`);
  return actor;
}
