/**
 * The documentation as a site: every link leads somewhere, the search finds, and the element in it is at
 * work.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { root } from '../../tools/imports.ts';

const site = join(root, 'site');
const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

let server: Server;
let origin = '';

// One worker builds it.
base.describe.configure({ mode: 'serial' });

base.beforeAll(async () => {
  const { status, stderr } = spawnSync('npm', ['run', 'docs'], { cwd: root, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    const file = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    try {
      const body = readFileSync(join(site, file));
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/json' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});

base.afterAll(() => void server.close());

/** A test ends badly when the page breaks its own policy or has an error. */
const test = base.extend({
  page: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    await use(page);
    expect(errors).toEqual([]);
  },
});

test('every link leads to a page, and to a heading that it has', () => {
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('index.html'),
  );
  const pages = new Map(
    files.map((file) => [`/${file.replace(/index\.html$/, '')}`, readFileSync(join(site, file), 'utf8')]),
  );
  expect(pages.size).toBeGreaterThan(50);
  const broken = [...pages].flatMap(([from, html]) =>
    [...html.matchAll(/<a [^>]*href="([^"]+)"/g)]
      .map(([, href = '']) => href)
      .filter((href) => !/^(?:https?|mailto):/.test(href))
      .filter((href) => {
        const [path = '', id] = href.split('#');
        const target = path === '' ? html : pages.get(path);
        if (/\.(?:json|txt)$/.test(path)) return false;
        return target === undefined || (id !== undefined && !target.includes(`id="${id}"`));
      })
      .map((href) => `${from} → ${href}`),
  );
  expect(broken).toEqual([]);
});

test('the search finds a page by keyboard alone', async ({ page }) => {
  await page.goto(`${origin}/concepts/`);
  await page.keyboard.press('/');
  await page.keyboard.type('Permissions-Policy camera');
  await expect(page.getByRole('option').first()).toContainText('Photos of an ID');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/steps\/id-verification\//);
});

const looked = ['/', '/steps/payout/', '/playground/', '/webhooks/', '/errors/', '/api/users/'];

for (const path of looked)
  test(`${path} fits a phone, and axe finds nothing`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(origin + path);
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    // Evaluated, and not put into the page, whose policy would refuse it.
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
    });
    expect(found).toEqual([]);
  });

test('each step is at work in its page', async ({ page }) => {
  for (const step of readdirSync(join(site, 'steps'))) {
    await page.goto(`${origin}/steps/${step}/`);
    await expect(page.locator('.live li').filter({ hasText: 'dots-step-started' })).toContainText(step);
    await expect(page.locator('.live li').filter({ hasText: 'dots-error' })).toHaveCount(0);
  }
});
