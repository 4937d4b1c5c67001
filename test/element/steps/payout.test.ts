import { expect } from '@open-wc/testing';
import type { StepRequest } from '../../../src/api/requests.ts';
import { arrivalOf } from '../../../src/contract/rails/arrival.ts';
import { railTerms } from '../../../src/contract/rails/terms.ts';
import { payoutMs } from '../../../src/contract/sandbox/table.ts';
import { payout as words } from '../../../src/locales/en/payout.ts';
import payout from '../../../src/steps/payout/index.ts';
import { createMockApi } from '../../../src/testing/index.ts';
import { Localizer } from '../../../src/locales/localizer.ts';
import { arrivalText } from '../../../src/steps/shared/payout-methods/wording.ts';
import {
  choose,
  control,
  errorOf,
  fill,
  find,
  focused,
  goBack,
  has,
  mountStep,
  names,
  post,
  press,
  settled,
  standstill,
  submit,
  text,
  title,
} from '../support.ts';
import { eventually } from '../eventually.ts';
import { mount, mountFailed, mountMade, mountReview, bank, paypal } from './withdrawing.ts';

const iban = {
  platform: 'intl_bank',
  bank_country: 'DE',
  account_holder_name: 'Ada Example',
  iban: 'DE89370400440532013000',
};

describe('payout step', () => {
  for (const platform of ['ach', 'paypal'])
    it(`promises the same time at the choice, at the terms and once it is made: ${platform}`, async () => {
      const { element, done, idOf } = await mount();
      await choose(element, 'method_id', idOf(platform));
      await fill(element, { amount: '20' });
      const row = control(element, 'method_id', idOf(platform)).closest('label')?.textContent ?? '';
      const [, promised = ''] = /(?:In|Within) (\S+)\s/.exec(row) ?? [];
      expect(promised).to.match(/^\d/);
      for (const _ of ['reviewed', 'confirmed']) {
        await submit(element);
        await done();
        expect(text(element)).to.match(new RegExp(`(in|within) ${promised}\\s`, 'i'));
      }
    });

  it('shows what is kept back, what is left, and why, before and after', async () => {
    const api = createMockApi(standstill);
    api.setWithholding('deduct');
    const known = { api, user_id: api.createUser({ country: 'MX' }) };
    const { element, done } = await mountReview({ country: 'MX', known, methods: [paypal] });
    const shown = () => text(element).replace(/\s+/g, ' ');
    for (const words of ['US tax (30%) $36.00', '$84.00', 'You have not said where you work'])
      expect(shown()).to.include(words);
    await expect(element).to.be.accessible();
    await submit(element);
    await done();
    expect(title(element)).to.equal('$84.00 is on its way');
  });

  it('counts the days of an arrival by the date, at whatever hour the payout is made', async () => {
    const { localizer } = (await mount()).element.context;
    for (const at of ['2026-11-30T00:30:00Z', '2026-11-30T09:00:00Z', '2026-11-30T23:30:00Z'])
      expect(arrivalText(localizer, arrivalOf(railTerms.ach, new Date(at)))).to.equal('In 1–7 days');
  });

  it('shows the balance, the default method first and chosen, and asks how much', async () => {
    const { element, elsewhere, catchUp, idOf } = await mount({
      methods: [paypal, bank],
      step: { payout_fee_party: 'user' },
    });
    await elsewhere({ method: 'PUT', path: `/payout-methods/${idOf('ach')}/default` });
    await catchUp();
    expect(text(element)).to.include('$1,234.50');
    expect(names(element)).to.deep.equal(['amount', 'method_id']);
    expect(control(element, 'method_id').value).to.equal(idOf('ach'));
    expect(control(element, 'method_id', idOf('ach')).checked).to.equal(true);
    expect(text(element)).to.include('$0.25 fee');
    await expect(element).to.be.accessible();
  });

  it('keeps what was typed as cents, and nothing that was only offered', async () => {
    const { element, api, idOf } = await mount();
    const drafts = () => api.calls.flatMap(({ name, body }) => (name.endsWith('/draft') ? [body] : []));
    const leave = () => window.dispatchEvent(new Event('pagehide'));
    leave();
    await choose(element, 'method_id', idOf('paypal'));
    await fill(element, { amount: '1,200.50' });
    leave();
    await eventually(() => drafts().length > 0, 'a draft is sent');
    const values = { amount: '120050', method_id: idOf('paypal') };
    expect(drafts()).to.deep.equal([{ step: 'payout', values }]);
    for (const [locale, shown] of [
      ['en-US', '1,200.50'],
      ['de', '1.200,50'],
    ] as const) {
      const again = await mountStep(payout, { ...element.requirement, typed: values }, { locale });
      expect(control(again.element, 'amount').value).to.equal(shown);
      expect(control(again.element, 'method_id', idOf('paypal')).checked).to.equal(true);
    }
    for (const [typed, comesBack] of [
      ['', ''],
      ['12,3x', ''],
    ] as const) {
      await fill(element, { amount: typed });
      const sent = drafts().length;
      leave();
      await eventually(() => drafts().length > sent || typed === '12,3x', 'the change is sent');
      const kept = { amount: '', method_id: idOf('paypal') };
      expect(drafts().at(-1)).to.deep.equal({ step: 'payout', values: kept });
      const again = await mountStep(payout, { ...element.requirement, typed: kept });
      expect(control(again.element, 'amount').value).to.equal(comesBack);
    }
    const before = drafts().length;
    await fill(element, { amount: '1,234.50' });
    leave();
    await eventually(() => drafts().length > before, 'another draft is sent');
    expect(drafts().at(-1)).to.deep.equal({ step: 'payout', values: { method_id: idOf('paypal') } });
  });

  it('sends the amount in cents, however it is written here', async () => {
    for (const [locale, typed] of [
      ['en-US', '1,200.50'],
      ['de', '1.200,50'],
      ['ar-EG', '١٬٢٠٠٫٥٠'],
    ] as const) {
      const { element, sent, done, idOf } = await mount({}, { locale });
      await fill(element, { amount: typed });
      await submit(element);
      expect(sent, locale).to.deep.equal([
        { method: 'POST', path: '/payout/review', body: { amount: 1_200_50, method_id: idOf('ach') } },
      ]);
      await done();
      expect(element.requirement.review?.net).to.equal(1_200_50);
    }
  });

  it('withdraws all, as far as the chosen way takes it', async () => {
    const { element, idOf } = await mount({ balance: 21_234_50 });
    await press(element, 'Withdraw all');
    expect(control(element, 'amount').value).to.equal('21,234.50');
    await choose(element, 'method_id', idOf('paypal'));
    await press(element, 'Withdraw all');
    expect(control(element, 'amount').value).to.equal('20,000.00');
  });

  it('says what is wrong with an amount and keeps it', async () => {
    const { element, sent, idOf } = await mount({ balance: 30_000_00 });
    for (const [typed, error] of [
      ['', words['field.amount.required']],
      ['lots', words['field.invalid-amount']],
      ['five', 'Write it in digits, like 120 or 12.50.'],
      ['0.50', 'takes $1.00 or more.'],
      ['0', 'takes $1.00 or more.'],
      ['-5', 'takes $1.00 or more.'],
      ['40000', words['field.amount.transaction-insufficient-funds']],
    ] as const) {
      await fill(element, { amount: typed });
      await submit(element);
      expect(errorOf(element, 'amount')).to.include(error);
      expect(control(element, 'amount').value).to.equal(typed);
    }
    await choose(element, 'method_id', idOf('paypal'));
    await fill(element, { amount: '20001' });
    expect(errorOf(element, 'amount')).to.include('takes $20,000.00 or less at once.');
    expect(sent).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });

  it('shows what the server refuses at its field', async () => {
    const { api, user_id, element, done } = await mount();
    await fill(element, { amount: '120' });
    api.fund(user_id, -1_200_00);
    await submit(element);
    await done();
    expect(errorOf(element, 'amount')).to.equal(words['field.amount.transaction-insufficient-funds']);
  });

  it('keeps the amount when the language changes', async () => {
    const { element, sent } = await mount();
    await fill(element, { amount: '1,200' });
    element.context = {
      ...element.context,
      localizer: (await mount({}, { locale: 'de' })).element.context.localizer,
    };
    await settled(element);
    expect(control(element, 'amount').value).to.equal('1.200,00');
    await submit(element);
    expect(sent[0]?.body).to.include({ amount: 1_200_00 });
  });

  it('leaves what failed on one screen there', async () => {
    const { api, element, done } = await mountReview();
    api.faults.fail('service-unavailable', { times: 6 });
    await submit(element);
    await done();
    await goBack(element);
    expect(has(element, '[part="failure"]')).to.equal(false);
    await submit(element);
    await done();
    expect(find(element, '[part="failure"]').textContent).to.include('busy at the moment');
    await press(element, 'Add another way');
    expect(has(element, '[part="failure"]')).to.equal(false);
    await expect(element).to.be.accessible();
  });

  it('leaves what failed with one way to be paid there', async () => {
    const { api, element, done } = await mount();
    await press(element, 'Add another way');
    control(element, 'platform', 'venmo').click();
    await settled(element);
    await fill(element, { handle: '@jo-taylor' });
    api.faults.fail('service-unavailable', { times: 3 });
    await submit(element);
    await done();
    expect(find(element, '[part="failure"]').textContent).to.include('busy at the moment');
    await goBack(element);
    expect(has(element, '[part="failure"]')).to.equal(false);
  });

  it('leaves what fails only after the screen was left there', async () => {
    const { api, element, done } = await mount();
    find(element, '[role="switch"]').click();
    await settled(element);
    await press(element, 'Add another way');
    api.faults.fail('service-unavailable', { times: 3 });
    await done();
    expect(has(element, '[part="failure"]')).to.equal(false);
  });

  // The form of a bank abroad has tests of its own.
  for (const [platform, country] of Object.entries({
    ach: 'US',
    paypal: 'US',
    venmo: 'US',
    cash_app: 'US',
    airtm: 'MX',
    payoneer: 'MX',
  }))
    it(`asks for what ${platform} needs, and says what is missing`, async () => {
      const { element, sent } = await mount({ country, methods: [paypal] });
      await press(element, 'Add another way');
      control(element, 'platform', platform).click();
      await settled(element);
      await expect(element).to.be.accessible();
      const asked = names(element);
      // What is known is filled in.
      if (asked.includes('email')) await fill(element, { email: '' });
      await submit(element);
      expect(asked).to.include(focused(element));
      expect(errorOf(element, focused(element))).not.to.equal('');
      expect(sent).to.deep.equal([]);
      await expect(element).to.be.accessible();
      await goBack(element);
      await goBack(element);
      expect(title(element)).to.equal(words['payout.title']);
    });

  for (const [account, currency] of [
    [iban, 'Euro (EUR)'],
    [{ platform: 'payoneer', email: 'ada@example.com' }, 'The currency of your account'],
  ] as const)
    it(`says of an account that holds no dollars that it arrives converted: ${currency}`, async () => {
      const { element, done } = await mountReview({ country: 'MX', methods: [account] });
      expect(title(element)).to.equal('Check and confirm');
      const converted = `${currency}, converted from US dollars`;
      expect(text(element)).to.include(converted);
      expect(text(element)).to.include('To be converted');
      expect(text(element)).not.to.include('You get');
      expect(text(element)).to.include(words['payout.review.rate']);
      await expect(element).to.be.accessible();
      await submit(element);
      await done();
      expect(text(element)).to.include(converted);
      const dollars = await mountReview();
      expect(text(dollars.element)).not.to.include('converted');
      expect(text(dollars.element)).to.include('You get');
    });

  it('asks once more, and confirms once', async () => {
    const { element, sent, done } = await mount();
    await fill(element, { amount: '120' });
    await submit(element);
    await done();
    expect(title(element)).to.equal('Check and confirm');
    expect(text(element)).to.include('Test Bank ••• 6789');
    expect(text(element)).to.include('None. Acme pays it.');
    // It is a Saturday, and the fifth business day from then is a Friday.
    expect(text(element)).to.include('by Friday, December 4');
    // The frame has the way back.
    expect([...element.renderRoot.querySelectorAll('button')]).to.have.length(1);
    await expect(element).to.be.accessible();
    expect(find(element, 'button[type="submit"]').textContent).to.include('Withdraw $120.00');
    const { review } = element.requirement;
    await submit(element);
    await submit(element);
    expect(sent.slice(1)).to.deep.equal([{ method: 'POST', path: '/payout', body: { id: review?.id } }]);
    await done();
    expect(title(element)).to.equal('$120.00 is on its way');
    expect(text(element)).to.include('If it does not arrive, you get a text at +1 ••• ••• 0100.');
    await expect(element).to.be.accessible();
  });

  it('promises no text where none would come', async () => {
    const { element, push } = await mountMade();
    const { notification: _, ...silent } = element.requirement;
    // A server that texts nobody. The mock's always does.
    await push(silent);
    expect(title(element)).to.equal('$120.00 is on its way');
    expect(text(element)).not.to.include('you get a text');
  });

  it('lets the payee go back from the review to what was typed', async () => {
    const { element, sent, done, idOf } = await mountReview({
      methods: [paypal],
      step: { payout_fee_party: 'user' },
    });
    expect(text(element)).to.include('$119.75');
    await goBack(element);
    expect(control(element, 'amount').value).to.equal('120');
    await fill(element, { amount: '130' });
    await submit(element);
    expect(sent.at(-1)?.body).to.deep.equal({ amount: 130_00, method_id: idOf('paypal') });
    await done();
    expect(title(element)).to.equal('Check and confirm');
  });

  it('pays once when the answers are lost', async () => {
    const { api, element, sent, done } = await mountReview();
    api.faults.dropAnswers({ call: 'POST /session/payout', times: 3 });
    await submit(element);
    await done();
    expect(find(element, '[part="failure"]').textContent).to.include('could not reach');
    await submit(element);
    expect(sent).to.have.length(3);
    await expect(element).to.be.accessible();
    await done();
    expect(title(element)).to.equal('$120.00 is on its way');
    expect(element.requirement.balance).to.equal(1_114_50);
  });

  const meanwhile = {
    'insufficient-funds': ({ api, user_id }) => {
      api.fund(user_id, -1_200_00);
      return [];
    },
    'method-removed': ({ idOf }) => [{ method: 'DELETE', path: `/payout-methods/${idOf('ach')}` }],
    'quote-changed': ({ idOf }) => [post('/payout/review', { amount: 120_00, method_id: idOf('ach') })],
  } satisfies Record<string, (mounted: Awaited<ReturnType<typeof mount>>) => readonly StepRequest[]>;
  for (const [notice, happens] of Object.entries(meanwhile))
    it(`says what changed meanwhile (${notice}) with what was typed still there`, async () => {
      const mounted = await mountReview();
      const { element, elsewhere, done, sent } = mounted;
      await submit(element);
      await elsewhere(...happens(mounted));
      await done();
      expect(sent).to.have.length(2);
      expect(find(element, '[part="notice"]').textContent).to.include('nothing was sent');
      expect(control(element, 'amount').value).to.equal('120');
      await expect(element).to.be.accessible();
    });

  it('follows the payout by what the server pushes, and says so', async () => {
    const { api, element, announced, catchUp } = await mountMade();
    await catchUp();
    announced.length = 0;
    expect(find(element, '[aria-current="step"]').textContent).to.include('Processing');
    api.clock.advance(payoutMs / 1000);
    await catchUp();
    expect(title(element)).to.equal('$120.00 was paid out');
    expect(announced).to.deep.equal(['$120.00 was paid out']);
    await expect(element).to.be.accessible();
  });

  it('says when the money is expected in words made for the sentence, which no language has to lower', async () => {
    const { element } = await mountMade();
    expect(text(element)).to.match(/Expected in 2\s?[–-]\s?6\s?days, by Friday, December 4/);
    element.context.localizer.add({ 'payout.expected': 'Innerhalb von {time}' });
    element.requestUpdate();
    await settled(element);
    expect(text(element)).to.include('Expected Innerhalb von 2');
  });

  it('ends no sentence with two full stops, whatever the unit is short for', () => {
    const german = new Localizer('de', { 'payout.expected': '{time}.', 'payout.expected.within': '{time}.' });
    const says = (from: number, to: number) => arrivalText(german, { from, to }, 'payout.expected');
    expect([says(5, 10), says(0, 30), says(60, 120), says(0, 2 * 1440)]).to.deep.equal([
      '5–10 Minuten.',
      '30 Minuten.',
      '1–2 Stunden.',
      '2 Tage.',
    ]);
  });

  it('says that the money is back, and offers another try or to go on', async () => {
    const { element, sent, done } = await mountFailed();
    expect(title(element)).to.equal('$120.13 could not be paid out');
    expect(text(element)).to.include('All of your money is back');
    expect(element.requirement.balance).to.equal(1_234_50);
    await expect(element).to.be.accessible();
    await submit(element);
    expect(sent).to.deep.equal([{ method: 'POST', path: '/payout/again', body: {} }]);
    await done();
    expect(control(element, 'amount').value).to.equal('120.13');
    const other = await mountFailed();
    await press(other.element, 'Continue without withdrawing');
    expect(other.sent).to.deep.equal([{ method: 'POST', path: '/payout/continue', body: {} }]);
    await other.done();
    expect(other.api.webhooks.at(-2)?.payload).to.include({ step: 'payout', outcome: 'unchanged' });
  });

  for (const status of ['created', 'flagged', 'completed', 'reversed', 'canceled'] as const)
    it(`has words for ${status}`, async () => {
      const { element, push } = await mountMade();
      const { payout } = element.requirement;
      // To some of these no payout of the sandbox comes.
      if (payout) await push({ ...element.requirement, payout: { ...payout, status } });
      expect(title(element)).to.include('$120.00');
      await expect(element).to.be.accessible();
    });

  it('goes on when the payee says so, and shows no button when the partner hides it', async () => {
    const hidden = await mountMade({ step: { hide_continue_button: true } });
    expect(title(hidden.element)).to.equal('$120.00 is on its way');
    expect(hidden.element.renderRoot.querySelector('button[type="submit"]')).to.equal(null);
    const { element, sent } = await mountMade();
    await submit(element);
    expect(sent).to.deep.equal([{ method: 'POST', path: '/payout/continue', body: {} }]);
  });

  for (const [state, payee, heading, said] of [
    ['nothing', { balance: 0 }, 'Nothing to withdraw yet', '$0.00'],
    ['only what waits', { balance: 500_00, last_name: 'Review' }, 'Your money is safe, and waits', '$500.00'],
  ] as const)
    it(`has ${state} to withdraw, looks again when asked, and says that it leads on without`, async () => {
      const { element, sent, done, announced } = await mount({ ...payee, methods: [] });
      expect(title(element)).to.equal(heading);
      expect(text(element)).to.include(said);
      await expect(element).to.be.accessible();
      await press(element, 'Check again');
      expect(sent).to.deep.equal([{ method: 'GET', path: '' }]);
      await done();
      expect(text(element)).to.include(words['payout.checked']);
      expect(announced).to.deep.equal([words['payout.checked']]);
      await press(element, 'Continue without withdrawing');
      expect(sent.at(-1)).to.deep.equal({ method: 'POST', path: '/payout/continue', body: {} });
    });

  it('shows money that comes while there is none, and says so', async () => {
    const { api, user_id, element, announced, catchUp } = await mount({ balance: 0 });
    api.fund(user_id, 120_00);
    await catchUp();
    expect(title(element)).to.equal(words['payout.title']);
    expect(control(element, 'amount').value).to.equal('120.00');
    expect(announced).to.deep.equal(['$120.00 is here. You can withdraw it now.']);
    await expect(element).to.be.accessible();
  });

  it('says what has come on top of what was there, and leaves the typed amount', async () => {
    const { api, user_id, element, announced, catchUp } = await mount({ balance: 90_00 });
    await fill(element, { amount: '95' });
    await submit(element);
    expect(errorOf(element, 'amount')).to.equal(words['field.amount.transaction-insufficient-funds']);
    api.fund(user_id, 10_00);
    await catchUp();
    expect(text(element)).to.include('$100.00');
    expect(control(element, 'amount').value).to.equal('95');
    expect(errorOf(element, 'amount')).to.equal('');
    expect(announced).to.deep.equal(['$100.00 is here. You can withdraw it now.']);
  });

  it('adds a method without losing the amount, and chooses it', async () => {
    const { element, sent, done, idOf } = await mount({ methods: [] });
    await fill(element, { amount: '120' });
    await submit(element);
    expect(sent).to.deep.equal([]);
    await press(element, 'Choose where it goes');
    await expect(element).to.be.accessible();
    control(element, 'platform', 'paypal').click();
    await element.updateComplete;
    await fill(element, { email: 'ada@example.com' });
    await submit(element);
    expect(sent.at(-1)).to.deep.equal({
      method: 'POST',
      path: '/payout-methods',
      body: { platform: 'paypal', email: 'ada@example.com' },
    });
    await done();
    expect(control(element, 'amount').value).to.equal('120');
    expect(control(element, 'method_id', idOf('paypal')).checked).to.equal(true);
  });

  it('switches automatic payouts', async () => {
    const { element, sent, done } = await mount();
    find(element, '[role="switch"]').click();
    expect(sent).to.deep.equal([{ method: 'PUT', path: '/auto-payout', body: { enabled: true } }]);
    await done();
    expect(element.requirement.auto_payout.enabled).to.equal(true);
  });
});
