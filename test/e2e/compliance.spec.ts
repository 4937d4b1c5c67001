/** The tax details in a browser: every form, every outcome, and the finished form before it is signed. */
import { businessClassifications } from '../../src/contract/forms/w9-business.ts';
import { createPayee, onPlaywright } from '../../src/testing/index.ts';
import { authenticate, completeW9, expectRefused, fillW9, onboard, step, submit } from './support/payee.ts';
import { fillW8Bene, fillW9Business, readFinishedForm, signW8Bene } from './support/compliance.ts';
import { expect, test, type Page } from './support/test.ts';

const outcomes = async (
  heard: () => Promise<{ type: string; detail: { step?: string; [field: string]: unknown } }[]>,
) =>
  (await heard())
    .filter(({ type, detail }) => type === 'dots-step-completed' && detail.step === 'compliance')
    .map(({ detail }) => detail['outcome']);

async function start(
  api: { createFlow(body: unknown): Promise<{ link: string }> },
  page: Page,
  country: string,
): Promise<void> {
  const flow = await api.createFlow({ steps: ['compliance', 'manage-payouts'] });
  await page.goto(flow.link);
  await authenticate(page);
  await onboard(page, { country });
  await expect(step(page, 'compliance')).toBeVisible();
}

const isDone = (page: Page) => expect(step(page, 'manage-payouts')).toBeVisible();

test('W-9 of a person: verified, after reading the finished form', async ({ api, page, heard }) => {
  await start(api, page, 'US');
  await fillW9(page);
  await expect(page.locator('[part~="statement"]')).toContainText('Under penalties of perjury');
  const pdf = await readFinishedForm(page);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  await expect(page.locator('[part="review"]')).toContainText('••• 6789');
  await submit(page);
  await isDone(page);
  expect(await outcomes(heard)).toEqual(['verified']);
});

test('the form as PDF, beside the answers on a partner’s page under the recommended policy', async ({
  api,
  partner,
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(request.url()));
  const { id } = await api.createFlow({ steps: ['compliance', 'manage-payouts'] });
  partner.embed(`document.querySelector('dots-flow').setAttribute('flow-id', '${id}');`);
  const answer = await page.goto(partner.origin);
  expect(answer?.headers()['content-security-policy']).toContain("default-src 'none'");
  await authenticate(page);
  await onboard(page);
  await fillW9(page);
  const pdf = await readFinishedForm(page);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const link = page.getByRole('link', { name: 'Download as PDF' });
  await expect(link).toHaveAttribute('href', /^blob:/);
  await expect(link).toHaveAttribute('download', /\.pdf$/);
  const previews = asked.filter((url) => url.includes('/compliance/'));
  expect(previews.map((url) => new URL(url).search)).toEqual(['']);
  // The bytes are put away with the answers that they were made of.
  const href = (await link.getAttribute('href')) ?? '';
  await page.getByRole('button', { name: 'Back' }).click();
  await page.locator('[name="city"]').fill('Alameda');
  await submit(page);
  await expect(link).toBeHidden();
  const found = await page.evaluate(
    async (url) =>
      fetch(url).then(
        () => 'there',
        () => 'gone',
      ),
    href,
  );
  expect(found).toBe('gone');
  await submit(page);
  await isDone(page);
});

test('a form that cannot be loaded is said so, and loaded on another try', async ({ api, page }) => {
  let reachable = false;
  await page.route('**/chunks/w8-*', (route) =>
    reachable ? route.continue() : route.abort('connectionreset'),
  );
  await start(api, page, 'DE');
  await expect(page.locator('[part="failure"]')).toContainText('We could not reach the server');
  await expect(page.locator('[name="citizenship_country"]')).toBeHidden();
  reachable = true;
  await submit(page);
  await expect(page.locator('[name="citizenship_country"]')).toBeVisible();
  await expect(page.locator('[part="failure"]')).toBeHidden();
});

for (const classification of businessClassifications)
  test(`W-9 of a business taxed as ${classification}: verified`, async ({ api, page, heard }) => {
    await start(api, page, 'US');
    await fillW9Business(page, classification);
    await submit(page);
    await isDone(page);
    expect(await outcomes(heard)).toEqual(['verified']);
  });

test('W-9: mismatched, then verified', async ({ api, page, heard }) => {
  await start(api, page, 'US');
  await completeW9(page, { tin: '123-45-0001' });
  await expect(page.locator('[part="mismatch"]')).toBeVisible();
  await page.locator('[name="date_of_birth"]').fill('1990-01-31');
  await page.locator('[name="tin"]').fill('123-45-6789');
  await submit(page);
  await expect(page.locator('[part~="answers"]')).toContainText('••• 6789');
  await page.locator('[name="signature"]').fill('Ada Example');
  await submit(page);
  await isDone(page);
  expect(await outcomes(heard)).toEqual(['verified']);
});

test('W-9: pending, and the payee goes on', async ({ api, page, heard }) => {
  await start(api, page, 'US');
  await completeW9(page, { tin: '123-45-0002' });
  await page.getByRole('button', { name: 'Continue while we check' }).click();
  await isDone(page);
  expect(await outcomes(heard)).toEqual(['pending']);
});

test('W-8BEN: a number that is none is named where it is typed, then saved', async ({ api, page, heard }) => {
  await start(api, page, 'DE');
  const payee = createPayee(onPlaywright(page));
  await payee.fill({ name: 'Ada Example', citizenship_country: 'DE' });
  await submit(page);
  await payee.fill({ foreign_tax_id: '86 095 742 718', date_of_birth: '1990-01-31' });
  await submit(page);
  await expectRefused(page, 'foreign_tax_id', /Steuer-ID/);
  await payee.fill({ foreign_tax_id: '86 095 742 719' });
  await submit(page);
  await payee.fill({ country: 'DE', line_1: 'Musterstraße 1', city: 'Berlin', postcode: '10115' });
  // Their phone is in the US, so they are asked why.
  await payee.fill({ place_of_work: 'outside', us_indicia_reason: 'contact-only' });
  await submit(page);
  await expect(page.locator('[part~="answers"]')).toContainText('••• 2719');
  await page.locator('[name="signature"]').fill('Ada Example');
  await page.locator('[name="consent"]').check();
  await submit(page);
  await isDone(page);
  expect(await outcomes(heard)).toEqual(['saved']);
});

test('W-8BEN-E: read, signed with capacity, saved', async ({ api, page, heard }) => {
  await start(api, page, 'DE');
  await fillW8Bene(page);
  await page.locator('[name="signer_name"]').fill('Ada Example');
  expect((await readFinishedForm(page)).subarray(0, 5).toString()).toBe('%PDF-');
  await signW8Bene(page);
  await isDone(page);
  expect(await outcomes(heard)).toEqual(['saved']);
});

test('a tax form that the law inserts says why', async ({ api, page }) => {
  const flow = await api.createFlow({ steps: ['manage-payouts'] });
  await page.goto(flow.link);
  await authenticate(page);
  await onboard(page, { country: 'FR' });
  await expect(page.locator('[part="lead"]')).toContainText(
    'US tax law asks for these before we may pay you',
  );
  await page.locator('[name="citizenship_country"]').selectOption('FR');
  await submit(page);
  await expect(page.locator('[part="reporting"]')).toContainText('DAC7');
});
