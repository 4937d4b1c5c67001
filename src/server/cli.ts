#!/usr/bin/env node
/** The command `dots-flow`. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { help } from './help.ts';
import { sandboxCredentials } from '../contract/sandbox/credentials.ts';
import { ConfigError } from './start/known.ts';
import type { RunningServer } from './start/serve.ts';

const commands = [
  'serve',
  'work',
  'reseal',
  'backup',
  'refill',
  'verify-papers',
  'listen',
  'trigger',
] as const;
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
  if (command === 'verify-papers') {
    const { verifyDatabase } = await import('./start/verify-papers.ts');
    process.exitCode = await verifyDatabase({ ...process.env, ...options }, given.head, print);
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
  /** Of verify-papers: what an earlier run printed. */
  readonly head: string | undefined;
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
      head: { type: 'string' },
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
  if (command !== 'verify-papers' && values.head !== undefined)
    throw new ConfigError([`--head is for \`dots-flow verify-papers\`, not for \`dots-flow ${command}\`.`]);
  if (values['no-jobs'] && command !== 'serve')
    throw new ConfigError([`--no-jobs is for \`dots-flow serve\`, not for \`dots-flow ${command}\`.`]);
  const options = {
    ...(values.port === undefined ? {} : { [command === 'work' ? 'WORK_PORT' : 'PORT']: values.port }),
    ...(values['no-jobs'] ? { DOTS_JOBS: 'off' } : {}),
    ...(values.host === undefined ? {} : { HOST: values.host }),
    ...(values['data-dir'] === undefined ? {} : { DATA_DIR: values['data-dir'] }),
  };
  return {
    ...{ command, options, file, head: values.head },
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
