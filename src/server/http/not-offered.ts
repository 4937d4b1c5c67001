/**
 * The calls of the vendor's v2 API that this server does not offer. Their clients are told so, and what does
 * the same here. Source: the vendor's OpenAPI description (Send-Dots/dots-docs-v2, docs/v2.yaml at f935659,
 * 2026), all its paths less ours.
 */
const payFlow = 'a flow with the step payout, whose link you send';
const areas = {
  'accounts-payable': ['accounts payable', 'POST /payouts for each bill'],
  apps: [
    'this call about apps',
    'GET /apps/{id}, its deposit, withdraw, change_settings and statements; the operator makes apps',
  ],
  'checkout-sessions': ['checkout sessions', 'a payment service that takes cards'],
  disputes: ['disputes', 'the payment service that took the card'],
  organizations: ['organizations', 'a server for each app'],
  'organization-transfers': ['organization transfers', 'POST /apps/{id}/deposit and withdraw'],
  'payment-customers': [
    'this call about payment customers',
    'POST /payment-customers, GET /payment-customers and GET /payment-customers/{id}',
  ],
  'payment-intents': [
    'payment intents',
    'POST /payments for a debit of a bank account, or a payment service that takes cards',
  ],
  'payment-methods': [
    'attaching payment methods to customers',
    'a flow with the step manage-payments and the user_id of the customer',
  ],
  payments: [
    'this call about payments',
    'GET /transfers/{id} and GET /transfers?type=payment; POST /payments/{id}/cancel',
  ],
  'payout-requests': ['payout requests', payFlow],
  refunds: ['refunds', 'POST /payouts with fund: true to the user who has paid'],
  'transfer-batches': [
    'transfer batches',
    'POST /payout-batches, or POST /transfers for each row, with an idempotency_key of its own',
  ],
} as const satisfies Readonly<Record<string, readonly [about: string, instead: string]>>;

/**
 * Returns a sentence about what the path would be, and one about what to use instead; null when the vendor
 * has no such path either.
 */
export function notOffered(path: string): string | null {
  const rest = /^(?:\/api)?\/v2\/(.+)$/.exec(path)?.[1];
  const found = Object.entries(areas).find(([area]) => rest === area || rest?.startsWith(`${area}/`));
  if (!found) return null;
  const [about, instead] = found[1];
  return `This server does not offer ${about}. Use instead: ${instead}.`;
}
