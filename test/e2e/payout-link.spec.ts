/** A payout link on a small phone, from the message to the money on its way. */
import { enterCode, fillOnboarding, newPhone, step, submit } from './support/payee.ts';
import { addPayPalInline, fillAmount, reviewPayout } from './support/payout.ts';
import { expect, test } from './support/test.ts';

test.use({ viewport: { width: 360, height: 740 } });

test('whoever is sent one sees what waits, enters the code and is paid', async ({ api, page }) => {
  const phone = newPhone();
  const { body: made } = await api.call('POST', '/v2/payout-links', {
    ...{ amount: 50_00, memo: 'Prize of the summer run', delivery: { method: 'sms' } },
    payee: { country_code: '1', phone_number: phone, first_name: 'Ada', last_name: 'Byron' },
  });
  await page.goto(String(made['link']));
  await expect(page.getByText('$50.00 for you')).toBeVisible();
  await expect(page.getByText('For: Prize of the summer run')).toBeVisible();
  await expect(step(page, 'authentication')).toContainText(phone.slice(-4));
  await page.screenshot({ path: test.info().outputPath('1-opened.png'), fullPage: true });
  await submit(page);
  await enterCode(page);
  await expect(page.locator('[name="first_name"]')).toHaveValue('Ada');
  await page.screenshot({ path: test.info().outputPath('2-names.png'), fullPage: true });
  await fillOnboarding(page);
  await submit(page);
  await expect(step(page, 'payout')).toContainText('$50.00');
  await page.screenshot({ path: test.info().outputPath('3-payout.png'), fullPage: true });
  await fillAmount(page, '50');
  await addPayPalInline(page);
  await reviewPayout(page);
  await submit(page);
  await expect(page.locator('[part~="timeline"]')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('4-paid.png'), fullPage: true });
  const { body: paid } = await api.call('GET', `/v2/payout-links/${String(made['id'])}`);
  expect(paid['status']).toBe('claimed');
});
