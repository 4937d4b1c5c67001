/**
 * The calls of the vendor's v2 API that this server does not offer. Their clients are told so, and not that
 * something is missing. Source: the vendor's OpenAPI description (Send-Dots/dots-docs-v2, docs/v2.yaml at
 * f935659, 2026), all its paths less ours.
 */
const areas = {
  'accounts-payable': 'accounts payable',
  apps: 'apps',
  'checkout-sessions': 'checkout sessions',
  disputes: 'disputes',
  organizations: 'organizations',
  'organization-transfers': 'organization transfers',
  'payment-customers': 'payment customers',
  'payment-intents': 'payment intents',
  'payment-methods': 'payment methods of customers',
  payments: 'payments',
  'payout-batches': 'payout batches',
  'payout-links': 'payout links',
  'payout-requests': 'payout requests',
  'payouts/send-payout': 'payouts to somebody without a saved payout method',
  refunds: 'refunds',
  transactions: 'transactions (those of a transfer are in the transfer)',
  'transfer-batches': 'transfer batches',
} as const;

/** Returns what the path would be about; null when the vendor has no such path either. */
export function notOffered(path: string): string | null {
  const rest = /^(?:\/api)?\/v2\/(.+)$/.exec(path)?.[1];
  const found = Object.entries(areas).find(([area]) => rest === area || rest?.startsWith(`${area}/`));
  return found?.[1] ?? null;
}
