/**
 * Everything that is kept of one user, removed accounts and unconfirmed documents included. Oldest first.
 */
import type { TaxReturnForm, TaxReturnKind } from '../../contract/money/tax-returns.ts';
import type { Queryable, Row } from '../ports/database.ts';
import type { BackgroundCheckRow } from './background-checks.ts';
import { documentColumns } from './documents.ts';
import type { DocumentRow } from './documents.ts';
import { flowColumns } from './flows.ts';
import type { FlowRow } from './flows.ts';
import type { IdCheckRow } from './id-checks.ts';
import type { MatchRow } from './screening.ts';
import type { NotificationRow } from './notifications.ts';
import { paperColumns } from './papers.ts';
import type { PaperRow } from './papers.ts';
import type { PaymentMethodRow } from './payment-methods.ts';
import type { PayoutMethodRow } from './payout-methods.ts';
import { transferColumns } from './transfers.ts';
import type { TransferRow } from './transfers.ts';

// As an array, so that it may stand beside another condition and an index serves both.
const own = 'flow_id = any(array(select id from flows where user_id = $1))';

export const allFlowsOf = (db: Queryable, userId: string): Promise<FlowRow[]> =>
  db.query<FlowRow>(`select ${flowColumns} from flows where user_id = $1 order by created, id`, [userId]);

export const allTransfersOf = (db: Queryable, userId: string): Promise<TransferRow[]> =>
  db.query<TransferRow>(`select ${transferColumns} from transfers where user_id = $1 order by created, id`, [
    userId,
  ]);

/** The numbers of a removed one are gone after a while (`sweep.ts`). */
export const allPayoutMethodsOf = (
  db: Queryable,
  userId: string,
): Promise<(PayoutMethodRow & { removed: Date | null })[]> =>
  db.query('select * from payout_methods where user_id = $1 order by number', [userId]);

export const allPaymentMethodsOf = (db: Queryable, userId: string): Promise<PaymentMethodRow[]> =>
  db.query<PaymentMethodRow>('select * from payment_methods where user_id = $1 order by created, id', [
    userId,
  ]);

export const allBackgroundChecksOf = (db: Queryable, userId: string): Promise<BackgroundCheckRow[]> =>
  db.query<BackgroundCheckRow>('select * from background_checks where user_id = $1 order by number', [
    userId,
  ]);

export const allIdChecksOf = (db: Queryable, userId: string): Promise<IdCheckRow[]> =>
  db.query<IdCheckRow>(`select * from id_checks where ${own} order by created, id`, [userId]);

export const allDocumentsOf = (db: Queryable, userId: string): Promise<DocumentRow[]> =>
  db.query<DocumentRow>(
    `select ${documentColumns} from documents where user_id = $1 or ${own} order by created, id`,
    [userId],
  );

export const allNotificationsOf = (db: Queryable, userId: string): Promise<NotificationRow[]> =>
  db.query<NotificationRow>(`select * from notifications where ${own} order by created, id`, [userId]);

export const allMatchesOf = (db: Queryable, userId: string): Promise<MatchRow[]> =>
  db.query<MatchRow>('select * from screening_matches where user_id = $1 order by created, id', [userId]);

/** How papers were signed that are still kept. */
export const allPapersOf = (db: Queryable, userId: string): Promise<PaperRow[]> =>
  db.query<PaperRow>(
    `select ${paperColumns} from papers where user_id = $1 and record_sealed <> '' order by number`,
    [userId],
  );

export interface ReturnOfUser extends Row {
  /** Of the run. */
  id: string;
  created: Date;
  year: number;
  form: TaxReturnForm;
  kind: TaxReturnKind;
  boxes: Record<string, number>;
}

export const allReturnsOf = (db: Queryable, userId: string): Promise<ReturnOfUser[]> =>
  db.query<ReturnOfUser>(
    `select r.id, r.created, r.year, r.form, t.kind, t.boxes
     from tax_return_rows t join tax_returns r on r.id = t.return_id
     where t.user_id = $1 order by r.created, r.id, t.number`,
    [userId],
  );
