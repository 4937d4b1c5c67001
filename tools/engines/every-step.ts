/** A payee inside the partner's page. Every step stands by its wire name, and ends when the step is gone. */
import type { Payee, Screen } from '../../src/testing/index.ts';
import { allIn } from './journeys.ts';

export const everyStep = ({ payee, screen }: { payee: Payee; screen: Screen }) => ({
  authentication: (phone: string) => payee.authenticate(phone),
  onboarding: () => payee.completeOnboarding(),
  async compliance() {
    await payee.completeCompliance();
    await payee.waitForStep('compliance', 'gone');
  },
  async 'id-verification'() {
    await screen.fill('country', 'US');
    await screen.choose('document_type', 'passport');
    await screen.press();
    for (const side of ['document', 'selfie']) {
      await screen.waitFor('[data-step="id-verification"] [name="photo"]');
      await givePhoto(side);
      await screen.press(/Use this photo|Use and send/);
    }
    await payee.waitForStep('id-verification', 'gone');
  },
  async 'background-check'() {
    // What is asked at compliance is on file.
    await payee.waitForStep('background-check');
    await screen.press('I have read this');
    await sign(screen);
    await payee.waitForStep('background-check', 'gone');
  },
  async 'manage-payments'() {
    await payee.waitForStep('manage-payments');
    await screen.choose('source', 'link');
    await screen.fill('institution', 'Lante');
    await screen.press('Lantern National Bank');
    await screen.choose('account_id', 'checking');
    await screen.choose('consent');
    await screen.press();
    await screen.waitFor('[part~="method"][data-status="verified"]');
    await screen.press('Continue');
    await payee.waitForStep('manage-payments', 'gone');
  },
  async 'pdf-form-fill'() {
    await payee.waitForStep('pdf-form-fill');
    await screen.waitFor('[data-step="pdf-form-fill"] label');
    const texts = { 'Full name': 'Ada Example', 'Social Security number': '123-45-6789' };
    for (const [label, value] of Object.entries(texts)) await screen.fill(labelled(label).name, value);
    for (const label of ['Part time', 'Terms']) labelled(label).click();
    await screen.press();
    await screen.waitFor('[data-step="pdf-form-fill"] [name="signature"]');
    await sign(screen);
    await payee.waitForStep('pdf-form-fill', 'gone');
  },
  async 'manage-payouts'() {
    await payee.addBankAccount();
    await payee.finishPayouts();
    await payee.waitForStep('manage-payouts', 'gone');
  },
  async payout() {
    await payee.withdraw('120');
  },
  redirect: () => screen.press('Continue'),
});

async function sign(screen: Screen): Promise<void> {
  await screen.fill('signature', 'Ada Example');
  await screen.choose('consent');
  await screen.press();
}

/** Returns the control of the step on screen with this label. */
function labelled(text: string): HTMLInputElement {
  const [step] = stepsOnScreen();
  const label = [...(step?.querySelectorAll('label') ?? [])].find(({ textContent }) =>
    textContent?.includes(text),
  );
  if (!(label?.control instanceof HTMLInputElement)) throw new Error(`No label says “${text}”.`);
  return label.control;
}

/** Draws a page with print on it, as a JPEG, and chooses it as a file. */
async function givePhoto(name: string): Promise<void> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1600, height: 1000 });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas to draw on.');
  context.fillStyle = '#dcdcd4';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#222';
  context.font = '40px sans-serif';
  for (let line = 0; line < 12; line += 1) context.fillText(`SPECIMEN ONLY ${name}`, 60, 90 + line * 75);
  const photo = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.95));
  const input = stepsOnScreen()[0]?.querySelector<HTMLInputElement>('[name="photo"]');
  if (!photo || !input) throw new Error('No photo was drawn, or nothing takes one.');
  const files = new DataTransfer();
  files.items.add(new File([photo], `${name}.jpg`, { type: photo.type }));
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Returns the roots of the steps, which stand two shadow roots deep. */
const stepsOnScreen = (): Element[] => allIn(document, '[data-step]');
