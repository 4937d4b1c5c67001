import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import managePayments from '../../../src/steps/manage-payments/index.ts';
import type { StepElement } from '../../../src/steps/step-element.ts';
import { createMockApi } from '../../../src/testing/index.ts';
import { eventually } from '../eventually.ts';
import {
  choose,
  control,
  errorOf,
  everythingInTheDom,
  fill,
  find,
  focused,
  goBack,
  has,
  mountOnMock,
  names,
  post,
  press,
  settled,
  standstill,
  submit,
  summaryOf,
  title,
  type MockOptions,
} from '../support.ts';

type Requirement = RequirementOf<'manage-payments'>;
type Step = StepElement & { requirement: Requirement };
type Before = NonNullable<MockOptions['before']>[number];

interface Payee {
  readonly country?: string;
  /** Options of the step. */
  readonly step?: Readonly<Record<string, unknown>>;
}

/** Mounts the step of somebody in the US, or of `payee`, who has done this before. */
async function mount(before: readonly Before[] = [], { country = 'US', step = {} }: Payee = {}) {
  const api = createMockApi(standstill);
  const user_id = api.createUser({ country });
  const steps = [{ name: 'manage-payments', ...step }];
  const mounted = await mountOnMock<Step>(managePayments, api, { steps, user_id }, { before });
  const idOf = (index: number) => mounted.element.requirement.methods[index]?.id ?? expect.fail('no account');
  return { ...mounted, api, idOf };
}

const adds =
  (account: object): Before =>
  (current) =>
    post('/payment-methods', {
      ...account,
      consent: true,
      mandate_version: (current as Requirement).mandate.version,
    });
const signsIn = (institution_id: string) => post('/bank-link', { institution_id });
/** An account that may be debited. */
const linked = (account_id = 'checking') => [
  signsIn('sandbox-lantern'),
  adds({ source: 'link', account_id }),
];
const numbers = { routing_number: '021000021', account_number: '000987654321', account_type: 'checking' };
const typed = (account_number = numbers.account_number) =>
  adds({ ...numbers, account_number, source: 'manual' });
/** The amounts of the deposits to the newest account are wrong. */
const wrong: Before = (current) =>
  post(`/payment-methods/${(current as Requirement).methods.at(-1)?.id ?? ''}/deposits`, {
    amount_1: '10',
    amount_2: '20',
  });
/** Mounts the step with an account to which two deposits were sent. */
async function mountWaiting() {
  const mounted = await mount([typed()]);
  await mounted.catchUp();
  return mounted;
}
const textOf = (element: StepElement) => element.renderRoot.textContent?.replace(/\s+/g, ' ') ?? '';

/** Waits for the screens of signing in, which are loaded when they are first needed. */
async function mountLink(bank: string, before: readonly Before[] = []) {
  const mounted = await mount([...before, signsIn(bank)]);
  await eventually(
    () => mounted.element.renderRoot.querySelector('[part~="simulation"], button.button'),
    'the screen is loaded',
  );
  await settled(mounted.element);
  return mounted;
}

/** Chooses to type the numbers, and does. */
async function fillNumbers(
  element: StepElement,
  { account_number = numbers.account_number } = {},
): Promise<void> {
  const { routing_number } = numbers;
  await fill(element, { routing_number, account_number });
  await choose(element, 'account_type', 'checking');
  await choose(element, 'consent');
}

describe('manage-payments step', () => {
  it('offers both ways, and to do it later', async () => {
    const { element, sent } = await mount();
    expect(title(element)).to.equal('Pay Acme from your bank account');
    await expect(element).to.be.accessible();
    await press(element, 'I’ll do this later');
    expect(sent).to.deep.equal([{ method: 'POST', path: '/manage-payments', body: {} }]);
  });

  it('calls nothing wrong with the search when it is left, for the bank stands below it', async () => {
    const { element } = await mount();
    await choose(element, 'source', 'link');
    await eventually(() => element.renderRoot.querySelector('[name="institution_id"]'), 'banks are found');
    await fill(element, { institution: 'Lantern' });
    expect(errorOf(element, 'institution')).to.equal('');
  });

  it('finds banks while the name is typed, and begins to sign in at one', async () => {
    const { element, sent, done } = await mount();
    control(element, 'source', 'link').click();
    await eventually(() => element.renderRoot.querySelector('[name="institution_id"]'), 'banks are found');
    expect(textOf(element)).to.include('No bank is asked');
    await expect(element).to.be.accessible();
    control(element, 'institution_id', 'sandbox-lantern').click();
    await settled(element);
    expect(sent).to.deep.equal([
      { method: 'POST', path: '/bank-link', body: { institution_id: 'sandbox-lantern' } },
    ]);
    await done();
    await eventually(() => element.renderRoot.querySelector('[name="account_id"]'), 'the accounts are shown');
    expect(title(element)).to.equal('Which account?');
  });

  it('begins at no bank that nobody chose: Enter asks for a choice', async () => {
    const { element, sent } = await mount();
    control(element, 'source', 'link').click();
    await eventually(() => element.renderRoot.querySelector('[name="institution_id"]'), 'banks are found');
    control(element, 'institution').focus();
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(sent).to.deep.equal([]);
    expect(errorOf(element, 'institution')).to.include('Choose your bank from the list');
    expect(focused(element)).to.equal('institution');
  });

  it('says when the list of banks cannot be reached, and leads to the numbers', async () => {
    const { api, element } = await mount();
    api.faults.fail('service-unavailable', { call: 'GET /session/institutions', times: 3 });
    control(element, 'source', 'link').click();
    await eventually(() => textOf(element).includes('cannot be reached now'), 'it is said');
    await press(element, 'Enter account numbers instead');
    expect(names(element)).to.deep.equal(['routing_number', 'account_number', 'account_type', 'consent']);
  });

  it('says that no bank has this name, and that one has to be chosen', async () => {
    const { element, sent } = await mount();
    control(element, 'source', 'link').click();
    await eventually(() => element.renderRoot.querySelector('[name="institution_id"]'), 'banks are found');
    await fill(element, { institution: 'No such bank' });
    await eventually(() => textOf(element).includes('no bank of this name'), 'it is said');
    await expect(element).to.be.accessible();
    find<HTMLFormElement>(element, 'form').requestSubmit();
    await settled(element);
    expect(errorOf(element, 'institution')).to.include('Choose your bank from the list');
    expect(focused(element)).to.equal('institution');
    expect(sent).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });

  it('asks for the numbers and the authorization, and hands over what was read with its version', async () => {
    const { element, sent, done, announced, idOf } = await mount();
    await choose(element, 'source', 'manual');
    await expect(element).to.be.accessible();
    await submit(element);
    expect(errorOf(element, 'consent')).to.include('Tick this box');
    expect(focused(element)).to.equal('routing_number');
    await expect(element).to.be.accessible();
    await fillNumbers(element);
    expect(everythingInTheDom(element).replace(/\s/g, '')).not.to.include('000987654321');
    await submit(element);
    expect(sent[0]?.body).to.deep.equal({
      source: 'manual',
      routing_number: '021000021',
      account_number: '000987654321',
      account_type: 'checking',
      consent: true,
      mandate_version: element.requirement.mandate.version,
    });
    await done();
    expect(announced.at(-1)).to.include('saved');
    expect(focused(element)).to.equal(`method-${idOf(0)}`);
  });

  it('keeps what was typed when the bank refuses the account', async () => {
    const { element, done } = await mount();
    await choose(element, 'source', 'manual');
    await fillNumbers(element, { account_number: '000111111116' });
    await submit(element);
    await done();
    expect(errorOf(element, 'account_number')).to.include('closed');
    expect(control(element, 'routing_number').value, 'in groups, to be read').to.equal('021 000 021');
    await expect(element).to.be.accessible();
  });

  it('lets the payee choose among the bank’s accounts, and says that it is simulated', async () => {
    const { element, sent, done } = await mountLink('sandbox-lantern');
    expect(textOf(element)).to.include('This is a simulation');
    await expect(element).to.be.accessible();
    await choose(element, 'account_id', 'checking');
    await choose(element, 'consent');
    await submit(element);
    expect(sent[0]?.body).to.deep.equal({
      source: 'link',
      account_id: 'checking',
      consent: true,
      mandate_version: element.requirement.mandate.version,
    });
    await done();
    expect(element.requirement.methods[0]?.status).to.equal('verified');
  });

  it('says that account and authorization are missing', async () => {
    const { element, sent } = await mountLink('sandbox-lantern');
    await submit(element);
    expect(summaryOf(element)).to.have.length(2);
    expect(errorOf(element, 'consent')).to.include('Tick this box');
    expect(focused(element)).to.equal('account_id');
    expect(sent).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });

  it('shows what became of a chosen account at the account, with everything still there', async () => {
    const { element, done } = await mountLink('sandbox-lantern', linked());
    await choose(element, 'account_id', 'checking');
    await choose(element, 'consent');
    await submit(element);
    await done();
    expect(errorOf(element, 'account_id')).to.include('on your list already');
    expect(control(element, 'consent').checked).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('wants an answer to the bank’s question', async () => {
    const { element, sent } = await mountLink('sandbox-juniper');
    await submit(element);
    expect(errorOf(element, 'answer')).not.to.equal('');
    expect(focused(element)).to.equal('answer');
    expect(sent).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });

  it('leaves a failure at the bank’s page when another bank is looked for', async () => {
    const { api, element, done } = await mountLink('sandbox-meadow');
    await press(element, 'I’m done there');
    api.faults.fail('service-unavailable', { times: 3 });
    await done();
    expect(find(element, '[part="failure"]').textContent).to.include('busy at the moment');
    await press(element, 'Choose another bank');
    await done();
    expect(title(element)).to.equal('Find your bank');
    expect(has(element, '[part="failure"]')).to.equal(false);
    await eventually(() => has(element, '[name="institution_id"]'), 'banks are found');
    await expect(element).to.be.accessible();
  });

  it('asks the bank’s question', async () => {
    const { element, sent, done } = await mountLink('sandbox-juniper');
    await fill(element, { answer: '000000' });
    await submit(element);
    expect(sent).to.deep.equal([{ method: 'POST', path: '/bank-link/answer', body: { answer: '000000' } }]);
    await done();
    expect(errorOf(element, 'answer')).to.include('this answer is wrong');
    await expect(element).to.be.accessible();
  });

  it('leads to the bank’s own page in another window, but only to a web address', async () => {
    const { element, push } = await mountLink('sandbox-meadow');
    const { link } = element.requirement;
    const anchor = find<HTMLAnchorElement>(element, 'a.button');
    expect([anchor.href, anchor.target, anchor.rel]).to.deep.equal([
      link?.url,
      '_blank',
      // The page after the bank says its code to this window.
      'opener',
    ]);
    expect(anchor.referrerPolicy).to.equal('no-referrer');
    await expect(element).to.be.accessible();
    // No server of ours says this.
    if (link) await push({ ...element.requirement, link: { ...link, url: 'javascript:alert(1)' } });
    expect(element.renderRoot.querySelector('a')).to.equal(null);
  });

  it('goes on with the code that the API’s own page says, and listens to no other', async () => {
    const { element, sent, done } = await mountLink('sandbox-meadow');
    const says = (origin: string, data: unknown) =>
      window.dispatchEvent(new MessageEvent('message', { origin, data }));
    says('https://evil.example', { dotsBankCode: '123456' });
    for (const data of [null, 'text', { dotsBankCode: 123456 }, {}]) says('https://pay.example', data);
    await settled(element);
    expect(sent).to.deep.equal([]);
    says('https://pay.example', { dotsBankCode: '123456' });
    await settled(element);
    expect(sent).to.deep.equal([{ method: 'POST', path: '/bank-link/look', body: { bank_code: '123456' } }]);
    await done();
    expect(title(element)).to.equal('Which account?');
    says('https://pay.example', { dotsBankCode: '123456' });
    await settled(element);
    expect(sent).to.have.length(1);
  });

  it('takes a typed code, and asks for it when the payee only says that they are done', async () => {
    const { element, sent, done } = await mountLink('sandbox-meadow');
    await press(element, 'I’m done there');
    expect(sent).to.deep.equal([{ method: 'POST', path: '/bank-link/look', body: {} }]);
    await done();
    await eventually(() => errorOf(element, 'bank_code'), 'it is asked for');
    expect(errorOf(element, 'bank_code')).to.include('six digits that the window shows');
    await eventually(() => focused(element) === 'bank_code', 'the field that is asked for has the focus');
    await expect(element).to.be.accessible();
    await fill(element, { bank_code: '12' });
    await press(element, 'I’m done there');
    expect(errorOf(element, 'bank_code')).to.include('six digits');
    await eventually(() => focused(element) === 'bank_code', 'a half code is judged there');
    await fill(element, { bank_code: '65 43 21' });
    await press(element, 'I’m done there');
    await done();
    expect(errorOf(element, 'bank_code')).to.include('not the code');
    await eventually(() => focused(element) === 'bank_code', 'so is a wrong one');
    await fill(element, { bank_code: '123 456' });
    await press(element, 'I’m done there');
    await done();
    expect(sent.at(-1)?.body).to.deep.equal({ bank_code: '123456' });
    expect(title(element)).to.equal('Which account?');
  });

  for (const [failure, bank, words] of [
    ['institution-down', 'sandbox-pebble', 'cannot be reached'],
    ['declined', 'sandbox-harrow', 'Nothing was connected'],
    // No bank of the sandbox does this.
    ['locked', 'sandbox-harrow', 'locked your access'],
    ['no-accounts', 'sandbox-thimble', 'No account'],
  ] as const)
    it(`says what to do when it came to nothing: ${failure}`, async () => {
      const { element, sent, push } = await mountLink(bank);
      const { link } = element.requirement;
      if (link && failure === 'locked') await push({ ...element.requirement, link: { ...link, failure } });
      expect(element.requirement.link?.failure).to.equal(failure);
      expect(title(element)).to.include(words);
      await expect(element).to.be.accessible();
      await press(element, 'Choose another bank');
      expect(sent).to.deep.equal([{ method: 'DELETE', path: '/bank-link' }]);
    });

  it('lists every account with what happens next', async () => {
    const { element, sent } = await mount([
      ...linked(),
      typed(),
      typed('000987654322'),
      // Meanwhile the deposits are sent.
      { method: 'DELETE', path: '/bank-link' },
      wrong,
      wrong,
      wrong,
      typed('000987654323'),
    ]);
    expect(textOf(element))
      .to.include('Default')
      .and.to.include('Confirm deposits')
      .and.to.include('wrong three times')
      .and.to.include('being sent');
    expect(find(element, '[aria-label^="Confirm deposits"]').part.contains('button')).to.equal(true);
    await expect(element).to.be.accessible();
    await submit(element);
    expect(sent).to.deep.equal([{ method: 'POST', path: '/manage-payments', body: {} }]);
  });

  it('says where the payee is reminded of deposits that are on their way', async () => {
    const { element, push } = await mountWaiting();
    // In the sandbox they are there at once.
    const deposits = { expected: '2099-03-04T09:00:00.000Z', tries_left: 3 };
    const methods = element.requirement.methods.map((method) => ({ ...method, deposits }));
    await push({ ...element.requirement, methods });
    expect(textOf(element)).to.include('March 4, 2099. You get a text at +1 ••• ••• 0100 then.');
  });

  it('counts wrong amounts, and goes back to the list when they are right', async () => {
    const { element, sent, done, announced, idOf } = await mountWaiting();
    await press(element, 'Confirm deposits');
    await expect(element).to.be.accessible();
    await fill(element, { amount_1: '3.20', amount_2: '45' });
    await submit(element);
    expect(errorOf(element, 'amount_1')).to.include('less than a dollar');
    await fill(element, { amount_1: '10', amount_2: '20' });
    await submit(element);
    expect(sent[0]?.path).to.equal(`/payment-methods/${idOf(0)}/deposits`);
    await done();
    await submit(element);
    await done();
    expect(errorOf(element, 'amount_1')).to.include('not the two amounts');
    expect(textOf(element)).to.include('One try left');
    await expect(element).to.be.accessible();
    await fill(element, { amount_1: '45', amount_2: '32' });
    await submit(element);
    await done();
    expect(announced.at(-1)).to.include('is connected');
    expect(title(element)).to.equal('Accounts Acme may debit');
  });

  it('shows the authorization as it was agreed to', async () => {
    const { element } = await mount(linked());
    find(element, '.more').click();
    await eventually(() => element.renderRoot.querySelector('.menu:popover-open'), 'the menu opens');
    await press(element, 'Authorization');
    expect(textOf(element))
      .to.include(element.requirement.methods[0]?.mandate.text[0])
      .and.to.include('November 28, 2026');
    expect(find(element, '[part="mandate"]').lang).to.equal('en');
    await expect(element).to.be.accessible();
    await goBack(element);
    expect(title(element)).to.equal('Accounts Acme may debit');
  });

  it('asks before an account is removed, and says that the authorization ends', async () => {
    const { element, sent, done, idOf } = await mount(linked());
    const removal = { method: 'DELETE', path: `/payment-methods/${idOf(0)}` };
    find(element, '.more').click();
    await eventually(() => element.renderRoot.querySelector('.menu:popover-open'), 'the menu opens');
    await press(element, 'Remove');
    await eventually(() => element.renderRoot.querySelector('dialog')?.open, 'the dialog opens');
    expect(find(element, 'dialog').textContent).to.include(
      'Your authorization ends. Acme can debit no account',
    );
    find(element, 'dialog .danger').click();
    await eventually(() => sent.length === 1, 'the request is sent');
    expect(sent).to.deep.equal([removal]);
    await done();
    expect(title(element)).to.equal('Pay Acme from your bank account');
  });

  it('removes an account once what was under way is done', async () => {
    const { api, element, sent, done, idOf } = await mount([...linked(), ...linked('savings')]);
    const removal = { method: 'DELETE', path: `/payment-methods/${idOf(0)}` };
    await submit(element);
    expect(sent).to.have.length(1);
    find(element, '.more').click();
    await eventually(() => element.renderRoot.querySelector('.menu:popover-open'), 'the menu opens');
    await press(element, 'Remove');
    await eventually(() => element.renderRoot.querySelector('dialog')?.open, 'the dialog opens');
    find(element, 'dialog .danger').click();
    await eventually(() => !has(element, 'dialog'), 'the dialog closes');
    expect(sent).to.have.length(1);
    api.faults.fail('service-unavailable', { times: 3 });
    await done();
    expect(sent[1]).to.deep.equal(removal);
    await done();
    expect(element.requirement.methods).to.have.length(1);
  });

  it('tells who lives elsewhere why, and lets them go on even without a continue button', async () => {
    const { element, sent } = await mount([], { country: 'DE', step: { hide_continue_button: true } });
    expect(title(element)).to.equal('This needs a US bank account');
    await expect(element).to.be.accessible();
    await submit(element);
    expect(sent).to.deep.equal([{ method: 'POST', path: '/manage-payments', body: {} }]);
  });

  it('has no continue button where the partner hides it', async () => {
    const { element } = await mount(linked(), { step: { hide_continue_button: true } });
    expect(element.renderRoot.querySelector('button[type="submit"]')).to.equal(null);
    expect(textOf(element)).to.include('Every change is saved');
    await expect(element).to.be.accessible();
  });
});
