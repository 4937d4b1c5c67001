/**
 * `npm run soak [amount] [seed]` looks for what is lost or done twice when things go wrong.
 *
 * - `npm run soak 10m 7`: ten minutes of real processes, with PostgreSQL and PgBouncer of their own.
 *   Processes are killed, databases restarted, receivers are slow or dead.
 * - `npm run soak 100000 7`: schedules over virtual time, from seed 7 on (test/soak). One alone is
 *   `npm run soak 1 4711`.
 * - `npm run soak restarts 7`: five restarts of PostgreSQL.
 * - `npm run soak upgrade 7 [commit]`: a rolling upgrade from the version before, or from a commit.
 *
 * The same seed does the same again, as far as processes can. `SOAK_FIRST_PORT=4750` says which ports to use.
 */
import { spawnSync } from 'node:child_process';
import { root } from './imports.ts';
import type { Verdict } from './soak/check.ts';
import type { Fault } from './soak/faults.ts';
import { soakProcesses } from './soak/processes.ts';
import { upgrade } from './soak/upgrade.ts';

const [amount = '10m', seedText = '1', more] = process.argv.slice(2);
const seed = Number(seedText);

/** `npm run soak short`, the part in `.ci/run`. */
const short: readonly Fault[] = ['kill a server', 'restart PostgreSQL', 'kill a worker', 'restart PgBouncer'];
const restarts = Array.from<Fault>({ length: 5 }).fill('restart PostgreSQL');

function tell({ lost, doubled, wrong, ...counts }: Verdict): void {
  for (const [what, value] of Object.entries(counts))
    console.log(`${what.padEnd(14)} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`);
  for (const [what, list] of Object.entries({ lost, doubled, wrong })) {
    console.log(`${what.padEnd(14)} ${list.length}`);
    for (const each of list.slice(0, 20)) console.log(`  ${each}`);
    if (list.length > 0) process.exitCode = 1;
  }
}

console.log(`soak ${amount}, seed ${seed}`);
if (/^\d+$/.test(amount)) {
  const { status } = spawnSync(process.execPath, ['tools/test-node.mjs', 'test/soak/schedules'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, SOAK_SCHEDULES: amount, SOAK_SEED: seedText },
  });
  process.exitCode = status ?? 1;
} else if (amount === 'upgrade') {
  const outcome = await upgrade(seed, more);
  tell({ ...outcome, wrong: [...outcome.wrong, ...outcome.failed] });
} else if (amount === 'restarts') tell(await soakProcesses(seed, { faults: restarts }));
// A machine that does other things besides may be slow, and the suite does not measure.
else if (amount === 'short') tell(await soakProcesses(seed, { faults: short }, Infinity));
else tell(await soakProcesses(seed, { ms: parseFloat(amount) * 60_000 }));
process.exit();
