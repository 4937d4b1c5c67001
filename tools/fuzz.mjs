/**
 * `npm run fuzz [requests] [seed]` runs test/fuzz with more requests than the suite does; 100,000 without
 * arguments. The same seed sends the same requests.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const [requests = '100000', seed = '1'] = process.argv.slice(2);
const root = join(import.meta.dirname, '..');
const { status } = spawnSync(process.execPath, ['tools/test-node.mjs', 'test/fuzz/fuzz'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, FUZZ_REQUESTS: requests, FUZZ_SEED: seed },
});
process.exitCode = status ?? 1;
