/**
 * A whole server as a function, without ports. It has one database per test file (see db/databases.ts),
 * emptied for each server, a clock that stands still until moved, jobs that run when told to, and a recorder
 * in place of outbound HTTP.
 */
import { after } from 'node:test';
import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { createApp } from '../../src/server/start/app.ts';
import { upsertApp } from '../../src/server/db/apps.ts';
import type { App } from '../../src/server/db/apps.ts';
import type { Database } from '../../src/server/ports/database.ts';
import type { AppConfig, Deps } from '../../src/server/ports/deps.ts';
import { setApiKey } from '../../src/server/http/api-key.ts';
import { openAppWallet } from '../../src/server/ledger/opening.ts';
import { createLog } from '../../src/server/ports/log.ts';
import { createSandboxProviders } from '../../src/server/providers/sandbox.ts';
import { createVault } from '../../src/server/start/vault.ts';
import { database } from './db/databases.ts';
import { emptyTables } from './db/empty-tables.ts';
import { steps } from '../../src/server/payee/steps.ts';
import { described } from './described.ts';
import { noticed, outside } from './outside.ts';
import { createTestJobs } from './test-jobs.ts';

export const clientId = 'pk_sandbox_demo';
export const apiKey = 'sk_sandbox_demo';
export const allowedOrigin = 'http://localhost:4400';
export const publicUrl = 'http://localhost:4400';

export interface TestClock {
  now(): Date;
  /** The same as the clock, because no signature here is compared with another's clock. */
  real(): Date;
  set(to: Date | string): void;
  /** Moves the clock ahead by milliseconds. */
  advance(ms: number): void;
}

/** What was sent out, and what to answer next: 200 when nothing was queued. */
export interface Outbound {
  readonly requests: {
    readonly url: string;
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly body: string;
  }[];
  /** Queues an answer: a status, a whole response, or an error to throw. */
  answer(...next: (number | Response | Error)[]): void;
  readonly fetch: typeof fetch;
}

export interface TestServer {
  readonly app: Hono;
  readonly deps: Deps;
  readonly db: Database;
  readonly clock: TestClock;
  readonly outbound: Outbound;
  /** The seeded app. */
  readonly partner: App;
  /** Lines written to the log, parsed. */
  readonly logLines: Record<string, unknown>[];
  /** A request as the partner's back end makes it; a body is sent as JSON. */
  readonly asPartner: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Response>;
  /** Adds another app with its own key. */
  addApp(clientId: string, apiKey: string, origins?: string[]): Promise<App>;
  /** Runs every job that is due by the clock, including those that such jobs add. Returns how many ran. */
  runDueJobs(): Promise<number>;
  /** Does nothing; a real server has it. The shared database is closed when the file is done. */
  close(): Promise<void>;
}

export interface TestOverrides {
  readonly config?: Partial<AppConfig>;
  readonly deps?: Partial<Deps>;
  /** Another database than the shared one. It must have been migrated. */
  readonly db?: Database;
}

let shared: Promise<Database> | undefined;

/** Returns the file's database, migrated. */
export function sharedDatabase(): Promise<Database> {
  return (shared ??= database.openMigrated());
}

after(async () => {
  await (await shared)?.close();
});

export const basicAuth = (id = clientId, key = apiKey) =>
  `Basic ${Buffer.from(`${id}:${key}`).toString('base64')}`;

/**
 * Returns a value as JSON without its ids. A random UUID contains any four digits now and then, and a search
 * for a masked number must not find them there.
 */
export const withoutIds = (value: unknown) =>
  JSON.stringify(value).replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|msg_[0-9a-f]{32}/g, '<id>');

export async function createTestServer(overrides: TestOverrides = {}): Promise<TestServer> {
  const db = noticed(overrides.db ?? (await sharedDatabase()));
  await emptyTables(db);

  const clock = createTestClock();
  const outbound = createOutbound();
  const logLines: Record<string, unknown>[] = [];
  const log = createLog('debug', {
    write: (line: string) => void logLines.push(JSON.parse(line) as Record<string, unknown>),
  });
  const jobs = await createTestJobs(db, clock);
  const given: Deps = {
    db,
    clock,
    newId: randomUUID,
    log,
    vault: createVault([new Uint8Array(32).fill(7)]),
    jobs: jobs.queue,
    stepRules: steps,
    providers: createSandboxProviders({ clock }),
    fetch: outbound.fetch,
    config: { sandbox: true, publicUrl, bundleDir: null, trustedProxies: 0, ...overrides.config },
    ...overrides.deps,
  };
  const deps: Deps = {
    ...given,
    providers: outside(given.providers, 'providers'),
    fetch: outside({ fetch: given.fetch }, 'deps').fetch,
  };
  const app = described(createApp(deps));

  const addApp = async (id: string, key: string, origins = [allowedOrigin]) => {
    const now = clock.now();
    const row = await upsertApp(db, {
      id: randomUUID(),
      created: now,
      name: 'Acme Market',
      client_id: id,
      allowed_origins: origins,
      support_email: null,
      support_url: null,
      privacy_url: null,
      terms_url: null,
    });
    await setApiKey(db, row, key, { id: randomUUID(), now });
    await db.transaction((tx) => openAppWallet(deps, tx, row));
    return row;
  };
  const partner = await addApp(clientId, apiKey);

  return {
    app,
    deps,
    db,
    clock,
    outbound,
    partner,
    logLines,
    addApp,
    async asPartner(method, path, body, headers = {}) {
      return app.request(path, {
        method,
        headers: {
          authorization: basicAuth(),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
    },
    runDueJobs: () => jobs.runDue(deps),
    close: async () => {},
  };
}

function createTestClock(start = '2026-03-02T09:00:00.000Z'): TestClock {
  let now = new Date(start).getTime();
  return {
    now: () => new Date(now),
    real: () => new Date(now),
    set: (to) => void (now = new Date(to).getTime()),
    advance: (ms) => void (now += ms),
  };
}

function createOutbound(): Outbound {
  const queued: (number | Response | Error)[] = [];
  const requests: Outbound['requests'] = [];
  return {
    requests,
    answer: (...next) => void queued.push(...next),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      requests.push({
        url: request.url,
        method: request.method,
        headers: Object.fromEntries(request.headers),
        body: await request.text(),
      });
      const next = queued.shift() ?? 200;
      if (next instanceof Error) throw next;
      return typeof next === 'number' ? new Response(null, { status: next }) : next;
    },
  };
}
