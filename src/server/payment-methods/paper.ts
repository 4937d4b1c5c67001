/** What of an authorization of debits is agreed to: the text, and the account that it is about. */
import type { PaymentMethodRow } from '../db/payment-methods.ts';
import type { Deps } from '../ports/deps.ts';
import { openNumbers } from './account-numbers.ts';

/** How the account does, and when the authorization was taken back, comes later and is not in it. */
export const mandateContent = (deps: Pick<Deps, 'vault'>, method: PaymentMethodRow): object => ({
  id: method.id,
  user_id: method.user_id,
  flow_id: method.flow_id,
  created: method.created,
  source: method.source,
  account: openNumbers(deps, method),
  fingerprint: method.fingerprint.toString('hex'),
  masked: method.masked,
  bank_name: method.bank_name,
  account_type: method.account_type,
  mandate_version: method.mandate_version,
  mandate_text: method.mandate_text,
  mandate_accepted: method.mandate_accepted,
});
