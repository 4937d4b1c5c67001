/**
 * The commands of `dots-flow`: what each is for, and what it takes. The command line is read by this table,
 * and `help.ts` prints it. The packages of the server need not be there.
 */

export interface Option {
  /** As `parseArgs` wants it. */
  readonly type: 'string' | 'boolean';
  /** What stands for its value in the help. */
  readonly value?: string;
  readonly text: string;
  /** The variable of the environment that it wins over, and what it sets that to where it has no value. */
  readonly variable?: string;
  readonly sets?: string;
}

export interface Command {
  /** What it does, in a line. */
  readonly summary: string;
  /** What stands behind its name, like `<file>`. */
  readonly takes?: string;
  /** What is said when that, or an option without which it is of no use, is missing. */
  readonly asks?: string;
  readonly needs?: string;
  readonly text: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  /** The settings that count for it; `all` of them. */
  readonly settings: 'all' | readonly string[];
  readonly examples: readonly string[];
}

const host: Option = {
  ...{ type: 'string', value: '<address>', text: 'Address to listen on (127.0.0.1)', variable: 'HOST' },
};
const dataDir: Option = {
  ...{ type: 'string', value: '<dir>', variable: 'DATA_DIR' },
  text: "Folder of the embedded database and the sandbox's encryption key (.data)",
};
const url: Option = {
  ...{ type: 'string', value: '<server>', variable: 'PUBLIC_URL' },
  text: 'Where the sandbox is (http://localhost:4400)',
};
const port = (variable: string, usual: number): Option => ({
  ...{ type: 'string', value: '<n>', variable, text: `Port; 0 takes any that is free (${usual})` },
});

const database = ['DATABASE_URL', 'DOTS_MODE', 'DOTS_CLIENT_ID', 'DOTS_API_KEY', 'LOG_LEVEL'] as const;
const mayRun =
  'On PostgreSQL servers may run meanwhile. An embedded database belongs to one process, so stop the server first.';

export const commands = {
  serve: {
    summary: 'start the Flows API with its hosted page',
    text: [
      'Starts the Flows API, the hosted page behind the link of a flow, and the documentation at /docs. Without any settings: sandbox mode, an embedded database in .data, port 4400.',
      'Its log is JSON lines on stdout. It stops on SIGTERM and SIGINT, after the requests that it has taken.',
    ],
    options: {
      ...{ port: port('PORT', 4400), host, 'data-dir': dataDir },
      'no-jobs': {
        ...{ type: 'boolean', variable: 'DOTS_JOBS', sets: 'off' },
        text: 'Only answer requests, and leave the jobs to `dots-flow work`',
      },
    },
    settings: 'all',
    examples: [
      'dots-flow serve --port 8080',
      'DATABASE_URL=postgres://dots@localhost/dots dots-flow serve --no-jobs',
    ],
  },
  work: {
    summary: 'run the jobs of servers that run none',
    text: [
      'Runs the jobs (webhooks, payouts, checks, cleaning up) of servers that were started with --no-jobs, on the same PostgreSQL with the same settings. As many as you like may run.',
      'On its port it answers /healthz and /readyz, and nothing else.',
    ],
    options: { port: port('WORK_PORT', 4401), host },
    settings: 'all',
    examples: ['DATABASE_URL=postgres://dots@localhost/dots dots-flow work'],
  },
  backup: {
    summary: 'write the embedded database to a file',
    takes: '<file>',
    asks: 'Name the file',
    text: [
      'Writes a tar of the embedded database to a new file, whether its server runs or not. To restore it, unpack it into an empty folder. Copying the folder of a server that runs makes no backup; PostgreSQL has pg_dump.',
      'The keys are not in it: keep DOTS_ENCRYPTION_KEYS, or the file encryption-key of the folder, apart from it.',
    ],
    options: { 'data-dir': dataDir },
    settings: ['LOG_LEVEL'],
    examples: ['dots-flow backup "dots-$(date +%F).tar"'],
  },
  reseal: {
    summary: 'seal everything under the first encryption key',
    text: [
      'Seals everything in the database under the first of DOTS_ENCRYPTION_KEYS, so that the others may go. It can be stopped, and goes on the next time.',
      'It ends with 1 when something could not be opened by any of the keys, and says how much.',
      mayRun,
    ],
    options: { 'data-dir': dataDir },
    settings: [...database, 'DOTS_ENCRYPTION_KEYS'],
    examples: ['DOTS_ENCRYPTION_KEYS=<new>,<old> dots-flow reseal'],
  },
  refill: {
    summary: 'book money that your bank has received',
    takes: '<dollars>',
    asks: 'Name the amount and the payment',
    needs: 'reference',
    text: [
      "Books money that your bank has received for the app's wallet, like 25000.00, or with --out money that has left it. The reference is the payment's name at the bank: the same one is booked once.",
      mayRun,
    ],
    options: {
      reference: {
        ...{ type: 'string', value: '<text>' },
        text: 'The name of the payment, at most 200 characters',
      },
      out: { type: 'boolean', text: 'The money has left the wallet, or came in by mistake' },
      'data-dir': dataDir,
    },
    settings: database,
    examples: ['dots-flow refill 25000.00 --reference "wire 20261130 ABC"'],
  },
  'verify-papers': {
    summary: 'find out whether something signed was changed',
    text: [
      'Compares everything that was signed (tax forms and their PDFs, authorizations, PDF forms) with the chain of hashes that was made when it was signed, and names what was changed, added or removed since. It ends with 1 when something was.',
      'It prints the head of the chain. Note it elsewhere, and with --head a later run finds as well what was cut off at the end.',
      mayRun,
    ],
    options: {
      head: { type: 'string', value: '<place>:<hash>', text: 'The head that an earlier run printed' },
      'data-dir': dataDir,
    },
    settings: [...database, 'DOTS_ENCRYPTION_KEYS'],
    examples: ['dots-flow verify-papers', 'dots-flow verify-papers --head 12:5f0c…'],
  },
  listen: {
    summary: 'print the webhooks of a sandbox as they come',
    text: [
      'Prints the webhooks of a sandbox as they come, on a machine that has no public URL. With --forward-to it hands each on, signed with a secret that it prints and that stays the same.',
    ],
    options: {
      url,
      'forward-to': { type: 'string', value: '<url>', text: 'Where each is sent, as the server would' },
      events: { type: 'string', value: '<a,b>', text: 'Only these events, separated by commas' },
    },
    settings: ['DOTS_CLIENT_ID', 'DOTS_API_KEY'],
    examples: ['dots-flow listen --forward-to http://localhost:3000/webhooks --events flow.completed'],
  },
  trigger: {
    summary: 'have a sandbox send a sample of an event',
    takes: '<event>',
    text: ['Has a sandbox send a sample of an event, signed, to every endpoint that takes it.'],
    options: { url },
    settings: ['DOTS_CLIENT_ID', 'DOTS_API_KEY'],
    examples: ['dots-flow trigger flow.completed'],
  },
  mcp: {
    summary: 'give a coding agent the tools of a sandbox',
    text: [
      'An MCP server on stdin and stdout, which a coding agent starts by itself: name this command in its configuration. Its tools make flows, advance the clock, list what was sent to webhook endpoints and what came of it, explain a code of an error, and read these pages.',
      'It needs the package @modelcontextprotocol/sdk, and a sandbox that runs for all but the last two. It refuses a live key and a live server, and shows no secret.',
    ],
    options: { url },
    settings: ['DOTS_CLIENT_ID', 'DOTS_API_KEY'],
    examples: ['dots-flow mcp --url http://localhost:4400', 'claude mcp add dots-flow -- npx dots-flow mcp'],
  },
} as const satisfies Readonly<Record<string, Command>>;

export type CommandName = keyof typeof commands;
export const commandNames = Object.keys(commands) as CommandName[];
export const isCommand = (text: string | undefined): text is CommandName =>
  text !== undefined && Object.hasOwn(commands, text);

/** How it is called: `dots-flow refill <dollars> --reference <text>`. */
export function callOf(name: CommandName): string {
  const { takes, needs, options }: Command = commands[name];
  const needed = needs === undefined ? [] : [`--${needs} ${options[needs]?.value ?? ''}`];
  return ['dots-flow', name, ...(takes === undefined ? [] : [takes]), ...needed].join(' ');
}
