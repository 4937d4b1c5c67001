/** A `call` that goes on by itself when the browser is online again. */
import type { SessionRequest } from '../../api/client.ts';
import type { Answer } from '../../api/transport.ts';
import type { StepContext } from '../step-context.ts';

/**
 * Makes the call. While the browser is offline it waits, and then makes the very same call: same body, same
 * Idempotency-Key. Resolves to null when aborted.
 */
export async function callPatiently(
  { call, explain }: StepContext,
  path: string,
  init: SessionRequest,
  signal: AbortSignal,
): Promise<Answer | null> {
  for (;;) {
    const answer = await call(path, init, signal).catch(async (error: unknown) =>
      signal.aborted ? null : ({ ok: false, problem: await explain(error) } as const),
    );
    if (!answer || answer.ok || answer.problem.code !== 'offline') return answer;
    await untilOnline(signal);
    if (signal.aborted) return null;
  }
}

/** Resolves when the browser is online, or when `signal` is aborted. */
function untilOnline(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (navigator.onLine || signal.aborted) return resolve();
    addEventListener('online', () => resolve(), { once: true, signal });
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
