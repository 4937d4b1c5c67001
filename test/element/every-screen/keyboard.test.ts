/** Each step, done by a payee who has nothing but a keyboard. */
import { down, enter, press, reach, tick, type } from './keys.ts';
import { arrive, german, until, wealthy, type Visit } from '../../../demo/gallery/screens/stage.ts';
import { expectDrawnOnce, limit, visit } from './support.ts';

/** Puts the focus where a payee begins who has tabbed through the page so far. */
async function begin(flow: Visit, heading: string): Promise<void> {
  await arrive(flow, heading);
  flow.element.focus();
}

describe('by keys alone', function () {
  this.timeout(limit);
  after(expectDrawnOnce);

  it('phone, code and profile', async () => {
    const flow = await visit(['onboarding'], { user_id: null });
    await begin(flow, 'Confirm your phone');
    await type({ phone_number: '4155550100' });
    await enter();
    await arrive(flow, 'Enter the code');
    // It is sent at the sixth digit.
    await type({ code: '123456' });
    await arrive(flow, 'About you');
    await type({ first_name: 'Ada', last_name: 'Example', email: 'ada@example.com' });
    await reach('country');
    await press('Save and continue');
    await arrive(flow, 'All done');
  });

  it('the four pages of a tax form', async () => {
    const flow = await visit(['compliance']);
    await begin(flow, 'Tax details');
    await press('Continue');
    await arrive(flow, 'Tax number');
    await type({ tin: '123456789', 'date_of_birth-month': '01' });
    await type({ 'date_of_birth-day': '31', 'date_of_birth-year': '1990' });
    await enter();
    await arrive(flow, 'Address');
    await type({ line_1: '1 Main Street', city: 'Springfield', state: 'Illinois', postcode: '62701' });
    await enter();
    await arrive(flow, 'Check and certify');
    await press('Certify and continue');
    await arrive(flow, 'All done');
  });

  it('the form of a person outside the US', async () => {
    const flow = await visit(['compliance'], german());
    await begin(flow, 'Tax details');
    await until(flow, '[name=name]');
    await type({ name: 'Ada Example', citizenship_country: 'Germany' });
    await press('Continue');
    await arrive(flow, 'Tax number');
    await type({ foreign_tax_id: '86095742719', 'date_of_birth-month': '01', 'date_of_birth-day': '31' });
    await type({ 'date_of_birth-year': '1990' });
    await enter();
    await arrive(flow, 'Address');
    await type({ line_1: 'Musterstraße 1', postcode: '10115', city: 'Berlin', place_of_work: 'Outside' });
    await press('Continue');
    await arrive(flow, 'Check and certify');
    await type({ signature: 'Ada Example' });
    await tick('consent');
    await press('Certify and continue');
    await arrive(flow, 'All done');
  });

  it('the form of a business outside the US, with a page gone back to', async () => {
    const flow = await visit(['compliance'], german());
    await begin(flow, 'Tax details');
    await reach('form');
    // The focus is on the chosen one of the three, the second.
    await down();
    await until(flow, '[name=business_name]');
    await type({ business_name: 'Beispiel Musik GmbH', incorporation_country: 'Germany' });
    await type({ chapter3_status: 'Corporation' });
    await press('Continue');
    await arrive(flow, 'FATCA status');
    await type({ chapter4_status: 'Work' });
    await tick('status_certified');
    await press('Continue');
    await arrive(flow, 'Tax number');
    await type({ foreign_tax_id: 'DE136695976', business_registration_number: 'HRB 12345' });
    await enter();
    await arrive(flow, 'Address');
    await type({ line_1: 'Musterstraße 1', postcode: '10115', city: 'Berlin', place_of_work: 'Outside' });
    await press('Continue');
    await arrive(flow, 'Check and certify');
    await press('Change Address');
    await arrive(flow, 'Address');
    await press('Continue');
    await arrive(flow, 'Check and certify');
    await type({ signer_name: 'Ada Example', signature: 'Ada Example' });
    await tick('capacity');
    await tick('consent');
    await press('Certify and continue');
    await arrive(flow, 'All done');
  });

  it('a background check', async () => {
    const flow = await visit(['background-check']);
    await begin(flow, 'Background check');
    await type({ 'date_of_birth-month': '01', 'date_of_birth-day': '31', 'date_of_birth-year': '1990' });
    await type({ ssn: '412557890', line_1: '1 Main Street', city: 'Springfield', state: 'Illinois' });
    await type({ postcode: '62701' });
    await enter();
    await arrive(flow, 'Disclosure: background report');
    await press('I have read this');
    await arrive(flow, 'Authorize the report');
    await type({ signature: 'Ada Example' });
    await tick('consent');
    await press('Sign and allow the report');
    await arrive(flow, 'All done');
  });

  it('an account to be debited', async () => {
    const flow = await visit(['manage-payments']);
    await begin(flow, 'Pay Acme Market from your bank account');
    await press('Enter account numbers');
    await arrive(flow, 'Your bank account');
    await type({ routing_number: '110000000', account_number: '000123456789' });
    await tick('account_type');
    await tick('consent');
    await press('Agree and connect');
    await arrive(flow, 'Accounts Acme Market may debit');
    await press('Continue');
    await arrive(flow, 'That is all for now');
  });

  it('a way to be paid, a payout, and the way back to the page', async () => {
    const flow = await visit(
      ['manage-payouts', 'payout', { name: 'redirect', redirect_url: 'https://app.example/done' }],
      wealthy(),
    );
    await begin(flow, 'Where should your money go?');
    await press('Bank account');
    await arrive(flow, 'Your bank account');
    await type({ routing_number: '110000000', account_number: '000123456789' });
    await tick('account_type');
    await press('Add bank account');
    await arrive(flow, 'Withdraw your money');
    await press('Review $120.00');
    await arrive(flow, 'Check and confirm');
    await press('Withdraw $120.00');
    await arrive(flow, '$120.00 is on its way');
    await press('Continue');
    await arrive(flow, 'Taking you back');
  });

  it('a PDF form', async () => {
    const { api, user_id } = wealthy();
    const common = { hint: null, required: true, max_length: null, secret: false, page: 1, prefill: null };
    const template_id = api.createPdfTemplate({
      name: 'Contractor agreement',
      fields: [
        { ...common, id: 'f1', name: 'name', type: 'text', label: 'Badge', options: [] },
        { ...common, id: 'f2', name: 'terms', type: 'checkbox', label: 'Terms', options: [] },
        { ...common, id: 'f3', name: 'paid', type: 'radio', label: 'Paid', options: ['weekly', 'monthly'] },
        { ...common, id: 'f4', name: 'signature', type: 'signature', label: 'Signature', options: [] },
      ],
    });
    const flow = await visit([{ name: 'pdf-form-fill', template_id }], { api, user_id });
    await begin(flow, 'Contractor agreement');
    await type({ f1: 'A 7' });
    await tick('f2');
    await tick('f3');
    await press('Review the form');
    await arrive(flow, 'Read your form');
    await type({ signature: 'Ada Example' });
    await tick('consent');
    await enter();
    await arrive(flow, 'All done');
  });
});
