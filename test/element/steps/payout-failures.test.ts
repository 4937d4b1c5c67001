import { expect } from '@open-wc/testing';
import {
  failuresBeforePause,
  payoutFailures,
  type PayoutFailure,
} from '../../../src/contract/money/payout-failures.ts';
import { payoutFailsMs } from '../../../src/contract/sandbox/table.ts';
import {
  choose,
  control,
  errorOf,
  fill,
  find,
  goBack,
  has,
  press,
  settled,
  submit,
  text,
  title,
} from '../support.ts';
import { bank, mount, mountFailed, paypal } from './withdrawing.ts';

/** Most reasons are those of real rails. The sandbox has three of them. */
async function mountFailure(failure: PayoutFailure, support?: string) {
  const { element, push } = await mountFailed();
  const { payout } = element.requirement;
  if (!payout) throw new Error('There is no payout.');
  await push({ ...element.requirement, payout: { ...payout, failure, ...(support && { support }) } });
  return { element, payout, push };
}
const savings = { ...bank, account_number: '000987654321', account_type: 'savings' };
const mainButton = (element: Element) => element.shadowRoot?.querySelector('.actions .button');

describe('a payout of everything', () => {
  it('is what the amount begins with, as far as the way takes it, and the button names it', async () => {
    const { element } = await mount({ balance: 20_500_00, methods: [paypal] });
    expect(control(element, 'amount').value).to.equal('20,000.00');
    expect(mainButton(element)?.textContent?.trim()).to.equal('Review $20,000.00');
    await fill(element, { amount: '12.50' });
    expect(mainButton(element)?.textContent?.trim()).to.equal('Review $12.50');
    await fill(element, { amount: 'all' });
    expect(mainButton(element)?.textContent?.trim()).to.equal('Review');
  });
});

describe('a payout that came back', () => {
  for (const failure of payoutFailures)
    it(`says why and what to do: ${failure}`, async () => {
      const { element, payout } = await mountFailure(failure);
      expect(text(element)).to.include('All of your money is back in your balance.');
      expect(text(element)).not.to.include('undefined');
      expect(text(element)).to.include(payout.reference);
      expect(mainButton(element)?.textContent?.trim()).to.match(
        /^(Correct the details|Use another way|Try again)$/,
      );
      await expect(element).to.be.accessible();
    });

  /** What an advice asks for, and what the button for that is called. */
  const advices = [
    [/Correct/, 'Correct the details'],
    [/Use another way/, 'Use another way'],
    [/Try again/, 'Try again'],
    [/Ask Acme/, 'Ask Acme'],
  ] as const;
  for (const failure of payoutFailures)
    it(`advises nothing but what the screen offers: ${failure}`, async () => {
      const { element } = await mountFailure(failure, 'mailto:help@acme.example');
      const lead = find(element, '[part=lead]').textContent ?? '';
      const advised = advices.filter(([advice]) => advice.test(lead)).map(([, name]) => name);
      expect(advised).to.deep.equal([mainButton(element)?.textContent?.trim()]);
    });

  it('is not to be corrected where its kind is not offered any more', async () => {
    const { element, payout, push } = await mountFailure('account-invalid');
    const { rails, methods } = element.requirement;
    const others = rails.filter(({ platform }) => platform !== payout.method.platform);
    await push({ ...element.requirement, rails: others });
    expect(mainButton(element)?.textContent?.trim()).to.equal('Use another way');
    expect(text(element)).not.to.include('Correct');
    await push({ ...element.requirement, rails: [], methods: methods.slice(0, 1) });
    expect(mainButton(element)?.textContent?.trim()).to.equal('Try again');
    expect(text(element)).to.include('Ask Acme');
  });

  it('has no green check above what failed', async () => {
    const { element } = await mountFailed();
    const classes = [...(element.shadowRoot?.querySelectorAll('.stations li') ?? [])].map(
      (li) => li.className,
    );
    expect(classes).to.deep.equal(['past', 'past', 'failed']);
  });

  it('leads to the form of the same kind of account, when the details were wrong', async () => {
    const methods = [{ ...paypal, email: 'fail@example.com' }];
    const { element, done } = await mountFailed({ methods }, '120');
    await submit(element);
    await done();
    await settled(element);
    expect(has(element, '[name=email]')).to.equal(true);
  });

  it('leads to the form of that very method, with what may be shown and with what was wrong', async () => {
    const methods = [{ ...bank, account_number: '000333333338' }];
    const { element, done, sent, catchUp, api, announced } = await mountFailed({ methods }, '120');
    await submit(element);
    await done();
    await settled(element);
    expect(control(element, 'routing_number').value).to.equal('110000000');
    expect(control(element, 'account_type', 'checking').checked).to.equal(true);
    expect(control(element, 'account_number').value).to.equal('');
    expect(errorOf(element, 'account_number')).to.equal('There is no account with these details.');
    expect(text(element)).to.include('Money could not be sent to Test Bank ••• 3338.');
    await expect(element).to.be.accessible();
    await fill(element, { account_number: bank.account_number });
    expect(errorOf(element, 'account_number')).to.equal('');
    sent.length = 0;
    await submit(element);
    expect(sent.map(({ method }) => method)).to.deep.equal(['PUT']);
    await done();
    expect(announced.at(-1)).to.equal('Test Bank •••\u00a06789 is saved.');
    const { requirement } = element;
    expect(requirement.methods.map(({ masked, is_default }) => [masked, is_default])).to.deep.equal([
      ['••• 6789', true],
    ]);
    expect(control(element, 'method_id', requirement.methods[0]?.id).checked).to.equal(true);
    expect(control(element, 'amount').value).to.equal('120.00');
    for (const _ of ['reviewed', 'confirmed']) {
      await submit(element);
      await done();
    }
    api.clock.advance(10);
    await catchUp();
    expect(element.requirement.payout?.status).to.equal('completed');
  });

  it('does not choose that method again by itself, says why, and leads to its form from the list', async () => {
    const methods = [{ ...bank, account_number: '000333333338' }, paypal];
    const { element, done } = await mountFailed({ methods }, '120');
    await submit(element);
    await done();
    await settled(element);
    await goBack(element);
    const failed = element.requirement.methods[0]?.id;
    expect(title(element)).to.equal('Withdraw your money');
    expect(control(element, 'method_id', failed).checked).to.equal(false);
    expect(text(element)).to.include('Money could not be sent here.');
    await choose(element, 'method_id', failed);
    await press(element, 'Correct the details');
    expect(errorOf(element, 'account_number')).to.equal('There is no account with these details.');
  });

  it('leads to another way, when this one is closed', async () => {
    const { element, done } = await mountFailed({ methods: [bank] }, '120.14');
    await submit(element);
    await done();
    await settled(element);
    expect(title(element)).to.equal('Add a way to be paid');
    const several = await mountFailed({ methods: [bank, savings] }, '120.14');
    await submit(several.element);
    await several.done();
    await settled(several.element);
    expect(several.element.shadowRoot?.querySelector('[name=method_id]:checked')).to.equal(null);
  });

  it('leads to whom to ask, when nothing here can help', async () => {
    const { element } = await mountFailure('not-permitted', 'mailto:help@acme.example');
    expect(mainButton(element)?.getAttribute('href')).to.equal('mailto:help@acme.example');
  });
});

describe('a method that is paused', () => {
  it('says so, is not chosen, and is refused at its field', async () => {
    const { api, user_id, element, done, catchUp, idOf } = await mountFailed();
    for (let came = 1; came < failuresBeforePause; came += 1) {
      await submit(element);
      await done();
      await choose(element, 'method_id', idOf('ach'));
      for (const _ of ['reviewed', 'confirmed']) {
        await submit(element);
        await done();
      }
      api.clock.advance(payoutFailsMs / 1000);
      await catchUp();
    }
    const again = await mount({ known: { api, user_id }, methods: [] });
    expect(text(again.element)).to.include(
      'Paused: three payouts came back. Add it again with the right details, or use another.',
    );
    const { requirement } = again.element;
    await again.push({ ...requirement, rails: [] });
    expect(text(again.element)).to.include('Paused: three payouts came back. Use another, or ask Acme.');
    await again.push(requirement);
    expect(control(again.element, 'method_id', idOf('paypal')).checked).to.equal(true);
    control(again.element, 'method_id', idOf('ach')).click();
    await submit(again.element);
    expect(again.sent).to.have.length(0);
    expect(errorOf(again.element, 'method_id')).to.include('paused');
  });
});
