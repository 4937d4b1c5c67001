/**
 * Breaks the code in one small place after another and looks whether a test notices:
 * `npm run mutants -- <area> [count] [seed]`. The same seed breaks the same places, also years later in code
 * that has not changed. It works on a copy in a temporary folder.
 *
 * A survivor that does not matter is accepted by a line of test/survivors.md that holds its text.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { areas } from './mutants-areas.mjs';
import { mutantsOf, shuffled } from './mutants-of.mjs';

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

/** Every test file, as a path from the root with slashes. */
const testFiles = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .map((file) => join('test', file).replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.test.ts'))
  .sort();

/**
 * Resolves to whether these tests pass, which has to take no longer than `timeout` milliseconds. They run in
 * one process, and the first that fails ends it. What has not ended by itself is killed with the processes
 * that it started.
 *
 * @param {string[]} tests parts of paths
 * @param {number} timeout
 */
async function passes(tests, timeout) {
  const files = tests.flatMap((test) => testFiles.filter((file) => file.includes(test)));
  const program = [...new Set(files)].map((file) => `import './${file}';`).join('');
  const args = ['--import', 'tsx', '--test-reporter=spec', '--input-type=module', '-e', program];
  const stdio = /** @type {const} */ (['ignore', 'pipe', 'ignore']);
  const child = spawn(process.execPath, args, { cwd: copy, detached: true, stdio });
  const kill = () => process.kill(-Number(child.pid), 'SIGKILL');
  const timer = setTimeout(kill, timeout);
  let isRed = false;
  child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    if (isRed || !text.includes('✖')) return;
    isRed = true;
    kill();
  });
  const [code] = await once(child, 'close');
  clearTimeout(timer);
  return code === 0 && !isRed;
}

/** The parts of the area, each with how long its tests may take. */
const parts = [];
for (const part of area) {
  const began = Date.now();
  if (!(await passes(part.tests, 600_000))) {
    console.error(`These tests fail before anything is broken: ${part.tests.join(', ')}`);
    process.exit(1);
  }
  parts.push({ ...part, limit: 10_000 + 4 * (Date.now() - began) });
}
const accepted = readFileSync(join(root, 'test/survivors.md'), 'utf8');
const all = parts.flatMap(({ files, tests, limit }) =>
  files.flatMap((file) =>
    mutantsOf(file, readFileSync(join(root, file), 'utf8')).map((mutant) => ({ ...mutant, tests, limit })),
  ),
);
const sample = shuffled(all, Number(seed)).slice(0, Number(count));
let killed = 0;
let left = 0;
for (const { file, text, broken, tests, limit } of sample) {
  const path = join(copy, file);
  const whole = readFileSync(path, 'utf8');
  writeFileSync(path, broken);
  const isKilled = !(await passes(tests, limit));
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
