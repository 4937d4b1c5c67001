/** One-time codes that the partner's own page asks a user for. Only a user's newest one counts. */
import type { Queryable, Row } from '../ports/database.ts';
import { updateById } from './update.ts';

export interface VerificationTokenRow extends Row {
  id: string;
  user_id: string;
  created: Date;
  expires_at: Date;
  /** Keyed hash, bound to the row's id. `partner/user-verification.ts` makes it. */
  code_hash: Buffer;
  attempts: number;
  used: Date | null;
}

const columns = 'id, user_id, created, expires_at, code_hash, attempts, used';

export async function insertVerificationToken(
  tx: Queryable,
  token: Omit<VerificationTokenRow, 'attempts' | 'used'>,
): Promise<void> {
  await tx.query(
    'insert into verification_tokens (id, user_id, created, expires_at, code_hash) values ($1, $2, $3, $4, $5)',
    [token.id, token.user_id, token.created, token.expires_at, token.code_hash],
  );
}

/** Locks the newest one until the transaction ends, so that tries are counted one after the other. */
export async function lockNewestVerificationToken(
  tx: Queryable,
  userId: string,
): Promise<VerificationTokenRow | null> {
  const [row] = await tx.query<VerificationTokenRow>(
    `select ${columns} from verification_tokens where user_id = $1 order by number desc limit 1 for update`,
    [userId],
  );
  return row ?? null;
}

export const updateVerificationToken = (
  tx: Queryable,
  id: string,
  patch: Partial<VerificationTokenRow>,
): Promise<VerificationTokenRow> =>
  updateById<VerificationTokenRow>(tx, 'verification_tokens', id, patch, columns);

export async function deleteVerificationTokensOf(tx: Queryable, userId: string): Promise<void> {
  await tx.query('delete from verification_tokens where user_id = $1', [userId]);
}
