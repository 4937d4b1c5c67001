#!/usr/bin/env node
/** The command `dots-flow`. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { placeBounds, placeNames, placeSetting } from './ports/places.ts';
import { kinds, settingOf, terms } from './ports/retention.ts';
import { sandboxCredentials } from '../contract/sandbox/credentials.ts';
import { ConfigError } from './start/known.ts';
import type { RunningServer } from './start/serve.ts';

const retention = kinds
  .map((kind) => {
    const { days, least, most, what } = terms[kind];
    return `  ${settingOf(kind)}  Days for which are kept: ${what}, ${least} to ${most} (${days})`;
  })
  .join('\n');
const places = placeNames
  .map((place) => {
    const { what, usual, least, most } = placeBounds[place];
    return `  ${placeSetting(place)}  ${what}, at one time, ${least} to ${most} (${usual})`;
  })
  .join('\n');

const help = `Usage: dots-flow serve [options]
       dots-flow work [options]
       dots-flow reseal [options]
       dots-flow backup <file> [options]
       dots-flow refill <dollars> --reference <text> [--out] [options]
       dots-flow listen [--url <server>] [--forward-to <url>] [--events <a,b>]
       dots-flow trigger <event> [--url <server>]

serve starts the Flows API with its hosted page. Without any settings: sandbox mode, an embedded database in .data, port 4400.

work runs the jobs (webhooks, payouts, checks, cleaning up) of servers that do not, on the same PostgreSQL with the same settings. On its port it has /healthz and /readyz alone.

reseal seals everything in the database under the first of DOTS_ENCRYPTION_KEYS, so that the others may go. On PostgreSQL servers may run meanwhile; an embedded database belongs to one process, so stop the server first.

backup writes the embedded database to a new file, a tar of its folder, whether its server runs or not. Copying the folder of a server that runs makes no backup.

refill books money that your bank has received for the app's wallet, like 25000.00, or with --out money that has left it. The reference is the payment's name at the bank: the same one is booked once. On PostgreSQL servers may run meanwhile; an embedded database belongs to one process, so stop the server first.

listen prints the webhooks of a sandbox as they come, on a machine that has no public URL. With --forward-to it hands each on, signed with a secret that it prints and that stays the same. trigger has a sandbox send a sample of an event. Both ask the server at --url (PUBLIC_URL, http://localhost:4400) with DOTS_CLIENT_ID and DOTS_API_KEY.

Options (each wins over the environment variable in parentheses)
  --port <n>        Port; 0 takes any that is free (PORT, 4400; of work: WORK_PORT, 4401)
  --host <address>  Address to listen on (HOST, 127.0.0.1)
  --data-dir <dir>  Folder of the embedded database and the sandbox's encryption key (DATA_DIR, .data)
  --reference <text>  Of refill: the name of the payment, at most 200 characters
  --out             Of refill: the money has left the wallet, or came in by mistake
  --no-jobs         serve only answers requests, and runs no jobs (DOTS_JOBS=off)
  -h, --help        This text

Environment
  DATABASE_URL           PostgreSQL, instead of the embedded database
  DATABASE_LISTEN_URL    PostgreSQL itself, where DATABASE_URL leads to a pooler
  DOTS_PREPARED          Whether PostgreSQL keeps statements: auto (default), on, or off
  DOTS_MODE              sandbox (default) or live
  DOTS_APP_NAME          The name that payees know you by (sandbox: Acme Market)
  DOTS_CLIENT_ID         The app's public id (sandbox: ${sandboxCredentials.clientId})
  DOTS_API_KEY           The app's secret key (sandbox: ${sandboxCredentials.apiKey})
  DOTS_ALLOWED_ORIGINS   Origins that may embed flows, separated by commas (sandbox: http://localhost:*,http://127.0.0.1:*)
  DOTS_SUPPORT_EMAIL     Address that payees may write to
  DOTS_SUPPORT_URL       Page that helps payees
  DOTS_PRIVACY_URL       Your privacy policy
  DOTS_TERMS_URL         Your terms
  DOTS_ENCRYPTION_KEYS   32 bytes in base64 each, separated by commas; the first seals, all open
  DOTS_CLIENT_STEPS      Steps of flows made with the client id alone, or all, or none (live: authentication,onboarding,compliance,manage-payouts,redirect)
  DOTS_CODE_COUNTRIES    Countries whose numbers get codes, like US,CA,MX, or all (wherever payees can be paid)
  DOTS_KNOWN_AFTER_DAYS  Days after which something known is asked for beside the code (90)
  DOTS_WITHHOLDING       deduct: what tax law wants withheld of payouts is kept back; report: you are told it (sandbox: report; live: choose)
  DOTS_PAYOUT_METHOD_WAIT  Hours in which nothing goes to a new payout method, 0 to 168 (sandbox: 0, live: 24)
${retention}
${places}
  DOTS_PRIVATE_WEBHOOKS  true: a sandbox may send webhooks into its own network (false)
  DOTS_JOBS              on, or off: serve leaves the jobs to dots-flow work (on)
  DOTS_LEAVE_SECONDS     How long serve goes on after SIGTERM, until balancers have seen it (PostgreSQL: 5, else 0)
  METRICS_PORT           Port with /metrics for Prometheus, of serve and of work; without it there is none
  METRICS_HOST           Address of that port (127.0.0.1)
  DOTS_OLD_BUNDLES       Folder with copies of the dist/cdn of other versions, for pages that name theirs
  DOTS_TRUSTED_PROXIES   Reverse proxies in front whose X-Forwarded-For is believed (0)
  PUBLIC_URL             Origin under which payees reach the server (http://localhost:<port>)
  WEBHOOK_URL            One webhook endpoint, made at start; with WEBHOOK_SECRET (whsec_…)
  ID_VERIFICATION_URL    A vendor that verifies identities; with ID_VERIFICATION_SECRET (whsec_…)
  SANDBOX_PENDING_SECONDS  How long the sandbox takes over what is pending or in review (5 to 10)
  LOG_LEVEL              fatal, error, warn, info (default), debug, trace or silent
`;

const commands = ['serve', 'work', 'reseal', 'backup', 'refill', 'listen', 'trigger'] as const;
type Command = (typeof commands)[number];
const isCommand = (text: string | undefined): text is Command => commands.some((one) => one === text);

const print = (line: string) => void process.stdout.write(`${line}\n`);

/**
 * Runs the command. What is given on the command line goes into the environment, so `readConfig` is the only
 * judge of settings.
 */
async function main(args: readonly string[]): Promise<void> {
  const [first, ...others] = args;
  if (
    (first === 'listen' || first === 'trigger') &&
    !others.some((one) => one === '--help' || one === '-h')
  ) {
    const { runForDeveloper } = await import('./start/developer.ts');
    return runForDeveloper(first, others, { env: process.env, say: print, fetch });
  }
  const given = readArguments(args);
  if (given === 'help') {
    process.stdout.write(help);
    return;
  }
  const { command, options, file, payment } = given;
  if (command === 'backup') {
    const { backup } = await import('./start/backup.ts');
    await backup({ ...process.env, ...options }, file, print);
    return;
  }
  if (command === 'refill') {
    const { refill } = await import('./start/refill.ts');
    await refill({ ...process.env, ...options }, { ...payment, amount: file }, print);
    return;
  }
  if (command === 'reseal') {
    const { resealDatabase } = await import('./start/reseal-database.ts');
    process.exitCode = await resealDatabase({ ...process.env, ...options }, print);
    return;
  }
  // After the help, which has to be there before the packages of the server are.
  const { stopOnSignals } = await import('./start/stop-on-signals.ts');
  if (command === 'work') {
    const { work } = await import('./start/work.ts');
    stopOnSignals(await work({ env: { ...process.env, ...options } }));
    return;
  }
  const { serve } = await import('./start/serve.ts');
  const server = await serve({ env: { ...process.env, ...options } });
  stopOnSignals(server);
  // The banner goes to stderr, so that whatever reads the log on stdout finds JSON lines only.
  process.stderr.write(banner(server));
}

interface Given {
  readonly command: Command;
  readonly options: Record<string, string>;
  /** Of a backup; of a refill it is the amount. */
  readonly file: string;
  readonly payment: { readonly reference: string; readonly out: boolean };
}

/**
 * Returns the settings that were given, by the names of their variables. Throws for what it does not know: a
 * mistyped option must not start a server on the wrong port.
 */
function readArguments(args: readonly string[]): Given | 'help' {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      'data-dir': { type: 'string' },
      'no-jobs': { type: 'boolean' },
      reference: { type: 'string' },
      out: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [command, ...rest] = positionals;
  const [file = '', ...more] = command === 'backup' || command === 'refill' ? rest : ['', ...rest];
  if (values.help || command === 'help') return 'help';
  if (!isCommand(command) || more.length > 0) {
    throw new ConfigError([
      command === undefined
        ? `Say what to do: ${commands.map((one) => `\`dots-flow ${one}\``).join(' or ')}. More with --help.`
        : `There is no command ${JSON.stringify(positionals.join(' '))}. More with --help.`,
    ]);
  }
  if (command === 'backup' && file === '')
    throw new ConfigError(['Name the file: `dots-flow backup <file>`.']);
  if (command === 'refill' && (file === '' || values.reference === undefined))
    throw new ConfigError([
      'Name the amount and the payment: `dots-flow refill <dollars> --reference <text>`.',
    ]);
  if (command !== 'refill' && (values.reference !== undefined || values.out))
    throw new ConfigError([
      `--reference and --out are for \`dots-flow refill\`, not for \`dots-flow ${command}\`.`,
    ]);
  if (values['no-jobs'] && command !== 'serve')
    throw new ConfigError([`--no-jobs is for \`dots-flow serve\`, not for \`dots-flow ${command}\`.`]);
  const options = {
    ...(values.port === undefined ? {} : { [command === 'work' ? 'WORK_PORT' : 'PORT']: values.port }),
    ...(values['no-jobs'] ? { DOTS_JOBS: 'off' } : {}),
    ...(values.host === undefined ? {} : { HOST: values.host }),
    ...(values['data-dir'] === undefined ? {} : { DATA_DIR: values['data-dir'] }),
  };
  return {
    ...{ command, options, file },
    payment: { reference: values.reference ?? '', out: values.out ?? false },
  };
}

function banner({ url, config }: RunningServer): string {
  if (!config.sandbox) return `Flows API on ${url}\n`;
  // A key of the operator's own is a secret, and terminals are recorded.
  const known =
    config.clientId === sandboxCredentials.clientId && config.apiKey === sandboxCredentials.apiKey;
  return `
  Flows API (sandbox)   ${url}
  Documentation         ${url}/docs
  Client id             ${config.clientId}
  API key               ${known ? config.apiKey : '(as in DOTS_API_KEY)'}

  curl ${url}/v2/flows -u ${config.clientId}:${known ? config.apiKey : '$DOTS_API_KEY'} -H 'content-type: application/json' -d '{"steps": ["compliance", "manage-payouts"]}'

`;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${whyItFailed(error)}\n`);
  process.exit(1);
});

function whyItFailed(error: unknown): string {
  if (!(error instanceof Error)) return 'The server failed.';
  const wrongArguments = 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  // What the operator has to change is said without a stack.
  if (error instanceof ConfigError || wrongArguments) return error.message;
  const missing = /Cannot find package '([^']+)'/.exec(error.message)?.[1];
  if (missing)
    return `The server needs ${missing}, which a page does not. Install what it needs:\n\n  ${install()}`;
  return error.stack ?? error.message;
}

/** Returns the command that installs the server's packages: the optional peers that are no framework's. */
function install(): string {
  const file = new URL('../../package.json', import.meta.url);
  const { peerDependencies } = JSON.parse(readFileSync(file, 'utf8')) as {
    peerDependencies: Record<string, string>;
  };
  const ofPages = ['@angular/core', 'preact', 'react', 'solid-js', 'svelte', 'vue'];
  const wanted = Object.entries(peerDependencies).filter(([name]) => !ofPages.includes(name));
  return `npm install ${wanted.map(([name, range]) => `${name}@${range.replace('^', '')}`).join(' ')}`;
}
