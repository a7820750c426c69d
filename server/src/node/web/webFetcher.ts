import { get as getPlain, type IncomingMessage } from 'node:http';
import { get as getSecure } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { WebFetcher, WebPage, WebRefusal } from '../../service/adding/ports.js';
import { parseWebAddress } from './webAddress.js';
import { readBody } from './webBody.js';
import { PUBLIC_WEB, type WebRules } from './webRules.js';

export interface WebFetcherOptions {
  /** What we call ourselves. */
  readonly userAgent: string;
  /** The extension for a media type that can be read; `path` is that of the address, for types that say nothing. */
  readonly findExtension: (mediaType: string, path: string) => string | undefined;
  readonly rules?: WebRules;
}

const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches single pages. Where a name leads is checked when the connection is made, on the very addresses that are connected to, so that a
 * name cannot mean another place a moment later; again at every redirect. No cookies, no proxy (it would resolve names itself), no cache.
 */
export function createWebFetcher(options: WebFetcherOptions): WebFetcher {
  const { rules = PUBLIC_WEB } = options;
  return {
    fetch: async (address, given) => {
      const limit = AbortSignal.timeout(rules.maxSeconds * 1000);
      // The service knows no platform types; whoever wants to abort a fetch gives the platform's own signal.
      const signal = given instanceof AbortSignal ? AbortSignal.any([limit, given]) : limit;
      try {
        return await follow(address, { ...options, rules, signal });
      } catch (error) {
        if (given?.aborted === true) throw given.reason;
        if (limit.aborted) return { refused: 'too-slow', detail: String(rules.maxSeconds) };
        return explain(error);
      }
    },
  };
}

interface Fetching extends Required<WebFetcherOptions> {
  readonly signal: AbortSignal;
}

async function follow(address: string, fetching: Fetching): Promise<WebPage | WebRefusal> {
  const hosts: string[] = [];
  let url = parseWebAddress(address, fetching.rules);
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    if ('refused' in url) return url;
    hosts.push(url.hostname);
    const response = await request(url, fetching);
    const location = REDIRECTS.has(response.statusCode ?? 0) ? response.headers.location : undefined;
    if (location === undefined) return take(response, { url, hosts, fetching });
    response.destroy();
    url = parseWebAddress(location, fetching.rules, url);
  }
  return { refused: 'too-many-redirects', detail: hosts[0] ?? '' };
}

function request(url: URL, { rules, signal, userAgent }: Fetching): Promise<IncomingMessage> {
  const headers = {
    'user-agent': userAgent,
    accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5',
    'accept-encoding': 'gzip, deflate, br',
  };
  const get = url.protocol === 'https:' ? getSecure : getPlain;
  return new Promise((resolve, reject) => {
    // Without an agent no connection is shared, and none goes through a proxy that the environment names.
    get(url, { agent: false, headers, signal, lookup: createLookup(rules) }, resolve).on('error', reject);
  });
}

/** The name leads to a network that is not opened. */
class ClosedAddress extends Error {}

function createLookup({ resolve, isOpenAddress }: WebRules): LookupFunction {
  return (host, { all }, callback) => {
    resolve(host).then(
      (addresses) => {
        const [first] = addresses;
        // One closed address is enough: a name that leads to both is set up to get in.
        if (first === undefined || !addresses.every(({ address }) => isOpenAddress(address)))
          callback(new ClosedAddress(host), []);
        else if (all === true) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)), []);
      },
    );
  };
}

interface Answered {
  readonly url: URL;
  readonly hosts: readonly string[];
  readonly fetching: Fetching;
}

async function take(response: IncomingMessage, { url, hosts, fetching }: Answered): Promise<WebPage | WebRefusal> {
  const type = (response.headers['content-type'] ?? '').slice(0, 500);
  const mediaType = (type.split(';')[0] ?? '').trim().toLowerCase();
  const charset = /;\s{0,9}charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i.exec(type)?.[1];
  const extension = fetching.findExtension(mediaType, url.pathname);
  const refuse = (refusal: WebRefusal): WebRefusal => {
    response.destroy();
    return refusal;
  };
  if (response.statusCode !== 200) return refuse({ refused: 'status', detail: String(response.statusCode) });
  if (extension === undefined) return refuse({ refused: 'content-type', detail: mediaType });
  const bytes = await readBody(response, fetching.rules.maxBytes);
  if ('refused' in bytes) return refuse(bytes);
  return { url: url.href, bytes, extension, hosts, ...(charset !== undefined && { charset }) };
}

function explain(error: unknown): WebRefusal {
  if (error instanceof ClosedAddress) return { refused: 'closed-address', detail: error.message };
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return { refused: 'unreachable', detail: code === '' ? String(error) : code };
}
