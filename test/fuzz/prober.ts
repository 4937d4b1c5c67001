/**
 * Stands between a journey and the server. Before some of the journey's requests it sends others that are
 * much like them, and looks at every answer.
 */
import { problem } from '../../src/contract/problems.ts';
import type { Operation } from '../../src/server/docs/operations/operation.ts';
import { operations } from '../../src/server/docs/operations.ts';
import type { TestServer } from '../server/support.ts';
import { mutated, type Chance, type Sent } from './mutate.ts';

export interface Prober {
  readonly request: (url: string, init: RequestInit) => Promise<Response>;
}

export class Findings {
  /** Requests that were sent, the journeys' own among them. */
  sent = 0;
  /** Operations that answered what their documentation says. */
  readonly reached = new Set<string>();
  /** What must not be, with the request that led to it. */
  readonly faults = new Map<string, string>();
}

const patterns = operations.map((operation) => ({
  operation,
  pattern: new RegExp(`^/v2${operation.path.replace(/\{\w+\}/g, '[^/]+')}$`),
}));

const operationOf = ({ method, url }: Sent): Operation | undefined =>
  patterns.find(
    ({ operation, pattern }) =>
      operation.method.toUpperCase() === method && pattern.test(url.split('?')[0] ?? ''),
  )?.operation;

/** `often`: how many other requests a request gets, on average. */
export function probe(server: TestServer, findings: Findings, by: Chance, often: number): Prober {
  const send = async (sent: Sent): Promise<Response> => {
    const { url, ...init } = sent;
    findings.sent += 1;
    const answer = await server.app.request(url, init);
    await look(sent, answer, findings);
    return answer;
  };
  // Some journeys get on a while before anything disturbs them.
  let quiet = by.number(20);
  return {
    async request(url, init) {
      const sent: Sent = {
        url,
        method: init.method ?? 'GET',
        headers: init.headers as Record<string, string>,
        ...(init.body && { body: init.body as string | Uint8Array<ArrayBuffer> }),
      };
      quiet -= 1;
      for (let left = quiet < 0 ? by.number(2 * often + 1) : 0; left > 0; left -= 1) {
        const answer = await send(mutated(sent, by));
        // A stream of events has no end.
        await answer.body?.cancel();
      }
      return send(sent);
    },
  };
}

async function look(sent: Sent, answer: Response, findings: Findings): Promise<void> {
  const { status, headers } = answer;
  const operation = operationOf(sent);
  const note = (what: string) => {
    const key = `${sent.method} ${operation?.id ?? '?'}: ${what}`;
    if (!findings.faults.has(key)) findings.faults.set(key, JSON.stringify(sent).slice(0, 1500));
  };
  const type = headers.get('content-type') ?? '';
  if (type.startsWith('text/event-stream')) {
    if (operation) findings.reached.add(operation.id);
    return;
  }
  const copy = answer.clone();
  const body: unknown = type.includes('json') ? await copy.json() : await copy.arrayBuffer();
  if (status >= 500) return note(`${status} ${JSON.stringify(body)}`);
  if (status >= 400) {
    const read = problem.safeParse(body);
    if (!read.success) note(`${status} is no problem: ${read.error.message.slice(0, 200)}`);
    return;
  }
  if (status !== operation?.status) return;
  findings.reached.add(operation.id);
  if (typeof operation.answer !== 'object') return;
  const read = (operation.answer as typeof problem).safeParse(body);
  if (!read.success) note(`${status} has another shape: ${read.error.message.slice(0, 200)}`);
}
