import { expect } from '@open-wc/testing';
import type { PayoutMethod } from '../../../src/contract/bank/payout-methods.ts';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { flowProblem } from '../../../src/flow/problem.ts';
import { payout as words } from '../../../src/locales/en/payout.ts';
import payoutModule from '../../../src/steps/payout/index.ts';
import {
  choose,
  control,
  errorOf,
  fieldProblems,
  fill,
  find,
  focused,
  goBack,
  has,
  type MountOptions,
  mountStep,
  names,
  press,
  settled,
  submit,
  text,
  title,
} from '../support.ts';
import { bank } from '../../support/snapshots.ts';

type Requirement = RequirementOf<'payout'>;

const paypal: PayoutMethod = {
  ...bank,
  id: '00000000-0000-4000-8000-000000000002',
  platform: 'paypal',
  masked: 'j•••@example.com',
  bank_name: null,
  is_default: false,
};
const rails: Requirement['rails'] = [
  { platform: 'ach', arrives_in: { from: 1440, to: 7200 }, fee: 0, minimum: 100, maximum: 100_000_000 },
  { platform: 'paypal', arrives_in: { from: 5, to: 10 }, fee: 25, minimum: 100, maximum: 50_00 },
];
/** All rails whose form is there at once. That of a bank abroad has tests of its own. */
const adding: Requirement['rails'] = (
  ['ach', 'paypal', 'venmo', 'cash_app', 'airtm', 'payoneer'] as const
).map((platform) => ({
  platform,
  arrives_in: { from: 5, to: 10 },
  fee: 0,
  minimum: 100,
  maximum: 50_00,
}));
const needs = (more: Partial<Requirement> = {}): Requirement => ({
  step: 'payout',
  hide_continue_button: false,
  balance: 1_234_50,
  held: 0,
  methods: [paypal, bank],
  rails,
  method_prefill: {},
  auto_payout: { shown: true, enabled: false },
  draft: null,
  notice: null,
  review: null,
  payout: null,
  ...more,
});
const wish = { amount: 120_00, method_id: bank.id };
const terms = { amount: 120_00, fee: 0, net: 120_00, method: bank, arrives_in: { from: 1440, to: 7200 } };
const reviewed = (more: Partial<NonNullable<Requirement['review']>> = {}) =>
  needs({ draft: wish, review: { id: '00000000-0000-4000-8000-00000000000a', ...terms, ...more } });
const made = (status: NonNullable<Requirement['payout']>['status'], more: Partial<Requirement> = {}) =>
  needs({
    balance: 1_114_50,
    payout: {
      ...terms,
      status,
      history: [
        { status: 'created', timestamp: '2026-03-02T09:00:00.000Z' },
        ...(status === 'created' ? [] : [{ status, timestamp: '2026-03-02T09:00:02.000Z' }]),
      ],
      again: status === 'failed' || status === 'reversed',
    },
    ...more,
  });
const mount = (more: Partial<Requirement> = {}, options?: MountOptions) =>
  mountStep(payoutModule, needs(more), options);

describe('payout step', () => {
  it('shows the balance, the default method first and chosen, and asks how much', async () => {
    const { element } = await mount();
    expect(text(element)).to.include('$1,234.50');
    expect(names(element)).to.deep.equal(['amount', 'method_id']);
    expect(control(element, 'method_id').value).to.equal(bank.id);
    expect(control(element, 'method_id', bank.id).checked).to.equal(true);
    expect(text(element)).to.include('$0.25 fee');
    await expect(element).to.be.accessible();
  });

  it('sends the amount in cents, however it is written here', async () => {
    for (const [locale, typed] of [
      ['en-US', '1,200.50'],
      ['de', '1.200,50'],
      ['ar-EG', '١٬٢٠٠٫٥٠'],
    ] as const) {
      const { element, sent } = await mount({}, { locale });
      await fill(element, { amount: typed });
      await submit(element);
      expect(sent, locale).to.deep.equal([
        { method: 'POST', path: '/payout/review', body: { amount: 1_200_50, method_id: bank.id } },
      ]);
    }
  });

  it('withdraws all, as far as the chosen way takes it', async () => {
    const { element } = await mount();
    await press(element, 'Withdraw all');
    expect(control(element, 'amount').value).to.equal('1,234.50');
    await choose(element, 'method_id', paypal.id);
    await press(element, 'Withdraw all');
    expect(control(element, 'amount').value).to.equal('50.00');
  });

  it('says what is wrong with an amount and keeps it', async () => {
    const { element, sent } = await mount();
    for (const [typed, error] of [
      ['', words['field.amount.required']],
      ['lots', words['field.invalid-amount']],
      ['0.50', words['field.amount.amount-below-minimum']],
      ['2000', words['field.amount.transaction-insufficient-funds']],
    ] as const) {
      await fill(element, { amount: typed });
      await submit(element);
      expect(errorOf(element, 'amount')).to.equal(error);
      expect(control(element, 'amount').value).to.equal(typed);
    }
    await choose(element, 'method_id', paypal.id);
    await fill(element, { amount: '60' });
    expect(errorOf(element, 'amount')).to.equal(words['field.amount.amount-above-maximum']);
    expect(sent).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });

  it('shows what the server refuses at its field', async () => {
    const { element, refuse } = await mount();
    await fill(element, { amount: '120' });
    await submit(element);
    await refuse(fieldProblems({ field: 'amount', code: 'transaction-insufficient-funds' }));
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
    const { element, refuse } = await mountStep(payoutModule, reviewed());
    await submit(element);
    await refuse(flowProblem('network-error'));
    await press(element, 'Change');
    expect(has(element, '[part="failure"]')).to.equal(false);
    await submit(element);
    await refuse(flowProblem('network-error'));
    expect(find(element, '[part="failure"]').textContent).to.include('could not reach');
    await press(element, 'Add another way');
    expect(has(element, '[part="failure"]')).to.equal(false);
    await expect(element).to.be.accessible();
  });

  it('leaves what failed with one way to be paid there', async () => {
    const { element, refuse } = await mount({ rails: adding });
    await press(element, 'Add another way');
    control(element, 'platform', 'venmo').click();
    await settled(element);
    await fill(element, { handle: '@jo-taylor' });
    await submit(element);
    await refuse(flowProblem('payout-method-exists'));
    expect(find(element, '[part="failure"]').textContent).to.include('on your list already');
    await goBack(element);
    expect(has(element, '[part="failure"]')).to.equal(false);
  });

  it('leaves what fails only after the screen was left there', async () => {
    const { element, refuse } = await mount({ rails: adding });
    find(element, '[role="switch"]').click();
    await settled(element);
    await press(element, 'Add another way');
    await refuse(flowProblem('network-error'));
    expect(has(element, '[part="failure"]')).to.equal(false);
  });

  for (const { platform } of adding)
    it(`asks for what ${platform} needs, and says what is missing`, async () => {
      const { element, sent } = await mount({ rails: adding });
      await press(element, 'Add another way');
      control(element, 'platform', platform).click();
      await settled(element);
      await expect(element).to.be.accessible();
      const asked = names(element);
      await submit(element);
      expect(asked).to.include(focused(element));
      expect(errorOf(element, focused(element))).not.to.equal('');
      expect(sent).to.deep.equal([]);
      await expect(element).to.be.accessible();
      await goBack(element);
      await goBack(element);
      expect(title(element)).to.equal(words['payout.title']);
    });

  it('asks once more, and confirms once', async () => {
    const { element, sent, done, push } = await mount();
    await fill(element, { amount: '120' });
    await submit(element);
    await done(reviewed());
    expect(title(element)).to.equal('Check and confirm');
    expect(text(element)).to.include('Test Bank ••• 6789');
    expect(text(element)).to.include('None. Acme pays it.');
    await expect(element).to.be.accessible();
    expect(find(element, 'button[type="submit"]').textContent).to.include('Withdraw $120.00');
    await submit(element);
    await submit(element);
    expect(sent.slice(1)).to.deep.equal([
      { method: 'POST', path: '/payout', body: { id: reviewed().review?.id } },
    ]);
    await done(made('created'));
    expect(title(element)).to.equal('$120.00 is on its way');
    expect(text(element)).not.to.include('you get a text');
    await push({ ...made('created'), notification: { channel: 'sms', to: '+1 ••• ••• 0100' } });
    expect(text(element)).to.include('If it does not arrive, you get a text at +1 ••• ••• 0100.');
    await expect(element).to.be.accessible();
  });

  it('lets the payee go back from the review to what was typed', async () => {
    const { element, sent, done } = await mount();
    await fill(element, { amount: '120' });
    await submit(element);
    await done(reviewed({ fee: 25, net: 119_75 }));
    expect(text(element)).to.include('$119.75');
    await press(element, 'Change');
    expect(control(element, 'amount').value).to.equal('120');
    await fill(element, { amount: '130' });
    await submit(element);
    expect(sent.at(-1)?.body).to.deep.equal({ amount: 130_00, method_id: bank.id });
    await done(reviewed());
    expect(title(element)).to.equal('Check and confirm');
  });

  it('keeps the review when the network fails', async () => {
    const { element, sent, refuse } = await mountStep(payoutModule, reviewed());
    await submit(element);
    await refuse(flowProblem('network-error'));
    expect(find(element, '[part="failure"]').textContent).to.include('could not reach');
    await submit(element);
    expect(sent).to.have.length(2);
    await expect(element).to.be.accessible();
  });

  for (const notice of ['insufficient-funds', 'method-removed', 'quote-changed'] as const)
    it(`says what changed meanwhile (${notice}) with what was typed still there`, async () => {
      const { element } = await mount({ notice, draft: wish });
      expect(find(element, '[part="notice"]').textContent).to.include('nothing was sent');
      expect(control(element, 'amount').value).to.equal('120.00');
      await expect(element).to.be.accessible();
    });

  it('follows the payout by what the server pushes, and says so', async () => {
    const { element, announced, push } = await mountStep(payoutModule, made('pending'));
    expect(find(element, '[aria-current="step"]').textContent).to.include('Processing');
    await push(made('completed'));
    expect(title(element)).to.equal('$120.00 was paid out');
    expect(announced).to.deep.equal(['$120.00 was paid out']);
    await expect(element).to.be.accessible();
  });

  it('says when the money is expected in words made for the sentence, which no language has to lower', async () => {
    const { element } = await mountStep(payoutModule, made('pending'));
    expect(text(element)).to.match(/Expected in 1\s?[–-]\s?5\s?days, by/);
    element.context.localizer.add({ 'payout.expected': 'Innerhalb von {time}' });
    element.requestUpdate();
    await settled(element);
    expect(text(element)).to.include('Expected Innerhalb von 1');
  });

  it('says that the money is back, and offers another try or to go on', async () => {
    const { element, sent, done } = await mountStep(payoutModule, made('failed', { balance: 1_234_50 }));
    expect(title(element)).to.equal('$120.00 could not be paid out');
    expect(text(element)).to.include('All of your money is back');
    await expect(element).to.be.accessible();
    await submit(element);
    expect(sent).to.deep.equal([{ method: 'POST', path: '/payout/again', body: {} }]);
    await done(needs({ draft: wish }));
    expect(control(element, 'amount').value).to.equal('120.00');
    const other = await mountStep(payoutModule, made('failed'));
    await press(other.element, 'Continue without withdrawing');
    expect(other.sent).to.deep.equal([{ method: 'POST', path: '/payout/continue', body: {} }]);
  });

  for (const status of ['created', 'flagged', 'completed', 'reversed', 'canceled'] as const)
    it(`has words for ${status}`, async () => {
      const { element } = await mountStep(payoutModule, made(status));
      expect(title(element)).to.include('$120.00');
      await expect(element).to.be.accessible();
    });

  it('goes on when the payee says so, and shows no button when the partner hides it', async () => {
    const { element, sent, push } = await mountStep(payoutModule, made('created'));
    await push(made('created', { hide_continue_button: true }));
    expect(element.renderRoot.querySelector('button[type="submit"]')).to.equal(null);
    await push(made('created'));
    await submit(element);
    expect(sent).to.deep.equal([{ method: 'POST', path: '/payout/continue', body: {} }]);
  });

  it('has nothing to withdraw, or only what waits', async () => {
    const { element, sent, push } = await mount({ balance: 0, methods: [] });
    expect(title(element)).to.equal('Nothing to withdraw yet');
    await expect(element).to.be.accessible();
    await push(needs({ balance: 0, held: 500_00 }));
    expect(title(element)).to.equal('Your money is safe, and waits');
    await submit(element);
    expect(sent).to.deep.equal([{ method: 'POST', path: '/payout/continue', body: {} }]);
  });

  it('adds a method without losing the amount, and chooses it', async () => {
    const { element, sent, done } = await mount({ methods: [] });
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
    await done(needs({ methods: [paypal] }));
    expect(control(element, 'amount').value).to.equal('120');
    expect(control(element, 'method_id', paypal.id).checked).to.equal(true);
  });

  it('switches automatic payouts', async () => {
    const { element, sent } = await mount();
    find(element, '[role="switch"]').click();
    expect(sent).to.deep.equal([{ method: 'PUT', path: '/auto-payout', body: { enabled: true } }]);
  });
});
