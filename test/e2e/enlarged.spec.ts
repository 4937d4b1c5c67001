/**
 * Text twice as large on a narrow phone (WCAG 2.2, 1.4.4 and 1.4.10). Nothing is cut off and nothing scrolls
 * sideways.
 */
import { chooseDocument, heading } from './support/id-verification.ts';
import { account, chooseSource, fillNumbers } from './support/manage-payments.ts';
import {
  enterCode,
  expectAllDone,
  fillBankAccount,
  fillOnboarding,
  fillPhone,
  fillW9,
  finishPayouts,
  step,
  submit,
} from './support/payee.ts';
import { fillAmount, fundPayee, reviewPayout } from './support/payout.ts';
import { expect, test, type Page } from './support/test.ts';

/** Returns what reaches over the edges of the element, as text. Decoration has none. */
const beyondTheEdges = (page: Page): Promise<string[]> =>
  page.locator('dots-flow').evaluate((host) => {
    const { left, right } = host.getBoundingClientRect();
    const found: string[] = [];
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) visit(element.shadowRoot);
        const box = element.getBoundingClientRect();
        const text = element.textContent.trim();
        if (!text || !element.checkVisibility({ visibilityProperty: true }) || element.closest('.sr'))
          continue;
        if (box.right > right + 1 || box.left < left - 1)
          found.push(`${element.localName}.${element.className}: ${text.slice(0, 40)}`);
      }
    };
    if (host.shadowRoot) visit(host.shadowRoot);
    if (document.documentElement.scrollWidth > innerWidth)
      found.push(`the page is ${document.documentElement.scrollWidth} pixels wide`);
    return found;
  });

test('a payee with text twice as large, on 360 pixels, sees all of every screen', async ({ page, api }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.addInitScript(() =>
    addEventListener('DOMContentLoaded', () => (document.documentElement.style.fontSize = '200%')),
  );
  const fits = async (screen: string) => expect(await beyondTheEdges(page), screen).toEqual([]);

  const { id, link } = await api.createFlow({
    steps: ['compliance', 'manage-payments', 'manage-payouts', 'payout'],
  });
  await page.goto(link);
  await expect(step(page, 'authentication')).toBeVisible();
  await submit(page);
  await fits('a number is missing');
  await fillPhone(page);
  await expect(page.locator('[name="code"]')).toBeVisible();
  await fits('the code');
  await enterCode(page);
  await fillOnboarding(page);
  await fits('onboarding');
  await submit(page);
  await expect(step(page, 'compliance')).toBeVisible();
  await fundPayee(api, id, 300_00);
  await fits('tax details');
  await submit(page);
  await submit(page);
  await fits('the tax number is missing');
  await page.getByRole('button', { name: 'Back' }).click();
  await fillW9(page, { tin: '123-45-0001' });
  await fits('the answers');
  await submit(page);
  await expect(page.locator('[part="mismatch"]')).toBeVisible();
  await fits('name and number do not match');
  await page.locator('[name="tin"]').fill('123-45-6789');
  await submit(page);
  await page.locator('[name="signature"]').fill('Ada Example');
  await fits('the answers that are signed');
  await submit(page);

  await chooseSource(page, 'manual');
  await fillNumbers(page);
  await fits('numbers of an account');
  await submit(page);
  await expect(account(page, 'sent')).toBeVisible();
  await fits('an account to be confirmed');
  await page.getByRole('button', { name: 'Continue' }).click();

  await expect(step(page, 'manage-payouts')).toBeVisible();
  await fits('ways of being paid');
  await fillBankAccount(page);
  await fits('a way of being paid');
  await submit(page);
  await finishPayouts(page);

  await fillAmount(page, '120');
  await fits('an amount');
  await reviewPayout(page);
  await fits('what is to be confirmed');
  await submit(page);
  await expect(page.locator('[part~="timeline"]')).toBeVisible();
  await fits('the payout');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expectAllDone(page);
  await fits('the end');

  const second = await api.createFlow({ steps: ['id-verification'] });
  await page.goto(second.link);
  await fillPhone(page);
  await enterCode(page);
  await fillOnboarding(page);
  await submit(page);
  await chooseDocument(page);
  await fits('a document');
  await page.getByRole('button', { name: /Continue on your phone/ }).click();
  await expect(heading(page, 'Continue on your phone')).toBeVisible();
  await expect(page.locator('.digits')).toBeVisible();
  await fits('the code for the phone');
});
