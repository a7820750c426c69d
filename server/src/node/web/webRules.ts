import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isPublicAddress } from './addressRules.js';

/** What a fetch may do. Tests have rules of their own, because a test's server is on this machine. */
export interface WebRules {
  /** Whether this IP address may be connected to. */
  readonly isOpenAddress: (address: string) => boolean;
  /** Whether this port may be; empty is the usual one of the scheme. */
  readonly isOpenPort: (port: string) => boolean;
  /** All IP addresses of a host. */
  readonly resolve: (host: string) => Promise<readonly LookupAddress[]>;
  /** Unpacked. */
  readonly maxBytes: number;
  /** For everything together: names, redirects and all bytes. */
  readonly maxSeconds: number;
}

/** Public addresses at the usual ports, 20 MB, 20 seconds. */
export const PUBLIC_WEB: WebRules = {
  isOpenAddress: isPublicAddress,
  isOpenPort: (port) => port === '',
  resolve: (host) => lookup(host, { all: true }),
  maxBytes: 20_000_000,
  maxSeconds: 20,
};
