/** Whom an app debits. Each is one of its users, whose accounts are in `payment-methods.ts`. */
import type { Queryable, Row } from '../ports/database.ts';
import { pageOf } from './pages.ts';
import type { Page, PageRequest } from './pages.ts';
import type { PaymentMethodRow } from './payment-methods.ts';
import { asJson } from './update.ts';

export interface CustomerRow extends Row {
  id: string;
  app_id: string;
  created: Date;
  updated: Date;
  user_id: string;
  /** Names, email, phone and address, as JSON. */
  details_sealed: Buffer;
  metadata: string | Record<string, unknown> | null;
}

interface NewCustomer {
  readonly id: string;
  readonly app_id: string;
  readonly created: Date;
  readonly user_id: string;
  readonly details_sealed: Buffer;
  readonly metadata: CustomerRow['metadata'];
}

export async function insertCustomer(tx: Queryable, customer: NewCustomer): Promise<CustomerRow> {
  const [row] = await tx.query<CustomerRow>(
    `insert into payment_customers (id, app_id, created, updated, user_id, details_sealed, metadata)
     values ($1, $2, $3, $3, $4, $5, $6) returning *`,
    [
      customer.id,
      customer.app_id,
      customer.created,
      customer.user_id,
      customer.details_sealed,
      asJson(customer.metadata),
    ],
  );
  return row as CustomerRow;
}

export async function findCustomer(db: Queryable, appId: string, id: string): Promise<CustomerRow | null> {
  const [row] = await db.query<CustomerRow>('select * from payment_customers where app_id = $1 and id = $2', [
    appId,
    id,
  ]);
  return row ?? null;
}

export const listCustomers = (
  db: Queryable,
  appId: string,
  request: PageRequest,
): Promise<Page<CustomerRow> | null> =>
  pageOf(
    db,
    { columns: 't.*', from: 'payment_customers t', where: 't.app_id = $1', params: [appId] },
    request,
  );

/** A user has few accounts: their index finds all of them, and they are sorted. Removed ones are left out. */
export const listPaymentMethods = (
  db: Queryable,
  userId: string,
  request: PageRequest,
): Promise<Page<PaymentMethodRow> | null> =>
  pageOf(
    db,
    {
      columns: 't.*',
      from: 'payment_methods t',
      where: 't.user_id = $1 and t.removed is null',
      params: [userId],
    },
    request,
  );

/** Finds a removed account too: its authorization is the proof of what was debited. */
export async function paymentMethodOfApp(
  db: Queryable,
  appId: string,
  id: string,
): Promise<PaymentMethodRow | null> {
  const [row] = await db.query<PaymentMethodRow>(
    `select m.* from payment_methods m join users u on u.id = m.user_id
     where m.id = $2 and u.app_id = $1 and u.deleted is null`,
    [appId, id],
  );
  return row ?? null;
}

/** All of a user, for the export. */
export const customersOfUser = (db: Queryable, userId: string): Promise<CustomerRow[]> =>
  db.query<CustomerRow>('select * from payment_customers where user_id = $1 order by created, id', [userId]);
