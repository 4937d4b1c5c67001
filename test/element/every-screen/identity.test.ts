/** The screens on which the payee shows who they are. */
import { expect } from '@open-wc/testing';
import { createMockApi } from '../../../src/testing/index.ts';
import {
  arrive,
  examine,
  examineRefused,
  expectDrawnOnce,
  limit,
  until,
  visit,
  type Visit,
} from './support.ts';

/** Returns a picture that is large enough, with something on it. */
async function photo(): Promise<File> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1200, height: 900 });
  const context = canvas.getContext('2d') ?? expect.fail('no canvas to draw on');
  context.fillStyle = '#d8d8d0';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#222';
  for (let line = 0; line < 12; line += 1) context.fillText('ADA EXAMPLE 31 JAN 1990', 40, 60 + line * 60);
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg'));
  return new File([drawn ?? expect.fail('no picture')], 'id.jpg', { type: 'image/jpeg' });
}

async function give(flow: Visit): Promise<void> {
  const input = await until<HTMLInputElement>(flow, '[name=photo]');
  const data = new DataTransfer();
  data.items.add(await photo());
  input.files = data.files;
  input.dispatchEvent(new Event('change'));
}

describe('every look of', function () {
  this.timeout(limit);
  after(expectDrawnOnce);

  it('an ID that is photographed, and found good', async () => {
    const flow = await visit(['id-verification']);
    const { payee } = flow;
    await examine(flow, 'Show us that it’s you');
    await examineRefused(flow, 'Show us that it’s you');
    await flow.choose('document_type', 'drivers-license');
    await payee.press();
    await examine(flow, 'Front of your driver’s license');
    await give(flow);
    await examine(flow, 'Can you read every word?');
    await payee.press('Use this photo');
    await examine(flow, 'Back of your driver’s license');
    await give(flow);
    await payee.press('Use this photo');
    await examine(flow, 'Now a photo of you');
    await give(flow);
    await examine(flow, 'Is this you, clearly?');
    await payee.press('Use and send');
    await examine(flow, 'We’re checking your ID');
  });

  for (const [last_name, heading] of [
    ['Expired', 'Your ID is not confirmed yet'],
    ['Review', 'A person is checking your photos'],
  ] as const)
    it(`an ID that is photographed: ${heading}`, async () => {
      const api = createMockApi();
      const user_id = api.createUser({ last_name });
      const flow = await visit(['id-verification'], { api, user_id });
      const { payee } = flow;
      await payee.waitForStep('id-verification');
      await flow.choose('document_type', 'passport');
      await payee.press();
      await give(flow);
      await payee.press('Use this photo');
      await until(flow, '[name=photo]');
      await give(flow);
      await payee.press('Use and send');
      await until(flow, '#title');
      api.clock.advance(2);
      await examine(flow, heading);
    });

  it('an ID that is photographed with another device', async () => {
    const flow = await visit(['id-verification']);
    const { payee } = flow;
    await payee.waitForStep('id-verification');
    await flow.choose('document_type', 'passport');
    await payee.press();
    await arrive(flow, 'The photo page of your passport');
    await payee.press('Continue on your phone');
    await until(flow, '[part=qr]');
    await examine(flow, 'Continue on your phone');
  });
});
