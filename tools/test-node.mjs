/**
 * Runs the tests that need no browser: every `*.test.ts` under test/ outside test/element (see the config
 * there) and test/e2e. Arguments narrow it to files whose path contains one of them: `npm run test:node --
 * server/flows`.
 *
 * The files are listed here, because Node 20's `--test` takes no globs, and shells differ in theirs.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const wanted = process.argv.slice(2);
const files = readdirSync(join(root, 'test'), { recursive: true })
  .map((file) => join('test', file).replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.test.ts') && !/^test\/(?:element|e2e)\//.test(file))
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .sort();

if (files.length === 0) {
  console.error(`No test file matches ${wanted.join(', ')}.`);
  process.exit(1);
}
// Files that share a PostgreSQL share its schema too, so they take turns.
const concurrency = process.env['TEST_DATABASE_URL'] ? 1 : 2;
const args = [
  '--import',
  'tsx',
  '--test',
  '--test-reporter=spec',
  `--test-concurrency=${concurrency}`,
  ...files,
];
process.exitCode = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
