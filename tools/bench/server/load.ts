/**
 * Sends requests over sockets that stay open, as many at one time as asked for. It reads no more of an answer
 * than it must: whatever the generator costs, both sides of a ratio have it.
 */
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answered {
  readonly status: number;
  readonly body: string;
}

/** One HTTP/1.1 connection, on which one request is under way at a time. */
class Line {
  readonly #socket: Socket;
  #pieces: Buffer[] = [];
  #answer: ((answer: Answered) => void) | undefined;
  #fail: ((error: Error) => void) | undefined;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (piece: Buffer) => {
      this.#pieces.push(piece);
      this.#read();
    });
    socket.on('error', (error) => this.#fail?.(error));
    socket.on('close', () => this.#fail?.(new Error('The server closed the connection.')));
  }

  ask(bytes: Buffer): Promise<Answered> {
    return new Promise((resolve, reject) => {
      this.#answer = resolve;
      this.#fail = reject;
      this.#socket.write(bytes);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(): void {
    const all = this.#pieces.length === 1 ? this.#pieces[0] : Buffer.concat(this.#pieces);
    const end = all?.indexOf('\r\n\r\n') ?? -1;
    if (!all || end < 0) return;
    const head = all.toString('latin1', 0, end);
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? NaN);
    if (Number.isNaN(length)) return this.#fail?.(new Error(`An answer has no length: ${head}`));
    if (all.length < end + 4 + length) return;
    this.#pieces = [];
    this.#fail = undefined;
    this.#answer?.({ status: Number(head.slice(9, 12)), body: all.toString('utf8', end + 4) });
  }
}

/** Returns the lines to a server; whoever has them closes them. */
export async function openLines(port: number, count: number) {
  const lines = await Promise.all(
    Array.from({ length: count }, async () => {
      const socket = connect(port, '127.0.0.1');
      await once(socket, 'connect');
      return new Line(socket);
    }),
  );
  return {
    /**
     * Sends all of them, each line the next as soon as it is free. Resolves to the milliseconds that each
     * took, and the last answer.
     */
    async send(requests: readonly Asked[]): Promise<{ times: number[]; last: Answered }> {
      const bytes = requests.map((request) => bytesOf(request, port));
      const times: number[] = [];
      let next = 0;
      let last: Answered = { status: 0, body: '' };
      await Promise.all(
        lines.map(async (line) => {
          for (let at = next++; at < bytes.length; at = next++) {
            const from = performance.now();
            last = await line.ask(bytes[at] ?? Buffer.alloc(0));
            times.push(performance.now() - from);
            if (last.status >= 300) throw new Error(`${requests[at]?.path}: ${last.status} ${last.body}`);
          }
        }),
      );
      return { times, last };
    },
    close: () => lines.forEach((line) => line.close()),
  };
}

function bytesOf({ method, path, headers, body = '' }: Asked, port: number): Buffer {
  const all = {
    host: `localhost:${port}`,
    ...headers,
    ...(method === 'GET'
      ? {}
      : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
}
