/** A live wallet begins with nothing, and is filled by the command `dots-flow refill`, each payment once. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { AppObject } from '../../../src/contract/money/apps.ts';
import type { Transfer } from '../../../src/contract/money/transfers.ts';
import { createSandboxProviders } from '../../../src/server/providers/sandbox.ts';
import { ConfigError } from '../../../src/server/start/known.ts';
import { refill } from '../../../src/server/start/refill.ts';
import type { Refill } from '../../../src/server/start/refill.ts';
import { serve } from '../../../src/server/start/serve.ts';
import type { RunningServer } from '../../../src/server/start/serve.ts';
import { basicAuth } from '../support.ts';

let dataDir: string;
before(async () => void (dataDir = await mkdtemp(join(tmpdir(), 'dots-flow-refill-'))));
after(() => rm(dataDir, { recursive: true, force: true }));

const key = 'k'.repeat(32);
const env = () => ({
  ...{ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent', DOTS_MODE: 'live' },
  DOTS_WITHHOLDING: 'report',
  ...{ DOTS_APP_NAME: 'Acme Market', DOTS_CLIENT_ID: 'pk_live', DOTS_API_KEY: key },
  ...{ DOTS_ENCRYPTION_KEYS: Buffer.alloc(32, 1).toString('base64') },
  PUBLIC_URL: 'https://flows.example.com',
});
const start = (): Promise<RunningServer> =>
  serve({
    env: env(),
    providers: { ...createSandboxProviders({ clock: { now: () => new Date() } }), funding: null },
  });
async function read<T>(server: RunningServer, path: string): Promise<T> {
  const answer = await fetch(`${server.url}/v2${path}`, {
    headers: { authorization: basicAuth('pk_live', key), 'x-forwarded-proto': 'https' },
  });
  assert.equal(answer.status, 200, await answer.clone().text());
  return (await answer.json()) as T;
}

async function run(amount: string, more: Partial<Refill> = {}): Promise<string> {
  const said: string[] = [];
  await refill(env(), { amount, reference: 'wire 1', out: false, ...more }, (line) => said.push(line));
  return said.join('\n');
}
const refused = (work: Promise<string>, why: RegExp) =>
  assert.rejects(work, (error) => error instanceof ConfigError && why.test(error.message));

describe('dots-flow refill', () => {
  test('wants the server to have begun, an amount in dollars and a name', async () => {
    for (const amount of ['0', '0.00', '-5', '1.5', '1,000', '1e3', '.50', '12345678901', 'much', ''])
      await refused(run(amount), /must be in US dollars/);
    for (const reference of ['', '  ', 'a\nb', 'x'.repeat(201)])
      await refused(run('5', { reference }), /Name the payment/);
    await refused(run('5'), /has no app with this DOTS_CLIENT_ID/);
  });

  test('books a payment once, and the partner sees it', async () => {
    await (await start()).close();
    assert.equal(
      await run('25000.50'),
      'Booked in 25000.50 USD, reference wire 1. The wallet of Acme Market holds 25000.50 USD.',
    );
    assert.match(
      await run('25000.50'),
      /^Nothing to do: in 25000\.50 USD, reference wire 1 was booked on .*Z\. .* holds 25000\.50 USD\.$/,
    );
    await refused(run('25000.51'), /Something else was booked as "wire 1"/);
    await refused(run('25000.50', { out: true }), /Something else was booked as "wire 1"/);
    await refused(run('25000.51', { reference: 'back', out: true }), /holds less than that/);
    assert.match(await run('0.51', { reference: 'back', out: true }), /holds 24999\.99 USD\.$/);

    const server = await start();
    try {
      const [app] = await read<AppObject[]>(server, '/apps');
      assert.equal(app?.metrics.wallet_balance, '2499999');
      const { data } = await read<{ data: Transfer[] }>(server, '/transfers');
      assert.deepEqual(
        data.map(({ type, status, amount, metadata, transactions }) => [
          ...[type, status, amount, metadata],
          ...transactions.map((line) => [line.amount, line.source_name, line.destination_name]),
        ]),
        [
          ['refill', 'completed', -51, { reference: 'back' }, [51, 'App wallet', 'Outside']],
          ['refill', 'completed', 2_500_050, { reference: 'wire 1' }, [2_500_050, 'Outside', 'App wallet']],
        ],
      );
      await refused(run('5', { reference: 'wire 2' }), /in use/i);
    } finally {
      await server.close();
    }
  });
});
