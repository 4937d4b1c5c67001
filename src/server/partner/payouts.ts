/**
 * `/payouts`: pays a user out on a method that they have saved. The answer is 201 as soon as the money has
 * left the wallet; the `transfer.*` webhooks tell what becomes of it.
 */
import { Hono } from 'hono';
import { createPayoutInput } from '../../contract/money/transfers.ts';
import type { Transaction } from '../ports/database.ts';
import { findTransferByIntent } from '../db/transfers.ts';
import { findUser } from '../db/users.ts';
import { noSuchUser } from '../users/refusals.ts';
import type { Deps } from '../ports/deps.ts';
import { checkMetadata } from '../http/metadata.ts';
import { idempotent } from '../http/idempotent.ts';
import { ProblemError, fieldProblem } from '../../contract/input/problem-error.ts';
import { defaultFeeParty } from '../../contract/rails/offers.ts';
import { chosenMethod } from '../ledger/chosen-method.ts';
import { createPayout } from '../ledger/payouts.ts';
import { assertKeyMadeNothingElse, assertSamePayout, intentOf } from '../ledger/same-request.ts';
import { transferObject } from '../ledger/transfer-object.ts';
import { authenticatePartner } from './authenticate.ts';
import type { PartnerEnv } from './authenticate.ts';
import { moneyFields } from './known-fields.ts';
import { readFields } from './requests.ts';

export function payoutRoutes(deps: Deps): Hono<PartnerEnv> {
  return new Hono<PartnerEnv>().post('/payouts', authenticatePartner(deps, 'money'), async (c) => {
    const input = await readFields(c, createPayoutInput, { known: moneyFields });
    checkMetadata(input.metadata);
    // They are about money that the app gives. A payout by itself gives none.
    const misplaced = input.fund
      ? undefined
      : (['tax_exempt', 'income_type'] as const).find((name) => input[name]);
    if (misplaced)
      throw new ProblemError('invalid-input', {
        errors: [fieldProblem(misplaced, 'unknown', 'It is about the money that `fund: true` moves.')],
      });
    const app = c.get('partner');
    const key = input.idempotency_key ?? null;
    const asked = {
      ...{ fund: input.fund ?? false, fee_party: input.payout_fee_party ?? defaultFeeParty },
      ...{ tax_exempt: input.tax_exempt ?? false, metadata: input.metadata ?? null },
      income_type: input.income_type ?? null,
    };
    // The user is looked up inside, so a repeated key gets its first answer even after the user was deleted.
    const once = async (tx: Transaction) => {
      const known = key === null ? null : await findTransferByIntent(tx, app.id, intentOf(key));
      if (known) {
        await assertSamePayout(tx, known, { ...input, ...asked });
        return { status: 201, body: await transferObject(tx, known) } as const;
      }
      if (key !== null) await assertKeyMadeNothingElse(tx, app.id, key, 'payout');
      const user = await findUser(tx, app.id, input.user_id);
      if (!user) throw noSuchUser();
      const row = await createPayout(deps, tx, {
        app,
        user,
        method: await chosenMethod(tx, input),
        amount: input.amount,
        feeParty: asked.fee_party,
        fund: asked.fund,
        tax_exempt: asked.tax_exempt,
        income_type: asked.income_type,
        metadata: asked.metadata,
        ...(key === null ? {} : { intent: intentOf(key) }),
      });
      return { status: 201, body: await transferObject(tx, row) } as const;
    };
    // The vendor's clients send the key in the body. Either key finds the first answer.
    return idempotent(c, deps, app.id, once, { key: input.idempotency_key, lasts: true });
  });
}
