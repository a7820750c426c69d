import { isIP } from 'node:net';
import type { WebRefusal } from '../../service/adding/ports.js';
import type { WebRules } from './webRules.js';

/** Longer ones are no addresses of articles. */
const MAX_LENGTH = 4000;

/** An address of the web that may be asked; `base` is where a redirect came from. Names of hosts are looked at when they are resolved. */
export function parseWebAddress(address: string, rules: WebRules, base?: URL): URL | WebRefusal {
  const url = address.length > MAX_LENGTH ? undefined : parse(address.trim(), base);
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    return { refused: 'no-web-address', detail: address.slice(0, 200) };
  if (url.username !== '' || url.password !== '') return { refused: 'credentials', detail: url.host };
  // Numbers are connected to without being resolved; the parser has made `0x7f.1` and its like usual ones.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !rules.isOpenAddress(host)) return { refused: 'closed-address', detail: host };
  if (!rules.isOpenPort(url.port)) return { refused: 'port', detail: url.port };
  // A fragment is no part of what is asked for.
  url.hash = '';
  return url;
}

function parse(address: string, base: URL | undefined): URL | undefined {
  return URL.canParse(address, base?.href) ? new URL(address, base) : undefined;
}
