/**
 * Breaks the code in one small place after another and looks whether a test notices:
 * `npm run mutants -- <area> [count] [seed]`. The same seed breaks the same places, also years later in code
 * that has not changed. Nothing in the working tree changes: the tests are bundled with the broken file.
 *
 * A survivor that does not matter is accepted by a line of test/survivors.md that holds its text.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, context } from 'esbuild';
import { areas } from './mutants-areas.mjs';
import { mutantsOf, shuffled } from './mutants-of.mjs';

const [name = '', count = '20', seed = '1'] = process.argv.slice(2);
const area = areas[name];
if (!area) {
  console.error(`npm run mutants -- <area> [count] [seed]. There are: ${Object.keys(areas).join(', ')}`);
  process.exit(1);
}
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'dots-flow-mutants-'));
/** Ends the tests that run at the moment. */
let stop = () => {};
process.on('exit', () => {
  stop();
  rmSync(folder, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
const bundle = join(folder, 'tests.mjs');

/** Every test file, as a path from the root with slashes. */
const testFiles = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .map((file) => join('test', file).replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.test.ts'))
  .sort();

/** Returns the test files of which this is a part of the path. */
function filesOf(/** @type {string} */ part) {
  const found = testFiles.filter((path) => path.includes(part));
  if (found.length === 0) throw new Error(`There is no test ${part}.`);
  return found;
}

/** The one file that is broken at the moment: its path from the root, and its text. */
let breach = { file: '', broken: '' };

/**
 * Gives the bundle the broken file instead of the whole one, and lets each file believe that it is where it
 * was written.
 *
 * @type {import('esbuild').Plugin}
 */
const asWritten = {
  name: 'as-written',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/](?:src|test)[\\/].*\.ts$/ }, ({ path }) => {
      const isBroken = path === join(root, breach.file);
      const contents = (isBroken ? breach.broken : readFileSync(path, 'utf8'))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
      return { contents, loader: 'ts' };
    }),
};

/** @satisfies {import('esbuild').BuildOptions} */
const settings = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  keepNames: true,
  // package.json says of our files that an import of them alone does nothing, which is not so for tests.
  ignoreAnnotations: true,
  logLevel: 'silent',
  plugins: [asWritten],
};

/** Resolves to the files of `src` that a test imports, directly or not. */
async function importsOf(/** @type {string} */ test) {
  const { metafile } = await build({ ...settings, entryPoints: [test], write: false, metafile: true });
  return new Set(
    Object.keys(metafile.inputs).map((file) => relative(root, join(root, file)).replaceAll('\\', '/')),
  );
}

/** Makes the bundle of these tests, which can be made again with another file broken. */
function bundled(/** @type {string[]} */ tests) {
  const contents = tests.map((file) => `import './${file}';`).join('\n');
  return context({
    ...settings,
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile: bundle,
  });
}

/**
 * Resolves to what became of the tests in the bundle, which have `limit` milliseconds. They run in one
 * process, and the first that fails ends it, with the processes that it started.
 *
 * @param {number} limit
 * @returns {Promise<'passed' | 'failed' | 'too slow'>}
 */
async function outcome(limit) {
  const stdio = /** @type {const} */ (['ignore', 'pipe', 'ignore']);
  const child = spawn(process.execPath, ['--test-reporter=spec', bundle], {
    cwd: root,
    detached: true,
    stdio,
  });
  let isSlow = false;
  let isRed = false;
  stop = () => {
    try {
      process.kill(-Number(child.pid), 'SIGKILL');
    } catch {
      // It has just ended by itself.
    }
  };
  const timer = setTimeout(() => {
    isSlow = true;
    stop();
  }, limit);
  child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    if (isRed || !text.includes('✖')) return;
    isRed = true;
    stop();
  });
  const [code] = await once(child, 'close');
  clearTimeout(timer);
  stop = () => {};
  return isSlow ? 'too slow' : code === 0 && !isRed ? 'passed' : 'failed';
}

/** @typedef {{ context: Awaited<ReturnType<typeof bundled>>, limit: number }} Suite */

/** @type {Map<string, Promise<Suite>>} */
const suites = new Map();

/** Returns the bundle of these tests, of which it is known that they pass as long as nothing is broken. */
function suiteOf(/** @type {string[]} */ tests) {
  const key = tests.join(' ');
  const made = suites.get(key) ?? makeSuite(tests);
  suites.set(key, made);
  return made;
}

/** @returns {Promise<Suite>} */
async function makeSuite(/** @type {string[]} */ tests) {
  breach = { file: '', broken: '' };
  const made = await bundled(tests);
  await made.rebuild();
  const began = Date.now();
  if ((await outcome(600_000)) !== 'passed') {
    console.error(`These tests fail before anything is broken: ${tests.join(', ')}`);
    process.exit(1);
  }
  return { context: made, limit: 30_000 + 10 * (Date.now() - began) };
}

const accepted = readFileSync(join(root, 'test/survivors.md'), 'utf8').replaceAll(/\s+/g, ' ');
const all = area.flatMap(({ files, tests }) =>
  files.flatMap((file) =>
    mutantsOf(file, readFileSync(join(root, file), 'utf8')).map((mutant) => ({ ...mutant, tests })),
  ),
);
const sample = shuffled(all, Number(seed)).slice(0, Number(count));

/** @type {Map<string, Promise<Set<string>>>} */
const imports = new Map();
let killed = 0;
let slow = 0;
let left = 0;
for (const { file, text, line, broken, tests } of sample) {
  const theirs = tests.flatMap(filesOf);
  const knowing = [];
  for (const test of new Set(theirs)) {
    if (!imports.has(test)) imports.set(test, importsOf(test));
    if ((await imports.get(test))?.has(file)) knowing.push(test);
  }
  const suite = await suiteOf(knowing);
  breach = { file, broken };
  // What cannot be bundled would not compile either.
  const isBuilt = await suite.context.rebuild().then(
    () => true,
    () => false,
  );
  const became = isBuilt ? await outcome(suite.limit) : 'failed';
  const survived = accepted.includes(text) ? 'accepted' : 'SURVIVED';
  const verdict = became === 'failed' ? 'killed' : became === 'passed' ? survived : became;
  if (became !== 'passed') killed += 1;
  if (became === 'too slow') slow += 1;
  if (verdict === 'SURVIVED') left += 1;
  console.log(`${verdict.padEnd(9)} ${text} (line ${line})`);
}
for (const suite of suites.values()) await (await suite).context.dispose();
const share = ((killed / sample.length) * 100).toFixed(0);
console.log(
  `${name}: ${killed} of ${sample.length} killed (${share} %), ${slow} of them because nothing ended;`,
  `${all.length} mutants in all; seed ${seed}`,
);
process.exitCode = left > 0 ? 1 : 0;
