import { expect } from '@open-wc/testing';
import type { PayoutMethod } from '../../../src/contract/bank/payout-methods.ts';
import { payoutFailures, type PayoutFailure } from '../../../src/contract/money/payout-failures.ts';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import payoutModule from '../../../src/steps/payout/index.ts';
import { control, errorOf, fill, has, mountStep, settled, submit, text, title } from '../support.ts';
import { bank } from '../../support/snapshots.ts';

type Requirement = RequirementOf<'payout'>;

const other: PayoutMethod = { ...bank, id: '00000000-0000-4000-8000-000000000002', is_default: false };
const needs = (more: Partial<Requirement> = {}): Requirement => ({
  step: 'payout',
  hide_continue_button: false,
  balance: 100_00,
  held: 0,
  methods: [bank],
  rails: [
    { platform: 'ach', arrives_in: { from: 1440, to: 7200 }, fee: 0, minimum: 100, maximum: 80_00 },
    { platform: 'paypal', arrives_in: { from: 5, to: 10 }, fee: 25, minimum: 100, maximum: 50_00 },
  ],
  method_prefill: {},
  auto_payout: { shown: false, enabled: false },
  draft: null,
  notice: null,
  review: null,
  payout: null,
  ...more,
});
const reference = '22222222-2222-4222-8222-222222222222';
const failed = (failure: PayoutFailure, more: Partial<NonNullable<Requirement['payout']>> = {}) =>
  needs({
    payout: {
      amount: 100_00,
      fee: 0,
      net: 100_00,
      method: bank,
      arrives_in: { from: 1440, to: 7200 },
      status: 'failed',
      history: [
        { status: 'created', timestamp: '2026-03-02T09:00:00.000Z' },
        { status: 'pending', timestamp: '2026-03-02T09:00:01.000Z' },
        { status: 'failed', timestamp: '2026-03-02T09:00:02.000Z' },
      ],
      again: true,
      failure,
      reference,
      ...more,
    },
  });
const mount = (requirement: Requirement) => mountStep(payoutModule, requirement);
const draft = { amount: 80_00, method_id: bank.id };
const mainButton = (element: Element) => element.shadowRoot?.querySelector('.actions .button');

describe('a payout of everything', () => {
  it('is what the amount begins with, as far as the way takes it, and the button names it', async () => {
    const { element } = await mount(needs());
    expect(control(element, 'amount').value).to.equal('80.00');
    expect(mainButton(element)?.textContent?.trim()).to.equal('Review $80.00');
    await fill(element, { amount: '12.50' });
    expect(mainButton(element)?.textContent?.trim()).to.equal('Review $12.50');
    await fill(element, { amount: 'all' });
    expect(mainButton(element)?.textContent?.trim()).to.equal('Review');
  });
});

describe('a payout that came back', () => {
  for (const failure of payoutFailures)
    it(`says why and what to do: ${failure}`, async () => {
      const { element } = await mount(failed(failure));
      expect(text(element)).to.include('All of your money is back in your balance.');
      expect(text(element)).not.to.include('undefined');
      expect(text(element)).to.include(reference);
      expect(mainButton(element)?.textContent?.trim()).to.match(
        /^(Correct the details|Use another way|Try again|Ask Acme)$/,
      );
      await expect(element).to.be.accessible();
    });

  it('has no green check above what failed', async () => {
    const { element } = await mount(failed('account-closed'));
    const classes = [...(element.shadowRoot?.querySelectorAll('.stations li') ?? [])].map(
      (li) => li.className,
    );
    expect(classes).to.deep.equal(['past', 'past', 'failed']);
  });

  it('leads to the form of the same kind of account, when the details were wrong', async () => {
    const { element, done } = await mount(failed('account-invalid'));
    await submit(element);
    await done(needs({ draft }));
    await settled(element);
    expect(has(element, '[name=routing_number]')).to.equal(true);
  });

  it('leads to another way, when this one is closed', async () => {
    const { element, done } = await mount(failed('account-closed'));
    await submit(element);
    await done(needs({ draft }));
    await settled(element);
    expect(title(element)).to.equal('Add a way to be paid');
    const several = await mount({ ...failed('account-closed'), methods: [bank, other] });
    await submit(several.element);
    await several.done(needs({ draft, methods: [bank, other] }));
    await settled(several.element);
    expect(several.element.shadowRoot?.querySelector('[name=method_id]:checked')).to.equal(null);
  });

  it('leads to whom to ask, when nothing here can help', async () => {
    const { element } = await mount(failed('not-permitted', { support: 'mailto:help@acme.example' }));
    expect(mainButton(element)?.getAttribute('href')).to.equal('mailto:help@acme.example');
  });
});

describe('a method that is paused', () => {
  const paused = needs({ methods: [{ ...bank, paused: true }, other], draft });
  it('says so, is not chosen, and is refused at its field', async () => {
    const { element, sent } = await mount(paused);
    expect(text(element)).to.include('Paused: three payouts came back.');
    expect(control(element, 'method_id', other.id).checked).to.equal(true);
    control(element, 'method_id', bank.id).click();
    await submit(element);
    expect(sent).to.have.length(0);
    expect(errorOf(element, 'method_id')).to.include('paused');
  });
});
