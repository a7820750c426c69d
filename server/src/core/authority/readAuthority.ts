import type { Problem } from '../problem.js';
import type { Span } from '../text/span.js';
import {
  type Authority,
  type AuthorityActor,
  type AuthorityOffice,
  KINDS,
  NO_AUTHORITY,
  type Pin,
  SPELLINGS,
} from './authority.js';
import { listContradictions, listRepeats } from './contradictions.js';
import { type AuthorityFault, makeFault } from './faults.js';
import { findEntry, type Placed } from './placed.js';

/** A broken file gives faults on every other line; the first ones are of use. */
const MAX_PROBLEMS = 100;

const SECTIONS = ['actors', 'reject', 'same', 'notSame', 'pins', 'houseSpelling'];
const ACTOR_KEYS = ['name', 'kind', 'aliases', 'state', 'note', 'offices', 'spellings', 'houseSpelling'];
const OFFICE_KEYS = ['title', 'state', 'from', 'to', 'source'];
const PIN_KEYS = ['in', 'before', 'quote', 'after', 'is'];

/**
 * Reads the writers' decisions from the data of their file; nothing at all is an empty authority. A bad line is a problem at its place and
 * left out; the rest counts.
 */
export function readAuthority(path: string, data: Placed): { authority: Authority; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const reader = new AuthorityReader((span, code, details) => problems.push(makeFault(path, span, code, details)));
  const authority = reader.read(data);
  if (problems.length <= MAX_PROBLEMS) return { authority, problems };
  const rest = makeFault(path, data.span, 'authority-many', [String(problems.length - MAX_PROBLEMS)]);
  return { authority, problems: [...problems.slice(0, MAX_PROBLEMS), { ...rest, span: { start: 0, end: 0 } }] };
}

type Report = (span: Span, code: AuthorityFault, details: readonly string[]) => void;

/** Takes the decisions out of the data and reports what is wrong with them. */
class AuthorityReader {
  readonly #report: Report;

  constructor(report: Report) {
    this.#report = report;
  }

  read(data: Placed): Authority {
    if (data.kind === 'nothing') return NO_AUTHORITY;
    if (!this.#isMap(data, SECTIONS, 'authority-shape')) return NO_AUTHORITY;
    const listNames = (section: string): readonly (readonly string[])[] =>
      this.#list(data, section).flatMap((item) => this.#readGroup(item));
    const houseSpelling = this.#findSpelling(data);
    const authority: Authority = {
      actors: this.#list(data, 'actors').flatMap((item) => this.#readActor(item)),
      reject: this.#list(data, 'reject').flatMap((item) => this.#readName(item)),
      same: listNames('same'),
      notSame: listNames('notSame'),
      pins: this.#list(data, 'pins').flatMap((item) => this.#readPin(item)),
      ...(houseSpelling && { houseSpelling }),
    };
    for (const { span, name } of listRepeats(data)) this.#report(span, 'authority-duplicate', [name]);
    for (const { span, names } of listContradictions(data)) this.#report(span, 'authority-contradiction', names);
    return authority;
  }

  #readActor(item: Placed): readonly AuthorityActor[] {
    if (!this.#isMap(item, ACTOR_KEYS)) return [];
    const name = this.#getText(item, 'name');
    const kind = KINDS.find((known) => known === this.#findText(item, 'kind'));
    if (kind === undefined) this.#report(placeOf(item, 'kind'), 'authority-kind', [KINDS.join(', ')]);
    if (name === undefined || kind === undefined) return [];
    const [state, note, houseSpelling] = [
      this.#findState(item),
      this.#findText(item, 'note'),
      this.#findSpelling(item),
    ];
    return [
      {
        name,
        kind,
        aliases: this.#list(item, 'aliases').flatMap((alias) => this.#readName(alias)),
        offices: this.#list(item, 'offices').flatMap((office) => this.#readOffice(office)),
        spellings: this.#readSpellings(findEntry(item, 'spellings')?.value),
        ...(state && { state }),
        ...(note && { note }),
        ...(houseSpelling && { houseSpelling }),
      },
    ];
  }

  #readOffice(item: Placed): readonly AuthorityOffice[] {
    if (!this.#isMap(item, OFFICE_KEYS)) return [];
    const title = this.#getText(item, 'title');
    if (title === undefined) return [];
    const [state, from, to] = [this.#findState(item), this.#findDate(item, 'from'), this.#findDate(item, 'to')];
    const source = this.#findText(item, 'source');
    return [{ title, ...(state && { state }), ...(from && { from }), ...(to && { to }), ...(source && { source }) }];
  }

  #readSpellings(value: Placed | undefined): AuthorityActor['spellings'] {
    if (value === undefined || value.kind === 'nothing' || !this.#isMap(value, SPELLINGS)) return {};
    const given = SPELLINGS.map((spelling) => [spelling, this.#findText(value, spelling)] as const);
    return Object.fromEntries(given.filter(([, name]) => name !== undefined));
  }

  #readPin(item: Placed): readonly Pin[] {
    if (!this.#isMap(item, PIN_KEYS)) return [];
    const [path, quote, actor] = [this.#getText(item, 'in'), this.#findRaw(item, 'quote'), this.#findText(item, 'is')];
    if (quote === undefined || quote.trim() === '' || actor === undefined) {
      this.#report(item.span, 'authority-pin', []);
      return [];
    }
    if (path === undefined) return [];
    return [
      { path, quote, actor, before: this.#findRaw(item, 'before') ?? '', after: this.#findRaw(item, 'after') ?? '' },
    ];
  }

  /** At least two names. */
  #readGroup(item: Placed): readonly (readonly string[])[] {
    const names = item.kind === 'list' ? item.items.flatMap((name) => this.#readName(name)) : [];
    if (names.length >= 2) return [names];
    this.#report(item.span, 'authority-names', []);
    return [];
  }

  #readName(item: Placed): readonly string[] {
    if (item.kind === 'text' && item.text.trim() !== '') return [item.text.trim()];
    this.#report(item.span, 'authority-name', []);
    return [];
  }

  #list(map: Placed, key: string): readonly Placed[] {
    const value = findEntry(map, key)?.value;
    if (value === undefined || value.kind === 'nothing') return [];
    if (value.kind === 'list') return value.items;
    this.#report(value.span, 'authority-list', [key]);
    return [];
  }

  /** Whether it is a map; keys that mean nothing in it are reported, and so is all else than a map. */
  #isMap(item: Placed, keys: readonly string[], code: AuthorityFault = 'authority-map'): boolean {
    if (item.kind !== 'map') {
      this.#report(item.span, code, [code === 'authority-map' ? (keys[0] ?? '') : keys.join(', ')]);
      return false;
    }
    for (const { key, keySpan } of item.entries)
      if (!keys.includes(key)) this.#report(keySpan, 'authority-unknown', [key, keys.join(', ')]);
    return true;
  }

  #getText(map: Placed, key: string): string | undefined {
    if (findEntry(map, key) === undefined) this.#report(map.span, 'authority-missing', [key]);
    return this.#findText(map, key);
  }

  #findText(map: Placed, key: string): string | undefined {
    const text = this.#findRaw(map, key)?.trim();
    return text === '' ? undefined : text;
  }

  /** With the white space at its ends. */
  #findRaw(map: Placed, key: string): string | undefined {
    const value = findEntry(map, key)?.value;
    if (value === undefined) return undefined;
    if (value.kind === 'text') return value.text;
    // What has no value says nothing, but a name or a title that is none is a mistake.
    if (value.kind !== 'nothing' || key === 'name' || key === 'title')
      this.#report(value.span, key === 'name' ? 'authority-name' : 'authority-text', key === 'name' ? [] : [key]);
    return undefined;
  }

  #findState(map: Placed): string | undefined {
    const state = this.#findText(map, 'state');
    if (state === undefined || /^[A-Z]{2}$/.test(state)) return state;
    this.#report(placeOf(map, 'state'), 'authority-state', []);
    return undefined;
  }

  #findDate(map: Placed, key: string): string | undefined {
    const value = findEntry(map, key)?.value;
    if (value === undefined || value.kind === 'nothing') return undefined;
    // A year alone is a number.
    const date = value.kind === 'text' ? value.text : value.kind === 'other' ? value.source : '';
    if (/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(date)) return date;
    this.#report(value.span, 'authority-date', []);
    return undefined;
  }

  #findSpelling(map: Placed): Authority['houseSpelling'] {
    const text = this.#findText(map, 'houseSpelling');
    const spelling = SPELLINGS.find((known) => known === text);
    if (text !== undefined && spelling === undefined)
      this.#report(placeOf(map, 'houseSpelling'), 'authority-spelling', [SPELLINGS.join(', ')]);
    return spelling;
  }
}

/** Where a value stands; the whole map where it is missing. */
function placeOf(map: Placed, key: string): Span {
  const entry = findEntry(map, key);
  return entry === undefined ? map.span : entry.value.kind === 'nothing' ? entry.keySpan : entry.value.span;
}
