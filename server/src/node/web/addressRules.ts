import { BlockList, isIP } from 'node:net';

/**
 * Networks that are no public places, by IANA's registries of special-purpose addresses (RFC 6890 and its updates), with the metadata
 * service of Azure, which has a public address.
 */
const CLOSED_4 = createList('ipv4', [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // carrier-grade NAT, Alibaba's metadata
  ['127.0.0.0', 8], // loopback
  ['168.63.129.16', 32], // Azure
  ['169.254.0.0', 16], // link-local, metadata of most clouds
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments, Oracle's metadata
  ['192.0.2.0', 24], // documentation
  ['192.31.196.0', 24], // AS112
  ['192.52.193.0', 24], // multicast tunnelling
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['192.175.48.0', 24], // AS112
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
]);

/** The only part of IPv6 that is given out: loopback, mapped IPv4, NAT64, unique local, link-local and multicast lie outside. */
const OPEN_6 = createList('ipv6', [['2000::', 3]]);

const CLOSED_6 = createList('ipv6', [
  ['2001::', 23], // protocol assignments, Teredo among them
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4: any IPv4 address may be in it
  ['2620:4f:8000::', 48], // AS112
  ['3fff::', 20], // documentation
]);

/** Whether an IP address is a public place of the internet; false for what is no address. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !CLOSED_4.check(address, 'ipv4');
  // With a zone (`fe80::1%eth0`) it is an address of this machine's own network.
  if (family !== 6 || address.includes('%')) return false;
  return OPEN_6.check(address, 'ipv6') && !CLOSED_6.check(address, 'ipv6');
}

function createList(family: 'ipv4' | 'ipv6', networks: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of networks) list.addSubnet(network, prefix, family);
  return list;
}
