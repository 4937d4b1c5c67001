/** The screens on which papers are shown: of the payee, and to be signed. */
import type { MockPdfTemplateInput } from '../../../src/testing/index.ts';
import { pdfFieldTypes } from '../../../src/contract/steps/pdf-form-fill.ts';
import { newApi, type Walk, type Walks } from './stage.ts';

const fields: MockPdfTemplateInput['fields'] = pdfFieldTypes.map((type, at) => ({
  id: `f${at + 1}`,
  name: type,
  type,
  label: `Your ${type}`,
  hint: null,
  required: true,
  options: type === 'radio' || type === 'select' ? ['One', 'Two'] : [],
  max_length: null,
  secret: false,
  page: 1 + (at % 2),
  prefill: null,
}));

const person = {
  date_of_birth: '1990-01-31',
  line_1: '1 Main Street',
  city: 'Springfield',
  state: 'CA',
  postcode: '90001',
};

export const papersWalks: Walks = {
  'a background check, up to its report': async ({ visit, see, seeRefused }) => {
    const flow = await visit(['background-check']);
    const { payee } = flow;
    await see(flow, 'Background check');
    await seeRefused(flow, 'Background check');
    await payee.fill({ ...person, ssn: '412-55-0016' });
    await payee.press();
    await see(flow, 'Disclosure: background report');
    await payee.press();
    await see(flow, 'Authorize the report');
    await seeRefused(flow, 'Authorize the report');
    await payee.fill({ signature: 'Ada Example' });
    await flow.choose('consent');
    await payee.press();
    await see(flow, 'Your check is under way');
  },

  ...Object.fromEntries(
    (
      [
        ['0011', 'Background check'],
        ['0012', 'Your check is finished'],
        ['0014', 'The check was not finished'],
      ] as const
    ).map(([end, heading]): [string, Walk] => [
      `a background check: ${heading}`,
      async ({ visit, see }) => {
        const flow = await visit(['background-check']);
        const { payee } = flow;
        await payee.waitForStep('background-check');
        await payee.fill({ ...person, ssn: `412-55-${end}` });
        await payee.press();
        await payee.press('I have read this');
        await payee.fill({ signature: 'Ada Example' });
        await flow.choose('consent');
        await payee.press();
        await see(flow, heading);
      },
    ]),
  ),

  'a background check abroad': async ({ visit, see }) => {
    const api = newApi();
    const user_id = api.createUser({ country: 'DE' });
    await see(await visit(['background-check'], { api, user_id }), 'No background check for you');
  },

  'a PDF form of every kind of field': async ({ visit, see, seeRefused }) => {
    const api = newApi();
    const template_id = api.createPdfTemplate({ name: 'Contractor agreement', pages: 2, fields });
    const user_id = api.createUser();
    const flow = await visit([{ name: 'pdf-form-fill', template_id }], { api, user_id });
    await see(flow, 'Contractor agreement');
    await seeRefused(flow, 'Contractor agreement');
    await flow.payee.fill({ f1: 'Ada', f2: 'I paint.', f3: '12/24/2026', f6: 'One' });
    await flow.choose('f4');
    await flow.choose('f5', 'One');
    await flow.payee.press();
    await see(flow, 'Read your form');
    await seeRefused(flow, 'Read your form');
    await flow.payee.fill({ signature: 'Ada Example' });
    await flow.choose('consent');
    await flow.payee.press();
    await see(flow, 'All done');
  },
};
