/** The partner's receivers of webhooks: a good one, a slow one, one that fails at times, and a dead one. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Chance } from '../../test/fuzz/mutate.ts';
import { newPort } from './ports.ts';

export type Kind = 'good' | 'slow' | 'flaky' | 'dead';
export const kinds: readonly Kind[] = ['good', 'slow', 'flaky', 'dead'];

const slowMs = 600;

export class Receiver {
  readonly url: string;
  /** What was taken with a 2xx, by receiver and id: the bodies, in the order in which they came. */
  readonly taken = new Map<string, string[]>();
  /** How often something came that had been taken before. */
  repeated = 0;
  /** The one that fails at times does no more. */
  calm = false;
  readonly #server: Server;
  readonly #waiting = new Map<string, () => void>();

  private constructor(server: Server, url: string) {
    this.#server = server;
    this.url = url;
  }

  static async start(by: Chance): Promise<Receiver> {
    const server = createServer((request, response) => {
      const kind = (request.url ?? '').slice(1) as Kind;
      const id = String(request.headers['webhook-id']);
      let text = '';
      request.on('data', (piece: Buffer) => (text += piece.toString()));
      request.on('end', () => {
        const take = () => {
          receiver.#take(kind, id, text);
          response.end();
        };
        if (kind === 'good' || (kind === 'flaky' && receiver.calm)) take();
        else if (kind === 'slow') setTimeout(take, by.number(slowMs));
        else if (kind === 'flaky' && by.number(3) === 0) request.socket.destroy();
        else if (kind === 'flaky' && by.number(3) === 0) response.writeHead(500).end();
        else if (kind === 'flaky') take();
        // A dead one takes the request and never answers.
      });
    });
    const port = await newPort();
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const receiver = new Receiver(server, `http://127.0.0.1:${port}`);
    return receiver;
  }

  times(kind: Kind, id: string): number {
    return this.taken.get(`${kind} ${id}`)?.length ?? 0;
  }

  /** Resolves when the good receiver has taken a message in which the text occurs. */
  hears(text: string): Promise<void> {
    const isThere = [...this.taken].some(([of, [body]]) => of.startsWith('good ') && body?.includes(text));
    return isThere ? Promise.resolve() : new Promise((resolve) => this.#waiting.set(text, resolve));
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #take(kind: Kind, id: string, body: string): void {
    const of = `${kind} ${id}`;
    if (this.taken.has(of) && !this.calm) this.repeated += 1;
    this.taken.set(of, [...(this.taken.get(of) ?? []), body]);
    if (kind !== 'good') return;
    for (const [text, resolve] of this.#waiting)
      if (body.includes(text)) {
        this.#waiting.delete(text);
        resolve();
      }
  }
}
