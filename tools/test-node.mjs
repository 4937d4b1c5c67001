/**
 * Runs the tests that need no browser: every `*.test.ts` under test/ outside test/element (see
 * test-element.mjs) and test/e2e. Arguments narrow it to files whose path contains one of them:
 * `npm run test:node -- server/flows`.
 *
 * The files are listed here, because Node 20's `--test` takes no globs, and shells differ in theirs.
 */
import { spawnSync } from 'node:child_process';
import { findTests, root } from './find-tests.mjs';

const { files, options } = findTests((file) => !/^test\/(?:element|e2e)\//.test(file));
const args = [
  '--import',
  'tsx',
  '--test',
  '--test-reporter=spec',
  '--test-concurrency=2',
  ...options,
  ...files,
];
process.exitCode = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
