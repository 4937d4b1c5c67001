/**
 * Partners' applications and their API keys. A server has one app, which `start/seed.ts` writes from the
 * environment at every start. The tables allow several, and every other query asks for the app's own rows.
 */
import type { Queryable, Row } from '../ports/database.ts';
import type { IncomeType } from '../../contract/forms/income.ts';
import { createKnown, forgetKnown } from './known.ts';

export interface App extends Row {
  id: string;
  created: Date;
  name: string;
  /**
   * The public half of the app's credentials, which stands in pages and in HTTP Basic. The secret half is in
   * `api_keys`, hashed.
   */
  client_id: string;
  /** Origins whose pages may embed this app's flows; `http://localhost:*` means any port. */
  allowed_origins: string[];
  /** Whom payees may ask, and what they may read. Null where the app gives none. */
  support_email: string | null;
  support_url: string | null;
  privacy_url: string | null;
  terms_url: string | null;
  /** Postal address, which stands on the tax forms that the app requests. */
  address: string | null;
  /** Cents: when the wallet falls below, `app.low_balance` is sent. Null: never. */
  refill_threshold: number | null;
  /** What a payment is for where nobody says so. */
  income_type: IncomeType;
}

/** What the environment says of an app. */
const seeded =
  'id, created, name, client_id, allowed_origins, support_email, support_url, privacy_url, terms_url, address';
const columns = `${seeded}, refill_threshold, income_type`;

/** Finds the app of somebody who names it. One that was closed is not found. */
export async function findAppByClientId(db: Queryable, clientId: string): Promise<App | null> {
  const [app] = await db.query<App>(`select ${columns} from apps where client_id = $1 and closed is null`, [
    clientId,
  ]);
  return app ?? null;
}

/** Ids are random, so those of two databases of one process are not the same. */
const known = createKnown<App>();

/** Finds the app, as it was a moment ago (`known.ts`). */
export const findApp = (db: Queryable, id: string): Promise<App | null> =>
  known(id, async () => {
    const [app] = await db.query<App>(`select ${columns} from apps where id = $1`, [id]);
    return app ?? null;
  });

/** Finds the app by one of its users, deleted ones included: jobs know the user's id and nothing else. */
export async function findAppOfUser(db: Queryable, userId: string): Promise<App | null> {
  const [app] = await db.query<App>(
    `select ${columns} from apps where id = (select app_id from users where id = $1)`,
    [userId],
  );
  return app ?? null;
}

/**
 * Creates the app, or opens it again and replaces its name, origins and help when the client id is known.
 * Two servers that start together on one database both get the same row. `id` and `created` of a known app
 * stay, so everything that refers to it stays valid.
 */
export async function upsertApp(
  tx: Queryable,
  app: Omit<App, 'refill_threshold' | 'income_type'>,
): Promise<App> {
  const [row] = await tx.query<App>(
    `insert into apps (${seeded}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (client_id) do update set name = excluded.name, allowed_origins = excluded.allowed_origins,
       support_email = excluded.support_email, support_url = excluded.support_url,
       privacy_url = excluded.privacy_url, terms_url = excluded.terms_url, address = excluded.address, closed = null
     returning ${columns}`,
    [
      app.id,
      app.created,
      app.name,
      app.client_id,
      app.allowed_origins,
      app.support_email,
      app.support_url,
      app.privacy_url,
      app.terms_url,
      app.address,
    ],
  );
  forgetKnown(tx);
  return row as App;
}

/**
 * Closes all other apps: nobody has a key to them any more, no page may embed their flows, and none makes
 * another. Their rows stay, because money and tax forms refer to them.
 */
export async function closeOtherApps(tx: Queryable, appId: string, now: Date): Promise<void> {
  await tx.query('delete from api_keys where app_id <> $1', [appId]);
  await tx.query(`update apps set allowed_origins = '{}', closed = $2 where id <> $1 and closed is null`, [
    appId,
    now,
  ]);
  forgetKnown(tx);
}

/** Sets from when on the wallet holds too little, and what payments usually are for. Undefined: as it was. */
export async function setAppSettings(
  tx: Queryable,
  appId: string,
  { refill_threshold, income_type }: Partial<Pick<App, 'refill_threshold' | 'income_type'>>,
): Promise<App | null> {
  const [row] = await tx.query<App>(
    `update apps set refill_threshold = case when $2 then $3 else refill_threshold end,
       income_type = coalesce($4, income_type) where id = $1 returning ${columns}`,
    [appId, refill_threshold !== undefined, refill_threshold ?? null, income_type ?? null],
  );
  forgetKnown(tx);
  return row ?? null;
}

/** What the metrics of an app count. */
export interface AppCounts extends Row {
  /** Cents in its wallet. */
  balance: number;
  /** Cents that arrived at payees. */
  arrived: number;
  users: number;
}

export async function countsOfApp(db: Queryable, appId: string): Promise<AppCounts> {
  const [row] = await db.query<AppCounts>(
    `select
       coalesce((select balance from ledger_accounts
         where app_id = $1 and kind = 'app_wallet' and user_id is null and rail is null), 0) as balance,
       (select coalesce(sum(amount - withheld - case when fee_party = 'user' then fee else 0 end), 0)::bigint from transfers
         where app_id = $1 and type = 'payout' and status = 'completed') as arrived,
       (select count(*) from users where app_id = $1 and deleted is null) as users`,
    [appId],
  );
  return row as AppCounts;
}
