/** Whole journeys against the started server, in the same Chromium as the element tests. */
import { defineConfig } from '@playwright/test';
import { findChromium } from '../../tools/browsers.mjs';

const { executablePath, args } = await findChromium();

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  workers: 1,
  // A test that passes the second time has found a defect.
  retries: 0,
  forbidOnly: true,
  // Nets for what never comes, wide enough for a busy machine: a photo of an ID alone is seconds of work for the server.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    // A camera that shows a test picture, for those who were given the permission.
    launchOptions: { executablePath, args: [...args, '--use-fake-device-for-media-stream'] },
    trace: 'retain-on-failure',
  },
});
