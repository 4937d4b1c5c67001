/**
 * The lists that partners can page through. Of what an app has many, each list and each filter has an index
 * in the order of the list (migration 036).
 */
import type { Queryable } from '../ports/database.ts';
import { flowColumns } from './flows.ts';
import type { FlowRow } from './flows.ts';
import { payoutLinkColumns } from './payout-links.ts';
import type { PayoutLinkRow } from './payout-links.ts';
import { pageOf } from './pages.ts';
import type { ListSource, Page, PageRequest } from './pages.ts';
import { transferColumns } from './transfers.ts';
import type { TransferRow } from './transfers.ts';
import { userColumns, userStatus } from './users.ts';
import type { UserRow } from './users.ts';
import type { DeliveryRow } from './deliveries.ts';
import type { EndpointRow } from './webhooks.ts';

/**
 * Returns the condition of a list with the filters that were given. One that was not given is left out, and
 * not asked about in SQL: a plan that serves both cases could use no index.
 */
function matching(
  owner: string,
  ownerId: string,
  always: string,
  filters: readonly (readonly [comparison: string, value: unknown])[],
): Pick<ListSource, 'where' | 'params'> {
  const given = filters.filter(([, value]) => value !== null);
  return {
    where: [`${owner} = $1`, always, ...given.map(([comparison], at) => `${comparison} $${at + 2}`)].join(
      ' and ',
    ),
    params: [ownerId, ...given.map(([, value]) => value)],
  };
}

/**
 * A user has few flows: their own index finds all of them, and they are sorted (`flows_user`). Without those
 * of payout links, the others have an index of their own (`flows_without_link`).
 */
export const listFlows = (
  db: Queryable,
  appId: string,
  { userId, withLinks }: { readonly userId: string | null; readonly withLinks: boolean },
  request: PageRequest,
): Promise<Page<FlowRow> | null> =>
  pageOf(
    db,
    {
      columns: flowColumns,
      from: 'flows t',
      ...matching('t.app_id', appId, withLinks ? 'true' : 't.payout_link_id is null', [
        ['t.user_id =', userId],
      ]),
    },
    request,
  );

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
      ...matching('t.app_id', appId, 't.deleted is null', [[`${userStatus} =`, status]]),
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
    {
      columns: 't.*',
      from: 'webhook_endpoints t',
      where: 't.app_id = $1 and t.removed is null',
      params: [appId],
    },
    request,
  );

interface DeliveryFilter {
  readonly status: DeliveryRow['status'] | null;
  readonly event: string | null;
  /** Created at or after this moment. */
  readonly since: Date | null;
  /** Created before this moment. */
  readonly until: Date | null;
}

/** The caller has checked that the endpoint belongs to the app. */
export const listDeliveries = (
  db: Queryable,
  endpointId: string,
  filter: DeliveryFilter,
  request: PageRequest,
): Promise<Page<DeliveryRow> | null> =>
  pageOf(
    db,
    {
      columns: 't.*, m.event, m.payload::text as body',
      from: 'webhook_deliveries t join webhook_messages m on m.id = t.message_id',
      ...matching('t.endpoint_id', endpointId, 'true', [
        ['t.status =', filter.status],
        ['m.event =', filter.event],
        ['t.created >=', filter.since],
        ['t.created <', filter.until],
      ]),
    },
    request,
  );

export interface TransferFilter {
  readonly userId: string | null;
  readonly type: string | null;
  readonly status: TransferRow['status'] | null;
  readonly withholding: TransferRow['withholding_state'];
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
      ...matching('t.app_id', appId, 'true', [
        ['t.user_id =', filter.userId],
        ['t.type =', filter.type],
        ['t.status =', filter.status],
        ['t.withholding_state =', filter.withholding],
        ['t.created >=', filter.from],
        ['t.created <', filter.to],
      ]),
      oldestFirst: filter.oldestFirst,
    },
    request,
  );

export interface PayoutLinkFilter {
  readonly status: PayoutLinkRow['status'] | null;
  readonly userId: string | null;
  /** E.164. */
  readonly phone: string | null;
  /** In small letters. */
  readonly email: string | null;
}

export const listPayoutLinks = (
  db: Queryable,
  appId: string,
  filter: PayoutLinkFilter,
  request: PageRequest,
): Promise<Page<PayoutLinkRow> | null> =>
  pageOf(
    db,
    {
      columns: payoutLinkColumns,
      from: 'payout_links t',
      ...matching('t.app_id', appId, 'true', [
        ['t.status =', filter.status],
        ['t.user_id =', filter.userId],
        ['t.phone_e164 =', filter.phone],
        ['lower(t.email) =', filter.email],
      ]),
    },
    request,
  );
