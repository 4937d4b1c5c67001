/**
 * An ID by keys alone. The file picker belongs to the browser, so the other steps are done in
 * `test/element/every-screen/keyboard.test.ts` and this one here.
 */
import { arriveAtIdentity, drawPhoto, heading, identity } from './support/id-verification.ts';
import { expectAllDone } from './support/payee.ts';
import { expect, test, type Page } from './support/test.ts';

/** Returns what the element with the focus is called, through all shadow roots. */
const focusedText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const label = at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : at?.textContent;
    return `${at?.getAttribute('name') ?? ''} ${label ?? ''}`.replace(/\s+/g, ' ').trim();
  });

/** Tabs to what is called so, or has this wire name. */
async function reach(page: Page, what: string): Promise<void> {
  let at = await focusedText(page);
  for (let presses = 0; !at.startsWith(what); presses += 1) {
    expect(presses, `Tab does not reach “${what}”; the focus is on “${at}”`).toBeLessThan(40);
    await page.keyboard.press('Tab');
    at = await focusedText(page);
  }
}

async function press(page: Page, label: string): Promise<void> {
  await reach(page, label);
  await page.keyboard.press('Enter');
}

/** Opens the file picker from the button and gives it a photo. */
async function upload(page: Page, title: string): Promise<void> {
  await expect(heading(page, title)).toBeVisible();
  await reach(page, 'photo');
  const [picker] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')]);
  await picker.setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await drawPhoto(page) });
}

test('a license, front and back, and a face are chosen from disk', async ({ page, api }) => {
  const flow = await api.createFlow({ steps: ['id-verification'] });
  await arriveAtIdentity(page, flow.link);
  await expect(heading(page, 'Show us that it’s you')).toBeVisible();
  // The heading has the focus, as after every step, and the way begins there.
  await expect.poll(() => focusedText(page)).toBe('Show us that it’s you');
  await reach(page, 'document_type');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  const first = await page.locator('[name="document_type"]:checked').getAttribute('value');
  expect(first).toBe(await page.locator('[name="document_type"]').first().getAttribute('value'));
  await page.locator('[name="document_type"][value="drivers-license"]').waitFor();
  while ((await page.locator('[name="document_type"]:checked').getAttribute('value')) !== 'drivers-license')
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await upload(page, 'Front of your driver’s license');
  await press(page, 'Use this photo');
  await upload(page, 'Back of your driver’s license');
  await press(page, 'Use this photo');
  await upload(page, 'Now a photo of you');
  await press(page, 'Use and send');
  await expect(identity(page)).toHaveCount(0, { timeout: 60_000 });
  await expectAllDone(page);
});
