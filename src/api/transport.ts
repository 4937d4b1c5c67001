/** Makes one HTTP exchange with a time limit, and repeats it when that can help. */
import { flowProblem, type FlowProblem } from '../flow/problem.ts';
import { parseProblem } from './parse.ts';
import { firstOf } from './signals.ts';

/** What came of an exchange: the parsed JSON of a success, or a problem. */
export type Answer =
  { readonly ok: true; readonly body: unknown } | { readonly ok: false; readonly problem: FlowProblem };

export interface TransportOptions {
  readonly fetch: typeof fetch;
  /** Waits, for instance between tries. Rejects when aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /**
   * Returns 0 ≤ number < 1. It spreads retries, so that thousands of pages do not come back at the same
   * moment.
   */
  readonly random: () => number;
}

/** `limit`: milliseconds for one try, where what is sent is large. */
export type Timed = RequestInit & { readonly limit?: number };

/** Milliseconds. */
const timeLimit = 15_000;
const tries = 3;
const firstPause = 400;
const longestPause = 8_000;

/**
 * Sends `init` to `url`, up to three times, with 15 seconds for each try, or as long as `limit` says. Every
 * request of ours is safe to repeat: it changes nothing, or carries an Idempotency-Key. Rejects when `signal`
 * was aborted, and with an exception that is not about the network.
 */
export async function exchange(
  options: TransportOptions,
  url: string,
  init: Timed,
  signal: AbortSignal,
): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await exchangeOnce(options.fetch, url, init, signal);
    if (answer.ok || attempt === tries || !isPassing(answer.problem)) return answer;
    const pause = firstPause * 4 ** (attempt - 1) * (0.5 + options.random());
    await options.sleep(Math.min(longestPause, (answer.problem.retryAfter ?? 0) * 1000 || pause), signal);
  }
}

/**
 * Whether the trouble may pass by itself and another try is worth it. A rate limit is not such trouble: the
 * payee is told to wait. Neither is a browser that is offline: it says itself when that has passed.
 */
function isPassing({ code }: FlowProblem): boolean {
  return (
    code === 'network-error' ||
    code === 'service-unavailable' ||
    code === 'resource-busy' ||
    code === 'internal-error'
  );
}

async function exchangeOnce(
  send: typeof fetch,
  url: string,
  init: Timed,
  signal: AbortSignal,
): Promise<Answer> {
  const limit = AbortSignal.timeout(init.limit ?? timeLimit);
  const request: RequestInit = {
    ...init,
    signal: firstOf(signal, limit),
    // No `credentials`: a cookie goes to the page's own origin only, as that of the hosted page does.
    referrerPolicy: 'no-referrer',
  };
  let response: Response;
  let text: string;
  try {
    response = await send(url, request);
    text = await response.text();
  } catch (error) {
    if (limit.aborted) return refused('timeout');
    // Fetch Standard: a network error is a TypeError. Anything else is a fault, of ours or of the page.
    if (signal.aborted || !(error instanceof TypeError)) throw error;
    return refused((globalThis.navigator?.onLine ?? true) ? 'network-error' : 'offline');
  }
  const body = parseJson(text);
  if (response.ok) return body === undefined && text ? refused('invalid-answer') : { ok: true, body };
  return { ok: false, problem: parseProblem(response.status, body, response.headers.get('retry-after')) };
}

function refused(code: 'timeout' | 'network-error' | 'offline' | 'invalid-answer'): Answer {
  return { ok: false, problem: flowProblem(code) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Waits. Rejects when it is aborted meanwhile; an abort that came before is not noticed. */
export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => (clearTimeout(timer), reject(signal.reason as Error)), {
      once: true,
    });
  });
}
