/** The samples of the description, as a shell reads them. `npm run test:openapi` compiles the others. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { examples } from '../../../src/server/docs/examples.ts';
import { operations } from '../../../src/server/docs/operations.ts';
import { samples } from '../../../src/server/docs/samples.ts';

const serverUrl = 'https://payouts.example';

test('each call is shown as curl, which sends the body of its example to its address', () => {
  // In place of curl, a function that prints what it is given, with a line for each call before it.
  const calls = operations.map(
    (operation) => `echo "CALL ${operation.id}"; ${samples(operation, serverUrl)[0]?.source}`,
  );
  const script = `CLIENT_ID=pk; API_KEY=sk; TOKEN=t; KEY=k\ncurl() { printf 'ARG %s\\n' "$@"; }\n${calls.join('\n')}`;
  const { stdout, stderr, status } = spawnSync('sh', ['-eu'], { input: script, encoding: 'utf8' });
  assert.deepEqual([stderr, status], ['', 0]);
  const shown = stdout.split('CALL ').slice(1);
  assert.equal(shown.length, operations.length);
  for (const [at, operation] of operations.entries()) {
    const args = (shown[at] ?? '').split('ARG ').map((arg) => arg.trimEnd());
    const method = args.includes('-X') ? args[args.indexOf('-X') + 1] : 'GET';
    assert.equal(method, operation.method.toUpperCase(), operation.id);
    const url = new URL(args.find((arg) => arg.startsWith(serverUrl)) ?? '');
    const pattern = new RegExp(`^/v2${operation.path.replace(/\{\w+\}/g, '[^/{}]+')}$`);
    assert.match(url.pathname, pattern);
    assert.doesNotMatch(url.pathname, /\$/, `${operation.id} has no example of an id`);
    assert.equal(args.includes('pk:sk'), operation.security === 'basic', operation.id);
    assert.equal(args.includes('authorization: Bearer t'), operation.security === 'session', operation.id);
    if (typeof operation.body !== 'object') continue;
    const sent = JSON.parse(args[args.indexOf('-d') + 1] ?? '') as unknown;
    assert.deepEqual(sent, examples[operation.id]?.body ?? {}, operation.id);
  }
});
