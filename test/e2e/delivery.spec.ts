/** How the script comes to a page: what is shown before it, pinned by hashes, and from a classic script. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page, Route } from '@playwright/test';
import { skeleton, styleHash } from '../../src/skeleton/index.ts';
import { pinnedTags } from '../../tools/integrity.ts';
import type { Integrity } from '../../tools/release-files.ts';
import type { ApiServer } from './support/api-server.ts';
import { authenticate } from './support/payee.ts';
import { expect, test } from './support/test.ts';

const field = (page: Page) => page.locator('[name="phone_number"]');

/** Takes a picture, when somebody wants to look at them (`LOOK=folder`). */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['LOOK'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}

/** Holds what `pattern` names back, and returns what lets it go. */
async function hold(page: Page, pattern: string): Promise<() => void> {
  let letGo: (() => void) | undefined;
  const free = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(pattern, async (route: Route) => {
    await free;
    return route.continue();
  });
  return () => letGo?.();
}

/** Returns where the boxes of the skeleton are, in the order of the document. */
const boxes = (page: Page) =>
  page.evaluate(() =>
    [...(document.querySelector('dots-flow')?.shadowRoot?.querySelectorAll('.bone, .bar') ?? [])].map(
      (bone) => {
        const { x, y, width, height } = bone.getBoundingClientRect();
        return [x, y, width, height].map(Math.round);
      },
    ),
  );

/** Remembers every layout shift from the first moment on. */
const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
const shifts = (page: Page) => page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts);

for (const [locale, colorScheme] of [
  ['en-US', 'light'],
  ['de-DE', 'dark'],
] as const)
  test.describe(`the hosted page in ${locale}, ${colorScheme}`, () => {
    test.use({ locale, colorScheme, viewport: { width: 360, height: 740 } });

    test('shows the first step’s frame before the script has come, in the same boxes', async ({
      api,
      page,
      heard,
    }) => {
      await watchShifts(page);
      const script = await hold(page, '**/dots-flow.js');
      const session = await hold(page, '**/sessions');
      await page.goto((await api.createFlow()).link, { waitUntil: 'commit' });
      const frame = page.locator('[part="skeleton"]');
      await expect(frame).toBeVisible();
      expect(await page.evaluate(() => customElements.get('dots-flow'))).toBeUndefined();
      const before = await boxes(page);
      expect(before.length).toBeGreaterThan(6);
      await look(page, `skeleton-before-${colorScheme}`);
      script();
      await page.waitForFunction(() => customElements.get('dots-flow'));
      // The element has put its own skeleton in the place of the other one.
      await expect(page.locator('dots-flow slot:not([name])')).toHaveCount(0);
      await expect(frame).toHaveCount(1);
      await expect.poll(() => boxes(page)).toEqual(before);
      await look(page, `skeleton-after-${colorScheme}`);
      session();
      await expect(field(page)).toBeVisible();
      // Other words have to be loaded: until then the element's own skeleton has the lengths of the English
      // ones.
      if (locale === 'en-US') expect(await shifts(page)).toEqual([]);
      await look(page, `skeleton-gone-${colorScheme}`);
      await heard();
    });
  });

test('a script that is late leaves the fallback above the skeleton', async ({ api, page }) => {
  await page.route('**/dots-flow.js', (route) => route.abort());
  await page.goto((await api.createFlow()).link);
  await expect(page.locator('.fallback')).toBeHidden();
  await expect(page.locator('.fallback')).toBeVisible({ timeout: 10_000 });
  await look(page, 'skeleton-fallback');
});

async function integrityOf(api: ApiServer): Promise<Integrity> {
  const own = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { version } = JSON.parse(own) as { version: string };
  return (await (await fetch(`${api.url}/dots-flow@${version}/integrity.json`)).json()) as Integrity;
}

/** Returns the markup of a page that pins what it loads, and the hash of its import map. */
function pinned(api: ApiServer, integrity: Integrity, flowId: string) {
  const tags = pinnedTags(api.url, integrity);
  const [, map = ''] = /<script type="importmap">([^<]*)</.exec(tags) ?? [];
  return {
    from: [],
    markup: `${tags}<dots-flow flow-id="${flowId}"></dots-flow>`,
    hash: `'sha256-${createHash('sha256').update(map).digest('base64')}'`,
  };
}

test('a page pins the script and its chunks by their hashes', async ({ api, partner, page, heard }) => {
  const integrity = await integrityOf(api);
  const { id } = await api.createFlow();
  const chunk = Object.keys(integrity.files).find((file) => file.startsWith('chunks/onboarding-')) ?? '';
  const url = `${api.url}/dots-flow@${integrity.version}/${chunk}`;
  const load = () => page.evaluate((address) => import(address).then(Boolean, () => false), url);
  partner.embed('', pinned(api, integrity, id));
  await page.goto(partner.origin);
  await expect(field(page)).toBeVisible();
  expect(await load()).toBe(true);
  await heard();

  // What is not the pinned file does not run: first a chunk, then the script itself.
  const wrong = integrity.files['loader.js'] ?? '';
  const withWrong = (file: string) => ({ ...integrity, files: { ...integrity.files, [file]: wrong } });
  partner.embed('', pinned(api, withWrong(chunk), id));
  await page.goto(partner.origin);
  await expect(field(page)).toBeVisible();
  expect(await load()).toBe(false);
  partner.embed('', pinned(api, withWrong('dots-flow.js'), id));
  await page.goto(partner.origin);
  expect(await page.evaluate(() => customElements.get('dots-flow'))).toBeUndefined();
});

test('a classic script loads the element, also where Trusted Types are required', async ({
  api,
  partner,
  page,
  heard,
}) => {
  const { id } = await api.createFlow();
  const markup = `<script async src="${api.url}/loader.js"></script><dots-flow flow-id="${id}"></dots-flow>`;
  partner.embed('', { from: [], markup });
  await page.goto(partner.origin);
  await expect(field(page)).toBeVisible();
  await heard();
});

test('a partner’s page has the skeleton under its strict policy', async ({ api, partner, page, heard }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await watchShifts(page);
  const { id } = await api.createFlow();
  const script = await hold(page, '**/dots-flow.js');
  partner.embed('', {
    markup: `<dots-flow flow-id="${id}">${skeleton()}<p hidden>Fallback</p></dots-flow>`,
    hash: await styleHash(),
  });
  await page.goto(partner.origin, { waitUntil: 'commit' });
  await expect(page.locator('[part="skeleton"]')).toBeVisible();
  const before = await boxes(page);
  await look(page, 'skeleton-partner');
  script();
  await expect(field(page)).toBeVisible();
  expect(before.length).toBeGreaterThan(6);
  expect(await shifts(page)).toEqual([]);
  await heard();
});

test('the title of the hosted page says which step it is', async ({ api, page }) => {
  const flow = await api.createFlow({ steps: ['compliance'] });
  await page.goto(flow.link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Acme Market');
  await expect(page).toHaveTitle(/^Step 1 of 3 · \S.* · Acme Market$/);
  await page.getByRole('button', { name: 'Deutsch' }).click();
  await expect(page).toHaveTitle(/^Schritt 1 von 3 · \S.* · Acme Market$/);
  await page.getByRole('button', { name: 'English' }).click();
  await authenticate(page);
  await expect(page).toHaveTitle(/^Step 2 of 3 · \S.* · Acme Market$/);
});
