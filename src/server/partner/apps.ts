/**
 * `/apps`: what the app's wallet holds, money that comes in by bank, and money that is taken out again. A key
 * is for one app, so the list has one, and the ids of others are not found.
 */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { appSettingsInput, moveFundsInput } from '../../contract/money/apps.ts';
import type { AppObject } from '../../contract/money/apps.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import { countsOfApp, setAppSettings } from '../db/apps.ts';
import type { App } from '../db/apps.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { idempotent } from '../http/idempotent.ts';
import { orderRefill } from '../ledger/refills.ts';
import { transferObject } from '../ledger/transfer-object.ts';
import { authenticatePartner } from './authenticate.ts';
import type { PartnerEnv } from './authenticate.ts';
import { idParam, readFields } from './requests.ts';

/** What the vendor can be told besides. Who thinks that it holds here would be let down. */
const otherSettings = new Set(['payout_options_exclude_list', 'auto_refill_active', 'refill_amount']);

export function appRoutes(deps: Deps): Hono<PartnerEnv> {
  const partner = authenticatePartner(deps, 'money');

  const refill = (direction: 1 | -1) => async (c: Context<PartnerEnv>) => {
    const app = ownApp(c);
    const { amount, idempotency_key: key = null } = await readFields(c, moveFundsInput);
    return idempotent(
      c,
      deps,
      app.id,
      async (tx) => {
        const row = await orderRefill(deps, tx, app, direction * amount, key);
        return { status: 200, body: await transferObject(tx, row) };
      },
      { key, lasts: true },
    );
  };

  return new Hono<PartnerEnv>()
    .get('/apps', partner, async (c) => c.json([await shownApp(deps.db, c.get('partner'))]))
    .get('/apps/:id', partner, async (c) => c.json(await shownApp(deps.db, ownApp(c))))
    .post('/apps/:id/deposit', partner, refill(1))
    .post('/apps/:id/withdraw', partner, refill(-1))
    .post('/apps/:id/change_settings', partner, async (c) => {
      const app = ownApp(c);
      const { refill_threshold, income_type } = await readFields(c, appSettingsInput, {
        known: otherSettings,
      });
      const changed =
        refill_threshold === undefined && income_type === undefined
          ? app
          : await deps.db.transaction((tx) =>
              setAppSettings(tx, app.id, {
                ...(refill_threshold === undefined ? {} : { refill_threshold }),
                ...(income_type === undefined ? {} : { income_type }),
              }),
            );
      return c.json(await shownApp(deps.db, changed ?? app));
    });
}

/** Returns the app that the path names, which has to be the one of the key. */
export function ownApp(c: Context<PartnerEnv>): App {
  const app = c.get('partner');
  if (idParam(c).toLowerCase() !== app.id) throw new ProblemError('no-such-resource');
  return app;
}

async function shownApp(db: Queryable, { id, name, refill_threshold, income_type }: App): Promise<AppObject> {
  const { balance, arrived, users } = await countsOfApp(db, id);
  return {
    id,
    name,
    // Who may pay is decided by whoever starts the server; no app waits for that here.
    status: 'approved',
    metrics: { wallet_balance: String(balance), money_out: String(arrived), connected_users: users },
    metadata: null,
    refill_threshold,
    income_type,
  };
}
