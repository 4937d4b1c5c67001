/** `npm run dev`: the element from its source, beside a server that starts again while somebody looks. */
import { utimes } from 'node:fs/promises';
import { ApiServer } from './support/api-server.ts';
import { step } from './support/payee.ts';
import { expect, test as base } from './support/test.ts';

const test = base.extend<object, { readonly dev: ApiServer }>({
  dev: [
    async ({}, use) => {
      const dev = await ApiServer.start({}, ['demo/dev.ts']);
      await use(dev);
      await dev.remove();
    },
    { scope: 'worker' },
  ],
});

/** As if the file had been saved again. Nothing in it is another. */
const save = (file: string) => utimes(file, new Date(), new Date());

test('pages that are opened while the server starts again all come up', async ({ dev, context }) => {
  const { link } = await dev.createFlow();
  await save('src/server/http/health.ts');
  const pages = await Promise.all(Array.from({ length: 4 }, () => context.newPage()));
  await Promise.all(
    pages.map(async (page) => {
      await page.goto(link);
      await expect(step(page, 'authentication')).toBeVisible();
    }),
  );
});

test('a page is loaded again when a file of the element is saved', async ({ dev, page }) => {
  await page.goto((await dev.createFlow()).link);
  await expect(step(page, 'authentication')).toBeVisible();
  const again = page.waitForEvent('load');
  await save('src/steps/authentication/authentication-step.ts');
  await again;
  await expect(step(page, 'authentication')).toBeVisible();
});
