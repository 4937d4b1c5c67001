/** A payload of each event, made up, for whoever writes a receiver. Nothing has its ids. */
import type { PayoutLink, PayoutLinkStatus } from '../../contract/money/payout-links.ts';
import type { MatchState } from '../../contract/partner/screening.ts';
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

const link =
  <E extends 'payout_link.updated' | 'payout_link.claimed' | 'payout_link.sent'>(
    event: E,
    status: PayoutLinkStatus,
  ) =>
  (given: Given) => {
    const made = linkSample(given, status);
    return { event, payout_link_id: made.id, ...made };
  };

const match =
  <S extends MatchState>(state: S) =>
  ({ newId }: Given) => ({
    ...{ event: `screening_match.${state}` as const, screening_match_id: newId(), user_id: newId(), state },
    ...({ role: 'account_holder', list: 'sandbox', entry: 'review', verdict: 'in_review' } as const),
  });

const upload =
  <S extends 'submitted' | 'approved' | 'refused'>(state: S) =>
  ({ newId, now }: Given) => ({
    ...{ event: `tax_upload.${state}` as const, user_id: newId(), tax_upload_id: newId(), state },
    ...({ form: 'w8eci', metadata: null } as const),
    holds_until:
      state === 'approved' ? new Date(Date.UTC(now.getUTCFullYear() + 4, 0, 1)).toISOString() : null,
  });

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
  'payout_link.updated': link('payout_link.updated', 'sent'),
  'payout_link.claimed': link('payout_link.claimed', 'claimed'),
  'payout_link.sent': link('payout_link.sent', 'sent'),
  'payout_link.paid_out': (given) => {
    const made = linkSample(given, 'claimed');
    return {
      ...{ event: 'payout_link.paid_out', payout_link_id: made.id, ...made },
      ...{ method: 'ach', withdrew_amount: made.amount },
    };
  },
  'payout_link.failed': (given) => {
    const made = linkSample(given, 'failed');
    return {
      ...{ event: 'payout_link.failed', payout_link_id: made.id, payout_link: made },
      ...{ funding_transfer_id: made.transfer_id, amount: made.amount, status: 'failed', memo: made.memo },
      reason: 'The app’s wallet did not hold the amount in time.',
    };
  },
  'tax_form.filed': (given) => ({ event: 'tax_form.filed', ...formSample(given, 'w8ben') }),
  'tax_form.matched': (given) => ({ event: 'tax_form.matched', ...formSample(given, 'w9', 'matched') }),
  'tax_form.mismatched': (given) => ({
    event: 'tax_form.mismatched',
    ...formSample(given, 'w9', 'mismatched'),
  }),
  'tax_form.expiring': (given) => ({
    ...{ event: 'tax_form.expiring', ...formSample(given, 'w8ben'), days_left: 30 },
    holds_until: before(given.now, -30),
  }),
  'tax_form.expired': (given) => ({
    ...{ event: 'tax_form.expired', ...formSample(given, 'w8ben'), holds_until: before(given.now, 1) },
  }),
  'tax_form.due': (given) => ({
    ...{ event: 'tax_form.due', ...formSample(given, 'w9', 'mismatched'), reason: 'mismatched', must: true },
  }),
  'screening_match.held': match('held'),
  'screening_match.released': match('released'),
  'screening_match.confirmed': match('confirmed'),
  'tax_upload.submitted': upload('submitted'),
  'tax_upload.approved': upload('approved'),
  'tax_upload.refused': upload('refused'),
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

/** A form of somebody made up. */
function formSample(
  { newId, now }: Given,
  form: 'w9' | 'w8ben',
  tax_id_verification: 'unsubmitted' | 'matched' | 'mismatched' = 'unsubmitted',
) {
  const holds_until = form === 'w9' ? null : before(now, -3 * 365);
  return { user_id: newId(), tax_form_id: newId(), form, tax_id_verification, holds_until, metadata: null };
}

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
    income_type: null,
    withholding: null,
  };
}

/** USD 25.00 for somebody who was sent a text. */
function linkSample({ newId, now }: Given, status: PayoutLinkStatus): PayoutLink {
  const [flowId, userId] = [newId(), status === 'claimed' ? newId() : null];
  return {
    ...{ id: newId(), created: now.toISOString(), link: `https://flows.example/flow/${flowId}` },
    ...{ amount: 2500, original_amount: 2500, status },
    payee: {
      ...{ first_name: 'Jane', last_name: 'Doe', country_code: '1', phone_number: '4155550100' },
      email: 'jane@example.com',
    },
    delivery: { method: 'sms', message: null },
    ...{
      tax_exempt: false,
      income_type: null,
      flow_id: flowId,
      accounting_data: null,
      funding_source: 'dots_balance',
    },
    ...{ claimed_user_id: userId, transfer_id: newId(), memo: 'Prize', description: null },
    ...{ created_by_email: null, metadata: null, user_id: userId, expires_at: before(now, -30) },
    deliveries: 1,
    not_paid_because: null,
  };
}
