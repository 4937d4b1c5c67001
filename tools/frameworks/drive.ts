/**
 * Does in an example app what a payee and a page do. All apps have the same buttons: "Help" renders the page
 * again, "Dark" makes a new `config`, "Orders" and "Payouts" are two pages.
 */
import type { Browser, Page } from '@playwright/test';

export interface Driven {
  /** Sessions that were opened until the first field could be typed in. */
  readonly sessions: number;
  /** Whether what was typed stayed, and no other session was opened, after … */
  readonly rerender: boolean;
  readonly config: boolean;
  readonly route: boolean;
  /** Whether the app was told of a completed step. */
  readonly event: boolean;
  /** Errors and warnings of the console. */
  readonly troubles: readonly string[];
}

const phone = '(202) 555-0123';
/** Milliseconds in which a page that starts over would have done so. */
const settling = 1500;

export async function drive(browser: Browser, url: string): Promise<Driven> {
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  let sessions = 0;
  const troubles: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && /\/v2\/(?:flows\/[^/]+\/)?sessions$/.test(request.url()))
      sessions += 1;
  });
  page.on('pageerror', (error) => void troubles.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !message.text().startsWith('Lit is in dev mode'))
      troubles.push(message.text());
  });
  try {
    await page.goto(url);
    const field = page.locator('dots-flow input[name="phone_number"]');
    await field.waitFor();
    await page.waitForTimeout(settling);
    const onMount = sessions;

    await field.fill(phone);
    const isKept = async () => {
      await page.waitForTimeout(settling);
      return sessions === onMount && (await field.inputValue({ timeout: 5000 }).catch(() => '')) === phone;
    };
    await press(page, 'Help');
    // A framework may draw a frame after the click.
    await page.getByText('Ask us').waitFor();
    const rerender = await isKept();
    await darken(page);
    const config = (await isKept()) && (await page.locator('dots-flow[theme="dark"]').count()) === 1;
    await press(page, 'Orders');
    // Some routers change pages a moment later.
    await page.getByText('No orders yet').waitFor();
    const isAway = !(await field.isVisible());
    await press(page, 'Payouts');
    await field.waitFor();
    const route = isAway && (await isKept());

    await page.locator('dots-flow button[type="submit"]').click();
    await page.locator('dots-flow input[name="code"]').fill('123456');
    await page.locator('dots-flow button[type="submit"]').click();
    const event = await page
      .getByText('Done: authentication')
      .waitFor({ timeout: 10_000 })
      .then(
        () => true,
        () => false,
      );
    return { sessions: onMount, rerender, config, route, event, troubles };
  } finally {
    await page.close();
  }
}

/** Presses "Dark". The page gets dark with the element, which warns of colours that cannot be read on it. */
const darken = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Dark', exact: true }).evaluate((button: HTMLElement) => {
    document.documentElement.style.background = '#121212';
    button.click();
  });

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();
