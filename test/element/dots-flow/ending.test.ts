import { expect } from '@open-wc/testing';
import { onboard, openWindow } from './other-window.ts';
import { accessible, button, eventually, mount, stepOf, title, type TestFlow, useMock } from './support.ts';

const bank = {
  platform: 'ach',
  routing_number: '110000000',
  account_number: '000123456789',
  account_type: 'checking',
};
const taxForm = {
  form: 'w9',
  entity_type: 'individual',
  first_name: 'Ada',
  last_name: 'Example',
  tin: '412557890',
  date_of_birth: '1990-01-31',
  line_1: '1 Main Street',
  city: 'Springfield',
  state: 'IL',
  postcode: '62701',
};

describe('the end of a flow', () => {
  const mock = useMock();
  const texts = (element: TestFlow) => element.renderRoot.textContent ?? '';
  const atEnd = async (flowId: string) => {
    const element = await mount({ flowId });
    await title(element);
    return element;
  };
  const lines = (element: Element, kind: string) =>
    [...(element.shadowRoot?.querySelectorAll(`.${kind} li`) ?? [])].map((line) => line.textContent?.trim());

  it('has a line for each thing that was done', async () => {
    const flowId = mock.flow('compliance', 'manage-payouts');
    const other = await openWindow(mock.api, { flowId });
    await onboard(other);
    await other.does('/compliance', taxForm);
    await other.does('/payout-methods', bank);
    await other.does('/manage-payouts');
    const element = await atEnd(flowId);
    await eventually(() => lines(element, 'done').length === 4, 'four lines');
    expect(lines(element, 'done')).to.deep.equal([
      'Phone number confirmed',
      'Name and email saved',
      'Tax form W‑9 certified',
      'Payouts go to Test Bank •••\u00a06789',
    ]);
    expect(await title(element)).to.equal('All done');
    await accessible(element);
  });

  it('does not say that nothing is to be done while something is open, and leads there', async () => {
    const flowId = mock.flow('manage-payouts');
    const other = await openWindow(mock.api, { flowId });
    // Somebody looks at who has this name.
    await onboard(other, 'Review');
    await other.does('/manage-payouts');
    const element = await atEnd(flowId);
    await eventually(() => lines(element, 'open').length === 2, 'two lines');
    expect(await title(element)).to.equal('That is all for now');
    expect(texts(element)).not.to.include('nothing more to do');
    expect(texts(element)).to.include('Acme Market gets the result');
    await accessible(element);
    button(element, 'Add a payout method').click();
    await eventually(() => element.state.name === 'step', 'the step that is missing');
    expect(mock.calls('POST /session/return')[0]?.key).to.be.a('string');
    expect(mock.calls('GET /session'), 'the answer says it all').to.have.length(0);
  });

  it('shows the payout with its day and reference number, and saves a receipt', async () => {
    const user_id = mock.api.createUser({ first_name: 'Ada', last_name: 'Example' });
    mock.api.fund(user_id, 120_00);
    const { id: flowId } = mock.api.createFlow({ steps: ['payout'], user_id });
    const other = await openWindow(mock.api, { flowId });
    await other.does('/payout-methods', bank);
    const [method] = (await other.at('payout')).methods;
    await other.does('/payout/review', { amount: 100_00, method_id: method?.id });
    await other.does('/payout', { id: (await other.at('payout')).review?.id });
    const { reference = '' } = (await other.at('payout')).payout ?? {};
    await other.does('/payout/continue');
    const element = await atEnd(flowId);
    await eventually(() => !!element.renderRoot.querySelector('.facts'), 'the payout');
    expect(texts(element)).to.include('$100.00');
    expect(texts(element)).to.include('Test Bank');
    expect(texts(element)).to.include('December 4');
    expect(texts(element)).to.include(reference);
    let saved: { name: string; href: string } | undefined;
    const real = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'click') ?? {};
    const watched = function (this: HTMLElement) {
      if (this instanceof HTMLAnchorElement) saved = { name: this.download, href: this.href };
    };
    const receipt = button(element, 'Save a receipt');
    Object.defineProperty(HTMLElement.prototype, 'click', { ...real, value: watched });
    receipt.dispatchEvent(new MouseEvent('click'));
    Object.defineProperty(HTMLElement.prototype, 'click', real);
    expect(saved?.name).to.equal(`payout-${reference.slice(0, 8)}.txt`);
    const text = await (await fetch(saved?.href ?? '')).text();
    expect(text).to.include('Payout from Acme Market');
    expect(text).to.include(`Reference number: ${reference}`);
    expect(text).to.include('Name: Ada Example');
    expect(text).to.include('Amount: $100.00');
    expect(text).to.include('Fee: $0.00');
    expect(text).to.include('You get: $100.00');
    expect(text).to.include('To: Test Bank •••\u00a06789');
    // What is left is more than the least that a payout takes.
    await eventually(() => lines(element, 'open').length === 1, 'what is left');
    expect(lines(element, 'open')).to.deep.equal([
      'You have $20.00 left. You can withdraw it here at any time.',
    ]);
    expect(texts(element)).not.to.include('nothing more to do');
    expect(element.renderRoot.querySelector('.medal')?.className, 'the payout is well').to.include('good');
    await accessible(element);
    button(element, 'Withdraw now').click();
    await eventually(() => element.state.name === 'step' && element.state.step === 'payout', 'the payout');
    const step = await stepOf(element, 'payout');
    expect(step.renderRoot.querySelector<HTMLInputElement>('[name=amount]')?.value).to.equal('20.00');
  });

  it('says only that it is finished where the phone is not confirmed, and how to see more', async () => {
    const flowId = mock.flow('onboarding');
    await onboard(await openWindow(mock.api, { flowId }));
    mock.api.clock.advance('PT16M');
    const element = await mount({ flowId });
    expect(await title(element)).to.equal('This is finished');
    expect(element.renderRoot.querySelector('[part=lead]')?.textContent).to.equal(
      'To see how it stands, show that it is you. You need a code from your phone.',
    );
    expect(element.renderRoot.querySelector('[part=sign]')?.className).to.equal('medal calm');
    await accessible(element);
    button(element, 'See how it stands').click();
    await eventually(() => element.state.name === 'step', 'the code');
  });

  it('has no green mark while something is open, and leads back to what was not withdrawn', async () => {
    const user_id = mock.api.createUser();
    const { id: flowId } = mock.api.createFlow({ steps: ['payout'], user_id });
    const other = await openWindow(mock.api, { flowId });
    await other.does('/payout-methods', bank);
    await other.does('/payout/continue');
    const element = await atEnd(flowId);
    await eventually(() => lines(element, 'open').length === 1, 'what is open');
    expect(texts(element)).to.include('You have not withdrawn anything.');
    expect(element.renderRoot.querySelector('[part=sign]')?.className).to.equal('medal calm');
    mock.api.fund(user_id, 120_00);
    button(element, 'Withdraw now').click();
    await eventually(() => element.state.name === 'step' && element.state.step === 'payout', 'the payout');
  });
});
