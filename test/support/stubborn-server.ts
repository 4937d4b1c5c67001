/** A real server on this machine, for whoever has to bear what servers and networks do. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { setImmediate } from 'node:timers/promises';

/** What it does with a request, by its path. */
const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
  /** Never says a word. */
  '/silent': () => undefined,
  /** Stops in the middle of the body. */
  '/halting': (response) => void response.writeHead(200).write('{"half":'),
  /** Cuts the connection in the middle of the body. */
  '/cutting': (response) =>
    void response.writeHead(200, { 'content-length': 100 }).write('{"half":', () => response.destroy()),
  '/redirecting': (response) => void response.writeHead(307, { location: '/elsewhere' }).end(),
  '/elsewhere': (response) => void response.end('{}'),
};

export interface StubbornServer {
  /** Base of its addresses, without a slash at the end. */
  readonly url: string;
  /** Paths that were asked for, in order. */
  readonly asked: string[];
  /** Resolves when the next request is there. */
  next(): Promise<unknown>;
  /**
   * Cuts whatever still waits, once everybody who was told to give up had the time to. Who did not give up
   * meets a broken connection and not a test that never ends.
   */
  cut(): Promise<void>;
}

/** Returns a server that ends with the test. */
export async function stubbornServer(t: TestContext): Promise<StubbornServer> {
  const asked: string[] = [];
  const server = createServer(({ url = '' }: IncomingMessage, response) => {
    asked.push(url);
    (answers[url] ?? (() => response.writeHead(404).end()))(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    next: () => once(server, 'request'),
    async cut() {
      await setImmediate();
      server.closeAllConnections();
    },
  };
}
