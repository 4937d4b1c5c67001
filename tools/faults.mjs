/**
 * The element on networks where everything goes wrong (test/element/faults), more of it than the suite runs:
 *
 * - `npm run faults`: every call with every fault, and 1,000 random schedules.
 * - `npm run faults 200 41`: 200 schedules, from seed 41 on. The same seed is the same schedule, and of a
 *   single one everything that happened is told.
 * - `npm run faults "POST /session/payout #1: time-out"`: every call with every fault, where that is in it.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const [first = '', seed = '1'] = process.argv.slice(2);
const isCount = /^\d+$/.test(first);
const root = join(import.meta.dirname, '..');
const { status } = spawnSync(process.execPath, ['tools/test-element.mjs', 'element/faults'], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    FAULTS_SCHEDULES: isCount ? first : first ? '0' : '1000',
    FAULTS_SEED: seed,
    ...(!isCount && { FAULTS_CELLS: first }),
  },
});
process.exitCode = status ?? 1;
