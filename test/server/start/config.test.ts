import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { usualPlaces } from '../../../src/server/ports/places.ts';
import { usualRetention } from '../../../src/server/ports/retention.ts';
import { readConfig } from '../../../src/server/start/config.ts';
import { ConfigError } from '../../../src/server/start/known.ts';
import type { Environment } from '../../../src/server/start/config.ts';

const key = Buffer.alloc(32, 9).toString('base64');

function problemsOf(env: Environment): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.problems;
  }
}

describe('settings from the environment', () => {
  test('none are needed for the sandbox', () => {
    const { codeCountries, ...settings } = readConfig({});
    assert.deepEqual(settings, {
      port: 4400,
      host: '127.0.0.1',
      workPort: 4401,
      jobs: true,
      leaveMs: 0,
      metrics: null,
      dataDir: '.data',
      oldBundlesDir: null,
      unknownSettings: [],
      databaseUrl: null,
      databaseListenUrl: null,
      prepared: 'auto',
      sandbox: true,
      appName: 'Acme Market',
      appAddress: null,
      clientId: 'pk_sandbox_demo',
      apiKey: 'sk_sandbox_demo',
      allowedOrigins: ['http://localhost:*', 'http://127.0.0.1:*'],
      help: { support_email: null, support_url: null, privacy_url: null, terms_url: null },
      publicUrl: null,
      trustedProxies: 0,
      logLevel: 'info',
      sandboxPendingMs: null,
      encryptionKeys: null,
      clientSteps: null,
      knownAfterDays: 90,
      payoutMethodWaitMs: 0,
      withholding: 'report',
      retention: usualRetention,
      places: usualPlaces,
      webhookReach: 'public or this machine',
      webhook: null,
      idVerification: null,
    });
    assert.ok(codeCountries);
  });

  test('one that is misspelt is named, and a folder has to be there', () => {
    const { unknownSettings } = readConfig({
      DOTS_RETENTON_PHOTOS: '1',
      DOTS_RETENTION_PHOTOS: '1',
      DOTS_MODE: ' ',
      HOME: '/root',
    });
    assert.deepEqual(unknownSettings, ['DOTS_RETENTON_PHOTOS']);
    const wrong = ['DOTS_OLD_BUNDLES must be a folder that is there.'];
    assert.deepEqual(problemsOf({ DOTS_OLD_BUNDLES: '/nonexist' }), wrong);
    assert.deepEqual(problemsOf({ DOTS_OLD_BUNDLES: 'package.json' }), wrong);
    assert.deepEqual(problemsOf({ DOTS_OLD_BUNDLES: 'docs' }), []);
  });

  test('jobs run elsewhere only where others reach the database', () => {
    const alone = /^DOTS_JOBS=off needs DATABASE_URL: the embedded database belongs to one process/;
    assert.match(problemsOf({ DOTS_JOBS: 'off' }).join(), alone);
    const DATABASE_URL = 'postgres://localhost/flows';
    assert.equal(readConfig({ DOTS_JOBS: 'off', DATABASE_URL }).jobs, false);
    assert.deepEqual(problemsOf({ DOTS_JOBS: 'no', DATABASE_URL }), ['DOTS_JOBS must be `on` or `off`.']);
  });

  test('metrics are nowhere without a port, and on this machine alone without an address', () => {
    assert.deepEqual(readConfig({ METRICS_PORT: '9464' }).metrics, { port: 9464, host: '127.0.0.1' });
    const everywhere = { METRICS_PORT: '9464', METRICS_HOST: '0.0.0.0' };
    assert.deepEqual(readConfig(everywhere).metrics, { port: 9464, host: '0.0.0.0' });
    assert.deepEqual(problemsOf({ METRICS_PORT: 'x' }), [
      'METRICS_PORT must be a whole number from 0 to 65535.',
    ]);
  });

  test('codes go where somebody can be paid, or where the operator says', () => {
    const { codeCountries } = readConfig({});
    for (const country of ['US', 'DE', 'MX']) assert.ok(codeCountries?.includes(country), country);
    for (const country of ['KP', 'CU']) assert.equal(codeCountries?.includes(country), false, country);
    assert.deepEqual(readConfig({ DOTS_CODE_COUNTRIES: 'us, CA' }).codeCountries, ['US', 'CA']);
    assert.equal(readConfig({ DOTS_CODE_COUNTRIES: 'all' }).codeCountries, null);
  });

  test('each kind of data is kept for as long as the law, the server and the operator say', () => {
    const { retention } = readConfig({ DOTS_RETENTION_MESSAGES: '30', DOTS_RETENTION_PHOTOS: ' ' });
    assert.deepEqual(retention, { ...usualRetention, messages: 30 });
    assert.deepEqual(
      problemsOf({
        DOTS_RETENTION_AUTHORIZATIONS: '730',
        DOTS_RETENTION_PHOTOS: '1096',
        DOTS_RETENTION_FLOWS: '1.5e2',
      }),
      [
        'DOTS_RETENTION_AUTHORIZATIONS must be a whole number of days from 731 to 3650 (docs/retention.md).',
        'DOTS_RETENTION_FLOWS must be a whole number of days from 31 to 3650 (docs/retention.md).',
        'DOTS_RETENTION_PHOTOS must be a whole number of days from 1 to 1095 (docs/retention.md).',
      ],
    );
  });

  test('as much is under way at one time as the operator says, within bounds', () => {
    assert.deepEqual(readConfig({ DOTS_PLACES_CONNECTIONS: '40' }).places, {
      ...usualPlaces,
      connections: 40,
    });
    assert.deepEqual(problemsOf({ DOTS_PLACES_CONNECTIONS: '1', DOTS_PLACES_MONEY: 'many' }), [
      'DOTS_PLACES_CONNECTIONS must be a whole number from 2 to 500 (docs/limits.md).',
      'DOTS_PLACES_MONEY must be a whole number from 1 to 500 (docs/limits.md).',
    ]);
  });

  test('a new payout method waits for a day, but in a sandbox', () => {
    assert.equal(readConfig({}).payoutMethodWaitMs, 0);
    assert.equal(readConfig({ DOTS_PAYOUT_METHOD_WAIT: '48' }).payoutMethodWaitMs, 48 * 3_600_000);
    const live = readConfig({
      DOTS_MODE: 'live',
      DOTS_WITHHOLDING: 'report',
      DOTS_APP_NAME: 'Acme Market',
      DOTS_CLIENT_ID: 'pk_live',
      DOTS_API_KEY: 'k'.repeat(32),
      DOTS_ENCRYPTION_KEYS: key,
      PUBLIC_URL: 'https://flows.example.com',
    });
    assert.equal(live.payoutMethodWaitMs, 24 * 3_600_000);
    assert.deepEqual(problemsOf({ DOTS_PAYOUT_METHOD_WAIT: '169' }), [
      'DOTS_PAYOUT_METHOD_WAIT must be a whole number from 0 to 168.',
    ]);
  });

  test('whether tax is withheld is chosen before anybody is paid', () => {
    const live = {
      ...{ DOTS_MODE: 'live', DOTS_APP_NAME: 'Acme Market', DOTS_CLIENT_ID: 'pk_live' },
      ...{ DOTS_API_KEY: 'k'.repeat(32), DOTS_ENCRYPTION_KEYS: key, PUBLIC_URL: 'https://flows.example.com' },
    };
    const [missing, ...more] = problemsOf(live);
    assert.match(missing ?? '', /^DOTS_WITHHOLDING is needed in live mode: `deduct` .* `report` /);
    assert.deepEqual(more, []);
    for (const mode of ['deduct', 'report']) {
      assert.equal(readConfig({ ...live, DOTS_WITHHOLDING: mode }).withholding, mode);
      assert.equal(readConfig({ DOTS_WITHHOLDING: mode }).withholding, mode);
    }
    for (const env of [live, {}])
      assert.deepEqual(problemsOf({ ...env, DOTS_WITHHOLDING: 'yes' }), [
        'DOTS_WITHHOLDING must be `deduct` or `report`.',
      ]);
  });

  test('the sandbox takes as long as it is told over what is pending', () => {
    assert.equal(readConfig({}).leaveMs, 0);
    assert.equal(readConfig({ DATABASE_URL: 'postgres://db/dots' }).leaveMs, 5000);
    assert.equal(readConfig({ DOTS_LEAVE_SECONDS: '2' }).leaveMs, 2000);
    assert.equal(readConfig({ SANDBOX_PENDING_SECONDS: '60' }).sandboxPendingMs, 60_000);
    assert.equal(readConfig({ SANDBOX_PENDING_SECONDS: '0' }).sandboxPendingMs, 0);
    assert.deepEqual(problemsOf({ SANDBOX_PENDING_SECONDS: 'a minute' }), [
      'SANDBOX_PENDING_SECONDS must be a whole number from 0 to 86400.',
    ]);
  });

  test('all are read', () => {
    const config = readConfig({
      PORT: '0',
      HOST: '0.0.0.0',
      DATABASE_URL: 'postgres://db/flows',
      DOTS_MODE: 'live',
      DOTS_WITHHOLDING: 'report',
      DOTS_APP_NAME: 'Blue Bottle Bazaar',
      DOTS_CLIENT_ID: 'pk_live',
      DOTS_API_KEY: 'k'.repeat(24),
      DOTS_ALLOWED_ORIGINS: 'https://shop.example, https://localhost:*',
      DOTS_ENCRYPTION_KEYS: `${key},${key}`,
      DOTS_TRUSTED_PROXIES: '2',
      PUBLIC_URL: 'https://flows.example.com/',
      LOG_LEVEL: 'warn',
      DOTS_SUPPORT_EMAIL: 'help@shop.example',
      DOTS_PRIVACY_URL: 'https://shop.example/privacy',
    });
    assert.deepEqual(config.help, {
      support_email: 'help@shop.example',
      support_url: null,
      privacy_url: 'https://shop.example/privacy',
      terms_url: null,
    });
    assert.equal(config.sandbox, false);
    assert.equal(config.port, 0);
    assert.equal(config.appName, 'Blue Bottle Bazaar');
    assert.deepEqual(config.allowedOrigins, ['https://shop.example', 'https://localhost:*']);
    assert.equal(config.encryptionKeys?.length, 2);
    assert.equal(config.publicUrl, 'https://flows.example.com');
    assert.equal(config.trustedProxies, 2);
  });

  const wrong: [Environment, RegExp][] = [
    [{ PORT: '70000' }, /^PORT must be a whole number/],
    [{ PORT: '4400x' }, /^PORT must be/],
    [{ DOTS_MODE: 'prod' }, /^DOTS_MODE must be/],
    [{ DATABASE_URL: 'mysql://db' }, /^DATABASE_URL must start/],
    [
      { DATABASE_URL: 'postgres://db/flows', DATABASE_LISTEN_URL: 'db:5432' },
      /^DATABASE_LISTEN_URL must start/,
    ],
    [{ DATABASE_LISTEN_URL: 'postgres://db/flows' }, /^DATABASE_LISTEN_URL needs DATABASE_URL/],
    [{ DOTS_CLIENT_ID: 'a:b' }, /colon/],
    [
      { DOTS_ALLOWED_ORIGINS: 'https://shop.example/path' },
      /^DOTS_ALLOWED_ORIGINS: "https:\/\/shop\.example\/path" is not an origin/,
    ],
    [{ DOTS_ALLOWED_ORIGINS: '*' }, /is not an origin/],
    [{ DOTS_ENCRYPTION_KEYS: 'c2hvcnQ=' }, /^DOTS_ENCRYPTION_KEYS must be 32 bytes/],
    [{ DOTS_TRUSTED_PROXIES: '-1' }, /^DOTS_TRUSTED_PROXIES/],
    [{ PUBLIC_URL: 'localhost:4400' }, /^PUBLIC_URL must be/],
    [{ DOTS_SUPPORT_EMAIL: 'nobody' }, /^DOTS_SUPPORT_EMAIL must be/],
    [{ DOTS_SUPPORT_EMAIL: 'a@b.example?cc=c@d.example' }, /^DOTS_SUPPORT_EMAIL must be/],
    [{ DOTS_TERMS_URL: 'javascript:alert(1)' }, /^DOTS_TERMS_URL must be/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of/],
    [{ WEBHOOK_URL: 'http://localhost:1' }, /belong together/],
    [{ WEBHOOK_URL: 'http://10.0.0.9', WEBHOOK_SECRET: `whsec_${key}` }, /DOTS_PRIVATE_WEBHOOKS=true/],
    [{ DOTS_CODE_COUNTRIES: 'US,UK' }, /^DOTS_CODE_COUNTRIES: "UK" is no country/],
    [{ PUBLIC_URL: 'https://me:secret@flows.example.com' }, /^PUBLIC_URL must be (?!.*secret)/],
    [{ PUBLIC_URL: 'https://me@flows.example.com' }, /^PUBLIC_URL must be/],
    [{ DOTS_CLIENT_STEPS: 'compliance,none' }, /^DOTS_CLIENT_STEPS: "none" is no step/],
    [{ DOTS_CLIENT_STEPS: 'compliance,dance' }, /^DOTS_CLIENT_STEPS: "dance" is no step/],
    [{ DOTS_PRIVATE_WEBHOOKS: 'yes' }, /^DOTS_PRIVATE_WEBHOOKS must be/],
    [{ HOST: '0.0.0.0' }, /^HOST is "0\.0\.0\.0".*Set DOTS_CLIENT_ID, and DOTS_API_KEY/],
    [{ HOST: '0.0.0.0', DOTS_API_KEY: 'a' }, /short enough to guess/],
    [{ DOTS_ALLOWED_ORIGINS: 'https://*.shop.example' }, /is not an origin/],
    [{ HOST: '192.168.1.7' }, /other machines reach this server/],
    [{ HOST: '::' }, /other machines reach this server/],
    [{ PUBLIC_URL: 'https://flows.example.com' }, /^PUBLIC_URL is .*known to everybody/],
    [{ WEBHOOK_URL: 'nonsense', WEBHOOK_SECRET: `whsec_${key}` }, /^WEBHOOK_URL must be/],
    [{ WEBHOOK_URL: 'http://localhost:1', WEBHOOK_SECRET: 'hunter2' }, /^WEBHOOK_SECRET must be/],
  ];
  for (const [env, expected] of wrong) {
    test(`refuses ${JSON.stringify(env)}`, () => {
      const problems = problemsOf(env);
      assert.equal(problems.length, 1);
      assert.match(problems[0] ?? '', expected);
    });
  }

  test('a sandbox with a key of its own may be reached by others, and may send into its network', () => {
    const config = readConfig({
      HOST: '0.0.0.0',
      PUBLIC_URL: 'https://flows.example.com',
      DOTS_API_KEY: 'k'.repeat(24),
      DOTS_PRIVATE_WEBHOOKS: 'true',
      WEBHOOK_URL: 'http://10.0.0.9',
      WEBHOOK_SECRET: `whsec_${key}`,
    });
    assert.equal(config.webhookReach, 'anywhere');
  });

  test('other names for this machine are this machine', () => {
    for (const HOST of ['localhost', '::1', '127.0.0.2', 'pay.localhost'])
      assert.deepEqual(
        problemsOf({ HOST, PUBLIC_URL: `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:80` }),
        [],
      );
  });

  test('live mode takes no page that anybody on the way could change', () => {
    const [problem, ...more] = problemsOf({
      DOTS_MODE: 'live',
      DOTS_WITHHOLDING: 'report',
      DOTS_APP_NAME: 'Acme Market',
      DOTS_CLIENT_ID: 'pk_live',
      DOTS_API_KEY: 'k'.repeat(32),
      DOTS_ENCRYPTION_KEYS: key,
      PUBLIC_URL: 'https://flows.example.com',
      DOTS_ALLOWED_ORIGINS: 'https://shop.example, http://other.example',
    });
    assert.match(problem ?? '', /"http:\/\/other\.example" must be https/);
    assert.deepEqual(more, []);
  });

  test('live mode names everything that is missing at once, and repeats no secret', () => {
    assert.deepEqual(
      problemsOf({ DOTS_MODE: 'live' }).map((problem) => problem.split(' ')[0]),
      [
        'DOTS_APP_NAME',
        'DOTS_CLIENT_ID',
        'DOTS_API_KEY',
        'PUBLIC_URL',
        'DOTS_ENCRYPTION_KEYS',
        'DOTS_WITHHOLDING',
      ],
    );
    const problems = problemsOf({
      DOTS_MODE: 'live',
      DOTS_WITHHOLDING: 'report',
      DOTS_APP_NAME: 'Acme Market',
      DOTS_CLIENT_ID: 'a',
      DOTS_API_KEY: 'short-secret',
      DOTS_ENCRYPTION_KEYS: 'c2VjcmV0',
      PUBLIC_URL: 'http://flows.example.com',
    });
    assert.equal(problems.length, 3);
    assert.ok(!problems.join().includes('short-secret') && !problems.join().includes('c2VjcmV0'));
  });
});

test('a client id may be given no step at all', () => {
  assert.deepEqual(readConfig({ DOTS_CLIENT_STEPS: 'none' }).clientSteps, []);
});
