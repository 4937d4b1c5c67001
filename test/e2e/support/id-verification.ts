/** What a payee does in the step id-verification. The photos are drawn in the page; nobody is on them. */
import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { authenticate, onboard, step, submit } from './payee.ts';

export const identity = (page: Page) => step(page, 'id-verification');
export const heading = (page: Page, name: string | RegExp) => identity(page).getByRole('heading', { name });
const button = (page: Page, name: string) => identity(page).getByRole('button', { name, exact: true });

/** Goes from the phone number to the step, as somebody whom the app does not know yet. */
export async function arriveAtIdentity(page: Page, link: string, last_name = 'Example'): Promise<void> {
  await page.goto(link);
  await authenticate(page);
  await onboard(page, { last_name });
  await expect(identity(page)).toBeVisible();
}

export async function chooseDocument(page: Page, document_type = 'passport', country = 'US'): Promise<void> {
  await expect(heading(page, 'Show us that it’s you')).toBeVisible();
  await page.locator('[name="country"]').selectOption(country);
  await page.locator(`[name="document_type"][value="${document_type}"]`).check();
  await submit(page);
  await expect(button(page, 'Open the camera')).toBeVisible();
}

/** Returns a JPEG with print on it. `noisy` ones hardly compress, so that their upload has a middle. */
export async function drawPhoto(
  page: Page,
  { width = 1600, height = 1000, noisy = false } = {},
): Promise<Buffer> {
  const base64 = await page.evaluate(
    ([width, height, noisy]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const context = canvas.getContext('2d');
      if (!context) throw new Error('No canvas to draw on.');
      context.fillStyle = '#dcdcd4';
      context.fillRect(0, 0, width, height);
      context.fillStyle = '#222';
      context.font = '40px sans-serif';
      for (let line = 0; line < 12; line += 1) context.fillText('SPECIMEN ONLY', 60, 90 + line * 75);
      if (noisy) {
        const image = context.getImageData(0, 0, width, height);
        for (let at = 0; at < image.data.length; at += 1)
          if (at % 4 !== 3) image.data[at] = ((image.data[at] ?? 0) + Math.random() * 120) & 255;
        context.putImageData(image, 0, 0);
      }
      return canvas.toDataURL('image/jpeg', 0.95).split(',')[1] ?? '';
    },
    [width, height, noisy] as const,
  );
  return Buffer.from(base64, 'base64');
}

export async function giveFile(page: Page, buffer: Buffer, name = 'photo.jpg'): Promise<void> {
  await page
    .locator('[data-step="id-verification"] [name="photo"]')
    .setInputFiles({ name, mimeType: 'image/jpeg', buffer });
}

export async function uploadPhoto(page: Page, photo?: Buffer): Promise<void> {
  await expect(button(page, 'Open the camera')).toBeVisible();
  await giveFile(page, photo ?? (await drawPhoto(page)));
  await button(page, 'Use this photo').or(button(page, 'Use and send')).click();
}

async function openCamera(page: Page): Promise<void> {
  await button(page, 'Open the camera').click();
  await expect(page.locator('[part="camera"]:not([data-hint="opening"])')).toBeVisible();
}

export async function takePhoto(page: Page): Promise<void> {
  await openCamera(page);
  await button(page, 'Take the photo').click();
  await button(page, 'Use this photo').click();
}

/** Looks ahead, turns and comes closer. Then sends everything. */
export async function takeSelfie(page: Page): Promise<void> {
  await expect(heading(page, 'Now a photo of you')).toBeVisible();
  await openCamera(page);
  await button(page, 'Begin').click();
  await button(page, 'Use and send').click({ timeout: 60_000 });
}

/** Goes through the whole step, up to its being sent for checking. */
export async function sendIdentity(
  page: Page,
  { document_type = 'passport', country = 'US', by = 'upload' } = {},
): Promise<void> {
  await chooseDocument(page, document_type, country);
  const photos = document_type === 'passport' ? ['The photo page'] : ['Front of your', 'Back of your'];
  for (const title of photos) {
    await expect(heading(page, new RegExp(`^${title}`))).toBeVisible();
    await (by === 'camera' ? takePhoto(page) : uploadPhoto(page));
  }
  if (by === 'camera') return takeSelfie(page);
  await expect(heading(page, 'Now a photo of you')).toBeVisible();
  await uploadPhoto(page);
}

/** Goes through the step with an ID that is found good, for journeys through many steps. */
export async function completeIdVerification(
  page: Page,
  how: Parameters<typeof sendIdentity>[1] = {},
): Promise<void> {
  await sendIdentity(page, how);
  await expect(identity(page)).toHaveCount(0, { timeout: 60_000 });
}

/** Asks for the link, and opens it in a browser of its own, as the payee's phone would. */
export async function openOnPhone(
  page: Page,
  browser: Browser,
  { button = 'Continue on your phone', locale = 'en-US' } = {},
): Promise<{ phone: Page; context: BrowserContext; url: string; code: string }> {
  const answered = page.waitForResponse((response) => response.url().endsWith('/id-verification/handoff'));
  await page.getByRole('button', { name: button }).click();
  const { url, code } = (await (await answered).json()) as { url: string; code: string };
  await expect(page.locator('svg[part="qr"]')).toBeVisible();
  const context = await browser.newContext({
    locale,
    permissions: ['camera'],
    viewport: { width: 390, height: 780 },
    isMobile: true,
    hasTouch: true,
  });
  const phone = await context.newPage();
  await phone.goto(url);
  return { phone, context, url, code };
}

export async function confirmCode(phone: Page, code: string): Promise<void> {
  await expect(heading(phone, 'Is this your other screen’s code?')).toBeVisible();
  await expect(phone.locator('[part="code"]')).toContainText(code.split('').join(' '));
  await submit(phone);
}
