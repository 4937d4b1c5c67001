import { expect } from '@open-wc/testing';
import managePayouts from '../../../src/steps/manage-payouts/index.ts';
import { createMockApi } from '../../../src/testing/index.ts';
import { control, mountOnMock, post, standstill, submit, text } from '../support.ts';
import { bank, mount, paypal } from './withdrawing.ts';

/** Somebody who had an account before. The clock of the mock stands still. */
function waiting() {
  const api = createMockApi(standstill);
  api.setPayoutMethodWait(24);
  return { api, user_id: api.createUser() };
}
const shown = (usableFrom: string, locale: string) =>
  new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(new Date(usableFrom));

describe('a payout method that is new', () => {
  it('says from when money goes there, is not chosen, and is refused', async () => {
    const { element, idOf } = await mount({ known: waiting(), methods: [bank, paypal] });
    const [, added] = element.requirement.methods;
    const from = added?.usable_from ?? expect.fail('it does not wait');
    expect(text(element)).to.include(`New: you can withdraw to this from ${shown(from, 'en')}.`);
    await expect(element).to.be.accessible();
    expect(control(element, 'method_id').value).to.equal(idOf('ach'));
  });

  it('is told from the others in the list, with the time as the language writes it', async () => {
    const { api, user_id } = waiting();
    const before = [post('/payout-methods', bank), post('/payout-methods', paypal)];
    const flow = { steps: ['manage-payouts'], user_id };
    const { element } = await mountOnMock(managePayouts, api, flow, { before, locale: 'de' });
    const rows = [...element.renderRoot.querySelectorAll('[part="method"]')];
    const says = rows.map((row) => /from [A-Z]\w+, \d+\. [A-Z]\w+ um \d\d:\d\d\./.test(row.textContent));
    expect(says).to.deep.equal([false, true]);
    await expect(element).to.be.accessible();
  });

  it('may be the only one: nothing is chosen, and the server refuses what is pressed', async () => {
    const known = waiting();
    known.api.clock.advance('P2D');
    const { element, sent, done } = await mount({ known, methods: [bank] });
    expect(control(element, 'method_id').checked).to.equal(false);
    control(element, 'method_id').click();
    await submit(element);
    expect(sent.map(({ path }) => path)).to.deep.equal(['/payout/review']);
    await done();
    expect(element.requirement.review).to.equal(null);
    expect(control(element, 'amount').value, 'what was typed stays').to.equal('1,234.50');
  });
});
