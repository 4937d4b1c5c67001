/**
 * `npm run test:nodes [version…] [-- part…]` runs the suite of `npm run test:node` on other versions of Node
 * (22, 24 and 26 when absent), which the registry has as packages. Parts narrow it, as there.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from './find-tests.mjs';

const args = process.argv.slice(2);
const isVersion = (/** @type {string} */ arg) => /^\d+(?:\.\d+)*$/.test(arg);
const named = args.filter(isVersion);
const parts = args.filter((arg) => !isVersion(arg));
const folder = mkdtempSync(join(tmpdir(), 'dots-flow-nodes-'));
try {
  for (const version of named.length > 0 ? named : ['22', '24', '26']) {
    const home = join(folder, version);
    const platform = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
    run('npm', ['install', '--no-save', '--silent', '--prefix', home, `${platform}@${version}`], process.env);
    const bin = join(home, 'node_modules', platform, 'bin');
    // Tests start processes of their own by name, which have to be of the same version.
    const env = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` };
    run(join(bin, 'node'), ['--version'], env);
    run(join(bin, 'node'), [join(root, 'tools/test-node.mjs'), ...parts], env);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Ends with the first that fails.
 *
 * @param {string} command
 * @param {string[]} given
 * @param {NodeJS.ProcessEnv} env
 */
function run(command, given, env) {
  const { status } = spawnSync(command, given, { cwd: root, stdio: 'inherit', env });
  if (status === 0) return;
  process.exitCode = status ?? 1;
  throw new Error(`${command} ${given[0] ?? ''} ended with ${status}.`);
}
