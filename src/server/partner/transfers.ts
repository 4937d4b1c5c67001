/**
 * `/transfers`: money between the app's wallet and a user's, and the list of everything that moved. Amounts
 * are integer cents. A negative one goes from the app to the user, as in the vendor's API.
 */
import { Hono } from 'hono';
import type { Context } from 'hono';
import type { output } from 'zod/v4/core';
import { momentOf } from '../../contract/forms/moments.ts';
import { transferQuery } from '../../contract/money/transfer-query.ts';
import { createTransferInput } from '../../contract/money/transfers.ts';
import { remitWithholdingInput } from '../../contract/money/withholding.ts';
import type { Transaction } from '../ports/database.ts';
import { listTransfers } from '../db/lists.ts';
import type { TransferFilter } from '../db/lists.ts';
import { findTransfer, findTransferByIntent } from '../db/transfers.ts';
import { findUser } from '../db/users.ts';
import { noSuchUser } from '../users/refusals.ts';
import type { Deps } from '../ports/deps.ts';
import { checkMetadata } from '../http/metadata.ts';
import { idempotent } from '../http/idempotent.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import { assertKeyMadeNothingElse, assertSameTransfer, intentOf } from '../ledger/same-request.ts';
import { transferObject, transferObjects } from '../ledger/transfer-object.ts';
import { createAndShow } from '../ledger/transfers.ts';
import { endWithholding } from '../ledger/withheld.ts';
import type { WithheldEnd } from '../ledger/withheld.ts';
import { authenticatePartner } from './authenticate.ts';
import type { PartnerEnv } from './authenticate.ts';
import { readQuery } from './queries.ts';
import { moneyFields } from './known-fields.ts';
import { idParam, pageAnswer, readPage, readFields } from './requests.ts';

export function transferRoutes(deps: Deps): Hono<PartnerEnv> {
  const partner = authenticatePartner(deps, 'money');

  const ends = async (c: Context<PartnerEnv>, end: WithheldEnd, setOff?: number) => {
    const [app, id] = [c.get('partner').id, idParam(c)];
    return idempotent(c, deps, app, async (tx) => ({
      status: 200,
      body: await transferObject(tx, await endWithholding(deps, tx, app, id, end, setOff)),
    }));
  };

  return new Hono<PartnerEnv>()
    .post('/transfers/:id/withholding/remit', partner, async (c) =>
      ends(c, 'remitted', (await readFields(c, remitWithholdingInput)).set_off),
    )
    .post('/transfers/:id/withholding/release', partner, (c) => ends(c, 'released'))
    .post('/transfers', partner, async (c) => {
      const input = await readFields(c, createTransferInput, {
        known: moneyFields,
        wanted: { amount: 'Negative: from the app to the user; positive: back. Never 0.' },
      });
      checkMetadata(input.metadata);
      const app = c.get('partner');
      const { amount, idempotency_key: key = null } = input;
      const asked = {
        ...{ tax_exempt: input.tax_exempt ?? false, income_type: input.income_type ?? null },
        metadata: input.metadata ?? null,
      };
      const once = async (tx: Transaction) => {
        const known = key === null ? null : await findTransferByIntent(tx, app.id, intentOf(key));
        if (known) {
          await assertSameTransfer(tx, known, { user_id: input.user_id.toLowerCase(), amount, ...asked });
          return { status: 200, body: await transferObject(tx, known) } as const;
        }
        if (key !== null) await assertKeyMadeNothingElse(tx, app.id, key, 'balance');
        const user = await findUser(tx, app.id, input.user_id);
        if (!user) throw noSuchUser();
        const { shown } = await createAndShow(deps, tx, {
          ...{ app, user, amount, ...asked },
          ...(key === null ? {} : { intent: intentOf(key) }),
        });
        return { status: 200, body: shown } as const;
      };
      return idempotent(c, deps, app.id, once, { key, lasts: true });
    })
    .get('/transfers', partner, async (c) => {
      const page = await listTransfers(
        deps.db,
        c.get('partner').id,
        readFilter(readQuery(c, transferQuery)),
        readPage(c),
      );
      const { data, has_more } = pageAnswer(page, (row) => row);
      return c.json({ data: await transferObjects(deps.db, data), has_more });
    })
    .get('/transfers/:id', partner, async (c) => {
      const row = await findTransfer(deps.db, idParam(c));
      if (row?.app_id !== c.get('partner').id) throw new ProblemError('no-such-resource');
      return c.json(await transferObject(deps.db, row));
    });
}

function readFilter(filters: output<typeof transferQuery>): TransferFilter {
  return {
    userId: filters.user_id ?? null,
    type: filters.type ?? null,
    status: filters.status ?? null,
    withholding: filters.withholding ?? null,
    from: filters.start_date === undefined ? null : momentOf(filters.start_date),
    to: filters.end_date === undefined ? null : endOf(filters.end_date),
    oldestFirst: filters.reverse_order === 'true',
  };
}

/** Returns the first moment after the range. A bare date means the whole day; a moment includes itself. */
function endOf(text: string): Date {
  const bareDate = /^\d{4}-\d{2}-\d{2}$/.test(text);
  // Some write 9999-12-31 for "no end". PostgreSQL is given no later year.
  return new Date(
    Math.min(Number(momentOf(text)) + (bareDate ? 24 * 60 * 60 * 1000 : 1), Date.UTC(9999, 11, 31)),
  );
}
