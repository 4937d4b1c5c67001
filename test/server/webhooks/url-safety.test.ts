import assert from 'node:assert/strict';
import type { LookupAddress } from 'node:dns';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createServer as createRawServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import {
  createGuardedFetch,
  isPublicAddress,
  guardedLookup,
  urlProblem,
} from '../../../src/server/webhooks/url-safety.ts';
import type { Reach } from '../../../src/server/ports/deps.ts';

describe('webhook URLs outside sandbox mode', () => {
  for (const url of [
    'https://example.com/hooks?a=b',
    'https://93.184.216.34/',
    'https://[2606:2800:220:1:248:1893:25c8:1946]/',
    'https://example.com:8443/',
    'https://lan.example.com/',
    'https://mycorp.com/',
    'https://corp.com/',
    'https://my.home.com/',
    'https://[64:ff9b::5db8:d822]/',
    'https://[2002:5db8:d822::1]/',
  ]) {
    test(`${url} may be used`, () => assert.equal(urlProblem(url, 'public'), null));
  }
  const refused = [
    'http://example.com/',
    'https://localhost/',
    'https://api.localhost/',
    'https://intranet/',
    'https://db.internal/',
    'https://printer.local/',
    'https://router.lan/',
    'https://git.corp/',
    'https://wiki.intranet/',
    'https://nas.home/',
    'https://nas.home.arpa/',
    'https://db.private/',
    'https://machine.localdomain/',
    'https://abcdefghij234567.onion/',
    'https://name.alt/',
    'https://WIKI.Intranet/',
    'https://wiki。intranet/',
    // The dot at the end of a name. No certificate is for such a one (RFC 6066 §3).
    'https://localhost./',
    'https://intranet./',
    'https://db.internal./',
    'https://router.lan./',
    'https://example.com./',
    'https://127.0.0.1./',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0.0.0.0/',
    'https://10.1.2.3/',
    'https://172.16.0.1/',
    'https://192.168.0.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://100.64.0.1/',
    'https://[::1]/',
    'https://[::]/',
    'https://[fd00::1]/',
    'https://[fe80::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[64:ff9b::a00:1]/',
    'https://[2002:a00:1::]/',
    // Addresses of IPv4 in those of IPv6: compatible (RFC 4291), mapped, ISATAP (RFC 5214), 6to4, Teredo,
    // NAT64 with prefixes of the network's own (RFC 8215) and SIIT (RFC 7915).
    'https://[::7f00:1]/',
    'https://[::127.0.0.1]/',
    // Nobody on the internet has been given these (RFC 4291 §2.4, IANA's IPv6 address space), so whoever
    // has them is in a network.
    'https://[1::1]/',
    'https://[200::1]/',
    'https://[4000::1]/',
    'https://[9000::1]/',
    'https://[e000::1]/',
    'https://[fe00::1]/',
    'https://[64:ff9a::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[64:ff9b::127.0.0.1]/',
    'https://[::a00:1]/',
    'https://[::5db8:d822]/',
    'https://[2606:2800:220:1:0:5efe:a00:1]/',
    'https://[2606:2800:220:1:200:5efe:7f00:1]/',
    'https://[2002:7f00:1::]/',
    'https://[2002:a9fe:a9fe::1]/',
    'https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/',
    'https://[64:ff9b::a9fe:a9fe]/',
    'https://[64:ff9b:1::a00:1]/',
    'https://[64:ff9b:1::5db8:d822]/',
    'https://[64:ff9b:1:fffe::a00:1]/',
    'https://[::ffff:0:a00:1]/',
    'https://[fec0::1]/',
    // What clouds serve to the machines in them: Azure, Alibaba, Oracle, AWS over IPv6.
    'https://168.63.129.16/',
    'https://[64:ff9b::a83f:8110]/',
    'https://100.100.100.200/',
    'https://192.0.0.192/',
    'https://[fd00:ec2::254]/',
    'https://metadata.google.internal/',
    'https://255.255.255.255/',
    'https://224.0.0.1/',
    'https://198.18.0.1/',
    'https://192.0.2.1/',
    'https://[2001:db8::1]/',
    'https://[100::1]/',
    'https://[3fff::1]/',
    'https://[5f00::1]/',
  ];
  for (const url of refused) {
    test(`${url} is refused`, () => assert.equal(urlProblem(url, 'public'), 'insecure-url'));
  }
  for (const url of ['', '/hooks', 'javascript:alert(1)', 'ftp://example.com', 'https://user@example.com/']) {
    test(`${JSON.stringify(url)} is no URL for a webhook, in any mode`, () => {
      assert.equal(urlProblem(url, 'public'), 'invalid-url');
      assert.equal(urlProblem(url, 'anywhere'), 'invalid-url');
    });
  }
  test('sandbox mode takes receivers on this machine, and none in the rest of its network', () => {
    const reach = 'public or this machine';
    for (const url of [
      'http://127.0.0.1:3000/hooks',
      'http://[::1]/',
      'http://localhost:1/',
      'http://93.184.216.34',
    ])
      assert.equal(urlProblem(url, reach), null, url);
    for (const url of ['http://10.1.2.3/', 'http://169.254.169.254/', 'https://[fd00::1]/'])
      assert.equal(urlProblem(url, reach), 'insecure-url', url);
    assert.equal(urlProblem('http://10.1.2.3/', 'anywhere'), null);
  });
  test('what is no address is not public', () => assert.equal(isPublicAddress('example.com'), false));
});

describe('addresses that a name resolves to', () => {
  const resolving =
    (...addresses: string[]) =>
    (
      _name: string,
      _options: { readonly all: true },
      callback: (error: null, found: LookupAddress[]) => void,
    ) =>
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
  const look = (addresses: string[], all = true, reach: Reach = 'public') =>
    new Promise<{ error: NodeJS.ErrnoException | null; found: unknown }>((resolve) =>
      guardedLookup(reach, resolving(...addresses))('hook.example', { all }, (error, found) =>
        resolve({ error, found }),
      ),
    );

  /** Returns the family that a socket hears of with all addresses, and with one. */
  const families = (addresses: string[]) =>
    Promise.all(
      [true, false].map(
        (all) =>
          new Promise((resolve) =>
            guardedLookup('public', resolving(...addresses))(
              'hook.example',
              { all },
              (_error, _found, family) => resolve(family),
            ),
          ),
      ),
    );

  test('only public ones are handed to the socket', async () => {
    assert.deepEqual((await look(['10.0.0.1', '93.184.216.34'])).found, [
      { address: '93.184.216.34', family: 4 },
    ]);
    assert.equal((await look(['93.184.216.34'], false)).found, '93.184.216.34');
    assert.deepEqual(await families(['10.0.0.1', '93.184.216.34']), [undefined, 4]);
    assert.deepEqual(await families(['2606:2800:220:1:248:1893:25c8:1946']), [undefined, 6]);
  });

  test('a sandbox reaches its own machine by name, and no other of its network', async () => {
    const sandbox = (addresses: string[]) => look(addresses, true, 'public or this machine');
    assert.deepEqual((await sandbox(['127.0.0.1', '10.0.0.1'])).found, [{ address: '127.0.0.1', family: 4 }]);
    assert.equal((await sandbox(['169.254.169.254'])).error?.code, 'ENOTPUBLIC');
    assert.ok((await look(['10.0.0.1'], true, 'anywhere')).found);
  });

  test('a name with private ones alone does not resolve', async () => {
    assert.equal((await look(['127.0.0.1', '::1'])).error?.code, 'ENOTPUBLIC');
  });

  test('the request itself is refused when the name turns private after it was checked', async () => {
    const fetchPublic = createGuardedFetch('public', resolving('127.0.0.1'));
    await assert.rejects(fetchPublic('https://rebinding.example/hook', { method: 'POST', body: '{}' }), {
      code: 'ENOTPUBLIC',
    });
    await assert.rejects(fetchPublic('https://127.0.0.1/hook', { method: 'POST' }), { code: 'ENOTPUBLIC' });
    // One that was registered when such names were taken.
    const elsewhere = createGuardedFetch('public', resolving('93.184.216.34'));
    await assert.rejects(elsewhere('https://git.corp/hook', { method: 'POST' }), { code: 'ENOTPUBLIC' });
  });
});

describe('the fetch of webhooks', () => {
  const reach = 'public or this machine';

  /** Asks a server of this machine that answers with this, and returns what each heard. */
  async function exchange(t: TestContext, status: number, text: string, init?: RequestInit) {
    let heard = {};
    const server = createServer((request, response) => {
      const { method, url, headers } = request;
      let body = '';
      request.setEncoding('utf8').on('data', (part: string) => (body += part));
      request.on('end', () => {
        heard = { method, url, body, length: headers['content-length'], kind: headers['content-type'] };
        response.writeHead(status, { location: '/elsewhere', connection: 'close' }).end(text);
      });
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    t.after(() => server.close());
    const { port } = server.address() as AddressInfo;
    const answer = await createGuardedFetch(reach)(`http://127.0.0.1:${port}/hook?a=b`, init);
    return { heard, status: answer.status, body: answer.body, text: await answer.text() };
  }

  test('sends method, headers and body as they are, and returns what is answered', async (t) => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":"ü"}' };
    const { heard, status, text } = await exchange(t, 201, 'made', init);
    assert.deepEqual([status, text], [201, 'made']);
    assert.deepEqual(heard, {
      method: 'POST',
      url: '/hook?a=b',
      body: '{"a":"ü"}',
      length: '10',
      kind: 'application/json',
    });
  });

  test('finds a receiver by its name', async (t) => {
    const server = createServer((_request, response) => response.writeHead(204).end());
    await once(server.listen(0, 'localhost'), 'listening');
    t.after(() => server.close());
    const { port } = server.address() as AddressInfo;
    assert.equal((await createGuardedFetch(reach)(`http://localhost:${port}/`)).status, 204);
  });

  for (const status of [204, 205, 304])
    test(`returns no body with ${status}`, async (t) => {
      const answer = await exchange(t, status, '');
      assert.deepEqual([answer.status, answer.body], [status, null]);
    });

  test('uses a connection again after an answer without a body', async (t) => {
    let connections = 0;
    const server = createServer((_request, response) => response.writeHead(204).end());
    server.on('connection', () => (connections += 1));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const fetchHere = createGuardedFetch(reach);
    t.after(() => {
      server.closeAllConnections();
      server.close();
    });
    for (let asked = 0; asked < 5; asked += 1) {
      await fetchHere(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      await setImmediate();
    }
    assert.ok(connections < 5, String(connections));
  });

  test('follows no redirect', async (t) => {
    const { status, text } = await exchange(t, 302, 'Elsewhere.');
    assert.deepEqual([status, text], [302, 'Elsewhere.']);
  });

  /** Asks a server of this machine that answers with these very bytes. */
  async function hear(t: TestContext, bytes: string) {
    const server = createRawServer((socket) => socket.once('data', () => socket.end(bytes)));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    t.after(() => server.close());
    return createGuardedFetch(reach)(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  }

  for (const status of ['000', '099', '101', '600', '999'])
    test(`fails, and ends no process, when a receiver answers ${status}`, (t) =>
      assert.rejects(hear(t, `HTTP/1.1 ${status} Odd\r\ncontent-length: 0\r\n\r\n`), {
        code: `HTTP ${Number(status)}`,
      }));

  test('fails when a receiver goes on in another protocol, or in none', async (t) => {
    const upgrade = 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: odd\r\n\r\n';
    await assert.rejects(hear(t, upgrade), { code: 'HTTP 101' });
    await assert.rejects(hear(t, 'Hello.\r\n\r\n'), { code: /^HPE_/ });
    await assert.rejects(hear(t, ''), { code: 'ECONNRESET' });
  });

  test('waits for the answer that follows an early one', async (t) => {
    const early = 'HTTP/1.1 103 Early Hints\r\n\r\n';
    const answer = await hear(t, `${early}HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n`);
    assert.equal(answer.status, 200);
  });

  test('fails when nobody answers, and when it is told to give up', async () => {
    const fetchHere = createGuardedFetch(reach);
    const server = createServer();
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const giveUp = new AbortController();
    server.once('request', () => giveUp.abort());
    await assert.rejects(fetchHere(url, { signal: giveUp.signal }), { name: 'AbortError' });
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
    await assert.rejects(fetchHere(url), { code: 'ECONNREFUSED' });
  });

  test('hands on that a name cannot be resolved', async () => {
    const gone = Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    const fetchGone = createGuardedFetch('public', (_name, _options, callback) => callback(gone, []));
    await assert.rejects(fetchGone('https://nobody.example/'), { code: 'ENOTFOUND' });
  });
});
