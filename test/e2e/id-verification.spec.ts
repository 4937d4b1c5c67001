/**
 * The step id-verification in a whole browser: camera, file, two devices, a lost connection, and every
 * verdict.
 */
import type { Page } from '@playwright/test';
import {
  arriveAtIdentity,
  chooseDocument,
  confirmCode,
  drawPhoto,
  giveFile,
  heading,
  identity,
  openOnPhone,
  sendIdentity,
  takePhoto,
  takeSelfie,
  uploadPhoto,
} from './support/id-verification.ts';
import { authenticate, expectAllDone, onboard, submit } from './support/payee.ts';
import { expectWholeStory, named } from './support/story.ts';
import { expect, test } from './support/test.ts';

test.use({ permissions: ['camera'] });
// A camera and a huge picture are much work for a machine that draws them in software.
test.describe.configure({ timeout: 240_000 });

const steps = ['id-verification'];
const plan = ['authentication', 'onboarding', 'id-verification'];
const outcomes = async (heard: () => Promise<Parameters<typeof named>[0]>) =>
  named(await heard(), 'step-completed').map(({ detail }) => [detail.step, detail['outcome']]);

test('camera: a license, front and back, and a face; verified', async ({ page, api, partner, heard }) => {
  const { id, link } = await api.createFlow({ steps });
  await arriveAtIdentity(page, link);
  await sendIdentity(page, { document_type: 'drivers-license', by: 'camera' });
  await expectAllDone(page);
  expect((await outcomes(heard)).at(-1)).toEqual(['id-verification', 'verified']);
  await expectWholeStory({ api, partner, flowId: id, plan }, await heard());
});

test('upload: a passport of another country; verified', async ({ page, api, partner, heard }) => {
  const { id, link } = await api.createFlow({ steps });
  await page.goto(link);
  await authenticate(page);
  await onboard(page, { country: 'DE' });
  await sendIdentity(page, { document_type: 'passport', country: 'DE', by: 'upload' });
  await expectAllDone(page);
  await expectWholeStory({ api, partner, flowId: id, plan }, await heard());
});

test('upload: an ID card; a huge photo is made small in a worker that is a file of the bundle', async ({
  page,
  api,
  heard,
}) => {
  const workers: string[] = [];
  page.on('worker', (worker) => void workers.push(worker.url()));
  const sizes: number[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/uploads'))
      sizes.push((request.postDataJSON() as { size: number }).size);
  });
  const { link } = await api.createFlow({ steps });
  await arriveAtIdentity(page, link);
  await chooseDocument(page, 'id-card');
  const photo = await drawPhoto(page, { width: 8000, height: 6000 });
  await uploadPhoto(page, photo);
  await expect(heading(page, /^Back of your/)).toBeVisible();
  expect(new URL(workers[0] ?? '').pathname).toMatch(
    /^\/dots-flow@[\d.]+\/chunks\/picture-worker-[\w-]+\.js$/,
  );
  expect(sizes[0]).toBeLessThan(photo.length / 2);
  await uploadPhoto(page);
  await uploadPhoto(page);
  await expectAllDone(page);
  expect((await outcomes(heard)).at(-1)).toEqual(['id-verification', 'verified']);
});

test('a file that is no photo is refused in words, and another one taken', async ({ page, api }) => {
  const { link } = await api.createFlow({ steps });
  await arriveAtIdentity(page, link);
  await chooseDocument(page);
  await giveFile(page, Buffer.from('%PDF-1.7'), 'passport.pdf');
  await expect(page.getByRole('alert')).toContainText('not a photo that can be used');
  await giveFile(page, Buffer.from('\0\0\0\x18ftypheic\0\0\0\0'), 'passport.heic');
  await expect(page.getByRole('alert')).toContainText('cannot open HEIC');
  await uploadPhoto(page);
  await expect(heading(page, 'Now a photo of you')).toBeVisible();
});

test('denied camera: says what to do, and the upload goes on', async ({ page, context, api }) => {
  await context.clearPermissions();
  const cdp = await context.newCDPSession(page);
  const { link } = await api.createFlow({ steps });
  await cdp.send('Browser.setPermission', {
    permission: { name: 'camera' },
    setting: 'denied',
    origin: new URL(link).origin,
  });
  await arriveAtIdentity(page, link);
  await chooseDocument(page);
  await page.getByRole('button', { name: 'Open the camera' }).click();
  await expect(page.getByRole('alert')).toContainText('The camera is switched off for this page');
  await giveFile(page, await drawPhoto(page));
  await page.getByRole('button', { name: 'Use this photo' }).click();
  await expect(heading(page, 'Now a photo of you')).toBeVisible();
});

test('forbidden camera (Permissions-Policy): is not asked for', async ({ page, api }) => {
  const { link } = await api.createFlow({ steps });
  await page.route('**/flow/*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'permissions-policy': 'camera=()' } });
  });
  await arriveAtIdentity(page, link);
  await chooseDocument(page);
  await page.getByRole('button', { name: 'Open the camera' }).click();
  await expect(page.getByRole('alert')).toContainText('does not let its pages use the camera');
  await expect(page.getByRole('button', { name: 'Try the camera again' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Continue on your phone' })).toBeVisible();
});

test('a connection cut in the middle of an upload: the rest is sent afterwards, and only the rest', async ({
  page,
  context,
  api,
}) => {
  const { link } = await api.createFlow({ steps });
  await arriveAtIdentity(page, link);
  await chooseDocument(page);
  const taken: [number, number][] = [];
  let online = true;
  let cut = false;
  await page.route('**/id-verification/uploads/*', async (route) => {
    const request = route.request();
    if (request.method() !== 'PATCH') return route.continue();
    if (taken.length === 2 && !cut) {
      cut = true;
      online = false;
      await context.setOffline(true);
    }
    if (!online) return route.abort('internetdisconnected');
    const response = await route.fetch();
    if (response.ok())
      taken.push([Number(await request.headerValue('upload-offset')), request.postDataBuffer()?.length ?? 0]);
    await route.fulfill({ response });
  });
  await uploadPhoto(page, await drawPhoto(page, { width: 2400, height: 1600, noisy: true }));
  await expect(page.locator('[part="stalled"]')).toContainText('No connection');
  await expect(page.locator('[part="offline"]')).toBeVisible();
  online = true;
  await context.setOffline(false);
  await expect(heading(page, 'Now a photo of you')).toBeVisible({ timeout: 60_000 });
  let expected = 0;
  for (const [offset, length] of taken) {
    expect(offset).toBe(expected);
    expected += length;
  }
  expect(taken.length).toBeGreaterThan(3);
});

test('phone: the link opens there, the codes are the same, the desktop goes on by itself', async ({
  page,
  browser,
  api,
  partner,
  heard,
}) => {
  const { id, link } = await api.createFlow({ steps });
  await arriveAtIdentity(page, link);
  await chooseDocument(page, 'drivers-license');
  const { phone, context, url, code } = await openOnPhone(page, browser);
  await expect(page.locator('[part="code"]')).toContainText(code.split('').join(' '));
  expect(url).toContain('#handoff=');
  expect(phone.url()).not.toContain('handoff');
  await confirmCode(phone, code);
  await expect(heading(page, 'Go on with your phone')).toBeVisible();
  await expect(page.locator('[part="code"]')).toContainText(code.split('').join(' '));
  await takePhoto(phone);
  await expect(heading(phone, /^Back of your/)).toBeVisible();
  await takePhoto(phone);
  await takeSelfie(phone);
  await expectAllDone(page);
  await expect(heading(phone, 'Done on this phone')).toBeVisible();
  await context.close();
  await expectWholeStory({ api, partner, flowId: id, plan }, await heard());
});

test('phone: who sees another code, or no other screen, is stopped', async ({ page, browser, api }) => {
  const { link } = await api.createFlow({ steps });
  await arriveAtIdentity(page, link);
  const { phone, context } = await openOnPhone(page, browser);
  await phone.getByRole('button', { name: 'They differ, or I see no other screen' }).click();
  await expect(heading(phone, 'Stop here')).toBeVisible();
  await context.close();
});

test('phone: a link works in one browser only', async ({ page, browser, api }) => {
  const { link } = await api.createFlow({ steps });
  await arriveAtIdentity(page, link);
  const { phone, context, url, code } = await openOnPhone(page, browser);
  await confirmCode(phone, code);
  const thief = await browser.newContext({ userAgent: 'Somebody else' });
  const other = await thief.newPage();
  await other.goto(url);
  await expect(other.getByRole('alert')).toContainText('was opened in another browser');
  await Promise.all([context.close(), thief.close()]);
});

test('taken over in both directions: the desktop takes it back, and the phone takes it again', async ({
  page,
  browser,
  api,
}) => {
  const { link } = await api.createFlow({ steps });
  await arriveAtIdentity(page, link);
  await chooseDocument(page);
  const { phone, context, code } = await openOnPhone(page, browser);
  await confirmCode(phone, code);
  await page.getByRole('button', { name: 'Go on here instead' }).click();
  await expect(page.getByRole('button', { name: 'Open the camera' })).toBeVisible();
  await expect(heading(phone, 'You went on at the other screen')).toBeVisible();
  await phone.getByRole('button', { name: 'Go on with this phone' }).click();
  await expect(heading(page, 'Go on with your phone')).toBeVisible();
  await takePhoto(phone);
  await expect(heading(phone, 'Now a photo of you')).toBeVisible();
  // What the phone sent is kept when the desktop goes on.
  await page.getByRole('button', { name: 'Go on here instead' }).click();
  await expect(heading(page, 'Now a photo of you')).toBeVisible();
  await uploadPhoto(page);
  await expectAllDone(page);
  await context.close();
});

async function rejected(page: Page, link: string, last_name: string, words: string): Promise<void> {
  await arriveAtIdentity(page, link, last_name);
  await sendIdentity(page);
  await expect(heading(page, 'Your ID is not confirmed yet')).toBeVisible({ timeout: 60_000 });
  await expect(identity(page)).toContainText(words);
  await expect(identity(page)).toContainText('You have 2 tries left.');
}

test('rejected, blurred: says why, and the second try is verified', async ({ page, api, heard }) => {
  const { link } = await api.createFlow({ steps });
  await rejected(page, link, 'Blurry', 'A photo was blurred');
  await submit(page);
  await expect(page.locator('[part="last-time"]')).toContainText('A photo was blurred');
  await sendIdentity(page);
  await expectAllDone(page);
  expect((await outcomes(heard)).at(-1)).toEqual(['id-verification', 'verified']);
});

test('rejected, expired, until no try is left: says where to turn', async ({ page, api }) => {
  const { link } = await api.createFlow({ steps });
  await rejected(page, link, 'Expired', 'This document has expired');
  await submit(page);
  await sendIdentity(page);
  await expect(identity(page)).toContainText('You have one try left.', { timeout: 60_000 });
  await submit(page);
  await sendIdentity(page);
  await expect(heading(page, 'We could not confirm your ID')).toBeVisible({ timeout: 60_000 });
  await expect(identity(page)).toContainText('This document has expired');
  await page.reload();
  await expect(heading(page, 'We could not confirm your ID')).toBeVisible();
});

test('rejected, another face: says why and how often it can be tried', async ({ page, api }) => {
  const { link } = await api.createFlow({ steps });
  await rejected(page, link, 'Mismatch', 'The face in your photo could not be matched');
});

test('in review: a person looks at it, and the page goes on by itself', async ({ page, api, heard }) => {
  const { link } = await api.createFlow({ steps });
  await arriveAtIdentity(page, link, 'Review');
  await sendIdentity(page);
  await expect(heading(page, 'A person is checking your photos')).toBeVisible({ timeout: 60_000 });
  await expect(identity(page)).toContainText('You may close this page');
  await api.advance('PT1M');
  await expectAllDone(page);
  expect((await outcomes(heard)).at(-1)).toEqual(['id-verification', 'verified']);
});

test('in review, with the page closed: the same link comes back to where it stands', async ({
  page,
  api,
}) => {
  const { link } = await api.createFlow({ steps });
  await arriveAtIdentity(page, link, 'Review');
  await sendIdentity(page);
  await expect(heading(page, 'A person is checking your photos')).toBeVisible({ timeout: 60_000 });
  await page.goto('about:blank');
  await page.goto(link);
  await expect(heading(page, 'A person is checking your photos')).toBeVisible();
  await api.advance('PT1M');
  await expectAllDone(page);
});
