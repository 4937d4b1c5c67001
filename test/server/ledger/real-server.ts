/** The real server as a process that can be killed, on each database, and a payee of it. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Session } from '../../../src/contract/steps/session.ts';
import type { Database } from '../../../src/server/ports/database.ts';
import { openPg } from '../../../src/server/db/pg.ts';
import { openPglite } from '../../../src/server/db/pglite.ts';
import { createOwn } from '../db/databases.ts';
import { basicAuth } from '../support.ts';

const cli = new URL('../../../src/server/cli.ts', import.meta.url).pathname;

/** A database that a server process can be given, and that can be read when the process is gone. */
export interface Place {
  readonly env: Record<string, string>;
  read(): Promise<Database>;
  remove(): Promise<void>;
}

async function embedded(): Promise<Place> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dots-flow-kill-'));
  return {
    env: { DATA_DIR: dataDir },
    read: () => openPglite(join(dataDir, 'db')),
    remove: () => rm(dataDir, { recursive: true, force: true }),
  };
}

async function postgres(server: string): Promise<Place> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dots-flow-kill-'));
  const own = await createOwn(server);
  return {
    env: { DATA_DIR: dataDir, DATABASE_URL: own.url },
    read: async () => openPg({ connectionString: own.url, max: 1 }),
    async remove() {
      await own.remove();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const testDatabase = process.env['TEST_DATABASE_URL'];
export const places: readonly (readonly [string, () => Promise<Place>])[] = [
  ['PGlite', embedded],
  ...(testDatabase ? [['PostgreSQL', () => postgres(testDatabase)] as const] : []),
];

export class Server {
  readonly url: string;
  readonly #env: Record<string, string>;
  #child: ChildProcess | null = null;

  constructor(port: number, env: Record<string, string>) {
    this.url = `http://127.0.0.1:${port}/v2`;
    this.#env = {
      PATH: process.env['PATH'] ?? '',
      PORT: String(port),
      LOG_LEVEL: 'error',
      DOTS_LEAVE_SECONDS: '0',
      ...env,
    };
  }

  async up(): Promise<void> {
    const child = spawn(process.execPath, ['--import', 'tsx', cli, 'serve'], {
      env: this.#env,
      stdio: ['ignore', 'inherit', 'ignore'],
    });
    this.#child = child;
    while (
      !(await fetch(new URL('/readyz', this.url)).then(
        ({ ok }) => ok,
        () => false,
      ))
    ) {
      assert.equal(child.exitCode, null, 'the server ended while starting');
      await sleep(50);
    }
  }

  async down(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  async call<T>(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<T> {
    const answer = await fetch(this.url + path, {
      method,
      headers: { authorization: basicAuth(), 'content-type': 'application/json', ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    assert.ok(
      answer.ok,
      `${method} ${path} was answered with ${answer.status}: ${await answer.clone().text()}`,
    );
    return (await answer.json()) as T;
  }
}

/** Creates a payee with a wallet and with PayPal, by the public API alone. */
export async function addPayee(server: Server, balance: number): Promise<string> {
  const { id } = await server.call<{ id: string }>('POST', '/users', {
    first_name: 'Ada',
    last_name: 'Example',
    email: 'ada@example.com',
    country_code: '1',
    phone_number: '4155550100',
  });
  await server.call('POST', `/users/${id}/send-verification-token`, {});
  await server.call('POST', `/users/${id}/verify`, { token: '123456' });
  await server.call('POST', '/transfers', { user_id: id, amount: -balance });
  const flow = await server.call<{ id: string }>('POST', '/flows', {
    steps: ['manage-payouts'],
    user_id: id,
  });
  const { token } = await server.call<Session>(
    'POST',
    `/flows/${flow.id}/sessions`,
    {},
    { authorization: '' },
  );
  const method = { platform: 'paypal', email: 'ada@example.com' };
  await server.call('POST', '/session/payout-methods', method, { authorization: `Bearer ${token}` });
  return id;
}
