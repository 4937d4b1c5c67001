/** A server as a function, on a database that is given: with a clock that is moved, and jobs run by hand. */
import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { upsertApp } from '../../../src/server/db/apps.ts';
import type { App } from '../../../src/server/db/apps.ts';
import { migrate } from '../../../src/server/db/migrate.ts';
import { setApiKey } from '../../../src/server/http/api-key.ts';
import { createBossJobs } from '../../../src/server/jobs/boss-jobs.ts';
import type { BossJobs } from '../../../src/server/jobs/boss-jobs.ts';
import { openAppWallet } from '../../../src/server/ledger/opening.ts';
import { steps } from '../../../src/server/payee/steps.ts';
import type { Database } from '../../../src/server/ports/database.ts';
import type { Deps } from '../../../src/server/ports/deps.ts';
import { createLog } from '../../../src/server/ports/log.ts';
import type { Vault } from '../../../src/server/ports/vault.ts';
import type { Job } from '../../../src/server/ports/queue.ts';
import { createSandboxProviders } from '../../../src/server/providers/sandbox.ts';
import { createApp } from '../../../src/server/start/app.ts';
import { runJob } from '../../../src/server/start/run-job.ts';
import { createVault } from '../../../src/server/start/vault.ts';
import { attemptDelivery, takeDue } from '../../../src/server/webhooks/deliver.ts';

const publicUrl = 'http://localhost:4400';
const key = ['pk_sandbox_demo', 'sk_sandbox_demo'] as const;

/** What an answer is read for; the rest is nobody's business here. */
export interface Answer {
  readonly id: string;
  readonly token: string;
  readonly secret: string;
  readonly renewed?: { readonly token: string };
  readonly data: readonly { readonly id: string }[];
  readonly review: { readonly id: string };
  readonly current: {
    readonly methods?: readonly { readonly id: string }[];
    readonly review?: { readonly id: string } | null;
  } | null;
}

export interface Served {
  readonly app: Hono;
  readonly deps: Deps;
  readonly boss: BossJobs;
  readonly partner: App;
  advance(ms: number): void;
  /** A call with the partner's key, or with the token of a session. Throws when it is refused. */
  call(method: string, path: string, body?: unknown, token?: string): Promise<Answer>;
  /** Runs the jobs that are due, and sends every webhook. */
  runJobs(): Promise<void>;
}

/** Migrates the database, and makes one app in it. `now` is where the clock stands. */
export async function served(db: Database, now: Date): Promise<Served> {
  await migrate(db);
  let at = now.getTime();
  const clock = { now: () => new Date(at), real: () => new Date(at) };
  const log = createLog('error');
  const boss = await createBossJobs(db, log);
  let asked: { readonly job: Job; readonly at: number }[] = [];
  const deps: Deps = {
    db,
    clock,
    newId: randomUUID,
    log,
    vault: vaultForCopies(),
    jobs: {
      ...boss,
      async enqueue(tx, job, runAt) {
        await boss.enqueue(tx, job, runAt);
        asked.push({ job, at: (runAt ?? clock.now()).getTime() });
      },
    },
    stepRules: steps,
    providers: createSandboxProviders({ clock }),
    fetch: () => Promise.resolve(new Response()),
    config: { sandbox: true, publicUrl, bundleDir: null, trustedProxies: 0 },
  };
  const app = createApp(deps);
  const partner = await addApp(deps, key);
  return {
    app,
    deps,
    boss,
    partner,
    advance: (ms) => void (at += ms),
    async call(method, path, body, token) {
      const response = await app.request(`/v2${path}`, {
        method,
        headers: {
          authorization: token ? `Bearer ${token}` : `Basic ${btoa(key.join(':'))}`,
          ...(token || path.endsWith('/sessions') ? { origin: publicUrl, 'user-agent': 'bench' } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}: ${text}`);
      return (text === '' ? {} : JSON.parse(text)) as Answer;
    },
    async runJobs() {
      for (;;) {
        const due = asked.filter((one) => one.at <= at);
        if (due.length === 0) break;
        asked = asked.filter((one) => one.at > at);
        for (const { job } of due) await runJob(deps, job);
      }
      for (let due = await takeDue(deps, 100); due.length > 0; due = await takeDue(deps, 100))
        for (const attempt of due) await attemptDelivery(deps, attempt);
    },
  };
}

/** Copies of a row are sealed like the first one, so a value opens here wherever it stands. */
function vaultForCopies(): Vault {
  const vault = createVault([new Uint8Array(32).fill(7)]);
  const place = { what: 'bench', owner: 'bench' };
  return {
    ...vault,
    seal: (_, plain) => vault.seal(place, plain),
    sealBytes: (_, plain) => vault.sealBytes(place, plain),
    open: (_, sealed) => vault.open(place, sealed),
    openBytes: (_, sealed) => vault.openBytes(place, sealed),
  };
}

/** Adds an app with money of the sandbox. */
export async function addApp(deps: Deps, [id, secret]: readonly [string, string]): Promise<App> {
  const now = deps.clock.now();
  const app = await upsertApp(deps.db, {
    id: randomUUID(),
    created: now,
    name: 'Acme Market',
    client_id: id,
    allowed_origins: [publicUrl],
    support_email: null,
    support_url: null,
    privacy_url: null,
    terms_url: null,
  });
  await setApiKey(deps.db, app, secret, { id: randomUUID(), now });
  await deps.db.transaction((tx) => openAppWallet(deps, tx, app));
  return app;
}
