/**
 * A PDF form filled in as a form of the page: answered, read, signed, handed over, fetched by the partner.
 */
import { readFile } from 'node:fs/promises';
import { simplePdf } from '../support/pdf-forms.ts';
import { backendNames } from './support/backend.ts';
import { authenticate, expectAllDone, newPhone, onboard, step, submit } from './support/payee.ts';
import { completePdfForm, fillAgreement, signForm, uploadTemplate } from './support/pdf-form-fill.ts';
import { expectWholeStory } from './support/story.ts';
import { expect, test } from './support/test.ts';

const plan = ['authentication', 'onboarding', 'pdf-form-fill'];

test('saved: filled in, signed and fetched', async ({ api, partner, page, heard }) => {
  const flow = await api.createFlow({
    steps: [{ name: 'pdf-form-fill', template_id: await uploadTemplate(api.url) }],
  });
  await page.goto(flow.link);
  await authenticate(page);
  await onboard(page);
  await completePdfForm(page);
  await expectAllDone(page);
  await expectWholeStory({ api, partner, flowId: flow.id, plan }, await heard());
  const { body } = await api.call('GET', `/v2/flows/${flow.id}/documents`);
  const [document] = body['data'] as { id: string; file_name: string }[];
  expect(document?.file_name).toBe('Contractor agreement.pdf');
  const file = await fetch(`${api.url}/v2/flows/${flow.id}/documents/${document?.id}`, {
    headers: { authorization: `Basic ${btoa('pk_sandbox_demo:sk_sandbox_demo')}` },
  });
  expect(
    Buffer.from(await file.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
});

for (const name of backendNames)
  test(`refused at its fields, downloaded, changed, and read again on the ${name}`, async ({ on, page }) => {
    const backend = await on(name);
    const flow = await backend.createFlow({
      steps: [{ name: 'pdf-form-fill', template_id: await backend.createPdfTemplate() }],
    });
    await page.goto(flow.link);
    await authenticate(page);
    await onboard(page);
    // It was asked one step ago.
    await expect(page.getByLabel('Full name')).toHaveValue('Ada Example');
    await page.getByLabel('Full name').fill('');
    await submit(page);
    await expect(page.locator('[part="summary"] li')).toHaveText([/“Full name”/, /“Engagement”/, /“Terms”/]);
    await fillAgreement(page);
    await page.getByLabel('Full name').fill('Łucja 🙂');
    await submit(page);
    await expect(page.locator('#f1-error')).toContainText('The PDF cannot show a character in here');
    await page.getByLabel('Full name').fill('Ada Example');
    await submit(page);
    await expect(page.getByText('••• 6789')).toBeVisible();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the filled form (PDF)' }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe('Contractor agreement.pdf');
    expect((await readFile(await saved.path())).subarray(0, 5).toString()).toBe('%PDF-');
    await page.getByRole('button', { name: 'Change my answers' }).click();
    await page.getByLabel('Notes').fill('Changed');
    await submit(page);
    await expect(page.locator('[part="answers"]')).toContainText('Changed');
    await signForm(page);
    await expectAllDone(page);
  });

test('without a place for a signature, hidden continue button: confirmed', async ({ api, page }) => {
  const template_id = await uploadTemplate(api.url, await simplePdf());
  const flow = await api.createFlow({
    steps: [{ name: 'pdf-form-fill', template_id, hide_continue_button: true }],
  });
  await page.goto(flow.link);
  await authenticate(page);
  await onboard(page);
  await page.getByLabel('Nickname').fill('Ad');
  await submit(page);
  await expect(page.locator('[name="signature"]')).toHaveCount(0);
  await page.locator('[name="consent"]').check();
  await page.getByRole('button', { name: 'Send the form' }).click();
  await expectAllDone(page);
});

test('satisfied: not asked again, unless forced', async ({ api, page }) => {
  const template_id = await uploadTemplate(api.url, await simplePdf());
  const user_id = await api.createKnownUser(newPhone());
  const wanted = { name: 'pdf-form-fill', template_id };
  await page.goto((await api.createFlow({ steps: [wanted], user_id })).link);
  await page.getByLabel('Nickname').fill('Rob');
  await submit(page);
  await page.locator('[name="consent"]').check();
  await submit(page);
  await expectAllDone(page);
  await page.goto((await api.createFlow({ steps: [wanted], user_id })).link);
  await expectAllDone(page);
  await page.goto((await api.createFlow({ steps: [{ ...wanted, force: true }], user_id })).link);
  await expect(step(page, 'pdf-form-fill')).toBeVisible();
});
