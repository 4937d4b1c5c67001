/**
 * `/payment-methods` and `/payments`: the accounts that users have connected in the step `manage-payments`,
 * and debits of them into the app's wallet.
 */
import { Hono } from 'hono';
import {
  createPaymentInput,
  detachPaymentMethodInput,
  paymentMethodQuery,
} from '../../contract/money/payments.ts';
import type { CustomerPaymentMethod } from '../../contract/money/payments.ts';
import { ProblemError, fieldError } from '../../contract/input/problem-error.ts';
import { findCustomer, listPaymentMethods, paymentMethodOfApp } from '../db/payment-customers.ts';
import type { PaymentMethodRow } from '../db/payment-methods.ts';
import { findUser } from '../db/users.ts';
import type { UserRow } from '../db/users.ts';
import type { Queryable, Transaction } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { idempotent } from '../http/idempotent.ts';
import { checkMetadata } from '../http/metadata.ts';
import { cancelPayment, createPayment } from '../ledger/payments.ts';
import { assertKeyMadeNothingElse, intentOf } from '../ledger/same-request.ts';
import { transferObject } from '../ledger/transfer-object.ts';
import { noSuchUser } from '../users/refusals.ts';
import { detachPaymentMethod } from '../payment-methods/changed.ts';
import { statusOf } from '../payment-methods/status.ts';
import { isAbout } from './accesses.ts';
import { authenticatePartner } from './authenticate.ts';
import type { PartnerEnv } from './authenticate.ts';
import { paymentFields } from './known-fields.ts';
import { readQuery } from './queries.ts';
import { idParam, oneEnd, pageAnswer, readFields } from './requests.ts';

/** How far ahead a debit may be ordered. */
const aheadMs = 90 * 24 * 3_600_000;

const eitherOne = 'Give either user_id or customer_id: whose account is debited.';

export function paymentRoutes(deps: Deps): Hono<PartnerEnv> {
  const aboutUsers = authenticatePartner(deps, 'users');
  const aboutMoney = authenticatePartner(deps, 'money');

  return new Hono<PartnerEnv>()
    .get('/payment-methods', aboutUsers, async (c) => {
      const query = oneEnd(readQuery(c, paymentMethodQuery));
      if (query.customer_id === undefined && query.user_id === undefined)
        throw fieldError('customer_id', 'required', {
          detail: 'Whose accounts? Give customer_id, or user_id.',
        });
      const { id } = await whoseOf(deps.db, c.get('partner').id, query);
      isAbout(c, [id]);
      return c.json(pageAnswer(await listPaymentMethods(deps.db, id, query), methodObject));
    })
    .get('/payment-methods/:id', aboutUsers, async (c) => {
      const row = await paymentMethodOfApp(deps.db, c.get('partner').id, idParam(c));
      if (!row) throw new ProblemError('no-such-resource');
      isAbout(c, [row.user_id]);
      return c.json(methodObject(row));
    })
    .post('/payment-methods/:id/detach', aboutUsers, async (c) => {
      const { customer_id } = await readFields(c, detachPaymentMethodInput);
      const [app, id] = [c.get('partner').id, idParam(c)];
      return idempotent(c, deps, app, async (tx) => {
        const row = await paymentMethodOfApp(tx, app, id);
        if (!row) throw new ProblemError('no-such-resource');
        const customer = customer_id ? await findCustomer(tx, app, customer_id) : null;
        if (customer_id && customer?.user_id !== row.user_id)
          throw new ProblemError('no-such-resource', {
            detail: 'The account is not this customer’s. Name theirs, or leave customer_id out.',
          });
        // What was removed before stays as it was.
        if (row.removed === null) await detachPaymentMethod(deps, tx, app, row);
        return { status: 200, body: methodObject((await paymentMethodOfApp(tx, app, id)) ?? row) };
      });
    })
    .post('/payments', aboutMoney, async (c) => {
      const input = await readFields(c, createPaymentInput, {
        known: paymentFields,
        wanted: { debit_on: 'Write a day as YYYY-MM-DD, at most 90 days from today.' },
        instead:
          'An account is debited that its owner has connected in the step manage-payments: only then is their authorization on file. Numbers alone (ach_info) have none.',
      });
      checkMetadata(input.metadata);
      const { user_id, customer_id, amount, account_id, debit_on, idempotency_key: key } = input;
      if (!user_id === !customer_id)
        throw user_id
          ? fieldError('customer_id', 'unknown', { detail: eitherOne })
          : fieldError('user_id', 'required', { detail: eitherOne });
      const debitOn = debit_on ? new Date(`${debit_on}T00:00:00Z`) : null;
      const latest = new Date(deps.clock.now().getTime() + aheadMs);
      if (debitOn && debitOn > latest)
        throw fieldError('debit_on', 'invalid-date', {
          detail: `At most 90 days from today: ${latest.toISOString().slice(0, 10)} is the last that is taken.`,
        });
      const app = c.get('partner');
      const once = async (tx: Transaction) => {
        if (key) await assertKeyMadeNothingElse(tx, app.id, key, 'payment');
        const row = await createPayment(deps, tx, {
          ...{ app, amount, debitOn, user: await whoseOf(tx, app.id, { user_id, customer_id }) },
          ...{ accountId: account_id ?? null, metadata: input.metadata ?? null },
          ...(key ? { intent: intentOf(key) } : {}),
        });
        return { status: 201, body: await transferObject(tx, row) } as const;
      };
      return idempotent(c, deps, app.id, once, { key, lasts: true });
    })
    .post('/payments/:id/cancel', aboutMoney, async (c) => {
      const [app, id] = [c.get('partner').id, idParam(c)];
      return idempotent(c, deps, app, async (tx) => ({
        status: 200,
        body: await transferObject(tx, await cancelPayment(deps, tx, app, id)),
      }));
    });
}

/** Returns the user who is named, or to whom the customer belongs. */
async function whoseOf(
  db: Queryable,
  appId: string,
  named: { readonly user_id?: string | null | undefined; readonly customer_id?: string | null | undefined },
): Promise<UserRow> {
  const customer = named.customer_id ? await findCustomer(db, appId, named.customer_id) : null;
  const isOther = customer && named.user_id && customer.user_id !== named.user_id;
  const userId = named.customer_id ? customer?.user_id : named.user_id;
  const user = userId && !isOther ? await findUser(db, appId, userId) : null;
  if (!user && named.customer_id)
    throw new ProblemError('no-such-resource', {
      detail:
        'The app has no payment customer with this id. POST /payment-customers makes one, GET lists them.',
    });
  if (!user) throw noSuchUser();
  return user;
}

const methodObject = (row: PaymentMethodRow): CustomerPaymentMethod => ({
  id: row.id,
  created: row.created.toISOString(),
  user_id: row.user_id,
  platform: 'ach',
  description: [row.bank_name ?? 'Bank account', row.account_type].join(', '),
  mask: /(\w{2,4})$/.exec(row.masked)?.[1] ?? '',
  account_type: row.account_type,
  status: statusOf(row),
  is_default: row.is_default,
  authorization: {
    text: row.mandate_text,
    accepted: row.mandate_accepted.toISOString(),
    revoked: row.mandate_revoked?.toISOString() ?? null,
  },
});
