import { readFileSync } from 'node:fs';
import type { Language } from '../../../server/src/core/article/article.js';
import type { Actor, ActorId, ActorKind, Mention, MentionForm } from '../../../server/src/core/facts.js';
import { findQuotes, QuoteMemory } from '../../../server/src/core/quotes/findQuotes.js';
import { parseSpeech } from '../../../server/src/core/quotes/speech.js';
import { finish } from '../../../server/src/core/text/slices.js';
import { dealNames, readParagraphs } from '../../support/paragraphs.js';

// Invented actors: nobody real is made to say anything. Each pattern is a mention of the actor before it.
const CAST: readonly (readonly [name: string, kind: ActorKind, pattern: string, form?: MentionForm])[] = [
  ['Ilse Brandt', 'person', "(?:Ilse )?Brandt(?:['’]?s)?"],
  ['Jonas Kettler', 'person', "(?:Jonas )?Kettler(?:['’]?s)?"],
  ['Mira Solheim', 'person', "(?:Mira )?Solheim(?:['’]?s)?"],
  ['Nordland', 'country', "Nordlands?(?:['’]s)?"],
  ['Nordland', 'country', 'Hafenstadt', 'metonym'],
  ['Nordland', 'country', '[Nn]ordländische[nrsm]?|Nordlandic', 'adjective'],
  ['Küstenbund', 'organization', 'Küstenbund(?:e?s)?|Coastal League'],
  ['Inselministerium', 'organization', 'Inselministeriums?|Island Ministry'],
  ['Abendpost', 'organization', 'Abendpost|Evening Post'],
];
const MENTION = new RegExp(CAST.map(([, , pattern]) => `(?<!\\p{L})(${pattern})(?!\\p{L})`).join('|'), 'gu');

const FILES = ['speechVerbs.tsv', 'speechWords.tsv', 'roleNouns.tsv'];

/** The speech tables of the project. */
export const { speech, problems } = parseSpeech(
  new Map(
    ['de', 'en'].flatMap((language) =>
      FILES.map((name) => `language/${language}/${name}`).map((path) => [
        path,
        readFileSync(`server/data/${path}`, 'utf8'),
      ]),
    ),
  ),
);

/** The quotes of a text, its lines being paragraphs: `who: what` for direct ones, `who > what` for reported ones, `?` for nobody known. */
export function printQuotes(text: string, language: Language = 'de'): readonly string[] {
  const actors = new Map(CAST.map(([name, kind]) => [name, makeActor(name, kind)]));
  const mentions = [...text.matchAll(MENTION)].map((match) => makeMention(match));
  const paragraphs = readParagraphs(text, listLines(text));
  const cast = [...actors.values()];
  const names = dealNames(paragraphs, cast, mentions);
  const quotes = finish(findQuotes({ paragraphs, names, actors: cast, language }, speech, new QuoteMemory('nothing')));
  return quotes.map(({ kind, speaker, text: said }) => `${speaker ?? '?'}${kind === 'direct' ? ':' : ' >'} ${said}`);
}

function makeActor(name: string, kind: ActorKind): Actor {
  return { id: name as ActorId, kind, name, offices: [], origin: 'text' };
}

function makeMention(match: RegExpExecArray): Mention {
  const groups: readonly (string | undefined)[] = match.slice(1);
  const [name, , , form = 'name'] = CAST[groups.findIndex((group) => group !== undefined)] ?? ['', 'person', ''];
  const [text] = match;
  const start = match.index;
  return { start, end: start + text.length, text, actor: name as ActorId, form, rule: 'test', certainty: 'stated' };
}

function listLines(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/[^\n]+/g)].map((line) => ({ start: line.index, end: line.index + line[0].length }));
}
