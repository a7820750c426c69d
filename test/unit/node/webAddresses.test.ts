import assert from 'node:assert/strict';
import { isPublicAddress } from '../../../server/src/node/web/addressRules.js';
import { parseWebAddress } from '../../../server/src/node/web/webAddress.js';
import { PUBLIC_WEB } from '../../../server/src/node/web/webRules.js';

const CLOSED: Readonly<Record<string, string>> = {
  'this network': '0.0.0.0 0.0.0.1 0.255.255.255',
  private: '10.0.0.0 10.255.255.255 172.16.0.1 172.31.255.255 192.168.0.1 192.168.255.255',
  'carrier-grade NAT': '100.64.0.0 100.100.100.200 100.127.255.255',
  loopback: '127.0.0.1 127.0.0.53 127.255.255.254 ::1',
  'link-local and metadata': '169.254.0.1 169.254.169.254 169.254.170.2 fe80::1 fe80::1%eth0 febf::1 fd00:ec2::254',
  'metadata at other places': '168.63.129.16 192.0.0.192',
  'protocol assignments': '192.0.0.1 192.0.0.170 192.31.196.1 192.52.193.1 192.88.99.1 192.175.48.1',
  documentation: '192.0.2.1 198.51.100.7 203.0.113.255 2001:db8::1 2001:db8:ffff::1 3fff::1 3fff:fff::1',
  benchmarks: '198.18.0.1 198.19.255.255 2001:2::1',
  multicast: '224.0.0.1 239.255.255.250 ff02::1 ff0e::1',
  'reserved and broadcast': '240.0.0.1 255.255.255.255',
  'nothing at all': ':: ::7f00:1 100::1',
  'IPv4 inside IPv6':
    '::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:93.184.215.14 ::ffff:7f00:1 64:ff9b::7f00:1 64:ff9b:1::1',
  'tunnels that hold IPv4': '2001::1 2001:0:7f00:1::1 2002:7f00:1::1 2002:c0a8:101::1 2002:5db8:d822::1',
  'unique and site local': 'fc00::1 fdff:ffff::1 fec0::1',
  'no part of the internet': '4000::1 5f00::1 8000::1 1fff:ffff::1',
  'no addresses': 'localhost 1.2.3 1.2.3.256 0x7f.0.0.1 127.1 2130706433 [::1] 1.1.1.1:80',
};
const OPEN =
  '1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 93.184.215.14 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.1 169.253.255.255 169.255.0.0 ' +
  '172.15.255.255 172.32.0.0 192.0.1.1 192.0.3.0 192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 203.0.112.255 203.0.114.0 223.255.255.255 ' +
  '2001:200::1 2001:4860:4860::8888 2003::1 2606:4700::6810:84e5 2a00:1450:4001::5 2a02:2e0:3fe::1 3ffe::1';

describe('places of the internet', () => {
  for (const [kind, addresses] of Object.entries(CLOSED)) {
    it(`refuses ${kind}`, () => {
      for (const address of [...addresses.split(' '), '']) assert.equal(isPublicAddress(address), false, address);
    });
  }

  it('takes what is given out, up to the borders of what is not', () => {
    for (const address of OPEN.split(' ')) assert.equal(isPublicAddress(address), true, address);
  });
});

describe('addresses of the web', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c'],
    ['  http://example.org:80/  ', 'http://example.org/'],
    ['https://example.org:443', 'https://example.org/'],
    ['https://bücher.example/ä', 'https://xn--bcher-kva.example/%C3%A4'],
    ['http://1.1.1.1/', 'http://1.1.1.1/'],
    ['http://example.org:8080/', 'port'],
    ['https://example.org:80/', 'port'],
    ['https://me:secret@example.org/', 'credentials'],
    ['https://me@example.org/', 'credentials'],
    ['ftp://example.org/', 'no-web-address'],
    ['file:///etc/passwd', 'no-web-address'],
    ['javascript:alert(1)', 'no-web-address'],
    ['data:text/html,x', 'no-web-address'],
    ['example.org', 'no-web-address'],
    ['', 'no-web-address'],
    [`https://example.org/${'a'.repeat(5000)}`, 'no-web-address'],
    ['http://127.0.0.1/', 'closed-address'],
    ['http://127.1/', 'closed-address'],
    ['http://2130706433/', 'closed-address'],
    ['http://0x7f000001/', 'closed-address'],
    ['http://0177.0.0.1/', 'closed-address'],
    ['http://0/', 'closed-address'],
    ['http://①②⑦.⓪.⓪.①/', 'closed-address'],
    ['http://[::1]/', 'closed-address'],
    ['http://[::ffff:169.254.169.254]/', 'closed-address'],
    ['http://127.0.0.1:8080/', 'closed-address'],
  ];
  for (const [address, expected] of cases) {
    it(`${address.slice(0, 60)} → ${expected}`, () => {
      const parsed = parseWebAddress(address, PUBLIC_WEB);
      assert.equal('refused' in parsed ? parsed.refused : parsed.href, expected);
    });
  }

  it('redirects are relative to where they came from', () => {
    const parsed = parseWebAddress('/b', PUBLIC_WEB, new URL('https://example.org/a'));
    assert.ok(!('refused' in parsed));
    assert.equal(parsed.href, 'https://example.org/b');
  });
});
