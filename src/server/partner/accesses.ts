/**
 * Writes down who read what is known of whom, before it is told: where that cannot be written, nothing is
 * read. It is about the calls that answer with what is known of users: all of `/users`, the documents of a
 * flow, and payout links. Flows, transfers and deliveries have ids of users and are left out.
 */
import type { Context } from 'hono';
import type { Access } from '../../contract/partner/accesses.ts';
import { insertAccess } from '../db/accesses.ts';
import type { AccessRow } from '../db/accesses.ts';
import { apiPattern, routeOf } from '../http/request-log.ts';
import type { Deps } from '../ports/deps.ts';
import type { PartnerEnv } from './authenticate.ts';

/** Says whom an answer is about, where the path does not. */
export const isAbout = (c: Context<PartnerEnv>, userIds: readonly (string | null)[]): void =>
  c.set(
    'about',
    userIds.filter((id) => id !== null),
  );

/** What is answered here is no data of the user. */
const ownList = '/users/:id/accesses';

/** Call it when the answer is there. */
export async function writeAccess(
  c: Context<PartnerEnv>,
  deps: Pick<Deps, 'db' | 'clock' | 'newId'>,
): Promise<void> {
  const route = apiPattern(routeOf(c));
  if (!c.res.ok || route === ownList) return;
  const named = route.startsWith('/users/:id') ? [c.req.param('id') ?? ''] : [];
  const userIds = c.var.about ?? named;
  if (userIds.length === 0) return;
  await insertAccess(deps.db, {
    id: deps.newId(),
    created: deps.clock.now(),
    app_id: c.var.partner.id,
    api_key_id: c.var.apiKeyId,
    call: `${c.req.method} ${route.replace(/:(\w+)/g, '{$1}')}`,
    user_ids: [...new Set(userIds)],
  });
}

export const accessObject = ({ id, created, api_key_id, call }: AccessRow): Access => ({
  id,
  created: created.toISOString(),
  api_key_id,
  call,
});
