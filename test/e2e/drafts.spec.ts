/**
 * What was typed and not sent comes back: after a reload, and through the link within the hour. The server
 * keeps it, and nothing of it is in the browser.
 */
import {
  addBankAccount,
  authenticate,
  completeW8Ben,
  enterCode,
  fillBankAccount,
  finishPayouts,
  newPhone,
  onboard,
  step,
  submit,
  typed,
} from './support/payee.ts';
import { fundPayee } from './support/payout.ts';
import { fillAgreement, uploadTemplate } from './support/pdf-form-fill.ts';
import { expect, test, type Page } from './support/test.ts';

const names = ['first_name', 'last_name'];
const person = { first_name: 'Grace', last_name: 'Example' };

/** Types, and resolves once the server has what was typed. */
async function typeNames(page: Page): Promise<void> {
  const kept = page.waitForResponse(
    (response) =>
      response.url().endsWith('/session/draft') &&
      response.request().postData()?.includes('Example') === true,
  );
  for (const [name, value] of Object.entries(person))
    await page.locator(`[data-step="onboarding"] [name="${name}"]`).fill(value);
  expect((await kept).status()).toBe(200);
}

test('what was typed survives a reload and the link being opened again, on a page that may store nothing', async ({
  api,
  page,
  context,
  heard,
}) => {
  // A page in a frame without `allow-same-origin`, or with cookies blocked, throws on every use.
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    for (const name of ['sessionStorage', 'localStorage', 'indexedDB'])
      Object.defineProperty(globalThis, name, { get: refuse });
  });
  const phone = newPhone();
  const { link } = await api.createFlow();
  await page.goto(link);
  await authenticate(page, phone);
  await expect(step(page, 'onboarding')).toBeVisible();
  await typeNames(page);
  await page.reload();
  await expect(step(page, 'onboarding')).toBeVisible();
  expect(await typed(page, names)).toEqual(person);
  await heard();

  // The tab is closed. After a quarter of an hour the link asks for a code again.
  await page.goto('about:blank');
  await api.advance('PT20M');
  const again = await context.newPage();
  await again.goto(link);
  await submit(again);
  await enterCode(again);
  await expect(step(again, 'onboarding')).toBeVisible();
  expect(await typed(again, names)).toEqual(person);
});

/** Resolves once the server has a draft with this in it. */
const keptWith = (page: Page, text: string) =>
  page.waitForResponse(
    (answer) =>
      answer.url().endsWith('/session/draft') &&
      answer.ok() &&
      answer.request().postData()?.includes(text) === true,
  );

test('the answers to a partner’s form survive a reload, but for numbers and dates', async ({ api, page }) => {
  const template_id = await uploadTemplate(api.url);
  const { link } = await api.createFlow({ steps: [{ name: 'pdf-form-fill', template_id }] });
  await page.goto(link);
  await authenticate(page);
  await onboard(page);
  const kept = keptWith(page, 'Größe');
  await fillAgreement(page);
  const sent = (await kept).request().postData();
  expect(sent).not.toMatch(/6789|2026/);
  await page.reload();
  await expect(page.getByLabel('Full name')).toHaveValue('Ada Example');
  await expect(page.getByLabel('Part time')).toBeChecked();
  await expect(page.getByLabel('Shirt')).toHaveValue('Large');
  await expect(page.getByRole('textbox', { name: 'You' })).toHaveValue('I paint.\nI also build.');
  await expect(page.getByLabel('Terms')).toBeChecked();
  await expect(page.getByLabel('Notes')).toHaveValue('Größe');
  await expect(page.getByRole('textbox', { name: 'Social Security number' })).toHaveValue('');
  await expect(page.getByLabel('Start date')).toHaveValue('');
});

test('the amount of a payout survives a reload, in another language too', async ({ api, page }) => {
  const { id, link } = await api.createFlow({ steps: ['manage-payouts', 'payout'] });
  await page.goto(link);
  await authenticate(page);
  await onboard(page);
  await addBankAccount(page);
  await fundPayee(api, id, 2_000_00);
  await finishPayouts(page);
  const amount = page.locator('[name="amount"]');
  await expect(amount).toHaveValue('2,000.00');
  const kept = keptWith(page, '"123456"');
  await amount.fill('1,234.56');
  await kept;
  await page.reload();
  await expect(amount).toHaveValue('1,234.56');
  await page.goto(`${link}?lang=de`);
  await expect(amount).toHaveValue('1.234,56');
});

/** Numbers that are nobody's. Each is typed somewhere, and kept nowhere. */
const numbers = {
  ssn: '412-55-7890',
  itin: '912-70-4321',
  ein: '47-1234567',
  taxId: '86 095 742 719',
  vat: 'DE136695976',
  register: 'HRB 12345',
  routing: '110000000',
  account: '000123456789',
  iban: 'DE89 3704 0044 0532 0130 00',
};

const digitsOf = (text: string): string => text.replace(/[^\dA-Za-z]/g, '').toLowerCase();

/** Returns which of the numbers are in a text, however they are grouped. */
const numbersIn = (text: string): string[] =>
  Object.entries(numbers).flatMap(([name, number]) =>
    digitsOf(text).includes(digitsOf(number)) ? [name] : [],
  );

/** Notes every draft that is sent, and everything that the server says to the page. */
function listen(page: Page) {
  const drafts: string[] = [];
  const answers: Promise<string>[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/session/draft')) drafts.push(request.postData() ?? '');
  });
  page.on('response', (response) => {
    const { 'content-type': type = '' } = response.headers();
    if (type.includes('json')) answers.push(response.text().catch(() => ''));
  });
  return { drafts, answers: async () => (await Promise.all(answers)).join('\n') };
}

/** Returns everything that the browser keeps for the page. */
const stored = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    const kept = [
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      databases,
      location.href,
    ];
    return JSON.stringify([...kept, history.state]);
  });

const fill = async (page: Page, values: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, value] of Object.entries(values))
    await page.locator(`[data-step] [name="${name}"]`).fill(value);
};

/** A text that may be kept. Typed last, it makes the step send a draft while the number is in the form. */
const street = { line_1: '12 Elm Street' };

interface Secret {
  readonly step: string;
  readonly type: (page: Page) => Promise<void>;
  /** What is typed last and may be kept; empty where the step keeps no drafts. */
  readonly keeps: string;
  /** The payee lives outside the US. */
  readonly abroad?: boolean;
}

const onW9 = (tin: string, who: (page: Page) => Promise<void>) => async (page: Page) => {
  await who(page);
  await submit(page);
  await fill(page, { tin });
  const birth = page.locator('[name="date_of_birth"]');
  if (await birth.count()) await birth.fill('1985-04-27');
  await submit(page);
  await fill(page, street);
};
const asPerson = (page: Page) => fill(page, { first_name: 'Grace', last_name: 'Example' });
const asBusiness = async (page: Page) => {
  await page.locator('[name="entity_type"][value="business"]').check();
  await fill(page, { business_name: 'Example Rides LLC' });
  await page.locator('[name="tax_classification"]').selectOption('llc_c');
};

const secrets: Readonly<Record<string, Secret>> = {
  'a social security number': { step: 'compliance', keeps: street.line_1, type: onW9(numbers.ssn, asPerson) },
  'an ITIN': { step: 'compliance', keeps: street.line_1, type: onW9(numbers.itin, asPerson) },
  'an EIN': { step: 'compliance', keeps: street.line_1, type: onW9(numbers.ein, asBusiness) },
  "a person's tax number of another country": {
    step: 'compliance',
    keeps: street.line_1,
    async type(page) {
      await page.locator('[name="form"][value="w8ben"]').check();
      await fill(page, { name: 'Grace Example' });
      await page.locator('[name="citizenship_country"]').selectOption('DE');
      await submit(page);
      await fill(page, { foreign_tax_id: numbers.taxId, date_of_birth: '1985-04-27' });
      await submit(page);
      await page.locator('[name="country"]').selectOption('DE');
      await fill(page, street);
    },
  },
  "a business's numbers of another country": {
    step: 'compliance',
    keeps: street.line_1,
    async type(page) {
      await page.locator('[name="form"][value="w8bene"]').check();
      await fill(page, { business_name: 'Beispiel Musik GmbH' });
      await page.locator('[name="incorporation_country"]').selectOption('DE');
      await page.locator('[name="chapter3_status"]').selectOption('corporation');
      await submit(page);
      await page.locator('[name="chapter4_status"]').selectOption('active_nffe');
      await page.locator('[name="status_certified"]').check();
      await submit(page);
      await fill(page, { foreign_tax_id: numbers.vat });
      const register = page.locator('[name="business_registration_number"]');
      if (await register.count()) await register.fill(numbers.register);
      await submit(page);
      await page.locator('[name="country"]').selectOption('DE');
      await fill(page, street);
    },
  },
  'the number for a background check': {
    step: 'background-check',
    keeps: 'Reno',
    type: (page) => fill(page, { ssn: numbers.ssn, city: 'Reno' }),
  },
  'the numbers of a US account to be paid into': {
    step: 'manage-payouts',
    keeps: '',
    type: (page) =>
      fillBankAccount(page, { routing_number: numbers.routing, account_number: numbers.account }),
  },
  'an IBAN': {
    step: 'manage-payouts',
    keeps: '',
    abroad: true,
    async type(page) {
      await page.locator('[name="platform"][value="intl_bank"]').click();
      await page.locator('[name="bank_country"]').selectOption('DE');
      await fill(page, { account_holder_name: 'Grace Example', iban: numbers.iban });
    },
  },
  'the numbers of a US account to be debited': {
    step: 'manage-payments',
    keeps: '',
    async type(page) {
      await page.getByRole('button', { name: 'Enter account numbers' }).click();
      await fill(page, { routing_number: numbers.routing, account_number: numbers.account });
    },
  },
};

for (const [name, { step: wanted, keeps, abroad, type }] of Object.entries(secrets))
  test(`no draft, no answer and no store of the browser has ${name}`, async ({ page, api }) => {
    const { drafts, answers } = listen(page);
    // Somebody abroad comes without being known, because the partner's calls are about people in the US.
    const known = abroad ? {} : { user_id: await api.createKnownUser(newPhone()) };
    const { link } = await api.createFlow({ steps: [{ name: wanted, force: true }], ...known });
    await page.goto(link);
    if (abroad) {
      await authenticate(page);
      await onboard(page, { country: 'DE' });
      // The law wants the form before the first way to be paid.
      await completeW8Ben(page);
    }
    await expect(step(page, wanted)).toBeVisible();
    await type(page);
    if (keeps) await expect.poll(() => drafts.at(-1) ?? '').toContain(keeps);
    expect(numbersIn(await stored(page))).toEqual([]);
    // Whatever is not sent yet is sent as the page is left.
    await page.goto('about:blank');
    await page.goto(link);
    await expect(step(page, wanted)).toBeVisible();
    expect(
      drafts.some((draft) => draft.includes(wanted)),
      'a draft was sent',
    ).toBe(keeps !== '');
    expect(numbersIn(drafts.join('\n')), 'in drafts').toEqual([]);
    expect(numbersIn(await answers()), 'in answers').toEqual([]);
    expect(numbersIn(await stored(page)), 'in the browser').toEqual([]);
  });
