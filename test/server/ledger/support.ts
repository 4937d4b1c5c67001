/** People and payout methods for tests about money, made without the steps in which a payee gives them. */
import { randomUUID } from 'node:crypto';
import type { PayoutMethodInput } from '../../../src/contract/bank/method-inputs.ts';
import type { ComplianceInput } from '../../../src/contract/steps/compliance-requests.ts';
import { parseTaxForm } from '../../../src/contract/tax/parse-form.ts';
import type { Queryable } from '../../../src/server/ports/database.ts';
import { insertPayoutMethod, payoutMethodsOf } from '../../../src/server/db/payout-methods.ts';
import type { PayoutMethodRow } from '../../../src/server/db/payout-methods.ts';
import { insertTaxForm } from '../../../src/server/db/tax-forms.ts';
import { insertUser } from '../../../src/server/db/users.ts';
import type { NewUser, UserRow } from '../../../src/server/db/users.ts';
import { paidSums } from '../../../src/server/db/reportable-payments.ts';
import { reportable } from '../../../src/server/tax/paid-in-year.ts';
import { sealMethod } from '../../../src/server/payout-methods/sealed-details.ts';
import { sealTaxFields } from '../../../src/server/tax/sealed-fields.ts';
import { foreigner } from '../payee/payee.ts';
import { detailsOf } from '../../../src/contract/bank/method-details.ts';
import type { TestServer } from '../support.ts';

let people = 0;

export async function addUser(server: TestServer, more: Partial<NewUser> = {}): Promise<UserRow> {
  const number = String(people++ % 100).padStart(2, '0');
  const user = await insertUser(server.db, {
    id: randomUUID(),
    app_id: server.partner.id,
    created: server.clock.now(),
    first_name: 'Ada',
    last_name: 'Example',
    email: 'ada@example.com',
    country: 'US',
    phone_e164: `+141555501${number}`,
    calling_code: '1',
    phone_verified: true,
    ofac_status: 'unflagged',
    metadata: null,
    ...more,
  });
  if (!user) throw new Error('The phone number is taken.');
  return user;
}

export const paypal = { platform: 'paypal', email: 'ada@example.com' } as const;
export const bank = {
  platform: 'ach',
  routing_number: '110000000',
  account_number: '000123456789',
  account_type: 'checking',
} as const;

export async function addMethod(
  server: TestServer,
  user: UserRow,
  input: PayoutMethodInput = bank,
): Promise<PayoutMethodRow> {
  const id = randomUUID();
  const { masked, identity } = detailsOf(input);
  await insertPayoutMethod(server.db, {
    id,
    user_id: user.id,
    created: server.clock.now(),
    known_since: server.clock.now(),
    platform: input.platform,
    details_sealed: sealMethod(server.deps, { id, user_id: user.id }, input),
    fingerprint: server.deps.vault.fingerprint('payout method', identity),
    masked,
    bank_name: null,
    account_type: null,
    is_default: (await payoutMethodsOf(server.db, user.id)).length === 0,
  });
  return (await payoutMethodsOf(server.db, user.id)).find((method) => method.id === id) as PayoutMethodRow;
}

/** Files a form for the user, as if they had. */
export async function fileForm(
  server: TestServer,
  user: UserRow,
  more: object = {},
  form: object = foreigner,
) {
  const fields: ComplianceInput = parseTaxForm({ ...form, ...more });
  const row = { id: randomUUID(), user_id: user.id };
  await insertTaxForm(server.db, {
    ...row,
    ...{ flow_id: null, created: server.clock.now(), form: fields.form, tin_last4: null },
    entity_type: fields.form === 'w9' ? fields.entity_type : null,
    fields_sealed: sealTaxFields(server.deps, row, fields),
    ...{ tin_status: 'unsubmitted', tin_checked: null, tin_attempts: 0, changed: null, change: null },
  });
}

export interface Books {
  /** The sum of everything ever booked. If it is not 0, something was made from nothing. */
  readonly sum: number;
  /** Movements whose entries do not sum to zero. */
  readonly unbalanced: number;
  /** Wallets whose stored balance is not the sum of their entries, or is below zero. */
  readonly wrongWallets: number;
  /** Cents on each kind of account. */
  readonly totals: Readonly<Record<string, number>>;
}

export async function readBooks(db: Queryable): Promise<Books> {
  const [sum] = await db.query<{ sum: number }>(
    'select coalesce(sum(amount), 0)::bigint as sum from ledger_entries',
  );
  const unbalanced = await db.query(
    'select movement_id from ledger_entries group by movement_id having sum(amount) <> 0',
  );
  const wrong = await db.query(
    `select a.id from ledger_accounts a where a.balance is not null and
       (a.balance < 0 or a.balance <> (select coalesce(sum(e.amount), 0) from ledger_entries e where e.account_id = a.id))`,
  );
  const totals = await db.query<{ kind: string; total: number }>(
    `select a.kind, coalesce(sum(e.amount), 0)::bigint as total from ledger_accounts a left join ledger_entries e on e.account_id = a.id
     group by a.kind order by a.kind`,
  );
  return {
    sum: sum?.sum ?? NaN,
    unbalanced: unbalanced.length,
    wrongWallets: wrong.length,
    totals: Object.fromEntries(totals.map(({ kind, total }) => [kind, total])),
  };
}

/** Returns the cents that count for tax in that year. */
export const paidInYear = async (db: Queryable, userId: string, year: number, paying = 0): Promise<number> =>
  reportable(await paidSums(db, userId, year), paying);
