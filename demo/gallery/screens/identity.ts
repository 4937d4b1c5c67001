/** The screens on which the payee shows who they are. */
import { arrive, newApi, until, type Visit, type Walk, type Walks } from './stage.ts';

/** Returns a picture that is large enough, with something on it. */
async function photo(): Promise<File> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1200, height: 900 });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no canvas to draw on.');
  context.fillStyle = '#d8d8d0';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#222';
  for (let line = 0; line < 12; line += 1) context.fillText('ADA EXAMPLE 31 JAN 1990', 40, 60 + line * 60);
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg'));
  return new File([drawn ?? ''], 'id.jpg', { type: 'image/jpeg' });
}

async function give(flow: Visit): Promise<void> {
  const input = await until<HTMLInputElement>(flow, '[name=photo]');
  const data = new DataTransfer();
  data.items.add(await photo());
  input.files = data.files;
  input.dispatchEvent(new Event('change'));
}

export const identityWalks: Walks = {
  'an ID that is photographed, and found good': async ({ visit, see, seeRefused }) => {
    const flow = await visit(['id-verification']);
    const { payee } = flow;
    await see(flow, 'Show us that it’s you');
    await seeRefused(flow, 'Show us that it’s you');
    await flow.choose('document_type', 'drivers-license');
    await payee.press();
    await see(flow, 'Front of your driver’s license');
    await give(flow);
    await see(flow, 'Can you read every word?');
    await payee.press('Use this photo');
    await see(flow, 'Back of your driver’s license');
    await give(flow);
    await payee.press('Use this photo');
    await see(flow, 'Now a photo of you');
    await give(flow);
    await see(flow, 'Is this you, clearly?');
    await payee.press('Use and send');
    await see(flow, 'We’re checking your ID');
  },

  ...Object.fromEntries(
    (
      [
        ['Expired', 'Your ID is not confirmed yet'],
        ['Review', 'A person is checking your photos'],
      ] as const
    ).map(([last_name, heading]): [string, Walk] => [
      `an ID that is photographed: ${heading}`,
      async ({ visit, see }) => {
        const api = newApi();
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
        await arrive(flow, 'We’re checking your ID');
        api.clock.advance(2);
        await see(flow, heading);
      },
    ]),
  ),

  'an ID that is photographed with another device': async ({ visit, see }) => {
    const flow = await visit(['id-verification']);
    const { payee } = flow;
    await payee.waitForStep('id-verification');
    await flow.choose('document_type', 'passport');
    await payee.press();
    await arrive(flow, 'The photo page of your passport');
    await payee.press('Continue on your phone');
    await until(flow, '[part=qr]');
    await see(flow, 'Continue on your phone');
  },
};
