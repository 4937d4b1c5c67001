/**
 * One origin for everything that is measured: pages, their scripts and, behind `/api`, the Flows API. So no
 * page pays for a connection that another does not need.
 *
 * It looks like a payee's page: the element checks colours for developers only in a sandbox, and on a host
 * that is called `localhost`.
 */
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const root = join(import.meta.dirname, '../..');
const head =
  '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">';

const pages: Readonly<Record<string, string>> = {
  '/ours': `${head}<script type="module" src="/dots-flow.js"></script><dots-flow></dots-flow>
    <script>
      const asked = new URLSearchParams(location.search);
      const element = document.querySelector('dots-flow');
      if (asked.has('steps')) element.setAttribute('steps', asked.get('steps'));
      element.setAttribute('flow-id', asked.get('flow'));
    </script>`,
  '/lean': `${head}<script type="module" src="/lean.js"></script><lean-page></lean-page>`,
  '/bare': `${head}<input name="phone_number" type="tel">`,
  '/many': `${head}<script type="module" src="/dots-flow.js"></script><body></body>`,
};
/** A page that embeds the lean one as most do today. */
const frame = (flow: string) => `${head}<iframe src="/lean?flow=${flow}" width="400" height="600"></iframe>`;

export async function startSite(api: string): Promise<{ origin: string; close: () => void }> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'lean-page.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    conditions: ['production', 'browser'],
  });
  const lean = compressed(Buffer.from(outputFiles[0]?.contents ?? []));
  const scripts = new Map<string, Buffer>([['/lean.js', lean]]);
  const server = createServer((incoming, answer) => {
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://localhost');
    if (pathname.startsWith('/api/')) return forward(api, incoming, answer);
    const page = pathname === '/frame' ? frame(searchParams.get('flow') ?? '') : pages[pathname];
    if (page !== undefined) return void answer.writeHead(200, { 'content-type': 'text/html' }).end(page);
    if (!/^\/(?:lean|dots-flow|chunks\/[\w.-]+)\.js$/.test(pathname)) return void answer.writeHead(404).end();
    const body = scripts.get(pathname) ?? compressed(readFileSync(join(root, 'dist/cdn', pathname)));
    scripts.set(pathname, body);
    answer.writeHead(200, { 'content-type': 'text/javascript', 'content-encoding': 'br' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: originOf(server), close: () => void (server.closeAllConnections(), server.close()) };
}

/** Browsers take every name below `localhost` for the machine itself. */
const originOf = (server: Server) => `http://pay.localhost:${(server.address() as AddressInfo).port}`;

const compressed = (body: Buffer): Buffer =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });

const asLive = (piece: Buffer): string => piece.toString().replace('"sandbox":true', '"sandbox":false');

function forward(api: string, incoming: IncomingMessage, answer: ServerResponse): void {
  const target = new URL(incoming.url ?? '/', api);
  const { host: _host, origin: _origin, ...headers } = incoming.headers;
  const outgoing = request(target, { method: incoming.method, headers }, (response) => {
    const { 'content-length': _length, ...answered } = response.headers;
    answer.writeHead(response.statusCode ?? 502, answered);
    response.on('data', (piece: Buffer) => answer.write(asLive(piece)));
    response.on('end', () => answer.end());
  });
  outgoing.on('error', () => answer.writeHead(502).end());
  incoming.pipe(outgoing);
}
