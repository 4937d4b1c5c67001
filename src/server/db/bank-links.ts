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
}

const columns = 'id, flow_id, created, institution_id, institution_name, reference_sealed, state';

export async function bankLinkOf(db: Queryable, flowId: string): Promise<BankLinkRow | null> {
  const [row] = await db.query<BankLinkRow>(`select ${columns} from bank_links where flow_id = $1`, [flowId]);
  return row ?? null;
}

export async function findBankLink(db: Queryable, id: string): Promise<BankLinkRow | null> {
  const [row] = await db.query<BankLinkRow>(`select ${columns} from bank_links where id = $1`, [id]);
  return row ?? null;
}

/** The caller has deleted the flow's earlier link. Otherwise the primary key (`flow_id`) refuses this one. */
export async function insertBankLink(tx: Queryable, link: BankLinkRow): Promise<void> {
  await tx.query(
    `insert into bank_links (id, flow_id, created, institution_id, institution_name, reference_sealed, state)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      link.id,
      link.flow_id,
      link.created,
      link.institution_id,
      link.institution_name,
      link.reference_sealed,
      JSON.stringify(link.state),
    ],
  );
}

/** Does nothing when the link is gone, which happens when the payee gave up in another window. */
export async function setBankLinkState(tx: Queryable, id: string, state: LinkState): Promise<void> {
  await tx.query('update bank_links set state = $2 where id = $1', [id, JSON.stringify(state)]);
}

export async function deleteBankLink(tx: Queryable, flowId: string): Promise<void> {
  await tx.query('delete from bank_links where flow_id = $1', [flowId]);
}
