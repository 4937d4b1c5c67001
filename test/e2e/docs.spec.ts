/** The page that explains the API, as somebody reads it. */
import { expect, test, type Page } from './support/test.ts';

for (const width of [360, 820, 1280])
  test(`the explained API fits into ${width} pixels`, async ({ api, page }) => {
    await page.setViewportSize({ width, height: 740 });
    await page.goto(new URL('/docs', api.url).href);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over).toBe(0);
    // What is read first is on the first screen, and the contents are folded away where they have no column.
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
    await expect(page.getByRole('link', { name: 'Retrieve a flow', exact: true })).toBeVisible({
      visible: width > 960,
    });
  });

/** Returns what makes a call of the page by its title, with what stands in its form, and reads the answer. */
const caller = (page: Page) => async (title: string) => {
  const section = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) });
  await section.getByText('Try it').click();
  const form = section.getByRole('form');
  await form.getByRole('button', { name: 'Send' }).click();
  await expect(form.getByRole('status')).toContainText(/^[2-5]\d\d /);
  return form.getByRole('status').innerText();
};

test('what was made is filled into the calls that follow: a payout, a delivery, the app', async ({
  api,
  page,
}) => {
  await page.goto(new URL('/docs', api.url).href);
  const call = caller(page);
  const user = /"id": "([^"]+)"/.exec(await call('Create a user'))?.[1] ?? '';
  expect(await call('Create a flow')).toContain(`"user_id": "${user}"`);
  expect(await call('Send the user a token by text or call')).toMatch(/^202 /);
  expect(await call('Confirm the phone number with the token')).toMatch(/^200 /);
  expect(await call('Add a payout method for a user')).toMatch(/^20\d /);
  expect(await call('Move money between the app’s wallet and a user’s')).toMatch(/^200 /);
  const payout = await call('Pay a user out on a method that they have saved');
  expect(payout).toMatch(/^201 /);
  expect(await call('Retrieve a transfer or payout')).toMatch(/^200 .*"type": "payout"/s);

  expect(await call('Create a webhook endpoint')).toMatch(/^201 /);
  const delivery = /"id": "([^"]+)"/.exec(await call('Send a test event'))?.[1] ?? '';
  expect(await call('Retrieve a delivery')).toMatch(new RegExp(`^200 .*"id": "${delivery}"`, 's'));

  expect(await call('List the app of the key')).toMatch(/^200 /);
  expect(await call('Retrieve the app and what its wallet holds')).toMatch(/^200 /);
});

test('a flow is made and opened from the explained API alone', async ({ api, page }) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  await page.goto(new URL('/docs', api.url).href);
  const call = caller(page);

  expect(await call('Create a flow')).toMatch(/^20[01] /);
  // The id of the flow has been filled in, and then the token of its session.
  expect(await call('Retrieve a flow')).toMatch(/^200 .*"status": "created"/s);
  expect(await call('Open a session on a flow')).toMatch(/^20[01] .*"token"/s);
  expect(await call('Read where the flow stands')).toMatch(/^200 .*"current"/s);
  expect(refused).toEqual([]);

  await page.getByLabel('API key', { exact: true }).fill('another');
  expect(await call('List flows, newest first')).toMatch(/^401 .*"unauthorized"/s);
});

for (const [width, scheme] of [
  [360, 'light'],
  [1280, 'dark'],
] as const)
  test(`the explained API is searched by keyboard, at ${width} pixels`, async ({ api, page }) => {
    const wrong: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') wrong.push(message.text());
    });
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 740 });
    await page.goto(new URL('/docs', api.url).href);
    const box = page.getByRole('search');
    const input = box.getByRole('searchbox');
    const focused = page.locator(':focus');
    await page.keyboard.press('/');
    await expect(input).toBeFocused();
    // A call, by its words, a field, an error and a chapter, each by its name.
    for (const [words, where, what] of [
      ['create payout link', '#createPayoutLink', 'Make a link by which somebody gets money'],
      ['not_paid_because', '#schema-PayoutLink', 'not_paid_because'],
      ['debit-to-come', '#guide-errors', 'debit-to-come'],
      ['errors', '#guide-errors', 'Errors'],
    ] as const) {
      await input.fill(words);
      await expect(box.getByRole('status')).toHaveText(/found|first/);
      await expect(box.getByRole('link').filter({ hasText: what }).first()).toBeVisible();
      await input.press('ArrowDown');
      while ((await focused.innerText()) !== what) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(new RegExp(`${where}$`));
      await expect(focused).toHaveText(what);
      await expect(focused).toBeInViewport();
    }
    await input.fill('nothing has this name');
    await expect(box.getByRole('status')).toHaveText('0 found.');
    await input.press('Escape');
    await expect(input).toHaveValue('');
    expect(wrong).toEqual([]);
  });
