/**
 * Runs the tests that need a browser: every `*.test.ts` under test/element, or those that
 * tools/test-element.mjs names. All other `*.test.ts` files run under Node (tools/test-node.mjs).
 *
 * `BROWSER` chooses the engine: `chromium` (default), `firefox` or `webkit`. See the `test:*` scripts in
 * package.json.
 */
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import { findChromium, findFirefox } from '../../tools/browsers.mjs';
import { faultsLimit, faultsOrder } from './faults/order.mjs';
import { mediaFeatures } from './media-features.mjs';
import { reactVersions } from './react-versions.mjs';
import { webkitLauncher } from '../../tools/webkit-launcher.mjs';

// Dates and names of countries are read in English here, and days begin when they do in Greenwich, wherever
// the machine is. Chromium takes its language from the environment.
process.env['LC_ALL'] = 'en_US.UTF-8';
process.env['TZ'] = 'UTC';

async function launcher() {
  const engine = process.env['BROWSER'] ?? 'chromium';
  switch (engine) {
    case 'chromium': {
      const { executablePath, args } = await findChromium({ withoutInterface: true });
      return chromeLauncher({ launchOptions: { executablePath, args }, concurrency: 1 });
    }
    case 'firefox':
      return chromeLauncher({
        puppeteer: puppeteer.default,
        launchOptions: { browser: 'firefox', executablePath: findFirefox() },
        concurrency: 1,
      });
    case 'webkit':
      return webkitLauncher();
    default:
      throw new Error(`BROWSER is ${engine}; it must be chromium, firefox or webkit`);
  }
}

export default {
  rootDir: new URL('../..', import.meta.url).pathname,
  files: ['test/element/**/*.test.ts'],
  nodeResolve: { exportConditions: ['browser', 'development'] },
  plugins: [
    reactVersions(),
    mediaFeatures(),
    faultsOrder(),
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: new URL('../../tsconfig.base.json', import.meta.url).pathname,
    }),
  ],
  browsers: [await launcher()],
  // Pages run one at a time. Half of these tests are about focus, and only one page of a browser has it.
  concurrency: 1,
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: faultsLimit,
  testFramework: { config: { ui: 'bdd', timeout: 30_000, forbidOnly: true } },
};
