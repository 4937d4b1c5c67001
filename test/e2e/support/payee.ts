/** What a payee does, step by step, by the names on the wire. All persons and numbers are made up. */
import { expect, type Page } from '@playwright/test';
import {
  createPayee,
  onPlaywright,
  type BankAccount,
  type Payee,
  type PayeeProfile,
  type W8Ben,
} from '../../../src/testing/index.ts';

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

/** The published driver, on this page. */
const payeeOn = (page: Page): Payee => createPayee(onPlaywright(page));

export const fillPhone = (page: Page, phone = newPhone()): Promise<void> => payeeOn(page).fillPhone(phone);
export const enterCode = (page: Page, code?: string): Promise<void> => payeeOn(page).enterCode(code);
export const authenticate = (page: Page, phone = newPhone()): Promise<void> =>
  payeeOn(page).authenticate(phone);
export const fillOnboarding = (page: Page, person?: PayeeProfile): Promise<void> =>
  payeeOn(page).fillOnboarding(person);
export const onboard = (page: Page, person?: PayeeProfile): Promise<void> =>
  payeeOn(page).completeOnboarding(person);
export const fillW9 = (page: Page, more?: Readonly<Record<string, string>>): Promise<void> =>
  payeeOn(page).fillW9(more);
export const completeW9 = (page: Page, more?: Readonly<Record<string, string>>): Promise<void> =>
  payeeOn(page).completeCompliance(more);
export const completeW8Ben = (page: Page, more?: W8Ben): Promise<void> => payeeOn(page).completeW8Ben(more);
export const addPayPalAbroad = (page: Page, email?: string): Promise<void> => payeeOn(page).addPayPal(email);
export const fillBankAccount = (page: Page, account?: BankAccount): Promise<void> =>
  payeeOn(page).fillBankAccount(account);
export const addBankAccount = (page: Page, account?: BankAccount): Promise<void> =>
  payeeOn(page).addBankAccount(account);
export const finishPayouts = (page: Page): Promise<void> => payeeOn(page).finishPayouts();

/** Returns what the last page of the tax form lists. */
export const answers = async (page: Page): Promise<string[]> =>
  (await page.locator('[part~="answers"] dd').allTextContents()).map((text) => text.trim());

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
  await expect(page.getByRole('heading', { name: /^(All done|That is all for now)$/ })).toBeVisible({
    timeout: 60_000,
  });
}

/** Returns what is typed or chosen in fields of the step on screen, by name. */
export async function typed(page: Page, names: readonly string[]): Promise<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const name of names) values[name] = await page.locator(`[data-step] [name="${name}"]`).inputValue();
  return values;
}

/**
 * Returns name, else id or tag, of the element that has the focus, through all shadow roots. The parts of
 * a date have the name of the date.
 */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const id = element?.id.replace(/-(?:day|month|year)$/, '');
    return element?.getAttribute('name') || id || element?.localName || '';
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
