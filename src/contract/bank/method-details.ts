/**
 * How a payout method is shown, what makes two methods the same one, and which field is to blame when a
 * method exists already.
 */
import { bankSpecOf } from './intl-bank.ts';
import { isBankRail } from './rails.ts';
import type { PayoutRail } from './rails.ts';
import type { IntlBankInput } from './intl-bank.ts';
import type { PayoutMethodInput } from './method-inputs.ts';

export interface MethodDetails {
  /** Enough to recognise, not enough to use. */
  readonly masked: string;
  /**
   * Equal for equal accounts, however they were typed. It has everything that says where the money goes: the
   * same method, added anew, takes over the wait and the place of the one that was paused. Only ever stored
   * as a keyed hash.
   */
  readonly identity: string;
  readonly field: string;
}

export function detailsOf(method: PayoutMethodInput): MethodDetails {
  switch (method.platform) {
    case 'ach':
      return {
        masked: maskNumber(method.account_number),
        identity: `ach ${method.routing_number} ${method.account_number}`,
        field: 'account_number',
      };
    case 'paypal':
    case 'airtm':
    case 'payoneer':
      return {
        masked: maskEmail(method.email),
        identity: `${method.platform} ${method.email.toLowerCase()}`,
        field: 'email',
      };
    case 'venmo': {
      if ('phone_number' in method)
        return {
          masked: `••• ${method.phone_number.slice(-4)}`,
          identity: `venmo phone ${method.phone_number}`,
          field: 'phone_number',
        };
      const handle = method.handle.replace(/^@/, '');
      return {
        masked: `@${handle.slice(0, 1)}•••`,
        identity: `venmo handle ${handle.toLowerCase()}`,
        field: 'handle',
      };
    }
    case 'cash_app': {
      const tag = method.cash_tag.replace(/^\$/, '');
      return {
        masked: `$${tag.slice(0, 1)}•••`,
        identity: `cash_app ${tag.toLowerCase()} ${method.routing_number} ${method.account_number}`,
        field: 'cash_tag',
      };
    }
    case 'intl_bank':
      return bankAccountDetails(method);
  }
}

/**
 * The tax number of the holder says whose account it is and not which account, so it is no part of the
 * identity.
 */
function bankAccountDetails(method: IntlBankInput): MethodDetails {
  const { fields = [] } = bankSpecOf(method.bank_country) ?? {};
  const field = fields.find(({ about }) => about === 'account')?.name ?? 'account_number';
  const numbers = fields
    .filter(({ about }) => about !== 'holder')
    .map(({ name }) => `${name}=${method[name]}`);
  return {
    masked: `${method.bank_country} ${maskNumber(method[field] ?? '')}`,
    identity: `intl_bank ${method.bank_country} ${numbers.join(' ')}`,
    field,
  };
}

/**
 * Returns the masked number of the bank account behind a method; null where there is none. Cash App shows its
 * tag, so its number is read from what was typed.
 */
export function maskedAccountOf(
  { platform, masked }: { readonly platform: PayoutRail; readonly masked: string },
  typed: () => Readonly<Record<string, unknown>>,
): string | null {
  if (platform !== 'cash_app') return isBankRail(platform) ? masked : null;
  const number = typed()['account_number'];
  return typeof number === 'string' ? maskNumber(number) : null;
}

/**
 * Returns the last four digits. Of a number with fewer than eight digits it returns two, because four would
 * be half of it.
 */
export function maskNumber(digits: string): string {
  return `••• ${digits.slice(digits.length < 8 ? -2 : -4)}`;
}

/** `j•••@example.com`. */
function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${[...email][0]}•••${email.slice(at)}`;
}
