/** Webhook endpoints and deliveries as partners see them. */
import type { Context } from 'hono';
import type { output } from 'zod/v4/core';
import type { webhookDelivery, webhookEndpoint } from '../../contract/partner/users.ts';
import type { DeliveryRow } from '../db/deliveries.ts';
import { findEndpoint } from '../db/webhooks.ts';
import type { EndpointRow } from '../db/webhooks.ts';
import type { Deps } from '../ports/deps.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import type { PartnerEnv } from './authenticate.ts';
import { idParam } from './requests.ts';

/** Returns the endpoint of the path. Throws for one of another app as for one that there is not. */
export async function ownEndpoint({ db }: Pick<Deps, 'db'>, c: Context<PartnerEnv>): Promise<EndpointRow> {
  const endpoint = await findEndpoint(db, c.get('partner').id, idParam(c));
  if (!endpoint) throw new ProblemError('no-such-resource');
  return endpoint;
}

const text = (moment: Date | null): string | null => moment?.toISOString() ?? null;

export function endpointObject(
  { clock }: Pick<Deps, 'clock'>,
  row: EndpointRow,
): output<typeof webhookEndpoint> {
  const until = row.previous_secret_until;
  return {
    id: row.id,
    created: row.created.toISOString(),
    url: row.url,
    events: row.events,
    description: row.description,
    enabled: row.enabled,
    failing_since: text(row.failing_since),
    disables_at: text(row.disables_at),
    disabled_at: text(row.disabled_at),
    disabled_reason: row.disabled_reason,
    // One that signs no more may not have been cleaned up yet.
    previous_secret_until: until && until > clock.now() ? text(until) : null,
  };
}

export const deliveryObject = (row: DeliveryRow): output<typeof webhookDelivery> => ({
  id: row.id,
  message_id: row.message_id,
  event: row.event,
  created: row.created.toISOString(),
  status: row.status,
  attempts: row.attempts,
  last_status: row.last_status,
  last_error: row.last_error,
  next_attempt_at: text(row.next_attempt_at),
  // The partner sees the body as data. What is sent is the text as it was stored.
  payload: JSON.parse(row.body) as unknown,
});
