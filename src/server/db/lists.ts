/**
 * The lists that partners can page through. Flows, users and transfers, of which an app has many, have an
 * index in the order of the list (`…_list`: app, created, id).
 */
import type { Queryable } from '../ports/database.ts';
import { flowColumns } from './flows.ts';
import type { FlowRow } from './flows.ts';
import { pageOf } from './pages.ts';
import type { Page, PageRequest } from './pages.ts';
import { transferColumns } from './transfers.ts';
import type { TransferRow } from './transfers.ts';
import { userColumns, userStatus } from './users.ts';
import type { UserRow } from './users.ts';
import type { DeliveryRow } from './deliveries.ts';
import type { EndpointRow } from './webhooks.ts';

export const listFlows = (
  db: Queryable,
  appId: string,
  request: PageRequest,
): Promise<Page<FlowRow> | null> =>
  pageOf(db, { columns: flowColumns, from: 'flows t', where: 't.app_id = $1', params: [appId] }, request);

/** Deleted users are left out. `status` is compared with what `userStatus` derives, not with the column. */
export const listUsers = (
  db: Queryable,
  appId: string,
  status: UserRow['status'] | null,
  request: PageRequest,
): Promise<Page<UserRow> | null> =>
  pageOf(
    db,
    {
      columns: userColumns,
      from: 'users t',
      where: `t.app_id = $1 and t.deleted is null and ($2::text is null or ${userStatus} = $2)`,
      params: [appId, status],
    },
    request,
  );

export const listEndpoints = (
  db: Queryable,
  appId: string,
  request: PageRequest,
): Promise<Page<EndpointRow> | null> =>
  pageOf(
    db,
    { columns: 't.*', from: 'webhook_endpoints t', where: 't.app_id = $1', params: [appId] },
    request,
  );

/** The caller has checked that the endpoint belongs to the app. */
export const listDeliveries = (
  db: Queryable,
  endpointId: string,
  request: PageRequest,
): Promise<Page<DeliveryRow> | null> =>
  pageOf(
    db,
    {
      columns: 't.*, m.event, m.payload::text as body',
      from: 'webhook_deliveries t join webhook_messages m on m.id = t.message_id',
      where: 't.endpoint_id = $1',
      params: [endpointId],
    },
    request,
  );

export interface TransferFilter {
  readonly userId: string | null;
  readonly type: string | null;
  readonly status: TransferRow['status'] | null;
  /** Created at or after this moment. */
  readonly from: Date | null;
  /** Created before this moment. */
  readonly to: Date | null;
  readonly oldestFirst: boolean;
}

export const listTransfers = (
  db: Queryable,
  appId: string,
  filter: TransferFilter,
  request: PageRequest,
): Promise<Page<TransferRow> | null> =>
  pageOf(
    db,
    {
      columns: transferColumns,
      from: 'transfers t',
      where:
        't.app_id = $1 and ($2::uuid is null or t.user_id = $2) and ($3::text is null or t.type = $3) ' +
        'and ($4::text is null or t.status = $4) and ($5::timestamptz is null or t.created >= $5) ' +
        'and ($6::timestamptz is null or t.created < $6)',
      params: [appId, filter.userId, filter.type, filter.status, filter.from, filter.to],
      oldestFirst: filter.oldestFirst,
    },
    request,
  );
