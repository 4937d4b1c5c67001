/**
 * Payees, as one app knows them. The row of a deleted user stays for the books; of the functions here only
 * `findUserById` still finds it.
 */
import type { BNoticeLetter } from '../../contract/forms/b-notices.ts';
import type { Adjustment1099 } from '../../contract/partner/users.ts';
import { isUniqueViolation } from '../ports/database.ts';
import type { Queryable, Row } from '../ports/database.ts';
import { undoneWhen } from './undone.ts';
import { asJson, updateById } from './update.ts';

/** Moments are ISO 8601, because the column is `jsonb`. */
export interface StoredBNotice {
  readonly id: string;
  readonly created: string;
  /** `YYYY-MM-DD`. */
  readonly received: string;
  readonly letter: BNoticeLetter | null;
  readonly letter_received: string | null;
  readonly undone: string | null;
}

export interface UserRow extends Row {
  id: string;
  app_id: string;
  created: Date;
  updated: Date;
  first_name: string | null;
  last_name: string | null;
  email: string | null;
  /** ISO alpha-2 of where the payee lives. */
  country: string | null;
  /** E.164. It is who somebody is: an app has one living user with a number (`users_phone`). */
  phone_e164: string;
  /** Without a plus. A country may share it with others, so it does not follow from `country`. */
  calling_code: string;
  /** A code sent to this phone came back right, in a flow or on the partner's own page. */
  phone_verified: boolean;
  /** When a code to this phone last let the user in; null when none did since the partner named it. */
  confirmed: Date | null;
  /** Derived by `userStatus`. */
  status: 'verified' | 'unverified' | 'in_review' | 'disabled';
  /** Since when the partner keeps the user from everything; null for most. */
  disabled: Date | null;
  auto_payout_enabled: boolean;
  /**
   * What sanctions screening says of the name. Everything but `unflagged` keeps money from leaving
   * (`ledger/held.ts`).
   */
  ofac_status: 'unflagged' | 'id_verification_required' | 'in_review' | 'flagged';
  /** What the newest decision about a document said, whichever flow it was made in. */
  id_status: 'unverified' | 'in_review' | 'verified' | 'failed';
  metadata: string | Record<string, unknown> | null;
  /** The partner's own name for the user. Without one it is made from the id. */
  username: string;
  /** Given by the partner. What the payee gives on a tax form is sealed in the form. */
  date_of_birth_sealed: Buffer | null;
  address_sealed: Buffer | null;
  /** What the partner paid this user elsewhere, which counts towards the reporting threshold. */
  adjustments_1099: readonly Adjustment1099[];
  /** What the IRS has said of their number (`contract/tax/b-notices.ts`), the oldest first. */
  b_notices: readonly StoredBNotice[];
  /** Their newest tax form is a W-9. */
  us_person: boolean;
  /** Rails on which this user must not be paid. */
  payout_options_exclude_list: string[];
}

/**
 * The four words of the vendor's OpenAPI description (`user.status`). A user whom the partner disabled, or
 * who is on a sanctions list, is `disabled`; one who may be on it is `in_review`. Of the others, those with a
 * confirmed phone are `verified`.
 */
export const userStatus =
  "case when status = 'disabled' or disabled is not null or ofac_status = 'flagged' then 'disabled' when ofac_status = 'in_review' then 'in_review' " +
  "when phone_verified then 'verified' else 'unverified' end";

export const userColumns =
  'id, app_id, created, updated, first_name, last_name, email, country, phone_e164, calling_code, phone_verified, confirmed, ' +
  `${userStatus} as status, disabled, auto_payout_enabled, ofac_status, id_status, metadata, username, date_of_birth_sealed, address_sealed, adjustments_1099, ` +
  'payout_options_exclude_list, b_notices, us_person';

export type NewUser = Pick<
  UserRow,
  | 'id'
  | 'app_id'
  | 'created'
  | 'first_name'
  | 'last_name'
  | 'email'
  | 'country'
  | 'phone_e164'
  | 'calling_code'
  | 'phone_verified'
  | 'ofac_status'
  | 'metadata'
> &
  Partial<
    Pick<
      UserRow,
      'confirmed' | 'username' | 'date_of_birth_sealed' | 'adjustments_1099' | 'payout_options_exclude_list'
    >
  >;

/**
 * Returns null when the phone number or the username belongs to another user of the app. Waits for a
 * transaction that is just inserting such a user, and then goes by what that one did.
 */
export async function insertUser(tx: Queryable, user: NewUser): Promise<UserRow | null> {
  const [row] = await tx.query<UserRow>(
    `insert into users (id, app_id, created, updated, first_name, last_name, email, country, phone_e164, calling_code,
       phone_verified, confirmed, ofac_status, metadata, username, date_of_birth_sealed, adjustments_1099, payout_options_exclude_list)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     on conflict do nothing returning ${userColumns}`,
    [
      user.id,
      user.app_id,
      user.created,
      user.first_name,
      user.last_name,
      user.email,
      user.country,
      user.phone_e164,
      user.calling_code,
      user.phone_verified,
      user.confirmed ?? null,
      user.ofac_status,
      asJson(user.metadata),
      user.username ?? `user_${user.id.replaceAll('-', '')}`,
      user.date_of_birth_sealed ?? null,
      asJson(user.adjustments_1099 ?? []),
      user.payout_options_exclude_list ?? [],
    ],
  );
  return row ?? null;
}

export async function findUser(db: Queryable, appId: string, id: string): Promise<UserRow | null> {
  const [row] = await db.query<UserRow>(
    `select ${userColumns} from users where app_id = $1 and id = $2 and deleted is null`,
    [appId, id],
  );
  return row ?? null;
}

/** Returns whether the app has or had the user. */
export async function wasUser(db: Queryable, appId: string, id: string): Promise<boolean> {
  return (await db.query('select from users where app_id = $1 and id = $2', [appId, id])).length > 0;
}

/**
 * Finds users of every app, and deleted ones too: for the books, and for work that was begun in the user's
 * name. Never call it with an id from a request.
 */
export async function findUserById(db: Queryable, id: string): Promise<UserRow | null> {
  const [row] = await db.query<UserRow>(`select ${userColumns} from users where id = $1`, [id]);
  return row ?? null;
}

/** Recognises a payee who typed a known number. The code to that phone proves that it is theirs. */
export async function findUserByPhone(db: Queryable, appId: string, phone: string): Promise<UserRow | null> {
  const [row] = await db.query<UserRow>(
    `select ${userColumns} from users where app_id = $1 and phone_e164 = $2 and deleted is null`,
    [appId, phone],
  );
  return row ?? null;
}

export const updateUser = (tx: Queryable, id: string, patch: Partial<UserRow>): Promise<UserRow> =>
  updateById<UserRow>(tx, 'users', id, patch, userColumns);

/**
 * Changes the user, and returns whether it could: false when the phone belongs to another user of the app by
 * now. It waits for a transaction that is just taking the number, and leaves the caller's own as it was.
 */
export async function updateUserPhone(
  tx: Queryable,
  id: string,
  patch: Partial<UserRow> & Pick<UserRow, 'phone_e164'>,
): Promise<boolean> {
  const isTaken = (error: unknown): error is Error => isUniqueViolation(error, 'users_phone');
  const updated = await undoneWhen(tx, isTaken, () => updateUser(tx, id, patch));
  return !(updated instanceof Error);
}

/**
 * Locks the row until the transaction ends. Of two requests about one user, the second sees what the first
 * did. Whoever needs flows too has locked them before (`lock-order.ts`). Rows that refer to the user can be
 * written meanwhile: whoever has the wallets and writes a transfer must not wait here.
 */
export async function lockUser(tx: Queryable, appId: string, id: string): Promise<UserRow | null> {
  const [row] = await tx.query<UserRow>(
    `select ${userColumns} from users where app_id = $1 and id = $2 and deleted is null for no key update`,
    [appId, id],
  );
  return row ?? null;
}

/** Has a deletion of the user wait until the end, and nobody else. */
export async function keepUser(tx: Queryable, id: string): Promise<void> {
  await tx.query('select from users where id = $1 for key share', [id]);
}

/** Waits for whoever is just writing a row that refers to the user, and has others wait until the end. */
export async function lockForDeletion(tx: Queryable, id: string): Promise<void> {
  await tx.query('select from users where id = $1 for update', [id]);
}

/**
 * Tells afterwards why `insertUser` returned null. It is no check beforehand, because another request may
 * come in between.
 */
export async function isUsernameTaken(db: Queryable, appId: string, username: string): Promise<boolean> {
  const rows = await db.query(
    'select id from users where app_id = $1 and username = $2 and deleted is null',
    [appId, username],
  );
  return rows.length > 0;
}
