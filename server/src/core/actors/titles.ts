import { inflectAdjective } from '../language/de/nameInflection.js';
import { type Title } from './actorWords.js';
import { type Reading, sliceText, tokenBeside } from './reading.js';
import { findStateBeside } from './states.js';
import { isJoined } from './words.js';

/** A title or role as it stands in the text, `words[first, end)`, in the nominative. */
export interface FoundTitle {
  readonly first: number;
  readonly end: number;
  readonly nominative: string;
  readonly class: Title['class'];
}

/** The title that ends right before `words[end]`: „US-Außenminister" (without „US"), "Deputy Foreign Minister". */
export function findTitleBefore(reading: Reading, end: number): FoundTitle | undefined {
  return reading.language === 'de' ? findGermanTitle(reading, end) : findEnglishTitle(reading, end);
}

function findGermanTitle(reading: Reading, end: number): FoundTitle | undefined {
  const word = reading.words[end - 1];
  if (word?.capital !== true || reading.claimOf[end - 1]?.actor.kind === 'person') return undefined;
  const found = reading.lists.titles.find(word.folded);
  if (found === undefined || found.value.class === 'modifier') return undefined;
  const { value, rest } = found;
  const prefix = word.text.slice(0, Math.max(0, word.text.length - (word.folded.length - rest)));
  const nominative = prefix === '' ? value.nominative : prefix + value.nominative.toLowerCase();
  return { first: end - 1, end, nominative, class: value.class };
}

const MOST_TITLE_WORDS = 4;

function findEnglishTitle(reading: Reading, end: number): FoundTitle | undefined {
  const titles = reading.lists.titles;
  let found: FoundTitle | undefined;
  let key = '';
  for (let first = end - 1; first >= Math.max(0, end - MOST_TITLE_WORDS); first--) {
    const word = reading.words[first];
    if (word === undefined) break;
    key = key === '' ? word.folded : `${word.folded} ${key}`;
    const title = titles.entries.get(key);
    if (title !== undefined && title.class !== 'modifier') found = toFound(reading, first, end, title.class);
    if (!isJoined(word)) break;
  }
  return found === undefined ? undefined : withModifiers(reading, found);
}

function withModifiers(reading: Reading, found: FoundTitle): FoundTitle {
  let first = found.first;
  while (found.first - first < 3 && isJoined(reading.words[first])) {
    if (reading.lists.titles.entries.get(reading.words[first - 1]?.folded ?? '')?.class !== 'modifier') break;
    first--;
  }
  return toFound(reading, first, found.end, found.class);
}

function toFound(reading: Reading, first: number, end: number, type: Title['class']): FoundTitle {
  const words = reading.words.slice(first, end);
  return { first, end, nominative: words.map(({ text }) => text).join(' '), class: type };
}

/** A title as it belongs to a name, with all that belongs to the title. */
export interface TitlePhrase extends FoundTitle {
  /** „stellvertretende Außenministerin", „Sprecher des russischen Präsidenten", „Kreml-Sprecher". */
  readonly text: string;
  /** ISO code of the state that the text puts beside it. */
  readonly state?: string;
}

/** The title of the name that starts at `words[name]`: right before it, or with a complement, or parted from it by a comma. */
export function findTitlePhrase(reading: Reading, name: number): TitlePhrase | undefined {
  const joint = reading.words[name]?.joint;
  const isParted = joint === 'apart' && tokenBeside(reading, name, -1)?.text === ',';
  if (joint !== 'space' && joint !== 'dot' && !isParted) return undefined;
  const found = findTitleBefore(reading, name) ?? findComplementedTitle(reading, name);
  return found === undefined ? undefined : toPhrase(reading, found, name);
}

const MOST_COMPLEMENT_WORDS = 7;

/** „Sekretär des russischen Sicherheitsrates, X", „Präsident der Ukraine X": a genitive between title and name. */
function findComplementedTitle(reading: Reading, name: number): FoundTitle | undefined {
  for (let i = name - 2; i >= Math.max(0, name - MOST_COMPLEMENT_WORDS); i--) {
    const article = reading.words[i];
    if (!isJoined(article) || (i + 1 < name && !isJoined(reading.words[i + 1]))) return undefined;
    if (article !== undefined && OF.has(article.folded)) {
      const title = findTitleBefore(reading, i);
      if (title !== undefined && title.class !== 'address') return title;
    }
  }
  return undefined;
}

const OF: ReadonlySet<string> = new Set(['der', 'des', 'von', 'vom', 'of']);

/** The title with all that belongs to it; the complement runs up to `words[complementEnd]`. */
export function toPhrase(reading: Reading, title: FoundTitle, complementEnd: number): TitlePhrase {
  const first = skipPrefix(reading, title.first);
  const state = findStateBeside(reading, first, title.end);
  const prefix = first < title.first ? `${sliceText(reading, first, title.first)}-` : '';
  const complement = title.end < complementEnd ? ` ${sliceText(reading, title.end, complementEnd)}` : '';
  const text = readModifier(reading, first, title) + prefix + title.nominative + complement;
  return { ...title, first, text, ...(state === undefined ? {} : { state }) };
}

/** „Kreml-Sprecher", „Vize-Präsident": parts before a hyphen belong to the title; a state („US-Präsident") does not. */
function skipPrefix(reading: Reading, title: number): number {
  let first = title;
  while (reading.words[first]?.joint === 'hyphen' && reading.claimOf[first - 1]?.actor.kind !== 'country') first--;
  return first;
}

/** „stellvertretende", „ehemaliger" before a German title, in the nominative and with a space behind. */
function readModifier(reading: Reading, first: number, title: FoundTitle): string {
  const modifier = isJoined(reading.words[first])
    ? reading.lists.titles.entries.get(reading.words[first - 1]?.folded ?? '')
    : undefined;
  if (reading.language !== 'de' || modifier?.class !== 'modifier') return '';
  return `${inflectAdjective(modifier.nominative, title.nominative.endsWith('in') ? 'f' : 'm')} `;
}
