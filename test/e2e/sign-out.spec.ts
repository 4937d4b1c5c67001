/** A payee signs out of a device that others use too, and goes on later. */
import { newPhone, step } from './support/payee.ts';
import { expect, test } from './support/test.ts';

test('says that it worked, keeps what was typed, and asks for one code', async ({ api, page }) => {
  const user_id = await api.createKnownUser(newPhone());
  const { link } = await api.createFlow({ user_id, steps: ['compliance'] });
  await page.goto(link);
  // Typed a moment before, so that it was not sent yet.
  await page.getByLabel('First name').fill('Quick');
  await page.getByRole('button', { name: 'Sign out' }).click();

  const phone = step(page, 'authentication');
  await expect(page.getByText('You are signed out.').first()).toBeVisible();
  await expect(phone.getByRole('heading', { name: 'Is it still you?' })).toBeVisible();
  await expect(phone.getByRole('button', { name: 'Send code' })).toBeFocused();

  await phone.getByRole('button', { name: 'Send code' }).click();
  await page.getByLabel(/code/i).first().pressSequentially('123456');
  await expect(page.getByLabel('First name')).toHaveValue('Quick');
  await page.reload();
  await expect(page.getByLabel('First name')).toHaveValue('Quick');
});
