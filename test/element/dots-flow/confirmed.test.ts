/** What was saved is confirmed in a line on the next screen, and said once. */
import { expect } from '@open-wc/testing';
import type { StepElement } from '../../../src/steps/step-element.ts';
import { choose, fill, submit } from '../support.ts';
import { confirmPhone, onboard, openWindow } from './other-window.ts';
import { accessible, eventually, mount, settled, stepOf, type TestFlow, useMock } from './support.ts';

const taxForm = {
  form: 'w9',
  entity_type: 'individual',
  first_name: 'Ada',
  last_name: 'Example',
  // The answer about it takes a moment.
  tin: '123450002',
  date_of_birth: '1990-01-31',
  line_1: '1 Main Street',
  city: 'Springfield',
  state: 'IL',
  postcode: '62701',
};

describe('what was saved', () => {
  const mock = useMock();
  const line = (element: TestFlow) =>
    element.renderRoot.querySelector('[part=confirmation]')?.textContent?.trim() ?? '';
  const region = (element: TestFlow) => element.renderRoot.querySelector('p[role=status]')?.textContent;

  /** Returns what the region says from now on, in order. */
  async function listen(element: TestFlow): Promise<string[]> {
    await eventually(() => element.renderRoot.querySelector('[part=help]'), 'all of the frame is there');
    const said: string[] = [];
    const place = element.renderRoot.querySelector('p[role=status]');
    if (place)
      new MutationObserver(() => void said.push(place.textContent)).observe(place, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    return said;
  }

  async function addPaypal(step: StepElement, email: string): Promise<void> {
    step.renderRoot.querySelector<HTMLElement>('[value=paypal]')?.click();
    await settled(step);
    await fill(step, { email });
    await submit(step);
  }

  it('is a payout method: on the list, and gone with the screen after that', async () => {
    const flowId = mock.flow('manage-payouts', 'payout');
    const other = await openWindow(mock.api, { flowId });
    await onboard(other);
    await other.does('/payout-methods', { platform: 'venmo', handle: '@jo-taylor' });
    const element = await mount({ flowId });
    const step = await stepOf(element, 'manage-payouts');
    const said = await listen(element);
    step.renderRoot.querySelector<HTMLElement>('[part=add]')?.click();
    await settled(step);
    await addPaypal(step, 'ada@example.com');
    await eventually(() => line(element) !== '', 'the confirmation');
    const words = 'PayPal a•••@example.com is saved.';
    expect(line(element)).to.equal(words);
    expect(said).to.deep.equal([words]);
    await accessible(element);
    await submit(step);
    await stepOf(element, 'payout');
    await settled(element);
    expect(line(element)).to.equal('');
  });

  for (const [act, selector] of [
    ['automatic payouts', '[role=switch]'],
    ['the default', '[part=method]:last-child [role=menuitem]'],
  ] as const)
    it(`is no news any more once something else is changed: ${act}`, async () => {
      const flowId = mock.flow('manage-payouts');
      const other = await openWindow(mock.api, { flowId });
      await onboard(other);
      await other.does('/payout-methods', { platform: 'venmo', handle: '@jo-taylor' });
      const element = await mount({ flowId });
      const step = await stepOf(element, 'manage-payouts');
      await listen(element);
      step.renderRoot.querySelector<HTMLElement>('[part=add]')?.click();
      await settled(step);
      await addPaypal(step, 'ada@example.com');
      await eventually(() => line(element) !== '', 'the confirmation');
      if (act === 'the default')
        step.renderRoot.querySelector<HTMLElement>('[part=method]:last-child .more')?.click();
      await eventually(() => step.renderRoot.querySelector(selector), 'the act');
      step.renderRoot.querySelector<HTMLElement>(selector)?.click();
      await eventually(() => line(element) === '', 'nothing old');
      expect(step.renderRoot.querySelectorAll('[part=method]'), 'the screen is the same').to.have.length(2);
    });

  it('is the first payout method: on the next step', async () => {
    const flowId = mock.flow('manage-payouts', 'payout');
    await onboard(await openWindow(mock.api, { flowId }));
    const element = await mount({ flowId });
    const step = await stepOf(element, 'manage-payouts');
    const said = await listen(element);
    await addPaypal(step, 'ada@example.com');
    await stepOf(element, 'payout');
    await settled(element);
    expect(line(element)).to.equal('PayPal a•••@example.com is saved.');
    expect(said).to.deep.equal(['PayPal a•••@example.com is saved.']);
  });

  it('is an account that was signed in for: on the list, which the answer itself leads to', async () => {
    const flowId = mock.flow('manage-payments');
    const other = await openWindow(mock.api, { flowId });
    await onboard(other);
    await other.does('/bank-link', { institution_id: 'sandbox-lantern' });
    const element = await mount({ flowId });
    const step = await stepOf(element, 'manage-payments');
    const said = await listen(element);
    await eventually(() => step.renderRoot.querySelector('[name=account_id]'), 'the accounts are shown');
    await choose(step, 'account_id', 'checking');
    await choose(step, 'consent');
    await submit(step);
    await eventually(() => step.renderRoot.querySelector('[part~=method]'), 'the list');
    await eventually(() => said.length, 'it is said');
    await settled(element);
    expect(line(element)).to.match(/^Lantern National Bank\W+4442 is connected\.$/);
    expect(said).to.deep.equal([line(element)]);
    step.renderRoot.querySelector<HTMLElement>('[part=add]')?.click();
    await settled(step);
    await settled(element);
    expect(line(element), 'no news on the screen after it').to.equal('');
  });

  it('is a tax form, on the next step', async () => {
    const flowId = mock.flow('compliance', 'manage-payouts');
    const other = await openWindow(mock.api, { flowId });
    await onboard(other);
    await other.does('/compliance', taxForm);
    const element = await mount({ flowId });
    await stepOf(element, 'compliance');
    const said = await listen(element);
    mock.api.clock.advance(5);
    await stepOf(element, 'manage-payouts');
    await settled(element);
    expect(line(element)).to.equal('Your tax form is certified and saved.');
    expect(said).to.deep.equal(['Your tax form is certified and saved.']);
    expect(region(element)).to.equal('Your tax form is certified and saved.');
    await accessible(element);
  });

  it('is an ID that was found good, on the next step', async () => {
    const flowId = mock.flow('id-verification', 'manage-payouts');
    const other = await openWindow(mock.api, { flowId });
    await onboard(other);
    await other.sendsPictures();
    const element = await mount({ flowId });
    await stepOf(element, 'id-verification');
    const said = await listen(element);
    mock.api.clock.advance(2);
    await stepOf(element, 'manage-payouts');
    await settled(element);
    expect(line(element)).to.equal('Your ID is confirmed.');
    expect(said).to.deep.equal(['Your ID is confirmed.']);
  });

  describe('in another window is no news of this one', () => {
    const elsewhere =
      'This was done already, perhaps in another window. What you sent just now was not saved.';

    it('when a profile is sent after it', async () => {
      const flowId = mock.flow('onboarding', 'manage-payouts');
      const other = await openWindow(mock.api, { flowId });
      await confirmPhone(other);
      const element = await mount({ flowId });
      const step = await stepOf(element, 'onboarding');
      await fill(step, { first_name: 'Ada', last_name: 'Lovelace', email: 'ada@example.com' });
      const said = await listen(element);
      const profile = { first_name: 'Ada', last_name: 'Example', email: 'a@example.com', country: 'US' };
      await other.does('/onboarding', profile);
      await submit(step);
      await stepOf(element, 'manage-payouts');
      await settled(element);
      expect(line(element)).to.equal(elsewhere);
      expect(said.filter((text) => text === elsewhere)).to.have.length(1);
      await accessible(element);
    });

    it('when a tax form is certified after it', async () => {
      const flowId = mock.flow('compliance', 'manage-payouts');
      const other = await openWindow(mock.api, { flowId });
      await onboard(other);
      const element = await mount({ flowId });
      const step = await stepOf(element, 'compliance');
      await submit(step);
      await fill(step, { tin: '123-45-6780', date_of_birth: '1990-01-31' });
      await submit(step);
      await fill(step, { line_1: '2 Side Street', city: 'Springfield', state: 'IL', postcode: '62701' });
      await submit(step);
      const said = await listen(element);
      await other.does('/compliance', { ...taxForm, tin: '123456789' });
      await submit(step);
      await stepOf(element, 'manage-payouts');
      await settled(element);
      expect(line(element)).to.equal(elsewhere);
      expect(said).not.to.include('Your tax form is certified and saved.');
    });
  });
});
