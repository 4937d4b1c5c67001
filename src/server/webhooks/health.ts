/**
 * What the attempts say of an endpoint. One that answers 410 is disabled at once. One at which every attempt
 * has failed for three days is announced, and for five days disabled: to the app's other endpoints by
 * webhook, to operators by the log and a metric, and on the endpoint itself. At least a day lies between the
 * notice and the end, also where nothing was sent for long.
 */
import { disableEndpoint, noteDelivered, noteFailed, setDisablesAt } from '../db/endpoint-health.ts';
import { afterCommit } from '../db/transaction-scope.ts';
import type { EndpointRow } from '../db/webhooks.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import type { Labels } from '../ports/meters.ts';
import { appendMessage, newMessageId } from './outbox.ts';

const day = 24 * 60 * 60 * 1000;
const noticeMs = 3 * day;
const endMs = 5 * day;
const leastNoticeMs = day;

/** Writes down what an attempt says of its endpoint, in the transaction of what came of it. */
export async function noteAttempt(
  deps: Deps,
  tx: Queryable,
  id: string,
  came: 'delivered' | 'failed' | 'gone',
): Promise<void> {
  if (came === 'delivered') return noteDelivered(tx, id);
  const now = deps.clock.now();
  const later = (ms: number) => new Date(now.getTime() + ms);
  await noteFailed(tx, id, now);
  const reason = came === 'gone' ? 'gone' : 'failing';
  const disabled = await disableEndpoint(tx, id, reason, now);
  if (disabled) return tellDisabled(deps, tx, disabled, reason, now);
  const failing = await setDisablesAt(tx, id, {
    failedSince: later(-noticeMs),
    failingMs: endMs,
    earliest: later(leastNoticeMs),
  });
  if (failing) await tellFailing(deps, tx, failing, now);
}

async function tellDisabled(
  deps: Deps,
  tx: Queryable,
  { id, app_id, failing_since }: EndpointRow,
  reason: 'gone' | 'failing',
  now: Date,
): Promise<void> {
  await appendMessage(tx, deps, {
    id: newMessageId(deps.newId),
    appId: app_id,
    notTo: id,
    payload: {
      event: 'webhook_endpoint.disabled',
      webhook_endpoint_id: id,
      reason,
      failing_since: (failing_since ?? now).toISOString(),
    },
  });
  const said = { endpointId: id, app: app_id, reason };
  tellOperator(deps, tx, reason === 'gone' ? 'gone' : 'disabled', said, 'webhook endpoint disabled');
}

async function tellFailing(
  deps: Deps,
  tx: Queryable,
  { id, app_id, failing_since, disables_at }: EndpointRow,
  now: Date,
): Promise<void> {
  await appendMessage(tx, deps, {
    id: newMessageId(deps.newId),
    appId: app_id,
    notTo: id,
    payload: {
      event: 'webhook_endpoint.failing',
      webhook_endpoint_id: id,
      failing_since: (failing_since ?? now).toISOString(),
      disables_at: (disables_at ?? now).toISOString(),
    },
  });
  const said = { endpointId: id, app: app_id, disablesAt: disables_at };
  tellOperator(deps, tx, 'failing', said, 'webhook endpoint fails');
}

function tellOperator(
  { meters, log }: Deps,
  tx: Queryable,
  notice: Labels<'endpoints'>['notice'],
  said: object,
  line: string,
): void {
  afterCommit(tx, () => {
    meters?.add('endpoints', { notice });
    log.warn(said, line);
  });
}
