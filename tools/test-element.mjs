/**
 * Runs the tests of the element in a browser, as test/element/web-test-runner.config.mjs says. Arguments
 * narrow it to files whose path contains one of them: `npm run test:element -- steps/payout`. `test:firefox`
 * and `test:webkit` take them too.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findTests, root } from './find-tests.mjs';

// On their virtual clock the faults put more into the history than Firefox and WebKit take in ten seconds.
const isChromium = (process.env['BROWSER'] ?? 'chromium') === 'chromium';
const { files, options } = findTests(
  (file) => file.startsWith('test/element/') && (isChromium || !file.startsWith('test/element/faults/')),
);
const args = [
  join(root, 'node_modules/@web/test-runner/dist/bin.js'),
  '--config',
  'test/element/web-test-runner.config.mjs',
  ...options,
  '--files',
  ...files,
];
process.exitCode = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
