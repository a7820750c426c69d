import type { DataFiles } from '../../core/language/dataFiles.js';
import { listValues, parseTable } from '../../core/language/table.js';
import type { Problem } from '../../core/problem.js';

/** What is known of an outlet's pages beside what they say themselves. */
export interface OutletProfile {
  /** The outlet's name, in the spelling of the outlet table. */
  readonly name: string;
  /** CSS selectors of elements that are no part of an article, removed before anything is read. */
  readonly remove: readonly string[];
}

/** Profiles by host; `sn.at` also serves `www.sn.at`. */
export type OutletProfiles = ReadonlyMap<string, OutletProfile>;

const PATH = 'web/outlets.tsv';

/** Compiles the table of outlet profiles: a row is a family of outlets whose pages are made alike. */
export function parseOutletProfiles(files: DataFiles): { profiles: OutletProfiles; problems: readonly Problem[] } {
  const { rows, problems } = parseTable(PATH, files.get(PATH) ?? '');
  const profiles = new Map<string, OutletProfile>();
  for (const row of rows) {
    const remove = listValues(row['remove']);
    for (const outlet of listValues(row['outlets'])) {
      const [host = '', name = ''] = outlet.split('=');
      profiles.set(host, { name, remove });
    }
  }
  return { profiles, problems };
}

/** The profile of an address's host, or of a domain above it. */
export function findProfile(profiles: OutletProfiles, url: string | undefined): OutletProfile | undefined {
  const labels = (findHost(url) ?? '').split('.');
  for (let i = 0; i < labels.length - 1; i++) {
    const profile = profiles.get(labels.slice(i).join('.'));
    if (profile) return profile;
  }
  return undefined;
}

/** The host of a http(s) address, in lower case, without `www.`. */
export function findHost(url: string | undefined): string | undefined {
  return /^https?:\/\/(?:www\.)?([\w.-]{3,253})/i.exec(url ?? '')?.[1]?.toLowerCase();
}
