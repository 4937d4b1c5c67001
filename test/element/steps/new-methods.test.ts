import { expect } from '@open-wc/testing';
import managePayouts from '../../../src/steps/manage-payouts/index.ts';
import { createMockApi } from '../../../src/testing/index.ts';
import {
  control,
  errorOf,
  focused,
  goBack,
  has,
  mountOnMock,
  post,
  press,
  settled,
  standstill,
  submit,
  text,
} from '../support.ts';
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

  it('is said to wait before it is added, in the choice and in the form', async () => {
    const { element } = await mount({ known: waiting(), methods: [bank] });
    const from = shown(new Date(standstill.now() + 24 * 3_600_000).toISOString(), 'en');
    await press(element, 'Add another way');
    expect(text(element)).to.include(`no money goes to a new way to be paid before ${from}`);
    expect(text(element)).not.to.include('Fastest');
    expect(text(element)).not.to.match(/days|minutes|At once/);
    expect(text(element), 'the price holds').to.include('No fee');
    await expect(element).to.be.accessible();
    control(element, 'platform', 'paypal').click();
    await settled(element);
    expect(text(element)).to.include(from);
    expect(text(element)).not.to.match(/days|minutes|At once/);
    await expect(element).to.be.accessible();
  });

  it('says what automatic payouts do until then', async () => {
    const { api, user_id } = waiting();
    api.clock.advance('P2D');
    const flow = { steps: ['manage-payouts'], user_id };
    const { element, elsewhere, catchUp } = await mountOnMock(managePayouts, api, flow);
    expect(text(element)).to.include('Automatic payouts wait as long.');
    await elsewhere(post('/payout-methods', bank), {
      method: 'PUT',
      path: '/auto-payout',
      body: { enabled: true },
    });
    await catchUp();
    expect(text(element)).to.include('Until then automatic payouts go to your default method.');
    await goBack(element);
    expect(text(element)).to.match(/Your default method is new: payments wait until \w+, December 1 at /);
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
    const from = element.requirement.methods[0]?.usable_from ?? expect.fail('it does not wait');
    expect(errorOf(element, 'method_id')).to.include(shown(from, 'en'));
    expect(focused(element), 'as for one that is paused').to.equal('method_id');
    expect(has(element, '[part="failure"]')).to.equal(false);
    expect(control(element, 'amount').value, 'what was typed stays').to.equal('1,234.50');
  });
});
