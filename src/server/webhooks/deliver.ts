/**
 * One attempt to deliver one message. A delivery is taken for as long as an attempt may last; what came of it
 * is written down together with the time of the next attempt, also when the database is away for a moment. A
 * crash in between repeats the attempt: delivery is at least once, and receivers tell repetitions by
 * `webhook-id`.
 */
import { recordAttempt, takeDeliveries } from '../db/deliveries.ts';
import type { AttemptRow } from '../db/deliveries.ts';
import { writeDown } from '../db/write-down.ts';
import type { Deps } from '../ports/deps.ts';
import { errorFields } from '../ports/log.ts';
import { usualPlaces } from '../ports/places.ts';
import { noteAttempt } from './health.ts';
import { retryAfter, waitAfter } from './retry-after.ts';
import { openSecrets } from './secrets.ts';
import { signedHeaders } from './sign.ts';

const second = 1000;

/** How long a receiver has to answer with a 2xx. */
const answerTimeoutMs = 15 * second;

/** How long one attempt keeps a delivery to itself. It is longer than an attempt can take. */
const takenForMs = answerTimeoutMs + 15 * second;

/** Takes deliveries that are due, at most `count`. Each has to be given to `attemptDelivery`. */
export function takeDue(deps: Pick<Deps, 'db' | 'clock' | 'config'>, count: number): Promise<AttemptRow[]> {
  const now = deps.clock.now();
  const { deliveries_per_app: app, deliveries_per_endpoint: endpoint } = deps.config.places ?? usualPlaces;
  return takeDeliveries(deps.db, now, new Date(now.getTime() + takenForMs), count, { app, endpoint });
}

/** Sends a delivery that was taken, and writes down what came of it. */
export async function attemptDelivery(deps: Deps, attempt: AttemptRow): Promise<void> {
  const outcome = await send(deps, attempt);
  const now = deps.clock.now();
  const gone = outcome.status === 410;
  const wait = outcome.ok || gone ? null : waitAfter(attempt.attempts, outcome.retryAfterMs);
  const nextAttemptAt = wait === null ? null : new Date(now.getTime() + wait);
  const record = () =>
    deps.db.transaction(async (tx) => {
      await recordAttempt(tx, attempt, {
        status: outcome.ok ? 'delivered' : nextAttemptAt ? 'pending' : 'failed',
        lastStatus: outcome.status,
        lastError: outcome.ok ? null : outcome.error,
        nextAttemptAt,
        deliveredAt: outcome.ok ? now : null,
      });
      await noteAttempt(deps, tx, attempt.endpoint_id, outcome.ok ? 'delivered' : gone ? 'gone' : 'failed');
    });
  await writeDown(record, takenForMs - answerTimeoutMs);
  const came = outcome.ok ? 'delivered' : nextAttemptAt ? 'retried' : 'given-up';
  deps.meters?.add('webhooks', { outcome: came });
  deps.log.info(
    {
      deliveryId: attempt.id,
      messageId: attempt.message_id,
      attempt: attempt.attempts + 1,
      delivered: outcome.ok,
      status: outcome.status,
    },
    'webhook attempt',
  );
}

type Outcome =
  | { readonly ok: true; readonly status: number }
  | {
      readonly ok: false;
      readonly status: number | null;
      readonly error: string;
      /** How long the receiver asks to wait. */
      readonly retryAfterMs: number | null;
    };

async function send(deps: Deps, attempt: AttemptRow): Promise<Outcome> {
  try {
    const secrets = openSecrets(deps, { ...attempt, id: attempt.endpoint_id });
    const answer = await deps.fetch(attempt.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'dots-flow-webhooks/1',
        ...signedHeaders(secrets, attempt.message_id, deps.clock.real(), attempt.body),
      },
      body: attempt.body,
      // A redirect would carry the payload to an address that nobody signed up. It counts as a failure.
      redirect: 'manual',
      signal: AbortSignal.timeout(answerTimeoutMs),
    });
    // The status is the answer. That the rest of it was cut off changes nothing.
    await answer.body?.cancel().catch(() => undefined);
    if (answer.status >= 200 && answer.status < 300) return { ok: true, status: answer.status };
    return {
      ok: false,
      status: answer.status,
      error:
        answer.status >= 300 && answer.status < 400
          ? 'redirects are not followed'
          : `answered ${answer.status}`,
      retryAfterMs: retryAfter(answer, deps.clock.real()),
    };
  } catch (error) {
    return { ok: false, status: null, error: describe(deps, error), retryAfterMs: null };
  }
}

/**
 * Returns what the partner reads in the list of deliveries: enough to repair the receiver, and nothing of our
 * insides.
 */
function describe(deps: Deps, error: unknown): string {
  if (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError'))
    return `no answer within ${answerTimeoutMs / second} seconds`;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code =
    cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : null;
  if (code === null) deps.log.warn({ err: errorFields(error) }, 'webhook attempt failed');
  return code === null ? 'the request failed' : `the connection failed (${code})`;
}
