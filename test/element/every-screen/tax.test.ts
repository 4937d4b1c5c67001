/** The screens of the tax form, in its three kinds. */
import { examine, examineRefused, expectDrawnOnce, german, limit, visit } from './support.ts';

describe('every look of', function () {
  this.timeout(limit);
  after(expectDrawnOnce);

  it('a W-9, page by page', async () => {
    const flow = await visit(['compliance']);
    const { payee } = flow;
    await examine(flow, 'Tax details');
    await payee.press();
    await examine(flow, 'Tax number');
    await examineRefused(flow, 'Tax number');
    await payee.fill({ tin: '123-45-0001', date_of_birth: '1990-01-31' });
    await payee.press();
    await examine(flow, 'Address');
    await examineRefused(flow, 'Address');
    await payee.fill({ line_1: '1 Main Street', city: 'Springfield', state: 'IL', postcode: '62701' });
    await payee.press();
    await examine(flow, 'Check and certify');
    await payee.press('Show the finished form');
    await examine(flow, 'Check and certify');
    await payee.press();
    // The IRS knows no such number.
    await examine(flow, 'Tax number');
    await payee.fill({ tin: '123-45-0002' });
    await payee.press();
    await payee.press();
    // After a wrong number it is signed.
    await examine(flow, 'Check and certify');
    await examineRefused(flow, 'Check and certify');
    await payee.fill({ signature: 'Ada Example' });
    await payee.press();
    await examine(flow, 'The IRS is checking your number');
  });

  it('a W-9 of a business', async () => {
    const flow = await visit(['compliance']);
    await flow.payee.waitForStep('compliance');
    await flow.choose('entity_type', 'business');
    await examine(flow, 'Tax details');
    await examineRefused(flow, 'Tax details');
  });

  it('a W-8BEN', async () => {
    const flow = await visit(['compliance'], german());
    const { payee } = flow;
    await examine(flow, 'Tax details');
    await payee.fill({ name: 'Ada Example', citizenship_country: 'DE' });
    await payee.press();
    await examine(flow, 'Tax number');
    await examineRefused(flow, 'Tax number');
    await payee.fill({ foreign_tax_id: '86 095 742 719', date_of_birth: '1990-01-31' });
    await payee.press();
    await examine(flow, 'Address');
    await payee.fill({ country: 'DE', line_1: 'Musterstraße 1', city: 'Berlin', postcode: '10115' });
    await payee.fill({ place_of_work: 'outside' });
    await payee.press();
    await examine(flow, 'Check and certify');
    await examineRefused(flow, 'Check and certify');
  });

  it('a form that is filled in elsewhere', async () => {
    const flow = await visit(['compliance'], german());
    const { payee } = flow;
    await payee.waitForStep('compliance');
    await payee.press('Another form');
    await examine(flow, 'Another tax form');
    await examineRefused(flow, 'Another tax form');
    await flow.choose('other_payee', 'business');
    await flow.choose('other_us_business', 'yes');
    await examine(flow, 'Another tax form');
    await examineRefused(flow, 'Another tax form');
  });

  it('a W-8BEN-E', async () => {
    const flow = await visit(['compliance'], german());
    const { payee } = flow;
    await payee.waitForStep('compliance');
    await flow.choose('form', 'w8bene');
    await examine(flow, 'Tax details');
    await payee.fill({
      business_name: 'Beispiel Musik GmbH',
      incorporation_country: 'DE',
      chapter3_status: 'corporation',
    });
    await payee.press();
    await examine(flow, 'FATCA status');
    await payee.fill({ chapter4_status: 'active_nffe' });
    await flow.choose('status_certified');
    await payee.press();
    await examine(flow, 'Tax number');
  });
});
