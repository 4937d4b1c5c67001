/** What somebody reads who starts the demo and meets an obstacle: one sentence, and the way out. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const folder = mkdtempSync(join(tmpdir(), 'dots-flow-first-run-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const { status, stderr } = spawnSync(process.execPath, args, {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return { status, said: stderr.trim() };
};

/** A checkout of which only the beginning is there. */
function checkout(name: string, node: string, hasPackages: boolean): string {
  const root = join(folder, name);
  mkdirSync(join(root, 'demo'), { recursive: true });
  if (hasPackages) mkdirSync(join(root, 'node_modules/vite'), { recursive: true });
  cpSync('demo/check.mjs', join(root, 'demo/check.mjs'));
  writeFileSync(join(root, 'package.json'), JSON.stringify({ engines: { node } }));
  return join(root, 'demo/check.mjs');
}

test('a Node that is too old', () => {
  const { status, said } = run([checkout('old', '>=99.5', true)]);
  assert.equal(status, 1);
  assert.match(said, /^dots-flow needs Node 99\.5 or newer, and this is \d+\.\d+\.\d+\. .*nvm install 99$/);
});

test('packages that were never installed', () => {
  const { status, said } = run([checkout('bare', '>=20.19', false)]);
  assert.deepEqual(
    { status, said },
    { status: 1, said: 'The packages are not installed. Run: npm ci && npm start' },
  );
});

test('a port that is taken, one that is none, and one that is free', async () => {
  const check = checkout('port', '>=20.19', true);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const { status, said } = run([check], { PORT: String(port) });
  assert.equal(status, 1);
  const other = new RegExp(`^Port ${port} is in use\\. Take another one: PORT=(\\d+) npm start$`).exec(
    said,
  )?.[1];
  assert.ok(Number(other) > port, said);
  assert.deepEqual(run([check], { PORT: String(other) }), { status: 0, said: '' });
  await new Promise((resolve) => server.close(resolve));
  assert.match(run([check], { PORT: 'http' }).said, /^PORT is "http", which is no port\./);
  assert.deepEqual(run([check], { PORT: String(port) }), { status: 0, said: '' });
});

test('a data folder that has lost files', () => {
  const data = join(folder, 'data');
  mkdirSync(join(data, 'db'), { recursive: true });
  writeFileSync(join(data, 'db/PG_VERSION'), '17');
  writeFileSync(join(data, 'begun'), '');
  const { status, said } = run(['--import', 'tsx', 'demo/server.ts'], {
    DATA_DIR: data,
    PORT: '0',
    PUBLIC_URL: 'http://localhost:4400',
    LOG_LEVEL: 'fatal',
  });
  assert.equal(status, 1);
  assert.match(said, /has lost base, global, /);
  assert.ok(said.endsWith(`To begin anew: rm -r ${data}, or DATA_DIR=${data}-2 npm start`));
  assert.doesNotMatch(said, /^ +at /m);
});
