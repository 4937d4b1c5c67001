/**
 * Partners' back ends and payees' pages, as good clients: they keep connections open, and what is not
 * answered, or answered with "later", they send again with the same key.
 */
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const partner = `Basic ${btoa('pk_sandbox_demo:sk_sandbox_demo')}`;

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  /** Of the payee's session; without it the partner asks. */
  readonly token?: string;
  readonly key?: string;
}

/** Why there was no answer. `refused`: nobody listens there, so nothing was sent. */
class NoAnswer extends Error {
  readonly refused: boolean;

  constructor(cause: NodeJS.ErrnoException) {
    super(cause.code ?? cause.message);
    this.refused = cause.code === 'ECONNREFUSED';
  }
}

const answerMs = 30_000;

/** Sends once. */
function send(agent: Agent, base: string, { method, path, body, token, key }: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const outgoing = request(
      base + path,
      {
        agent,
        method,
        signal: AbortSignal.timeout(answerMs),
        headers: {
          authorization: token === undefined ? partner : `Bearer ${token}`,
          ...(text !== undefined && {
            'content-type': 'application/json',
            'content-length': String(Buffer.byteLength(text)),
          }),
          ...(key !== undefined && { 'idempotency-key': key }),
        },
      },
      (incoming) => {
        const pieces: Buffer[] = [];
        incoming.on('data', (piece: Buffer) => pieces.push(piece));
        incoming.on('error', (error) => reject(new NoAnswer(error)));
        incoming.on('end', () => {
          try {
            const answer = Buffer.concat(pieces).toString();
            const read = (answer === '' ? {} : JSON.parse(answer)) as Answer['body'];
            resolve({ status: incoming.statusCode ?? 0, body: read });
          } catch (error) {
            reject(new NoAnswer(error as Error));
          }
        });
      },
    );
    outgoing.on('error', (error) => reject(new NoAnswer(error)));
    outgoing.end(text);
  });
}

/** Picks a server for each request. */
export type Pick = () => string;

export class Client {
  /** What was sent, answered with "later" or not at all, and answered as nobody should be. */
  readonly counts = { sent: 0, again: 0 };
  readonly wrong: string[] = [];
  /** Requests that a balancer could not have saved: sent and not answered, or answered with 5xx. */
  readonly failed: string[] = [];
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 50 });
  readonly #pick: Pick;
  /** Nobody insists any more. */
  given = false;

  constructor(pick: Pick) {
    this.#pick = pick;
  }

  once(asked: Asked, at = this.#pick()): Promise<Answer> {
    this.counts.sent += 1;
    return send(this.#agent, at, asked);
  }

  /** Sends until there is an answer that is not "later". Null: the soak has ended before. */
  async insist(asked: Asked): Promise<Answer | null> {
    for (let pause = 50; ; pause = Math.min(1000, pause * 2)) {
      const answer = await this.once(asked).catch((error: unknown) => {
        if (!(error instanceof NoAnswer)) throw error;
        if (!error.refused) this.failed.push(`${asked.method} ${asked.path}: ${error.message}`);
        return null;
      });
      if (answer && !isLater(answer)) return answer;
      if (answer && answer.status >= 500) this.failed.push(`${asked.method} ${asked.path}: ${answer.status}`);
      if (answer && answer.status >= 500 && answer.status !== 503)
        this.wrong.push(`${asked.method} ${asked.path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      if (this.given) return null;
      this.counts.again += 1;
      await sleep(pause);
    }
  }

  close(): void {
    this.#agent.destroy();
  }
}

const isLater = ({ status, body }: Answer): boolean =>
  status >= 500 || status === 429 || (status === 409 && body['error_code'] === 'resource-busy');
