/**
 * Accounts that may be debited, for tests about money, made without the step in which a payee connects
 * them.
 */
import { randomUUID } from 'node:crypto';
import { mandateFor } from '../../../src/contract/steps/mandate.ts';
import { insertPaymentMethod } from '../../../src/server/db/payment-methods.ts';
import type { PaymentMethodRow } from '../../../src/server/db/payment-methods.ts';
import type { UserRow } from '../../../src/server/db/users.ts';
import { accountFingerprint, sealNumbers } from '../../../src/server/payment-methods/account-numbers.ts';
import { settleDefault } from '../../../src/server/payment-methods/changed.ts';
import type { TestServer } from '../support.ts';

export async function addAccount(
  server: TestServer,
  user: UserRow,
  account_number = '000444444442',
  status: PaymentMethodRow['status'] = 'verified',
): Promise<string> {
  const id = randomUUID();
  const now = server.clock.now();
  const account = { routing_number: '110000000', account_number, account_type: 'checking' } as const;
  const mandate = mandateFor(server.partner, user);
  await insertPaymentMethod(server.db, {
    ...{ id, user_id: user.id, created: now, source: 'link', amounts_sealed: null, flow_id: randomUUID() },
    details_sealed: sealNumbers(server.deps, { id, user_id: user.id }, account),
    fingerprint: accountFingerprint(server.deps, account),
    ...{
      masked: `••• ${account_number.slice(-4)}`,
      bank_name: 'Test Bank',
      account_type: 'checking',
      status,
    },
    ...{ mandate_version: mandate.version, mandate_text: mandate.text, mandate_accepted: now },
  });
  await settleDefault(server.db, user.id);
  return id;
}
