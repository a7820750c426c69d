import type { IndexSettings, NamedCorpus } from './host.js';

/** The settings of a workspace folder, section `fundstelle`. */
export interface Settings {
  readonly corpus?: NamedCorpus;
  readonly drafts: readonly string[];
  /** Globs of what the editor hides (`files.exclude`): our client sends them along. */
  readonly hidden: readonly string[];
  /** At most so many places are given for references. */
  readonly referencesLimit: number;
  readonly hover: { readonly enabled: boolean; readonly passages: number };
}

export const DEFAULT_SETTINGS: Settings = {
  drafts: ['**/drafts/**'],
  hidden: [],
  referencesLimit: 1000,
  hover: { enabled: true, passages: 3 },
};

/** Every glob is tried for every file. */
const MAX_HIDDEN = 100;

/**
 * Reads the settings a client sent. Null, missing and wrong values mean defaults. `namedBy` is who can have written them:
 * only a user's word may name a corpus outside the workspace.
 */
export function parseSettings(value: unknown, namedBy: NamedCorpus['namedBy']): Settings {
  const [root, hover, references] = [
    asObject(value),
    asObject(asObject(value)['hover']),
    asObject(asObject(value)['references']),
  ];
  const path = typeof root['corpus'] === 'string' ? root['corpus'].trim() : '';
  return {
    ...(path === '' ? {} : { corpus: { path, namedBy } }),
    drafts: Array.isArray(root['drafts']) ? root['drafts'].filter(isText) : DEFAULT_SETTINGS.drafts,
    hidden: Array.isArray(root['hidden'])
      ? root['hidden'].filter(isText).slice(0, MAX_HIDDEN)
      : DEFAULT_SETTINGS.hidden,
    referencesLimit: clamp(references['limit'], 1, 100_000) ?? DEFAULT_SETTINGS.referencesLimit,
    hover: {
      enabled: hover['enabled'] !== false,
      passages: clamp(hover['passages'], 0, 5) ?? DEFAULT_SETTINGS.hover.passages,
    },
  };
}

/**
 * Who wrote the corpus setting in a configuration answer. Our client marks it (`corpusScope`), and says at the start that it
 * does (`marksScopes`); any other answer may come from a file of the workspace, where a mark would prove nothing.
 */
export function findScope(value: unknown, initializationOptions: unknown): NamedCorpus['namedBy'] {
  const isMarked = asObject(initializationOptions)['marksScopes'] === true;
  return isMarked && asObject(value)['corpusScope'] === 'user' ? 'user' : 'workspace';
}

/** A value from the wire as an object; empty when it is none. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function clamp(value: unknown, low: number, high: number): number | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  return Math.min(high, Math.max(low, Math.floor(value)));
}

/** What the user says about indexes, at the start: no file of a workspace may lead them elsewhere. */
export function parseIndexSettings(initializationOptions: unknown): IndexSettings {
  const { folder, workers } = asObject(asObject(initializationOptions)['index']);
  const count = clamp(workers, 0, 16);
  return {
    ...(typeof folder === 'string' && folder.trim() !== '' && { folder }),
    // 0 is the default: as many as the machine is good for.
    ...(count !== undefined && count > 0 && { workers: count }),
  };
}
