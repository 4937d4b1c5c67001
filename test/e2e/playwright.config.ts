/** Whole journeys against the started server, in the same Chromium as the element tests. */
import { defineConfig } from '@playwright/test';
import { findChromium } from '../../tools/browsers.mjs';

const { executablePath, args } = await findChromium();

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  testIgnore: process.env['OLD_CHROMIUM'] ? [] : '**/old-browser.spec.ts',
  outputDir: '../../test-results',
  // Each worker has a server and a partner of its own.
  workers: 2,
  // What is kept is words, the same on every system.
  snapshotPathTemplate: '{testDir}/{testFileName}-snapshots/{arg}{ext}',
  // A test that passes only the second time has found a defect.
  retries: 0,
  forbidOnly: true,
  // These limits only catch what never comes. They are wide enough for a busy machine: a photo of an ID alone
  // is seconds of work for the server.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    // The camera shows a test picture to tests that were given the permission.
    launchOptions: { executablePath, args: [...args, '--use-fake-device-for-media-stream'] },
    trace: 'retain-on-failure',
  },
});
