/**
 * Reads the environment. It names every mistake at once, each with what would be right, and repeats no
 * secret.
 */
import { sandboxCredentials } from '../../contract/sandbox/credentials.ts';
import { ConfigError } from './known.ts';
import { readHelp } from './help.ts';
import { usualReach } from '../webhooks/url-safety.ts';
import type { Prepared } from '../db/prepared.ts';
import type { Retention } from '../ports/retention.ts';
import type { Places } from '../ports/places.ts';
import type { Reach } from '../ports/deps.ts';
import { exposureProblem, isGuessable, minimumKeyLength } from './exposure.ts';
import { readPlaces } from './read-places.ts';
import { readRetention } from './read-retention.ts';
import {
  readCountries,
  readFolder,
  readJobs,
  readKeys,
  readOrigin,
  readOrigins,
  readPrepared,
  readSigned,
  readSteps,
  readWithholding,
} from './read-settings.ts';
import type { WithholdingMode } from '../../contract/money/withholding.ts';
import type { StepName } from '../../contract/steps.ts';
import { usualKnownAfterDays } from '../../contract/steps/known-state.ts';

/** The settings of the server. docs/running.md lists the variables that they come from. */
export interface ServerConfig {
  /** 0 = any that is free. */
  readonly port: number;
  readonly host: string;
  /** Of `dots-flow work`, where nothing but its health is asked. 0 = any that is free. */
  readonly workPort: number;
  /** Where `/metrics` is; null: nowhere. */
  readonly metrics: { readonly port: number; readonly host: string } | null;
  /** Whether `serve` runs the jobs too. `dots-flow work` does otherwise. */
  readonly jobs: boolean;
  /** How long a server that is to end goes on, so that balancers see that it is not ready. */
  readonly leaveMs: number;
  readonly dataDir: string;
  /** Folder with the bundles of other versions, which pages may still name. */
  readonly oldBundlesDir: string | null;
  /** Names in the environment that look like settings and are none. */
  readonly unknownSettings: readonly string[];
  /** PostgreSQL; null = the embedded database in `dataDir`. */
  readonly databaseUrl: string | null;
  /** PostgreSQL itself, where `databaseUrl` leads to a pooler; null = `databaseUrl` does. */
  readonly databaseListenUrl: string | null;
  /** Whether PostgreSQL keeps statements. */
  readonly prepared: Prepared;
  readonly sandbox: boolean;
  /** The name by which payees know the partner. */
  readonly appName: string;
  /** Where the partner is, for tax forms. Null: not said. */
  readonly appAddress: string | null;
  readonly clientId: string;
  readonly apiKey: string;
  /** Pages that may embed this app's flows; `http://localhost:*` means any port. */
  readonly allowedOrigins: readonly string[];
  /** Whom payees may ask, and what they may read. Null: none. */
  readonly help: {
    readonly support_email: string | null;
    readonly support_url: string | null;
    readonly privacy_url: string | null;
    readonly terms_url: string | null;
  };
  /** Null = `http://localhost:<port>`. */
  readonly publicUrl: string | null;
  /**
   * How many reverse proxies stand in front. Each adds one entry to X-Forwarded-For, and only those are
   * believed.
   */
  readonly trustedProxies: number;
  readonly logLevel: string;
  /** How long the sandbox keeps things pending or in review. Null: as long as its table says. */
  readonly sandboxPendingMs: number | null;
  /** Null = a key is made in `dataDir`; only in sandbox mode. The first key seals, all of them open. */
  readonly encryptionKeys: readonly Uint8Array[] | null;
  /** Steps of flows that are made with the client id alone; null = all. */
  readonly clientSteps: readonly StepName[] | null;
  /** Countries to whose numbers codes are sent; null = all. */
  readonly codeCountries: readonly string[] | null;
  /** After how many days a payee is asked for something known beside the code. */
  readonly knownAfterDays: number;
  /** For how many days each kind of data is kept. */
  readonly retention: Retention;
  /** How much may be under way at one time. */
  readonly places: Places;
  /** How long nothing is sent to a payout method that is new. */
  readonly payoutMethodWaitMs: number;
  /** Whether what the law wants withheld of payouts is kept back here. */
  readonly withholding: WithholdingMode;
  /** Where webhooks may go. */
  readonly webhookReach: Reach;
  readonly webhook: { readonly url: string; readonly secret: string } | null;
  /** A vendor that verifies identities; null = the built-in provider does. */
  readonly idVerification: { readonly url: string; readonly secret: string } | null;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
/** @throws {ConfigError} */
export function readConfig(env: Environment): ServerConfig {
  const problems: string[] = [];
  // A setting that is empty or blank counts as absent. Files of settings often have the name and nothing
  // behind it.
  const known = new Set<string>();
  const value = (name: string) => {
    known.add(name);
    return env[name]?.trim() || undefined;
  };
  const integer = (name: string, fallback: number, maximum: number) => {
    const text = value(name);
    if (text === undefined) return fallback;
    if (/^\d+$/.test(text) && Number(text) <= maximum) return Number(text);
    problems.push(`${name} must be a whole number from 0 to ${maximum}.`);
    return fallback;
  };

  const mode = value('DOTS_MODE') ?? 'sandbox';
  if (mode !== 'sandbox' && mode !== 'live') problems.push('DOTS_MODE must be `sandbox` or `live`.');
  const sandbox = mode !== 'live';

  // Live mode has no defaults for what identifies the app. A server with the sandbox's key would be open to
  // everybody.
  const required = (name: string, fallback: string, why: string) => {
    const text = value(name) ?? (sandbox ? fallback : undefined);
    if (text === undefined) problems.push(`${name} is needed in live mode: ${why}.`);
    return text ?? '';
  };

  const database = (name: string): string | null => {
    const url = value(name) ?? null;
    if (url !== null && !/^postgres(ql)?:\/\//.test(url))
      problems.push(`${name} must start with postgres:// or postgresql://.`);
    return url;
  };
  const databaseUrl = database('DATABASE_URL');
  const databaseListenUrl = database('DATABASE_LISTEN_URL');
  if (databaseListenUrl !== null && databaseUrl === null)
    problems.push('DATABASE_LISTEN_URL needs DATABASE_URL: the embedded database belongs to one process.');

  const appName = required('DOTS_APP_NAME', 'Acme Market', 'the name that payees know you by');
  const clientId = required('DOTS_CLIENT_ID', sandboxCredentials.clientId, 'the app’s public id');
  if (clientId.includes(':'))
    problems.push('DOTS_CLIENT_ID must not contain a colon: HTTP Basic could not carry it.');
  const apiKey = required('DOTS_API_KEY', sandboxCredentials.apiKey, 'the app’s secret key');
  if (!sandbox && apiKey !== '' && isGuessable(apiKey))
    problems.push(`DOTS_API_KEY must have at least ${minimumKeyLength} random characters in live mode.`);

  const publicUrl = readOrigin(value('PUBLIC_URL'), sandbox, problems);
  if (!sandbox && publicUrl === null && value('PUBLIC_URL') === undefined)
    problems.push(
      'PUBLIC_URL is needed in live mode: the https origin under which payees reach this server.',
    );

  const logLevel = value('LOG_LEVEL') ?? 'info';
  if (!logLevels.includes(logLevel)) problems.push(`LOG_LEVEL must be one of ${logLevels.join(', ')}.`);

  const encryptionKeys = readKeys(value('DOTS_ENCRYPTION_KEYS'), problems);
  if (!sandbox && value('DOTS_ENCRYPTION_KEYS') === undefined) {
    problems.push(
      'DOTS_ENCRYPTION_KEYS is needed in live mode: tax and account numbers are sealed with it. Make one with `openssl rand -base64 32`.',
    );
  }

  const toPrivate = value('DOTS_PRIVATE_WEBHOOKS') ?? 'false';
  if (toPrivate !== 'true' && toPrivate !== 'false')
    problems.push('DOTS_PRIVATE_WEBHOOKS must be `true` or `false`.');
  if (toPrivate === 'true' && !sandbox)
    problems.push('DOTS_PRIVATE_WEBHOOKS is for sandboxes: live webhooks go to public addresses alone.');
  const webhookReach = sandbox && toPrivate === 'true' ? 'anywhere' : usualReach(sandbox);

  const host = value('HOST') ?? '127.0.0.1';
  const exposed = isGuessable(apiKey) ? exposureProblem(host, publicUrl) : null;
  if (exposed !== null) problems.push(exposed);

  const config: Omit<ServerConfig, 'unknownSettings'> = {
    port: integer('PORT', 4400, 65_535),
    host,
    workPort: integer('WORK_PORT', 4401, 65_535),
    metrics:
      value('METRICS_PORT') === undefined
        ? null
        : { port: integer('METRICS_PORT', 0, 65_535), host: value('METRICS_HOST') ?? '127.0.0.1' },
    jobs: readJobs(value('DOTS_JOBS'), databaseUrl, problems),
    // Without PostgreSQL there is no other process that could take over.
    leaveMs: integer('DOTS_LEAVE_SECONDS', databaseUrl === null ? 0 : 5, 60) * 1000,
    dataDir: value('DATA_DIR') ?? '.data',
    oldBundlesDir: readFolder('DOTS_OLD_BUNDLES', value('DOTS_OLD_BUNDLES'), problems),
    databaseUrl,
    databaseListenUrl,
    prepared: readPrepared(value('DOTS_PREPARED'), problems),
    sandbox,
    appName,
    appAddress: value('DOTS_APP_ADDRESS') ?? null,
    clientId,
    apiKey,
    allowedOrigins: readOrigins(value('DOTS_ALLOWED_ORIGINS'), sandbox, problems),
    help: readHelp(value, sandbox, problems),
    publicUrl,
    trustedProxies: integer('DOTS_TRUSTED_PROXIES', 0, 10),
    logLevel,
    sandboxPendingMs:
      value('SANDBOX_PENDING_SECONDS') === undefined
        ? null
        : integer('SANDBOX_PENDING_SECONDS', 0, 86_400) * 1000,
    encryptionKeys,
    clientSteps: readSteps('DOTS_CLIENT_STEPS', value('DOTS_CLIENT_STEPS'), sandbox, problems),
    codeCountries: readCountries('DOTS_CODE_COUNTRIES', value('DOTS_CODE_COUNTRIES'), problems),
    knownAfterDays: integer('DOTS_KNOWN_AFTER_DAYS', usualKnownAfterDays, 3650),
    retention: readRetention(value, problems),
    places: readPlaces(value, problems),
    // A week at most: a waiting automatic payout is a job, and the queue keeps jobs for two.
    payoutMethodWaitMs: integer('DOTS_PAYOUT_METHOD_WAIT', sandbox ? 0 : 24, 168) * 3_600_000,
    withholding: readWithholding(value('DOTS_WITHHOLDING'), sandbox, problems),
    webhookReach,
    webhook: readSigned('WEBHOOK', value('WEBHOOK_URL'), value('WEBHOOK_SECRET'), webhookReach, problems),
    idVerification: readSigned(
      'ID_VERIFICATION',
      value('ID_VERIFICATION_URL'),
      value('ID_VERIFICATION_SECRET'),
      sandbox ? 'anywhere' : 'public',
      problems,
    ),
  };
  // An operator who repairs one setting at each start would need as many starts as there are mistakes.
  if (problems.length > 0) throw new ConfigError(problems);
  // All settings have been asked for.
  const unknownSettings = Object.keys(env).filter((name) => name.startsWith('DOTS_') && !known.has(name));
  return { ...config, unknownSettings };
}
