import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { findExtensionOfType } from '../../../server/src/formats/fileExtensions.js';
import { createWebFetcher } from '../../../server/src/node/web/webFetcher.js';
import { PUBLIC_WEB, type WebRules } from '../../../server/src/node/web/webRules.js';
import type { WebPage, WebRefusal } from '../../../server/src/service/adding/ports.js';

const HTML = { 'content-type': 'text/html; charset=utf-8' };
const PAGE = '<!doctype html><title>Genf</title><p>Lawrow kam.';

describe('fetching a page', () => {
  let server: Server;
  let answer: RequestListener = () => undefined;
  let asked: IncomingMessage[] = [];

  before(async () => {
    server = createServer((request, response) => {
      asked.push(request);
      answer(request, response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  beforeEach(() => {
    asked = [];
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const port = (): number => (server.address() as AddressInfo).port;
  /** Every name but those of `closed.example` leads to our server, at its port. */
  const rules = (more: Partial<WebRules> = {}): WebRules => ({
    ...PUBLIC_WEB,
    isOpenAddress: (address) => address === '127.0.0.1',
    isOpenPort: () => true,
    resolve: (host) =>
      Promise.resolve([{ address: host === 'closed.example' ? '169.254.169.254' : '127.0.0.1', family: 4 }]),
    ...more,
  });
  const fetcher = (more: Partial<WebRules> = {}) =>
    createWebFetcher({ userAgent: 'Fundstelle/test', findExtension: findExtensionOfType, rules: rules(more) });
  const fetch = (path = '/', more: Partial<WebRules> = {}): Promise<WebPage | WebRefusal> =>
    fetcher(more).fetch(`http://a.example:${String(port())}${path}`);
  const reply =
    (status: number, headers: Readonly<Record<string, string>>, body: string | Uint8Array = ''): RequestListener =>
    (_, response: ServerResponse) => {
      response.writeHead(status, headers).end(body);
    };
  const getPage = (fetched: WebPage | WebRefusal): WebPage => {
    assert.ok(!('refused' in fetched), JSON.stringify(fetched));
    return fetched;
  };
  const getRefusal = (fetched: WebPage | WebRefusal): readonly string[] => {
    assert.ok('refused' in fetched);
    return [fetched.refused, fetched.detail];
  };

  it('gives the bytes, what they are, and who was asked', async () => {
    answer = reply(200, HTML, PAGE);
    const page = getPage(await fetch('/artikel?id=1#oben'));
    assert.equal(Buffer.from(page.bytes).toString(), PAGE);
    const { url, extension, charset, hosts } = page;
    assert.deepEqual(
      { url, extension, charset, hosts },
      {
        url: `http://a.example:${String(port())}/artikel?id=1`,
        extension: 'html',
        charset: 'utf-8',
        hosts: ['a.example'],
      },
    );
  });

  it('says who we are, and nothing else: no cookies, no referrer, no language', async () => {
    answer = (request, response) => {
      if (request.url === '/') response.writeHead(302, { location: '/b', 'set-cookie': 'id=1' }).end();
      else response.writeHead(200, HTML).end(PAGE);
    };
    await fetch();
    assert.deepEqual(
      asked.map(({ headers }) => Object.keys(headers).sort()),
      [0, 1].map(() => ['accept', 'accept-encoding', 'connection', 'host', 'user-agent']),
    );
    assert.equal(asked[0]?.headers['user-agent'], 'Fundstelle/test');
  });

  for (const [encoding, pack] of Object.entries({ gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync })) {
    it(`unpacks ${encoding}`, async () => {
      answer = reply(200, { ...HTML, 'content-encoding': encoding }, pack(Buffer.from(PAGE)));
      assert.equal(Buffer.from(getPage(await fetch()).bytes).toString(), PAGE);
    });
  }

  it('follows five redirects, to other hosts too, and no sixth', async () => {
    const lead =
      (count: number): RequestListener =>
      (request, response) => {
        const step = Number(request.url?.slice(1) ?? 0);
        if (step >= count) response.writeHead(200, HTML).end(PAGE);
        else
          response
            .writeHead([301, 302, 303, 307, 308][step % 5] ?? 301, {
              location: step === 1 ? `http://b.example:${String(port())}/${String(step + 1)}` : `/${String(step + 1)}`,
            })
            .end();
      };
    answer = lead(5);
    const page = getPage(await fetch('/0'));
    assert.deepEqual(page.hosts, ['a.example', 'a.example', 'b.example', 'b.example', 'b.example', 'b.example']);
    assert.equal(page.url, `http://b.example:${String(port())}/5`);
    answer = lead(6);
    assert.deepEqual(getRefusal(await fetch('/0')), ['too-many-redirects', 'a.example']);
  });

  const lures: readonly (readonly [string, string])[] = [
    ['http://127.0.0.2/', 'closed-address'],
    ['http://[::1]/', 'closed-address'],
    ['//169.254.169.254/latest/meta-data/', 'closed-address'],
    ['http://closed.example/', 'closed-address'],
    ['http://me:pw@a.example/', 'credentials'],
    ['file:///etc/passwd', 'no-web-address'],
    ['gopher://a.example/', 'no-web-address'],
    ['http://', 'no-web-address'],
  ];
  for (const [location, refused] of lures) {
    it(`does not follow a redirect to ${location}`, async () => {
      answer = reply(302, { location }, PAGE);
      assert.equal(getRefusal(await fetch())[0], refused);
      assert.equal(asked.length, 1);
    });
  }

  it('checks the very addresses that it connects to: a name cannot mean another place a moment later', async () => {
    answer = reply(302, { location: '/again' });
    const answers = ['127.0.0.1', '10.0.0.1', '127.0.0.1'];
    const resolve = () => Promise.resolve([{ address: answers.shift() ?? '', family: 4 }]);
    assert.deepEqual(getRefusal(await fetch('/', { resolve })), ['closed-address', 'a.example']);
    assert.deepEqual([asked.length, answers.length], [1, 1], 'asked once, resolved once for each connection');
  });

  it('refuses a name of which one address is closed, and one that has none', async () => {
    answer = reply(200, HTML, PAGE);
    const both = ['127.0.0.1', '192.168.0.1'].map((address) => ({ address, family: 4 }));
    for (const addresses of [both, [...both].reverse(), []])
      assert.deepEqual(getRefusal(await fetch('/', { resolve: () => Promise.resolve(addresses) })), [
        'closed-address',
        'a.example',
      ]);
    assert.equal(asked.length, 0);
  });

  it('opens nothing on this machine by its own rules', async () => {
    const ofPublic = createWebFetcher({ userAgent: 'x', findExtension: findExtensionOfType });
    for (const address of [`http://127.0.0.1:${String(port())}/`, 'http://localhost/', 'http://[::1]/'])
      assert.equal(getRefusal(await ofPublic.fetch(address))[0], 'closed-address', address);
    assert.equal(getRefusal(await ofPublic.fetch(`http://localhost:${String(port())}/`))[0], 'port');
    assert.equal(asked.length, 0);
  });

  it('leaves what is too large, said or not, and a bomb in the middle', async () => {
    const maxBytes = 100_000;
    answer = reply(200, { ...HTML, 'content-length': '100001' }, 'x'.repeat(100_001));
    assert.deepEqual(getRefusal(await fetch('/', { maxBytes })), ['too-large', '0.1 MB']);
    let closed: Promise<unknown> = Promise.resolve();
    answer = (_, response) => {
      closed = once(response.writeHead(200, HTML), 'close');
      const pour = (): void => {
        while (!response.destroyed && response.write('x'.repeat(10_000)));
        response.once('drain', pour);
      };
      pour();
    };
    assert.equal(getRefusal(await fetch('/', { maxBytes }))[0], 'too-large');
    await closed;
    const bomb = gzipSync(Buffer.alloc(300_000_000));
    assert.ok(bomb.length < 500_000);
    answer = reply(200, { ...HTML, 'content-encoding': 'gzip' }, bomb);
    assert.deepEqual(getRefusal(await fetch()), ['too-large', '20 MB']);
    answer = reply(200, HTML, 'x'.repeat(100_000));
    assert.equal(getPage(await fetch('/', { maxBytes })).bytes.length, 100_000);
  });

  it('waits for everything together only so long: an answer, its bytes, a name', async () => {
    const maxSeconds = 0.2;
    answer = () => undefined;
    assert.deepEqual(getRefusal(await fetch('/', { maxSeconds })), ['too-slow', '0.2']);
    answer = (_, response) => {
      response.writeHead(200, HTML);
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => {
        clearInterval(drip);
      });
    };
    assert.equal(getRefusal(await fetch('/', { maxSeconds }))[0], 'too-slow');
    answer = (request, response) => {
      setTimeout(() => response.writeHead(302, { location: request.url }).end(), 60);
    };
    assert.equal(getRefusal(await fetch('/', { maxSeconds }))[0], 'too-slow');
    const resolve = () => new Promise<never>(() => undefined);
    assert.equal(getRefusal(await fetch('/', { maxSeconds, resolve }))[0], 'too-slow');
  });

  it('stops when nobody wants the page any more', async () => {
    answer = () => undefined;
    const controller = new AbortController();
    const fetched = fetcher().fetch(`http://a.example:${String(port())}/`, controller.signal);
    setTimeout(() => {
      controller.abort(new Error('enough'));
    }, 50);
    await assert.rejects(fetched, /enough/);
  });

  const types: readonly (readonly [string, string, string])[] = [
    ['application/xhtml+xml', '/', 'xhtml'],
    ['TEXT/PLAIN;charset=windows-1252', '/', 'txt'],
    ['application/pdf', '/', 'pdf'],
    ['application/octet-stream', '/a/Bericht.PDF', 'pdf'],
    ['', '/seite.html', 'html'],
    ['image/png', '/seite.html', 'content-type'],
    ['application/octet-stream', '/a.exe', 'content-type'],
    ['application/json', '/', 'content-type'],
    ['text/css', '/', 'content-type'],
    ['', '/', 'content-type'],
  ];
  for (const [type, path, expected] of types) {
    it(`takes “${type}” at ${path} for ${expected}`, async () => {
      answer = reply(200, type === '' ? {} : { 'content-type': type }, PAGE);
      const fetched = await fetch(path);
      assert.equal('refused' in fetched ? fetched.refused : fetched.extension, expected);
    });
  }

  it('says what else goes wrong', async () => {
    for (const status of [204, 206, 304, 401, 404, 500]) {
      answer = reply(status, HTML);
      assert.deepEqual(getRefusal(await fetch()), ['status', String(status)]);
    }
    answer = reply(302, HTML);
    assert.deepEqual(getRefusal(await fetch()), ['status', '302'], 'a redirect to nowhere');
    answer = reply(200, { ...HTML, 'content-encoding': 'zstd' }, 'x');
    assert.deepEqual(getRefusal(await fetch()), ['content-type', 'zstd']);
    answer = reply(200, { ...HTML, 'content-encoding': 'gzip' }, PAGE);
    assert.equal(getRefusal(await fetch())[0], 'unreachable', 'not packed at all');
    answer = (_, response) => {
      response.writeHead(200, { ...HTML, 'content-length': '1000' });
      response.write(PAGE);
      setTimeout(() => response.destroy(), 20);
    };
    assert.deepEqual(getRefusal(await fetch()), ['unreachable', 'ECONNRESET']);
    const resolve = () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' }));
    assert.deepEqual(getRefusal(await fetch('/', { resolve })), ['unreachable', 'ENOTFOUND']);
  });
});
