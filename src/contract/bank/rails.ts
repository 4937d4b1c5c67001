/**
 * Every rail on which a payee can be paid. This is the only list: a name added here does not compile until
 * the rail has its form, its limits, its sandbox and its words.
 */
export const payoutRails = ['ach', 'intl_bank', 'paypal', 'venmo', 'cash_app', 'airtm', 'payoneer'] as const;
export type PayoutRail = (typeof payoutRails)[number];

/** The rails of the vendor's API. A user may be kept off each of them, also off the one that is not here. */
export const vendorRails = [...payoutRails, 'crypto'] as const;

/** For names from outside: a request, or a server that is newer than this element. */
export const isPayoutRail = (name: unknown): name is PayoutRail =>
  (payoutRails as readonly unknown[]).includes(name);

/**
 * Whether the rail pays into a bank account of the payee. The others pay into an account at the rail's own
 * company.
 */
const intoBank = {
  ach: true,
  intl_bank: true,
  paypal: false,
  venmo: false,
  cash_app: false,
  airtm: false,
  payoneer: false,
} as const satisfies Record<PayoutRail, boolean>;
export const isBankRail = (rail: PayoutRail): boolean => intoBank[rail];
