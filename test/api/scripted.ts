/** A client whose server says what the test wants. */
import { createFlowsClient, type FlowsClientOptions } from '../../src/api/client.ts';
import { sessionAt } from '../support/snapshots.ts';

interface Seen {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: unknown;
}

type Reply =
  | {
      readonly status?: number;
      readonly body?: unknown;
      /** In place of a body that is sent as JSON. */
      readonly text?: string;
      readonly headers?: Record<string, string>;
    }
  | 'cut';

/** A server that answers from a list, and remembers what it was asked. */
export function scripted(...replies: Reply[]) {
  return scriptedWith({}, ...replies);
}

/** The same with other options of the client. */
export function scriptedWith(more: Partial<FlowsClientOptions>, ...replies: Reply[]) {
  const seen: Seen[] = [];
  const pauses: number[] = [];
  const client = createFlowsClient({
    baseUrl: 'https://pay.example/api/',
    fetch: async (input, init) => {
      seen.push({
        url: new Request(input).url,
        method: init?.method ?? 'GET',
        headers: new Headers(init?.headers),
        body: init?.body,
      });
      const reply = replies.shift();
      if (reply === undefined) throw new Error('The client asked more often than the test expects.');
      if (reply === 'cut') throw new TypeError('network');
      const body = reply.text ?? (reply.body === undefined ? null : JSON.stringify(reply.body));
      return new Response(body, {
        status: reply.status ?? 200,
        headers: reply.headers ?? {},
      });
    },
    sleep: async (milliseconds) => void pauses.push(milliseconds),
    random: () => 0.5,
    ...more,
  });
  return { client, seen, pauses };
}

/** A session that asks for the phone. */
export const opened = { status: 201, body: sessionAt() };

export const problem = (status: number, error_code: string, more = {}) => ({
  status,
  body: { error_code, ...more },
});
