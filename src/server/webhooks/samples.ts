/** A payload of each event, made up, for whoever writes a receiver. Nothing has its ids. */
import type { Transfer, TransferStatus } from '../../contract/money/transfers.ts';
import type { WebhookEventName, WebhookPayload } from '../../contract/partner/webhooks.ts';

interface Given {
  readonly newId: () => string;
  readonly now: Date;
  /** The endpoint to which the sample goes; absent: it goes to all. */
  readonly endpointId?: string;
}

type PayloadOf = { readonly [E in WebhookEventName]: (given: Given) => WebhookPayload & { event: E } };

const user =
  <E extends Extract<WebhookEventName, `user.${string}`>>(event: E) =>
  ({ newId }: Given) => ({ event, user_id: newId(), metadata: null });

const transfer =
  <E extends Extract<WebhookEventName, `transfer.${string}`>>(event: E, status: TransferStatus) =>
  (given: Given) => {
    const made = transferSample(given, status);
    return { event, transfer_id: made.id, transfer: made, metadata: null };
  };

const samples: PayloadOf = {
  'flow.updated': ({ newId }) => ({
    event: 'flow.updated',
    flow_id: newId(),
    step: 'compliance',
    reason: 'requested',
    outcome: 'verified',
    sequence: 1,
    completed_steps: ['compliance'],
    user_id: newId(),
    origin: 'api',
    metadata: null,
  }),
  'flow.completed': ({ newId }) => ({
    event: 'flow.completed',
    flow_id: newId(),
    sequence: 2,
    completed_steps: ['compliance'],
    user_id: newId(),
    origin: 'api',
    metadata: null,
  }),
  'user.updated': user('user.updated'),
  'user.updated.id_verified': user('user.updated.id_verified'),
  'user.updated.payout_method': user('user.updated.payout_method'),
  'user.updated.default_payout_method_changed': user('user.updated.default_payout_method_changed'),
  'user.updated.background_check': user('user.updated.background_check'),
  'transfer.updated': transfer('transfer.updated', 'pending'),
  'transfer.completed': transfer('transfer.completed', 'completed'),
  'transfer.failed': transfer('transfer.failed', 'failed'),
  'transfer.flagged': transfer('transfer.flagged', 'flagged'),
  'payment_method.updated': ({ newId }) => ({
    event: 'payment_method.updated',
    payment_method_id: newId(),
  }),
  'app.low_balance': ({ newId }) => ({
    event: 'app.low_balance',
    app_id: newId(),
    wallet_balance: 9_500_00,
    refill_threshold: 10_000_00,
  }),
  'webhook_endpoint.failing': ({ newId, now }) => ({
    event: 'webhook_endpoint.failing',
    webhook_endpoint_id: newId(),
    failing_since: before(now, 3),
    disables_at: before(now, -2),
  }),
  'webhook_endpoint.disabled': ({ newId, now }) => ({
    event: 'webhook_endpoint.disabled',
    webhook_endpoint_id: newId(),
    reason: 'failing',
    failing_since: before(now, 5),
  }),
  'webhook_endpoint.test': ({ newId, endpointId }) => ({
    event: 'webhook_endpoint.test',
    webhook_endpoint_id: endpointId ?? newId(),
  }),
};

export const samplePayload = (event: WebhookEventName, given: Given): WebhookPayload => samples[event](given);

const before = (now: Date, days: number): string =>
  new Date(now.getTime() - days * 24 * 3_600_000).toISOString();

/** A payout of USD 25.00 whose fee the app bears. */
function transferSample({ newId, now }: Given, status: TransferStatus): Transfer {
  const created = now.toISOString();
  const steps: readonly TransferStatus[] =
    status === 'flagged' || status === 'pending' ? [status] : ['pending', status];
  return {
    id: newId(),
    created,
    user_id: newId(),
    status,
    type: 'payout',
    amount: 2500,
    external_data: { account_id: newId(), platform: 'ach' },
    transactions: [],
    metadata: null,
    status_history: ['created' as const, ...steps].map((each) => ({ status: each, timestamp: created })),
    tax_exempt: false,
    fee: 0,
    payout_fee_party: 'platform',
    failure_reason: status === 'failed' ? 'The account was closed.' : null,
  };
}
