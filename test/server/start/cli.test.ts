/** The command where only `dots-flow` was installed, without the packages that its server needs. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

const cli = new URL('../../../src/server/cli.ts', import.meta.url).pathname;

const inData = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;
/** Lets Node find none of these packages. */
const without = (names: string) =>
  inData(`import { register } from 'node:module';
    register(${JSON.stringify(
      inData(`export function resolve(name, context, next) {
        if (!/^(?:${names})/.test(name)) return next(name, context);
        throw Object.assign(new Error("Cannot find package '" + name + "' imported from there"), {
          code: 'ERR_MODULE_NOT_FOUND',
        });
      }`),
    )});`);

function run(...args: string[]) {
  const missing = without('hono|@hono|pg|@electric-sql|ipaddr|pino|pdf-lib|standardwebhooks');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--import', missing, cli, ...args],
    { encoding: 'utf8' },
  );
  return { status, text: stdout + stderr };
}

test('lists its settings', () => {
  const { status, text } = run('serve', '--help');
  assert.equal(status, 0, text);
  assert.match(text, /^Usage: dots-flow serve/);
});

test('says in a sentence what has to be installed', () => {
  const { status, text } = run('serve');
  assert.equal(status, 1);
  assert.match(text, /^The server needs \S+, which a page does not\./);
  assert.match(text, /npm install .*\bhono@.*\bpg-boss@/);
  assert.doesNotMatch(text, /react|vue|\n\s+at /);
});

test('refuses what a command does not take', () => {
  assert.match(run('work', '--no-jobs').text, /--no-jobs is for `dots-flow serve`/);
  assert.match(run('refill', '5').text, /Name the amount and the payment/);
  assert.match(run('serve', '--reference', 'x').text, /--reference and --out are for `dots-flow refill`/);
  assert.match(run().text, /Say what to do: `dots-flow serve` or `dots-flow work` or `dots-flow reseal`/);
  const event = run('trigger').text;
  assert.match(event, /^Name one event: `dots-flow trigger <event>`/);
});
