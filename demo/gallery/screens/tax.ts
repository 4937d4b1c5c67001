/** The screens of the tax form, in its three kinds. */
import { german, until, type Walks } from './stage.ts';

export const taxWalks: Walks = {
  'a W-9, page by page': async ({ visit, see, seeRefused }) => {
    const flow = await visit(['compliance']);
    const { payee } = flow;
    await see(flow, 'Tax details');
    await payee.press();
    await see(flow, 'Tax number');
    await seeRefused(flow, 'Tax number');
    await payee.fill({ tin: '123-45-0001', date_of_birth: '1990-01-31' });
    await payee.press();
    await see(flow, 'Address');
    await seeRefused(flow, 'Address');
    await payee.fill({ line_1: '1 Main Street', city: 'Springfield', state: 'IL', postcode: '62701' });
    await payee.press();
    await see(flow, 'Check and certify');
    await payee.press('Show the finished form');
    await see(flow, 'Check and certify');
    await payee.press();
    // The IRS knows no such number.
    await see(flow, 'Tax number');
    await payee.fill({ tin: '123-45-0002' });
    await payee.press();
    await payee.press();
    // After a wrong number it is signed.
    await see(flow, 'Check and certify');
    await seeRefused(flow, 'Check and certify');
    await payee.fill({ signature: 'Ada Example' });
    await payee.press();
    await see(flow, 'The IRS is checking your number');
  },

  'a W-9 of a business': async ({ visit, see, seeRefused }) => {
    const flow = await visit(['compliance']);
    await flow.payee.waitForStep('compliance');
    await flow.choose('entity_type', 'business');
    await see(flow, 'Tax details');
    await seeRefused(flow, 'Tax details');
  },

  'a W-8BEN': async ({ visit, see, seeRefused }) => {
    const flow = await visit(['compliance'], german());
    const { payee } = flow;
    await see(flow, 'Tax details');
    await payee.fill({ name: 'Ada Example', citizenship_country: 'DE' });
    await payee.press();
    await see(flow, 'Tax number');
    await seeRefused(flow, 'Tax number');
    await payee.fill({ foreign_tax_id: '86 095 742 719', date_of_birth: '1990-01-31' });
    await payee.press();
    await see(flow, 'Address');
    await payee.fill({ country: 'DE', line_1: 'Musterstraße 1', city: 'Berlin', postcode: '10115' });
    await payee.fill({ place_of_work: 'outside' });
    await payee.press();
    await see(flow, 'Check and certify');
    await seeRefused(flow, 'Check and certify');
  },

  'a form that is filled in elsewhere, and refused': async ({ visit, reopen, see, seeRefused }) => {
    const flow = await visit(['compliance'], german());
    const { payee } = flow;
    await payee.waitForStep('compliance');
    await payee.press('Another form');
    await see(flow, 'Another tax form');
    await seeRefused(flow, 'Another tax form');
    await flow.choose('other_payee', 'business');
    await flow.choose('other_us_business', 'yes');
    await see(flow, 'Another tax form');
    await seeRefused(flow, 'Another tax form');
    const input = await until<HTMLInputElement>(flow, '[name=file]');
    const data = new DataTransfer();
    data.items.add(new File(['%PDF-1.7 signed'], 'signed.pdf', { type: 'application/pdf' }));
    input.files = data.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await payee.press();
    await until(flow, '[part=pending]');
    await see(flow, 'Your form is being checked');
    await payee.press();
    await see(flow, 'All done');
    flow.api.decideTaxUpload(flow.element.flow?.user_id ?? '', 'The date beside the signature is missing.');
    flow.api.clock.advance(1);
    const again = await reopen(flow);
    await see(again, 'Another tax form');
    await seeRefused(again, 'Another tax form');
  },

  'a W-8BEN-E': async ({ visit, see }) => {
    const flow = await visit(['compliance'], german());
    const { payee } = flow;
    await payee.waitForStep('compliance');
    await flow.choose('form', 'w8bene');
    await see(flow, 'Tax details');
    await payee.fill({
      business_name: 'Beispiel Musik GmbH',
      incorporation_country: 'DE',
      chapter3_status: 'corporation',
    });
    await payee.press();
    await see(flow, 'FATCA status');
    await payee.fill({ chapter4_status: 'active_nffe' });
    await flow.choose('status_certified');
    await payee.press();
    await see(flow, 'Tax number');
  },
};
