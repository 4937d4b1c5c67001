/** What a payee does, step by step, by the names on the wire. All persons and numbers are made up. */
import { expect, type Page } from '@playwright/test';

const areas = ['415', '212', '312', '206', '303', '404', '503', '617', '702'];
let serial = 9;

/**
 * Returns a number that nobody has yet in this run, of the block that is reserved for fiction (NANP 555-0100
 * to 555-0199).
 */
export function newPhone(): string {
  serial += 1;
  return `${areas[Math.floor(serial / 90)]}5550${String(110 + (serial % 90))}`;
}

export const step = (page: Page, name: string) => page.locator(`[data-step="${name}"]`);
/** Presses the main button of the step on screen. */
export const submit = (page: Page): Promise<void> =>
  page.locator('[data-step] button.button[type="submit"]').click();

export async function fillPhone(page: Page, phone = newPhone()): Promise<void> {
  await page.locator('[name="phone_number"]').fill(phone);
  await submit(page);
}

export async function enterCode(page: Page, code = '123456'): Promise<void> {
  await page.locator('[name="code"]').fill(code);
  await submit(page);
}

export async function authenticate(page: Page, phone = newPhone()): Promise<void> {
  await fillPhone(page, phone);
  await enterCode(page);
  await expect(step(page, 'authentication')).toHaveCount(0);
}

export async function fillOnboarding(
  page: Page,
  { country = 'US', first_name = 'Ada', last_name = 'Example' } = {},
): Promise<void> {
  await expect(step(page, 'onboarding')).toBeVisible();
  await page.locator('[name="first_name"]').fill(first_name);
  await page.locator('[name="last_name"]').fill(last_name);
  await page.locator('[name="email"]').fill('ada@example.com');
  await page.locator('[name="country"]').selectOption(country);
}

export async function onboard(page: Page, person: Parameters<typeof fillOnboarding>[1] = {}): Promise<void> {
  await fillOnboarding(page, person);
  await submit(page);
  await expect(step(page, 'onboarding')).toHaveCount(0);
}

export async function fillW9(page: Page, more: Readonly<Record<string, string>> = {}): Promise<void> {
  await expect(step(page, 'compliance')).toBeVisible();
  const values = {
    date_of_birth: '1990-01-31',
    tin: '123-45-6789',
    line_1: '1 Main Street',
    city: 'Springfield',
    postcode: '62701',
    ...more,
  };
  for (const [name, value] of Object.entries(values))
    if (name !== 'state') await page.locator(`[name="${name}"]`).fill(value);
  await page.locator('[name="state"]').selectOption(more['state'] ?? 'IL');
}

export async function completeW9(page: Page, more: Readonly<Record<string, string>> = {}): Promise<void> {
  await fillW9(page, more);
  await submit(page);
}

export async function completeW8Ben(
  page: Page,
  { country = 'DE', foreign_tax_id = '86 095 742 719', name = 'Ada Example' } = {},
): Promise<void> {
  await expect(step(page, 'compliance')).toBeVisible();
  await page.locator('[name="name"]').fill(name);
  await page.locator('[name="citizenship_country"]').selectOption(country);
  await page.locator('[name="date_of_birth"]').fill('1990-01-31');
  await page.locator('[name="foreign_tax_id"]').fill(foreign_tax_id);
  await page.locator('[name="line_1"]').fill('Musterstraße 1');
  await page.locator('[name="city"]').fill('Berlin');
  await page.locator('[name="postcode"]').fill('10115');
  await page.locator('[name="country"]').selectOption(country);
  await page.locator('[name="signature"]').fill(name);
  await page.locator('[name="consent"]').check();
  await submit(page);
}

/** Opens the form of a rail. The choice of rails is there at once when there is no method yet. */
async function chooseRail(page: Page, rail: string): Promise<void> {
  await expect(step(page, 'manage-payouts')).toBeVisible();
  await page.locator(`[name="platform"][value="${rail}"]`).click();
}

export async function addPayPalAbroad(page: Page, email = 'ada@example.com'): Promise<void> {
  await chooseRail(page, 'paypal');
  await page.locator('[name="email"]').fill(email);
  await submit(page);
}

export async function fillBankAccount(
  page: Page,
  { routing_number = '110000000', account_number = '000123456789' } = {},
): Promise<void> {
  await chooseRail(page, 'ach');
  await page.locator('[name="routing_number"]').fill(routing_number);
  await page.locator('[name="account_number"]').fill(account_number);
  await page.locator('[name="account_type"][value="checking"]').check();
}

export async function addBankAccount(
  page: Page,
  account: Parameters<typeof fillBankAccount>[1] = {},
): Promise<void> {
  await fillBankAccount(page, account);
  await submit(page);
}

export async function finishPayouts(page: Page): Promise<void> {
  await expect(page.locator('[part~="method"]')).not.toHaveCount(0);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Goes through the overview's flow as a new US payee, from the phone number to the closing screen. */
export async function finishOverviewFlow(page: Page): Promise<void> {
  await authenticate(page);
  await onboard(page);
  await completeW9(page);
  await addBankAccount(page);
  await finishPayouts(page);
  await expectAllDone(page);
}

/**
 * Waits longer than anything else does: after the last photo the server reads an ID, which is many seconds of
 * work.
 */
export async function expectAllDone(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'All done' })).toBeVisible({ timeout: 60_000 });
}

/** Returns what is typed or chosen in fields of the step on screen, by name. */
export async function typed(page: Page, names: readonly string[]): Promise<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const name of names) values[name] = await page.locator(`[data-step] [name="${name}"]`).inputValue();
  return values;
}

/** Returns name, else id or tag, of the element that has the focus, through all shadow roots. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute('name') || element?.id || element?.localName || '';
  });
}

/** Expects the message at the field, assistive technology to be told so, and the focus there. */
export async function expectRefused(page: Page, name: string, message: string | RegExp): Promise<void> {
  await expect(page.locator(`#${name}-error`)).toContainText(message);
  const control = page.locator(`[data-step] [name="${name}"]`).first();
  await expect(control).toHaveAttribute('aria-invalid', 'true');
  await expect(control).toHaveAttribute('aria-describedby', new RegExp(`\\b${name}-error\\b`));
  await expect.poll(() => focused(page)).toBe(name);
}
