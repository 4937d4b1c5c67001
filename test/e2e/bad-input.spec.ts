/**
 * What the payee gets wrong, and what the sandbox refuses. The message stands at the field, the focus is
 * there, and nothing typed is lost.
 */
import {
  answers,
  addPayPalAbroad,
  authenticate,
  enterCode,
  expectAllDone,
  expectRefused,
  fillBankAccount,
  fillOnboarding,
  fillPhone,
  fillW9,
  focused,
  newPhone,
  step,
  submit,
  typed,
} from './support/payee.ts';
import { authentication as words } from '../../src/locales/en/authentication.ts';
import { authenticationCode as codeWords } from '../../src/locales/en/authentication-code.ts';
import { closing as later } from '../../src/locales/en/closing.ts';
import type { ApiServer } from './support/api-server.ts';
import { brief, named } from './support/story.ts';
import { expect, test, type Page } from './support/test.ts';

const failure = (page: Page) => page.locator('[data-step] [part~="failure"]');

/** Opens a step for somebody whom the app knows already, so that it is the first one. */
async function openStep(
  api: ApiServer,
  page: Page,
  name: string,
  options: object = {},
): Promise<{ id: string }> {
  const flow = await api.createFlow({
    steps: [{ name, ...options }],
    user_id: await api.createKnownUser(newPhone()),
  });
  await page.goto(flow.link);
  await expect(step(page, name)).toBeVisible();
  return flow;
}

test.describe('authentication', () => {
  const endings = {
    '0001': later['field.phone-undeliverable'],
    '0002': later['field.invalid-phone-number-landline'],
    '0003': later['field.invalid-phone-number-voip'],
    '0004': later['field.phone_number.too-many-requests'],
  };
  for (const [ending, message] of Object.entries(endings)) {
    test(`a phone number ending in ${ending}`, async ({ api, page }) => {
      await page.goto((await api.createFlow()).link);
      const number = page.locator('[name="phone_number"]');
      await number.fill(`415555${ending}`);
      await expect(number).toHaveValue(`(415) 555-${ending}`);
      await submit(page);
      await expectRefused(page, 'phone_number', message);
      await expect(number).toHaveValue(`(415) 555-${ending}`);
      // Nothing but another number is needed.
      await authenticate(page);
      await expect(step(page, 'onboarding')).toBeVisible();
    });
  }

  test('half a phone number, and none', async ({ api, page }) => {
    await page.goto((await api.createFlow()).link);
    await submit(page);
    await expectRefused(page, 'phone_number', later['field.phone_number.required']);
    await page.locator('[name="phone_number"]').fill('415555');
    await submit(page);
    await expectRefused(page, 'phone_number', words['field.invalid-phone-number']);
    expect((await page.locator('[name="phone_number"]').inputValue()).replace(/\D/g, '')).toBe('415555');
  });

  test('a wrong code five times, then a new one', async ({ api, page, heard }) => {
    await page.goto((await api.createFlow()).link);
    await fillPhone(page);
    for (const left of ['4 tries left', '3 tries left', '2 tries left', 'One try left']) {
      await enterCode(page, '654321');
      await expect(page.locator('#code-hint')).toContainText(left);
      await expectRefused(page, 'code', later['field.wrong-code']);
      await expect(page.locator('[name="code"]')).toHaveValue('654321');
    }
    await enterCode(page, '654321');
    await expect(failure(page)).toContainText(later['error.too-many-attempts']);
    // No code would be right any more, so there is no field for one.
    await expect(page.locator('[name="code"]')).toHaveCount(0);
    await expect(page.getByRole('button', { name: codeWords['authentication.check'] })).toHaveCount(0);

    expect(named(await heard(), 'error').map(({ detail }) => detail.code)).toEqual([
      ...Array<string>(4).fill('invalid-input'),
      'too-many-attempts',
    ]);
    // Another code may be sent half a minute after the last one.
    await page
      .locator('button[type="submit"]', { hasText: codeWords['authentication.resend'] })
      .click({ timeout: 40_000 });
    await expect(failure(page)).toHaveCount(0);
    await enterCode(page);
    await expect(step(page, 'onboarding')).toBeVisible();
  });

  test('a code that is too short', async ({ api, page }) => {
    await page.goto((await api.createFlow()).link);
    await fillPhone(page);
    await enterCode(page, '1234');
    await expectRefused(page, 'code', codeWords['field.invalid-code']);
    await expect(page.locator('[name="code"]')).toHaveValue('1234');
  });
});

test('onboarding: several things at once, the first gets the focus', async ({ api, page }) => {
  await page.goto((await api.createFlow()).link);
  await authenticate(page);
  await fillOnboarding(page, { first_name: 'Ada', last_name: 'Ada <3' });
  await page.locator('[name="email"]').fill('ada@example');
  await submit(page);
  await expect(page.locator('[part~="summary"]')).toContainText('2 things need your attention');
  await expect(page.locator('#email-error')).toContainText('This email address is not right');
  await expectRefused(page, 'last_name', 'without emoji');
  expect(await typed(page, ['first_name', 'last_name', 'email', 'country'])).toEqual({
    first_name: 'Ada',
    last_name: 'Ada <3',
    email: 'ada@example',
    country: 'US',
  });

  await page.locator('[name="last_name"]').fill('Example');
  await page.locator('[name="email"]').fill('ada@example.com');
  await submit(page);
  await expect(step(page, 'compliance')).toBeVisible();
});

test.describe('compliance', () => {
  const year = new Date().getFullYear();
  const wrong = {
    'a number that nobody has': {
      field: 'tin',
      value: '000-12-3456',
      message: 'No one has this Social Security number',
    },
    'a date of birth to come': {
      field: 'date_of_birth',
      value: `12/31/${year + 1}`,
      message: 'This day is still to come',
    },
    'a payee under 13': {
      field: 'date_of_birth',
      value: `01/01/${year - 12}`,
      message: 'at least 13 years old',
    },
    'a day that does not exist': {
      field: 'date_of_birth',
      value: '02/30/1990',
      message: 'There is no such day',
    },
    'half a ZIP code': { field: 'postcode', value: '627', message: 'A ZIP code has five digits' },
  };
  for (const [what, { field, value, message }] of Object.entries(wrong)) {
    test(what, async ({ api, page }) => {
      await openStep(api, page, 'compliance');
      const right: Readonly<Record<string, string>> = { tin: '123-45-6789', date_of_birth: '1990-01-31' };
      const isAddress = !(field in right);
      if (isAddress) {
        await fillW9(page);
        await page.getByRole('button', { name: 'Change Address' }).click();
      } else {
        await submit(page);
        for (const [name, text] of Object.entries(right)) await page.locator(`[name="${name}"]`).fill(text);
      }
      await page.locator(`[name="${field}"]`).fill(value);
      const others = isAddress ? ['line_1', 'city', 'state', field] : Object.keys(right);
      const before = await typed(page, others);
      await submit(page);
      await expectRefused(page, field, message);
      expect(await typed(page, others)).toEqual(before);

      await page.locator(`[name="${field}"]`).fill(right[field] ?? '62701');
      await submit(page);
      if (!isAddress) {
        await page.getByRole('button', { name: 'Back' }).click();
        await page.getByRole('button', { name: 'Back' }).click();
        await fillW9(page);
      }
      await submit(page);
      await expectAllDone(page);
    });
  }

  test('two wrong fields: the first in the form’s order gets the focus', async ({ api, page }) => {
    await openStep(api, page, 'compliance');
    await submit(page);
    await page.locator('[name="tin"]').fill('000-12-3456');
    await page.locator('[name="date_of_birth"]').fill(`12/31/${year + 1}`);
    const before = await typed(page, ['tin', 'date_of_birth']);
    await submit(page);
    await expectRefused(page, 'tin', 'No one has this Social Security number');
    await expect(page.locator('#date_of_birth-error')).toBeVisible();
    expect(await typed(page, ['tin', 'date_of_birth'])).toEqual(before);
  });

  test('a number that does not match the name: all but the number stays, and the right one is taken', async ({
    api,
    page,
    heard,
  }) => {
    await openStep(api, page, 'compliance');
    await fillW9(page, { tin: '123-45-0001' });
    const before = await answers(page);
    await submit(page);
    await expectRefused(page, 'tin', 'do not match at the IRS');
    await expect(page.locator('#tin-hint')).toContainText('0001');
    expect(await typed(page, ['tin', 'date_of_birth'])).toEqual({ tin: '', date_of_birth: '1990-01-31' });
    await page.locator('[name="tin"]').fill('123456789');
    await submit(page);
    const after = await answers(page);
    expect(after).toEqual(before.map((text) => text.replace('0001', '6789')));
    // After a wrong number the form is signed.
    await submit(page);
    await expectRefused(page, 'signature', /./);
    await page.locator('[name="signature"]').fill('Robin Example');
    await submit(page);
    await expectAllDone(page);
    const done = named(await heard(), 'step-completed');
    expect(done.map(({ detail }) => detail['outcome'])).toEqual(['verified']);
  });

  test('a number that is still being checked: the flow goes on by itself', async ({ api, page, heard }) => {
    await openStep(api, page, 'compliance');
    await fillW9(page, { tin: '123-45-0002' });
    await submit(page);
    await expect(page.locator('[part~="pending"]')).toContainText('0002');
    await expect.poll(() => focused(page)).toBe('title');
    await api.advance('PT1M');
    await expectAllDone(page);
    const done = named(await heard(), 'step-completed');
    expect(done.map(({ detail }) => detail['outcome'])).toEqual(['verified']);
  });

  test('a number that is still being checked: the payee need not wait', async ({ api, page, heard }) => {
    await openStep(api, page, 'compliance');
    await fillW9(page, { tin: '123-45-0002' });
    await submit(page);
    await page.getByRole('button', { name: 'Continue while we check' }).click();
    await expectAllDone(page);
    const done = named(await heard(), 'step-completed');
    expect(done.map(({ detail }) => detail['outcome'])).toEqual(['pending']);
  });
});

test.describe('manage-payouts', () => {
  const accounts = ['routing_number', 'account_number'];
  const wrong = {
    'a routing number of no bank': {
      account: { routing_number: '110000001' },
      field: 'routing_number',
      message: 'not one a bank uses',
    },
    'a closed account': {
      account: { account_number: '000111111116' },
      field: 'account_number',
      message: 'this account is closed',
    },
    'an account that cannot be verified': {
      account: { account_number: '000222222227' },
      field: 'account_number',
      message: 'could not confirm this account',
    },
  };
  for (const [what, { account, field, message }] of Object.entries(wrong)) {
    test(what, async ({ api, page }) => {
      await openStep(api, page, 'manage-payouts');
      await fillBankAccount(page, account);
      const before = await typed(page, accounts);
      await submit(page);
      await expectRefused(page, field, message);
      expect(await typed(page, accounts)).toEqual(before);
      await expect(page.locator('[name="account_type"][value="checking"]')).toBeChecked();

      await page.locator('[name="routing_number"]').fill('110000000');
      await page.locator('[name="account_number"]').fill('000123456789');
      await submit(page);
      await expectAllDone(page);
    });
  }

  test('the same PayPal account twice', async ({ api, page }) => {
    // Without the button the list stays after the first method.
    await openStep(api, page, 'manage-payouts', { hide_continue_button: true });
    await addPayPalAbroad(page);
    await page.getByRole('button', { name: 'Add another' }).click();
    await addPayPalAbroad(page);
    await expectRefused(page, 'email', 'on your list already');
    await expect(page.locator('[name="email"]')).toHaveValue('ada@example.com');
  });
});

test.describe('a flow that has ended', () => {
  const ended = async (page: Page, title: string) => {
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await expect(page.locator('dots-flow :is(input, select, form)')).toHaveCount(0);
  };

  test('expired before the payee came', async ({ api, page, heard }) => {
    const flow = await api.createFlow({ steps: ['compliance'], expires_in: 1 });
    await expect
      .poll(async () => (await api.call('GET', `/v2/flows/${flow.id}`)).body['status'])
      .toBe('expired');
    await page.goto(flow.link);
    await ended(page, 'This link has expired');
    expect((await heard()).map(brief)).toEqual(['dots-error flow-expired', 'dots-flow-expired']);
    expect(named(await heard(), 'flow-expired')[0]?.detail).toMatchObject({ reason: 'expired' });
  });

  test('expired while the payee typed', async ({ api, page, heard }) => {
    const flow = await api.createFlow({ steps: ['compliance'], expires_in: 120 });
    await page.goto(flow.link);
    await fillPhone(page);
    await expect(page.locator('[name="code"]')).toBeVisible();
    await api.advance('PT2M');
    await enterCode(page);
    await ended(page, 'This link has expired');
    expect((await heard()).map(brief)).toEqual([
      'dots-ready',
      'dots-step-started authentication',
      'dots-error flow-expired',
      'dots-flow-expired',
    ]);
    expect(named(await heard(), 'flow-expired')[0]?.detail).toEqual({ flowId: flow.id, reason: 'expired' });
  });

  test('canceled while the payee typed', async ({ api, page, heard }) => {
    const flow = await api.createFlow();
    await page.goto(flow.link);
    await authenticate(page);
    await fillOnboarding(page);
    expect((await api.call('POST', `/v2/flows/${flow.id}/cancel`)).status).toBe(200);
    await submit(page);
    await ended(page, 'This link was canceled');
    expect((await heard()).map(brief).slice(-3)).toEqual([
      'dots-step-started onboarding',
      'dots-error flow-canceled',
      'dots-flow-expired',
    ]);
    expect(named(await heard(), 'flow-expired')[0]?.detail).toEqual({ flowId: flow.id, reason: 'canceled' });
    await page.reload();
    await ended(page, 'This link was canceled');
  });
});

test('a refusal of the phone number outlasts the arrival of the phone library', async ({ api, page }) => {
  const held: (() => void)[] = [];
  await page.route('**/chunks/phone-numbers-*', async (route) => {
    await new Promise<void>((resolve) => held.push(resolve));
    await route.continue();
  });
  await page.goto((await api.createFlow()).link);
  await fillPhone(page, '4155550001');
  await expectRefused(page, 'phone_number', later['field.phone-undeliverable']);
  await expect.poll(() => held.length).toBe(1);
  for (const release of held) release();
  await expect(page.locator('[name="phone_number"]')).toHaveValue('(415) 555-0001');
  await expectRefused(page, 'phone_number', later['field.phone-undeliverable']);
});

test('a press on a radio button is not lost to an error that appears when the field before it is left', async ({
  api,
  page,
}) => {
  const flow = await api.createFlow({
    steps: ['manage-payouts'],
    user_id: await api.createKnownUser(newPhone()),
  });
  await page.goto(flow.link);
  await fillBankAccount(page, { account_number: '12' });
  await submit(page);
  await expectRefused(page, 'account_number', 'An account number has 4 to 17 digits');
});

test('a mistyped number can be changed at once', async ({ api, page }) => {
  await page.goto((await api.createFlow()).link);
  await fillPhone(page);
  await expect(page.locator('[name="code"]')).toBeVisible();
  await page.getByRole('button', { name: 'Change number' }).click();
  await fillPhone(page);
  // This is sooner than the half minute after which another code would go to the same number.
  await expect(page.locator('[name="code"]')).toBeVisible({ timeout: 20_000 });
});
