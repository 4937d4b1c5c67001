#!/usr/bin/env node
/** The command `dots-flow`. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { callOf, commandNames, commands, isCommand } from './commands.ts';
import type { Command, CommandName, Option } from './commands.ts';
import { help } from './help.ts';
import { sandboxCredentials } from '../contract/sandbox/credentials.ts';
import { ConfigError } from './start/known.ts';
import { stopOnSignals } from './start/stop-on-signals.ts';
import type { RunningServer } from './start/serve.ts';

const print = (line: string) => void process.stdout.write(`${line}\n`);

/**
 * Runs the command. What is given on the command line goes into the environment, so `readConfig` is the only
 * judge of settings.
 */
async function main(args: readonly string[]): Promise<void> {
  const [first, ...others] = args;
  if (['--version', '-v', 'version'].includes(first ?? '')) return print(manifest().version);
  if (args.some((one) => one === '--help' || one === '-h') || first === 'help') {
    process.stdout.write(help(args.find(isCommand)));
    return;
  }
  // They read the rest themselves, and need no package of the server until they sign.
  if (first === 'listen' || first === 'trigger') {
    const { runForDeveloper } = await import('./start/developer.ts');
    return runForDeveloper(first, others, { env: process.env, say: print, fetch });
  }
  if (first === 'mcp') {
    const { runMcp } = await import('./mcp/run.ts');
    return runMcp(others, { env: process.env, version: manifest().version });
  }
  const { command, settings, values, given } = readArguments(args);
  const env = { ...process.env, ...settings };
  switch (command) {
    case 'backup': {
      const { backup } = await import('./start/backup.ts');
      return backup(env, given, print);
    }
    case 'refill': {
      const { refill } = await import('./start/refill.ts');
      return refill(env, { amount: given, reference: values.reference ?? '', out: 'out' in values }, print);
    }
    case 'reseal': {
      const { resealDatabase } = await import('./start/reseal-database.ts');
      process.exitCode = await resealDatabase(env, print);
      return;
    }
    case 'verify-papers': {
      const { verifyDatabase } = await import('./start/verify-papers.ts');
      process.exitCode = await verifyDatabase(env, values.head, print);
      return;
    }
    case 'work': {
      const { work } = await import('./start/work.ts');
      return stopOnSignals(await work({ env }));
    }
    case 'serve': {
      const { serve } = await import('./start/serve.ts');
      const server = await serve({ env });
      stopOnSignals(server);
      // The banner goes to stderr, so that whatever reads the log on stdout finds JSON lines only.
      process.stderr.write(banner(server));
    }
  }
}

interface Given {
  readonly command: Exclude<CommandName, 'listen' | 'trigger' | 'mcp'>;
  /** What stands behind the command's name. */
  readonly given: string;
  /** The options that have a value; the others are there without one. */
  readonly values: Readonly<Record<string, string | undefined>>;
  /** Those of them that stand for a variable of the environment. */
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * Reads the command line by the table of commands. Throws for what it does not know: a mistyped option must
 * not start a server on the wrong port.
 */
function readArguments(args: readonly string[]): Given {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: Object.fromEntries(everyOption.map(([name, { type }]) => [name, { type }])),
  });
  const [command, ...rest] = positionals;
  if (command === undefined)
    throw new ConfigError([
      `Say what to do: ${commandNames.map((one) => `\`dots-flow ${one}\``).join(' or ')}. More with --help.`,
    ]);
  if (!isCommand(command) || readsItself(command))
    throw new ConfigError([
      `There is no command ${JSON.stringify(positionals.join(' '))}. More with --help.`,
    ]);
  const { takes, asks, needs, options }: Command = commands[command];
  for (const name of Object.keys(values))
    if (!Object.hasOwn(options, name))
      throw new ConfigError([`--${name} is for ${whose(name)}, not for \`dots-flow ${command}\`.`]);
  const [given = '', ...more] = takes === undefined ? ['', ...rest] : rest;
  if (more.length > 0)
    throw new ConfigError([
      `There is no command ${JSON.stringify(positionals.join(' '))}. More with --help.`,
    ]);
  if (takes !== undefined && (given === '' || (needs !== undefined && values[needs] === undefined)))
    throw new ConfigError([`${asks}: \`${callOf(command)}\`.`]);
  const texts = Object.entries(values).map(([name, value]): [string, string] => [name, String(value)]);
  return {
    ...{ command, given, values: Object.fromEntries(texts) },
    settings: Object.fromEntries(
      texts.flatMap(([name, value]) => {
        const { variable, sets = value } = options[name] as Option;
        return variable === undefined ? [] : [[variable, sets]];
      }),
    ),
  };
}

const readsItself = (command: CommandName): command is 'listen' | 'trigger' | 'mcp' =>
  command === 'listen' || command === 'trigger' || command === 'mcp';

const everyOption = commandNames.flatMap((name) => Object.entries<Option>(commands[name].options));

const whose = (option: string): string =>
  commandNames
    .filter((name) => Object.hasOwn(commands[name].options, option))
    .map((name) => `\`dots-flow ${name}\``)
    .join(' and ');

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
  process.stderr.write(`${whyItFailed(error, process.argv.slice(2).find(isCommand))}\n`);
  process.exit(1);
});

function whyItFailed(error: unknown, command: CommandName | undefined): string {
  if (!(error instanceof Error)) return 'The server failed.';
  const starts = command === 'serve' || command === 'work';
  const isAsked = command !== undefined && readsItself(command);
  if (error instanceof ConfigError && !starts && !isAsked) return error.saidBy(command ?? '');
  const wrongArguments = 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  // What the operator has to change is said without a stack.
  if (error instanceof ConfigError || wrongArguments) return error.message;
  const missing = /Cannot find package '([^']+)'/.exec(error.message)?.[1];
  if (missing) {
    const [who, what] =
      command === 'mcp'
        ? ['`dots-flow mcp`', ofAgents]
        : ['The server', Object.keys(peers()).filter(isServers)];
    return `${who} needs ${missing}, which a page does not. Install what it needs:\n\n  ${install(what)}`;
  }
  return error.stack ?? error.message;
}

interface Manifest {
  readonly version: string;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

function manifest(): Manifest {
  const file = new URL('../../package.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
}

const peers = () => manifest().peerDependencies;
const ofAgents = ['@modelcontextprotocol/sdk'];
const ofPages = ['@angular/core', 'preact', 'react', 'solid-js', 'svelte', 'vue'];
/** Whether the server needs this optional peer. */
const isServers = (name: string) => !ofPages.includes(name) && !ofAgents.includes(name);

/** Returns the command that installs these packages. */
const install = (names: readonly string[]): string =>
  `npm install ${names.map((name) => `${name}@${peers()[name]?.replace('^', '') ?? ''}`).join(' ')}`;
