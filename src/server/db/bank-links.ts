/**
 * Sign-ins at banks that are under way. A flow has at most one, and it is deleted when an account was taken
 * from it or the payee gave up. Account numbers never get here: the provider keeps them until the payee
 * agrees.
 */
import type { LinkState } from '../ports/bank-link.ts';
import type { Queryable, Row } from '../ports/database.ts';

export interface BankLinkRow extends Row {
  /**
   * Stands in the address to which the bank sends the payee back (`hosted/bank-link.ts`), so it is not the
   * flow's id.
   */
  id: string;
  flow_id: string;
  created: Date;
  institution_id: string;
  /** Kept as the payee saw it: the provider may rename or drop the institution while the link is open. */
  institution_name: string;
  /** The provider's handle. It is sealed because whoever has it can ask the provider for account numbers. */
  reference_sealed: Buffer;
  state: LinkState;
  /** Of the page that began it; null when that said none. */
  origin: string | null;
  /** What the bank has told, until the code is said that the page after the bank has. */
  returned: LinkState | null;
  returned_at: Date | null;
  code_hash: Buffer | null;
  code_tries: number;
}

type NewBankLink = Omit<BankLinkRow, 'returned' | 'returned_at' | 'code_hash' | 'code_tries'>;

const inserted = 'id, flow_id, created, institution_id, institution_name, reference_sealed, state, origin';
const columns = `${inserted}, returned, returned_at, code_hash, code_tries`;

export async function bankLinkOf(db: Queryable, flowId: string): Promise<BankLinkRow | null> {
  const [row] = await db.query<BankLinkRow>(`select ${columns} from bank_links where flow_id = $1`, [flowId]);
  return row ?? null;
}

export async function findBankLink(db: Queryable, id: string): Promise<BankLinkRow | null> {
  const [row] = await db.query<BankLinkRow>(`select ${columns} from bank_links where id = $1`, [id]);
  return row ?? null;
}

/** Returns the flows of up to `limit` links that were begun before. */
export async function flowsOfOldLinks(db: Queryable, before: Date, limit: number): Promise<string[]> {
  const rows = await db.query<{ flow_id: string }>(
    'select flow_id from bank_links where created <= $1 order by created limit $2',
    [before, limit],
  );
  return rows.map(({ flow_id }) => flow_id);
}

/**
 * The caller has deleted the flow's earlier link. Otherwise the primary key (`flow_id`) refuses this one.
 */
export async function insertBankLink(tx: Queryable, link: NewBankLink): Promise<void> {
  await tx.query(`insert into bank_links (${inserted}) values ($1, $2, $3, $4, $5, $6, $7, $8)`, [
    link.id,
    link.flow_id,
    link.created,
    link.institution_id,
    link.institution_name,
    link.reference_sealed,
    JSON.stringify(link.state),
    link.origin,
  ]);
}

/** Does nothing when the link is gone, which happens when the payee gave up in another window. */
export async function setBankLinkState(tx: Queryable, id: string, state: LinkState): Promise<void> {
  await tx.query('update bank_links set state = $2 where id = $1', [id, JSON.stringify(state)]);
}

/** Keeps what the bank has told until the code is said. */
export async function holdReturn(
  tx: Queryable,
  id: string,
  { state, at, hash }: { readonly state: LinkState; readonly at: Date; readonly hash: Buffer },
): Promise<void> {
  await tx.query('update bank_links set returned = $2, returned_at = $3, code_hash = $4 where id = $1', [
    id,
    JSON.stringify(state),
    at,
    hash,
  ]);
}

export async function setCodeTries(tx: Queryable, id: string, tries: number): Promise<void> {
  await tx.query('update bank_links set code_tries = $2 where id = $1', [id, tries]);
}

export async function deleteBankLink(tx: Queryable, flowId: string): Promise<void> {
  await tx.query('delete from bank_links where flow_id = $1', [flowId]);
}
