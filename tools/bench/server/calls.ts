/** Whatever a partner, a payee and the jobs ask of the database, as calls that are made again and again. */
import { createHash, randomUUID } from 'node:crypto';
import { deliveryBacklog, jobBacklog } from '../../../src/server/db/backlog.ts';
import { sweep } from '../../../src/server/db/sweep.ts';
import { rescueBatches } from '../../../src/server/ledger/batches.ts';
import { rescuePayouts } from '../../../src/server/ledger/rescue.ts';
import { removeOldPictures } from '../../../src/server/payee/id-verification/retention.ts';
import { removeOldLinks } from '../../../src/server/payee/manage-payments/retention.ts';
import { takeDue } from '../../../src/server/webhooks/deliver.ts';
import { journey, type Payee } from './journey.ts';
import type { Served } from './served.ts';

export interface Call {
  readonly name: string;
  /** `round` is another one each time. */
  readonly run: (round: number) => Promise<unknown>;
}

export interface Filled {
  readonly server: Served;
  /** Whom the others were copied from. */
  readonly payee: Payee;
  readonly copies: number;
  readonly endpointId: string;
}

const statuses = ['created', 'flagged', 'pending', 'completed', 'failed', 'reversed', 'canceled'];

/** The id that `copyPayees` gave the copy. */
export function copyOf(id: string, n: number): string {
  const hex = createHash('md5').update(`${id}${n}`).digest('hex');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-8$4-');
}

/** `page`: how many rows a list is asked for. */
export function calls({ server, payee, copies, endpointId }: Filled, page = 100): Call[] {
  const { deps } = server;
  // From the middle: neither one of the rare ones, which are the oldest, nor deleted.
  const nth = (id: string, round: number, from = 0.5) =>
    copyOf(id, Math.floor(copies * from) + (round % Math.floor(copies / 8)));
  const user = (round: number) => nth(payee.userId, round);
  const flow = (round: number) => nth(payee.flowId, round);
  const get = (path: (round: number) => string, name = `GET ${path(0)}`): Call => ({
    name,
    run: (round) => server.call('GET', path(round)),
  });
  const does = (method: string, path: string, run: Call['run']): Call => ({ name: `${method} ${path}`, run });
  const list = (path: string) => get(() => path);
  const deliveries = `/webhook-endpoints/${endpointId}/deliveries?limit=${page}`;
  const ago = (days: number) =>
    new Date(deps.clock.now().getTime() - days * 24 * 3_600_000).toISOString().slice(0, 10);
  // A week of the oldest, in which there are more than a page.
  const week = `start_date=${ago(60)}&end_date=${ago(53)}`;

  return [
    list(`/flows?limit=${page}`),
    get((round) => `/flows?limit=${page}&starting_after=${flow(round)}`, 'GET /flows, deep'),
    list(`/payout-links?limit=${page}`),
    ...['canceled', 'expired', 'sent'].map((status) => list(`/payout-links?limit=${page}&status=${status}`)),
    list(`/payout-links?limit=${page}&phone_number=12000000001`),
    list(`/payout-links?limit=${page}&email=jane@example.com`),
    get((round) => `/payout-links?limit=${page}&user_id=${user(round)}`, 'GET /payout-links, of a user'),
    list(`/users?limit=${page}`),
    get((round) => `/users?limit=${page}&starting_after=${user(round)}`, 'GET /users, deep'),
    ...['verified', 'unverified', 'in_review', 'disabled'].map((status) =>
      list(`/users?limit=${page}&status=${status}`),
    ),
    list(`/transfers?limit=${page}`),
    list(`/transfers?limit=${page}&reverse_order=true`),
    list(`/transactions?limit=${page}`),
    ...['refill', 'payout', 'balance', 'payment'].map((type) =>
      list(`/transfers?limit=${page}&type=${type}`),
    ),
    ...statuses.map((status) => list(`/transfers?limit=${page}&status=${status}`)),
    list(`/transfers?limit=${page}&type=balance&status=flagged`),
    list(`/transfers?limit=${page}&type=payment&status=completed`),
    list(`/transfers?limit=${page}&${week}`),
    list(`/transfers?limit=${page}&${week}&status=failed`),
    get((round) => `/transfers?limit=${page}&user_id=${user(round)}`, 'GET /transfers?user_id='),
    get((round) => `/transfers?user_id=${user(round)}&status=failed`, 'GET /transfers?user_id=&status='),
    list(`/payout-batches?limit=${page}`),
    list(`/payment-customers?limit=${page}`),
    get((round) => `/payment-methods?user_id=${user(round)}`, 'GET /payment-methods?user_id='),
    get(() => deliveries, 'GET /webhook-endpoints/{id}/deliveries'),
    list('/webhook-endpoints'),
    list('/sandbox/messages'),
    get((round) => `/users/${user(round)}`, 'GET /users/{id}'),
    get((round) => `/users/${user(round)}/accesses`, 'GET /users/{id}/accesses'),
    get((round) => `/users/${user(round)}/export`, 'GET /users/{id}/export'),
    get((round) => `/users/${user(round)}/payout-methods`, 'GET /users/{id}/payout-methods'),
    get((round) => `/users/${user(round)}/tax-forms`, 'GET /users/{id}/tax-forms'),
    get((round) => `/flows/${flow(round)}`, 'GET /flows/{id}'),
    get((round) => `/flows/${flow(round)}/documents`, 'GET /flows/{id}/documents'),
    does('POST', '/flows', (round) =>
      server.call('POST', '/flows', { steps: ['payout'], user_id: user(round) }),
    ),
    does('POST', '/transfers', (round) =>
      server.call('POST', '/transfers', { user_id: user(round), amount: -100 }),
    ),
    does('POST', '/payouts', () =>
      server.call('POST', '/payouts', { user_id: payee.userId, amount: 100, platform: 'ach', fund: true }),
    ),
    does('POST', '/payout-batches', () =>
      server.call('POST', '/payout-batches', {
        items: [
          {
            ...{ user_id: payee.userId, amount: 100, platform: 'ach', fund: true },
            idempotency_key: randomUUID(),
          },
        ],
      }),
    ),
    does('POST', '/users/{id}/disable', (round) => server.call('POST', `/users/${user(round)}/disable`)),
    does('POST', '/users/{id}/enable', (round) => server.call('POST', `/users/${user(round)}/enable`)),
    does('POST', '/users/{id}/end-sessions', (round) =>
      server.call('POST', `/users/${user(round)}/end-sessions`),
    ),
    does('DELETE', '/users/{id}', (round) =>
      server.call('DELETE', `/users/${nth(payee.userId, round, 0.36)}`),
    ),
    does('GET', '/session', () => server.call('GET', '/session', undefined, payee.token)),
    { name: 'a whole journey', run: (round) => journey(server, String(2200 + round)) },
    { name: 'webhooks: what is due', run: () => takeDue(deps, 100) },
    { name: 'payouts: what is due', run: () => rescuePayouts(deps) },
    { name: 'batches: what is due', run: () => rescueBatches(deps) },
    { name: 'sweep', run: () => sweep(deps.db, deps.clock.now()) },
    { name: 'sweep of photos', run: () => removeOldPictures(deps) },
    { name: 'sweep of sign-ins at banks', run: () => removeOldLinks(deps) },
    { name: 'metrics: jobs', run: () => jobBacklog(deps.db) },
    { name: 'metrics: webhooks', run: () => deliveryBacklog(deps.db, deps.clock.now()) },
  ];
}
