import type { ActorKind } from '../facts.js';
import type { Problem } from '../problem.js';

/** The writers' decisions about names. What they name wins over everything that is recognised. */
export interface Authority {
  readonly actors: readonly AuthorityActor[];
  /** Surface forms that are never a mention. */
  readonly reject: readonly string[];
  /** Names of one and the same actor; the first is its name. */
  readonly same: readonly (readonly string[])[];
  /** Names of different actors that must not be joined. */
  readonly notSame: readonly (readonly string[])[];
}

export interface AuthorityActor {
  readonly name: string;
  readonly kind: ActorKind;
  readonly aliases: readonly string[];
  /** ISO 3166-1 code. */
  readonly state?: string;
  readonly note?: string;
}

const KINDS: readonly ActorKind[] = ['person', 'organization', 'country', 'place', 'group'];
const SECTIONS = ['actors', 'reject', 'same', 'notSame'];

/**
 * Validates the authority file, already read into plain data by the shell: `{ actors, reject, same, notSame }`, every section
 * optional. A bad entry gives a problem and is left out; the rest counts. Nothing at all is an empty authority.
 */
export function parseAuthority(path: string, data: unknown): { authority: Authority; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const report = (message: string): void => {
    problems.push({ path, severity: 'warning', code: 'authority', message });
  };
  const sections = data === null || data === undefined ? {} : asObject(data);
  if (sections === undefined) report('The authority file must have the sections actors, reject, same and notSame.');
  for (const key of Object.keys(sections ?? {})) {
    if (!SECTIONS.includes(key)) report(`Unknown section "${key}"; known are ${SECTIONS.join(', ')}.`);
  }
  const list = (section: string): readonly unknown[] => readList(sections?.[section], section, report);
  const authority: Authority = {
    actors: list('actors').flatMap((entry, i) => parseActor(entry, `actors[${String(i)}]`, report)),
    reject: list('reject').flatMap((entry, i) => parseName(entry, `reject[${String(i)}]`, report)),
    same: list('same').flatMap((entry, i) => parseNames(entry, `same[${String(i)}]`, report)),
    notSame: list('notSame').flatMap((entry, i) => parseNames(entry, `notSame[${String(i)}]`, report)),
  };
  return { authority, problems };
}

type Report = (message: string) => void;

function readList(value: unknown, where: string, report: Report): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  report(`"${where}" must be a list.`);
  return [];
}

function parseActor(entry: unknown, where: string, report: Report): readonly AuthorityActor[] {
  const fields = asObject(entry) ?? {};
  const [name] = parseName(fields['name'], `${where}.name`, report);
  if (name === undefined) return [];
  const kind = KINDS.find((known) => known === fields['kind']);
  if (kind === undefined) {
    report(`"${where}" (${name}) needs a kind: ${KINDS.join(', ')}.`);
    return [];
  }
  const aliases = readList(fields['aliases'], `${where}.aliases`, report);
  const { state, note } = fields;
  if (state !== undefined && typeof state !== 'string')
    report(`"${where}.state" must be an ISO code in quotation marks.`);
  return [
    {
      name,
      kind,
      aliases: aliases.flatMap((alias, i) => parseName(alias, `${where}.aliases[${String(i)}]`, report)),
      ...(typeof state === 'string' ? { state } : {}),
      ...(typeof note === 'string' ? { note } : {}),
    },
  ];
}

/** At least two names. */
function parseNames(entry: unknown, where: string, report: Report): readonly (readonly string[])[] {
  const names = readList(entry, where, report).flatMap((name, i) => parseName(name, `${where}[${String(i)}]`, report));
  if (names.length >= 2) return [names];
  report(`"${where}" must have two names or more.`);
  return [];
}

function parseName(value: unknown, where: string, report: Report): readonly string[] {
  if (typeof value === 'string' && value.trim() !== '') return [value.trim()];
  report(`"${where}" must be a name.`);
  return [];
}

function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
