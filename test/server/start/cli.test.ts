/** The command where only `dots-flow` was installed, without the packages that its server needs. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { commandNames, commands } from '../../../src/server/commands.ts';
import type { Command } from '../../../src/server/commands.ts';
import { help } from '../../../src/server/help.ts';
import { settings } from '../../../src/server/settings.ts';

const cli = new URL('../../../src/server/cli.ts', import.meta.url).pathname;

const inData = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;
/** Lets Node find none of these packages. */
const without = (names: string) =>
  inData(`import { register } from 'node:module';
    register(${JSON.stringify(
      inData(`export function resolve(name, context, next) {
        if (!/^(?:${names})/.test(name)) return next(name, context);
        const [which] = /^(?:@[^/]+\\/)?[^/]+/.exec(name); // Node names the package, not the file in it
        throw Object.assign(new Error("Cannot find package '" + which + "' imported from there"), {
          code: 'ERR_MODULE_NOT_FOUND',
        });
      }`),
    )});`);

function run(...args: string[]) {
  const missing = without(
    'hono|@hono|pg|@electric-sql|ipaddr|pino|pdf-lib|standardwebhooks|@modelcontextprotocol',
  );
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--import', missing, cli, ...args],
    { encoding: 'utf8' },
  );
  return { status, text: stdout + stderr };
}

test('lists its commands, a line for each', () => {
  const { status, text } = run('--help');
  assert.equal(status, 0, text);
  for (const name of commandNames) assert.match(text, new RegExp(`^  ${name} +\\w.*$`, 'm'));
  assert.ok(text.split('\n').every((line) => line.length <= 80));
  assert.equal(run('help').text, text);
});

test('says of each command what it is for, what it takes, and how it is called', () => {
  for (const name of commandNames) {
    const text = help(name);
    const { options, examples, settings: counting }: Command = commands[name];
    assert.ok(text.startsWith(`Usage: dots-flow ${name} `), text);
    for (const option of Object.keys(options)) assert.ok(text.includes(`  --${option}`), option);
    for (const example of examples) {
      assert.ok(text.includes(example), example);
      assert.match(example, new RegExp(`dots-flow ${name}\\b`));
      for (const [, option = ''] of example.matchAll(/ --([\w-]+)/g)) assert.ok(option in options, option);
    }
    for (const setting of counting === 'all' ? [] : counting) assert.ok(setting in settings, setting);
  }
  assert.equal(run('refill', '--help').text, help('refill'));
  assert.equal(run('help', 'trigger').text, help('trigger'));
});

test('says in a sentence what has to be installed', () => {
  const { status, text } = run('serve');
  assert.equal(status, 1);
  assert.match(text, /^The server needs \S+, which a page does not\./);
  assert.match(text, /npm install .*\bhono@.*\bpg-boss@/);
  assert.doesNotMatch(text, /react|vue|\n\s+at /);
});

test('says what the tools for agents need, and nothing of a server', () => {
  const { status, text } = run('mcp');
  assert.equal(status, 1);
  assert.match(
    text,
    /^`dots-flow mcp` needs @modelcontextprotocol\/sdk, which a page does not\. Install what it needs:\n\n {2}npm install @modelcontextprotocol\/sdk@[\d.]+\n$/,
  );
  assert.doesNotMatch(run('serve').text, /modelcontextprotocol/);
});

test('says its version', () => {
  const file = new URL('../../../package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  for (const how of ['--version', '-v', 'version']) {
    const { status, text } = run(how);
    assert.deepEqual([status, text], [0, `${version}\n`], how);
  }
  assert.match(help(), /--version/);
});

test('speaks of starting a server only where one is started', () => {
  const own: Record<string, string[]> = {
    'dots-flow backup: Name the file': ['backup'],
    'dots-flow refill: Name the amount': ['refill', '5'],
    'dots-flow verify-papers: --reference is for': ['verify-papers', '--reference', 'x'],
    'There is no command "sevre"': ['sevre'],
    'Say what to do: ': [],
    'The server cannot start:\n  - There is no command': ['serve', 'now'],
  };
  for (const [begin, args] of Object.entries(own)) {
    const { status, text } = run(...args);
    assert.equal(status, 1);
    assert.ok(text.startsWith(begin), text);
  }
});

test('refuses what a command does not take', () => {
  assert.match(run('work', '--no-jobs').text, /--no-jobs is for `dots-flow serve`/);
  assert.match(run('refill', '5').text, /Name the amount and the payment/);
  assert.match(run('serve', '--reference', 'x').text, /--reference is for `dots-flow refill`/);
  assert.match(run('work', '--data-dir', 'x').text, /`dots-flow serve` and `dots-flow backup`/);
  assert.match(run('backup').text, /Name the file: `dots-flow backup <file>`/);
  assert.match(run('serve', 'now').text, /There is no command "serve now"/);
  assert.match(run().text, /Say what to do: `dots-flow serve` or `dots-flow work` or `dots-flow backup`/);
  const event = run('trigger').text;
  assert.match(event, /^Name one event: `dots-flow trigger <event>`/);
});
