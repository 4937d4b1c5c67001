/**
 * The demo as a folder, below a path of some web host, with nothing behind it. Each persona goes through it
 * by a click, under the policy that is in the page.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import axe from 'axe-core';
import { brands, personaNames } from './support/demo.ts';
import { step } from './support/payee.ts';
import { expect, test as base } from './support/test.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

const test = base.extend<object, { readonly host: string }>({
  host: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'dots-flow-demo-'));
      await promisify(execFile)(process.execPath, ['--import', 'tsx', 'tools/demo-static.ts', folder]);
      const server = createServer((request, response) => {
        const path = new URL(request.url ?? '/', 'http://host').pathname.replace(/^\/some\/path\//, '');
        const file = path === '' ? 'index.html' : normalize(path);
        readFile(join(folder, file)).then(
          (content) =>
            response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain' }).end(content),
          () => response.writeHead(404).end(),
        );
      });
      await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
      await use(`http://localhost:${(server.address() as AddressInfo).port}/some/path/`);
      server.close();
      await rm(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
});

for (const persona of personaNames)
  test(`${persona} goes through everything by one click`, async ({ host, page, heard }) => {
    const missing: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) missing.push(response.url());
    });
    await page.goto(`${host}?persona=${persona}`);
    await expect(step(page, 'authentication')).toBeVisible();
    await page.getByRole('button', { name: 'Run to the end' }).click();
    await expect(page.locator('#said')).toHaveText('Done.', { timeout: 90_000 });
    // Four steps and the flow, each in both lanes.
    await expect(page.locator('#timeline .joined')).toHaveCount(5);
    expect((await heard()).at(-1)?.type).toBe('dots-flow-completed');
    expect(missing).toEqual([]);
  });

test('every step, for a payee whom the app knows', async ({ host, page }) => {
  const steps =
    'compliance id-verification background-check manage-payments manage-payouts payout pdf-form-fill redirect';
  await page.goto(`${host}?payee=known&steps=${steps.replaceAll(' ', '+')}`);
  await expect(step(page, 'compliance')).toBeVisible();
  await page.getByRole('button', { name: 'Run to the end' }).click();
  await expect(page.locator('#said')).toHaveText('Done.', { timeout: 90_000 });
  // The browser would have left, had the page not kept it here.
  await expect(page.locator('#timeline')).toContainText(new URL('thanks.html', host).href);
  await expect(page.locator('#timeline .joined')).toHaveCount(9);
});

for (const brand of brands)
  for (const width of [360, 1440])
    test(`axe finds nothing at ${width} px on ${brand}, by day and by night`, async ({ host, page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${host}?brand=${brand}`);
      await expect(step(page, 'authentication')).toBeVisible();
      for (const section of await page.locator('.section > summary').all()) await section.click();
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(over).toBe(0);
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate(() =>
          (globalThis as unknown as { axe: typeof axe }).axe.run(document),
        );
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      }
    });
