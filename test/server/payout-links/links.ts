/** Payout links for tests: made by a partner, claimed by a payee. */
import assert from 'node:assert/strict';
import type { Problem } from '../../../src/contract/problems.ts';
import { openFlow, profile } from '../payee/payee.ts';
import type { Payee } from '../payee/payee.ts';
import { rescuePayouts } from '../../../src/server/ledger/rescue.ts';
import type { TestServer } from '../support.ts';

export const dayMs = 24 * 60 * 60 * 1000;

/** The phone that `newPhone` of the payee's helper types. */
export const jane = { country_code: '1', phone_number: '4155550100' };

export interface Link extends Record<string, unknown> {
  readonly id: string;
  readonly status: string;
  readonly amount: number;
  readonly flow_id: string;
  readonly transfer_id: string;
  readonly link: string;
  readonly claimed_user_id: string | null;
}

/** Makes a call that succeeds with this status, and returns what it answers. */
export async function ask<T = Link>(
  server: TestServer,
  method: string,
  path: string,
  body?: unknown,
  status?: number,
): Promise<T> {
  const answer = await server.asPartner(method, `/v2${path}`, body);
  const said = await answer.text();
  assert.ok(
    status === undefined ? answer.ok : answer.status === status,
    `${method} ${path}: ${answer.status} ${said}`,
  );
  return JSON.parse(said) as T;
}

/** Makes a call that is refused, and returns the status, the code and the fields. */
export async function refused(
  server: TestServer,
  method: string,
  path: string,
  body?: unknown,
): Promise<string> {
  const answer = await server.asPartner(method, `/v2${path}`, body);
  const { error_code, errors } = (await answer.json()) as Problem;
  return [answer.status, error_code, ...(errors ?? []).map(({ field, code }) => `${field}:${code}`)].join(
    ' ',
  );
}

export const makeLink = (server: TestServer, more: object = {}, status = 201): Promise<Link> =>
  ask(server, 'POST', '/payout-links', { amount: 5_000, payee: jane, ...more }, status);

export const readLink = (server: TestServer, { id }: Link): Promise<Link> =>
  ask(server, 'GET', `/payout-links/${id}`);

/** Opens the link as the payee whose phone it names, who enters the code and says who they are. */
export async function claim(server: TestServer, link: Link, phone: object | null = null): Promise<Payee> {
  const payee = await openFlow(server, link.flow_id);
  await payee.does('/session/authentication/code', { ...phone, channel: 'sms' });
  await payee.does('/session/authentication/check', { code: '123456' });
  if (payee.seen.current?.step === 'onboarding') await payee.does('/session/onboarding', profile);
  return payee;
}

/** Lets time pass, with all that is due by then. */
export async function passes(server: TestServer, ms: number): Promise<void> {
  server.clock.advance(ms);
  await rescuePayouts(server.deps);
  await server.runDueJobs();
}

/** Names of the events that were sent about links, in order, each with the status that it says. */
export async function told(server: TestServer): Promise<string[]> {
  const rows = await server.db.query<{ event: string; payload: { status?: string } }>(
    `select event, payload from webhook_messages where event like 'payout_link.%' order by created, ctid`,
  );
  return rows.map(({ event, payload }) => `${event.slice('payout_link.'.length)} ${payload.status}`);
}

export async function wallet(server: TestServer): Promise<number> {
  const [app] = await ask<[{ metrics: { wallet_balance: string } }]>(server, 'GET', '/apps');
  return Number(app.metrics.wallet_balance);
}
