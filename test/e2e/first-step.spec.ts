/**
 * How much a payee waits for who is known already. The first file asks for the session; its answer names the
 * step, and then everything that the step needs is asked for at once.
 */
import { newPhone, step } from './support/payee.ts';
import { expect, test } from './support/test.ts';

const filesOf = {
  compliance: ['compliance', 'forms'],
  'manage-payouts': ['forms', 'manage-payouts', 'methods'],
};
/** English words come along with the code. In another language there is one file of them. */
const languages = [
  { locale: 'en-US', early: [], words: { compliance: [], 'manage-payouts': [] } },
  {
    locale: 'de-DE',
    early: ['de'],
    words: { compliance: ['compliance'], 'manage-payouts': ['methods.merged'] },
  },
] as const;

for (const { locale, early, words } of languages)
  for (const name of ['compliance', 'manage-payouts'] as const)
    test.describe(`${name} as the first step, in ${locale}`, () => {
      test.use({ locale });

      test('takes two rounds of requests', async ({ api, page }) => {
        const user_id = await api.createKnownUser(newPhone());
        const flow = await api.createFlow({ user_id, steps: [name] });
        const files = [...filesOf[name], ...words[name]].toSorted();
        const asked: string[] = [];
        const before: string[] = [];
        let answer: (() => void) | undefined;
        const answered = new Promise<void>((resolve) => (answer = resolve));
        page.on('request', (request) => {
          if (/\/dots-flow\.js$|\/sessions$/.test(new URL(request.url()).pathname))
            before.push(request.url());
        });
        // No file is answered before all of them are asked for, and none is that is asked for later.
        await page.route(/\/chunks\//, async (route) => {
          const file = /\/chunks\/(.+)-[^/]{6}\.js$/.exec(new URL(route.request().url()).pathname)?.[1] ?? '';
          // The language itself is asked for together with the session.
          if ((early as readonly string[]).includes(file)) return route.continue();
          if (asked.length === files.length) return route.abort();
          asked.push(file);
          await answered;
          return route.continue();
        });
        await page.goto(flow.link, { waitUntil: 'commit' });
        await expect.poll(() => asked.toSorted()).toEqual(files);
        answer?.();
        await expect(step(page, name)).toBeVisible();
        expect(before).toHaveLength(2);
        expect(before.length + filesOf[name].length).toBeLessThanOrEqual(5);
      });
    });

test('loads the step that the page names while the flow is being opened', async ({ api, page }) => {
  const user_id = await api.createKnownUser(newPhone());
  const flow = await api.createFlow({ user_id, steps: ['manage-payouts'] });
  const url = `${api.url}/steps-named`;
  await page.route(url, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<script type="module" src="/dots-flow.js"></script>
        <dots-flow flow-id="${flow.id}" steps="manage-payouts"></dots-flow>`,
    }),
  );
  let open: (() => void) | undefined;
  const loaded = new Promise<void>((resolve) => (open = resolve));
  await page.route(/\/sessions$/, async (route) => {
    await loaded;
    return route.continue();
  });
  const chunk = page.waitForResponse(/\/chunks\/manage-payouts-/);
  await page.goto(url, { waitUntil: 'commit' });
  await chunk;
  open?.();
  await expect(step(page, 'manage-payouts')).toBeVisible();
});

test('loads one file more for a payee who only looks, and the rest when they turn to the form', async ({
  api,
  page,
}) => {
  const chunks: string[] = [];
  page.on('request', (request) => {
    const file = /\/chunks\/(.+)-[^/]{6}\.js$/.exec(new URL(request.url()).pathname)?.[1];
    if (file) chunks.push(file);
  });
  await page.goto((await api.createFlow()).link, { waitUntil: 'networkidle' });
  expect(chunks).toEqual(['closing']);
  await page.locator('[name="phone_number"]').focus();
  await expect.poll(() => chunks).toContain('phone-numbers');
  await expect.poll(() => chunks).toContain('onboarding');
});
