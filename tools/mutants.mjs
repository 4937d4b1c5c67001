/**
 * Breaks the code in one small place after another and looks whether a test notices:
 * `npm run mutants -- <area> [count] [seed]`. The same seed breaks the same places, also years later in code
 * that has not changed. It works on a copy in a temporary folder.
 *
 * A survivor that does not matter is accepted by a line of test/survivors.md that holds its text.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mutantsOf, shuffled } from './mutants-of.mjs';

/** @type {Record<string, { files: string[], tests: string[] }>} */
const areas = {
  stream: {
    files: ['src/api/event-stream.ts', 'src/api/watch.ts'],
    tests: ['test/api/event-stream', 'test/api/watch'],
  },
  transport: {
    files: ['src/api/transport.ts', 'src/api/signals.ts'],
    tests: ['test/api/transport', 'test/api/signals', 'test/api/client'],
  },
  client: {
    files: ['src/api/client.ts', 'src/api/session-calls.ts', 'src/api/parse.ts', 'src/flow/problem.ts'],
    tests: ['test/api/client', 'test/api/session-calls', 'test/api/parse'],
  },
  flow: {
    files: [
      'src/flow/machine.ts',
      'src/flow/completions.ts',
      'src/shell/flow-controller.ts',
      'src/shell/flow-actions.ts',
      'src/shell/background.ts',
      'src/shell/calls.ts',
      'src/shell/completion-events.ts',
      'src/shell/wishes.ts',
    ],
    tests: ['test/flow/', 'test/shell/'],
  },
  forms: {
    files: [
      'src/contract/forms/dates.ts',
      'src/contract/forms/numbers.ts',
      'src/contract/forms/check-digits.ts',
      'src/contract/forms/tax-id-sums.ts',
      'src/contract/forms/tax-ids.ts',
      'src/contract/forms/fields.ts',
    ],
    tests: ['test/contract/forms/'],
  },
  plan: {
    files: ['src/contract/plan/plan.ts', 'src/contract/plan/rules.ts'],
    tests: ['test/server/flows/plan.test.ts'],
  },
  tax: {
    files: ['src/contract/tax/rules.ts', 'src/contract/tax/form-on-file.ts', 'src/server/tax/due.ts'],
    tests: [
      'test/server/tax/rules.test.ts',
      'test/server/tax/due.test.ts',
      'test/server/ledger/payouts.test.ts',
    ],
  },
  rails: {
    files: ['src/contract/rails/terms.ts', 'src/contract/rails/quote.ts', 'src/contract/rails/arrival.ts'],
    tests: [
      'test/contract/arrival.test.ts',
      'test/contract/quote.test.ts',
      'test/server/ledger/payouts.test.ts',
    ],
  },
  ledger: {
    files: [
      'src/server/ledger/advance-payout.ts',
      'src/server/ledger/auto-payout.ts',
      'src/server/ledger/movements.ts',
      'src/server/ledger/payouts.ts',
      'src/server/ledger/settle.ts',
      'src/server/ledger/transfers.ts',
    ],
    tests: ['test/server/ledger/payouts.test.ts', 'test/server/ledger/advance-payout.test.ts'],
  },
  webhooks: { files: ['src/server/webhooks/deliver.ts'], tests: ['test/server/webhooks/'] },
};

const [name = '', count = '20', seed = '1'] = process.argv.slice(2);
const area = areas[name];
if (!area) {
  console.error(`npm run mutants -- <area> [count] [seed]. There are: ${Object.keys(areas).join(', ')}`);
  process.exit(1);
}
const root = join(import.meta.dirname, '..');
const copy = mkdtempSync(join(tmpdir(), 'dots-flow-mutants-'));
process.on('exit', () => rmSync(copy, { recursive: true, force: true }));
for (const part of ['src', 'test', 'tools', 'demo', 'package.json', 'tsconfig.json', 'tsconfig.base.json'])
  cpSync(join(root, part), join(copy, part), {
    recursive: true,
    filter: (from) => !from.includes('node_modules'),
  });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

/**
 * Resolves to whether the area's tests pass, which has to take no longer than `timeout` milliseconds. What
 * never ends is killed with the processes that it started.
 *
 * @param {number} timeout
 */
async function passes(timeout) {
  const args = ['tools/test-node.mjs', ...area.tests];
  const child = spawn(process.execPath, args, { cwd: copy, detached: true, stdio: 'ignore' });
  const timer = setTimeout(() => process.kill(-Number(child.pid), 'SIGKILL'), timeout);
  const [code] = await once(child, 'exit');
  clearTimeout(timer);
  return code === 0;
}

const began = Date.now();
if (!(await passes(600_000))) {
  console.error('The tests of this area fail before anything is broken.');
  process.exit(1);
}
const limit = 10_000 + 4 * (Date.now() - began);
const accepted = readFileSync(join(root, 'test/survivors.md'), 'utf8');
const all = area.files.flatMap((file) => mutantsOf(file, readFileSync(join(root, file), 'utf8')));
const sample = shuffled(all, Number(seed)).slice(0, Number(count));
let killed = 0;
let left = 0;
for (const { file, text, broken } of sample) {
  const path = join(copy, file);
  const whole = readFileSync(path, 'utf8');
  writeFileSync(path, broken);
  const isKilled = !(await passes(limit));
  writeFileSync(path, whole);
  const verdict = isKilled ? 'killed' : accepted.includes(text) ? 'accepted' : 'SURVIVED';
  if (isKilled) killed += 1;
  if (verdict === 'SURVIVED') left += 1;
  console.log(`${verdict.padEnd(9)} ${text}`);
}
const share = ((killed / sample.length) * 100).toFixed(0);
console.log(
  `${name}: ${killed} of ${sample.length} killed (${share} %), of ${all.length} mutants; seed ${seed}`,
);
process.exitCode = left > 0 ? 1 : 0;
