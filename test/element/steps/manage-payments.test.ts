import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { PaymentMethod, BankLink } from '../../../src/contract/steps/manage-payments.ts';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { flowProblem } from '../../../src/flow/problem.ts';
import managePayments from '../../../src/steps/manage-payments/index.ts';
import type { StepElement } from '../../../src/steps/step-element.ts';
import { eventually } from '../eventually.ts';
import {
  choose,
  control,
  errorOf,
  everythingInTheDom,
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
  summaryOf,
  title,
} from '../support.ts';

type Requirement = RequirementOf<'manage-payments'>;

const mandate = {
  version: '2026-11-22',
  text: ['I authorize Acme to debit my account.', 'I can revoke this.'],
};
const checking: PaymentMethod = {
  id: '00000000-0000-4000-8000-000000000001',
  masked: '••• 6789',
  bank_name: 'Test Bank',
  account_type: 'checking',
  status: 'verified',
  failure: null,
  is_default: true,
  deposits: null,
  mandate: { ...mandate, accepted: '2026-03-02T09:00:00.000Z' },
};
const waiting: PaymentMethod = {
  ...checking,
  id: '00000000-0000-4000-8000-000000000002',
  masked: '••• 0002',
  status: 'sent',
  is_default: false,
  deposits: { expected: '2026-03-04T09:00:00.000Z', tries_left: 3 },
};
const failed: PaymentMethod = {
  ...waiting,
  id: '00000000-0000-4000-8000-000000000003',
  status: 'failed',
  failure: 'wrong-deposit-amounts',
  deposits: null,
};
const link: BankLink = {
  institution: { id: 'sandbox-lantern', name: 'Lantern National Bank' },
  phase: 'accounts',
  url: null,
  question: null,
  accounts: [{ id: 'checking', name: 'Everyday Checking', masked: '••• 4442', account_type: 'checking' }],
  failure: null,
  simulated: true,
};

const needs = (more: Partial<Requirement> = {}): Requirement => ({
  step: 'manage-payments',
  hide_continue_button: false,
  methods: [],
  in_us: true,
  linking: true,
  link: null,
  mandate,
  ...more,
});
const institutions = { institutions: [link.institution] };
const ask: MountOptions['ask'] = (path) =>
  Promise.resolve(path.startsWith('/institutions') ? institutions : null);
const mount = (more: Partial<Requirement> = {}, options: MountOptions = {}) =>
  mountStep(managePayments, needs(more), { ask, ...options });
const textOf = (element: StepElement) => element.renderRoot.textContent?.replace(/\s+/g, ' ') ?? '';

/** Waits for the screens of signing in, which are loaded when they are first needed. */
async function mountLink(more: Partial<BankLink>) {
  const mounted = await mount({ link: { ...link, ...more } });
  await eventually(
    () => mounted.element.renderRoot.querySelector('[part~="simulation"], button.button'),
    'the screen is loaded',
  );
  await settled(mounted.element);
  return mounted;
}

async function fillNumbers(element: StepElement): Promise<void> {
  await fill(element, { routing_number: '021000021', account_number: '000987654321' });
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
    await done(needs({ link }));
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
    const { element } = await mount({}, { ask: () => Promise.resolve(null) });
    control(element, 'source', 'link').click();
    await eventually(() => textOf(element).includes('cannot be reached now'), 'it is said');
    await press(element, 'Enter account numbers instead');
    expect(names(element)).to.deep.equal(['routing_number', 'account_number', 'account_type', 'consent']);
  });

  it('says that no bank has this name, and that one has to be chosen', async () => {
    const { element, sent } = await mount({}, { ask: () => Promise.resolve({ institutions: [] }) });
    control(element, 'source', 'link').click();
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
    const { element, sent, done, announced } = await mount({ linking: false });
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
      mandate_version: '2026-11-22',
    });
    await done(needs({ methods: [waiting] }));
    expect(announced.at(-1)).to.include('saved');
    expect(focused(element)).to.equal(`method-${waiting.id}`);
  });

  it('keeps what was typed when the bank refuses the account', async () => {
    const { element, refuse } = await mount({ linking: false });
    await fillNumbers(element);
    await submit(element);
    await refuse(fieldProblems({ field: 'account_number', code: 'account-closed' }));
    expect(errorOf(element, 'account_number')).to.include('closed');
    expect(control(element, 'routing_number').value).to.equal('021000021');
    await expect(element).to.be.accessible();
  });

  it('lets the payee choose among the bank’s accounts, and says that it is simulated', async () => {
    const { element, sent } = await mountLink({});
    expect(textOf(element)).to.include('This is a simulation');
    await expect(element).to.be.accessible();
    await choose(element, 'account_id', 'checking');
    await choose(element, 'consent');
    await submit(element);
    expect(sent[0]?.body).to.deep.equal({
      source: 'link',
      account_id: 'checking',
      consent: true,
      mandate_version: '2026-11-22',
    });
  });

  it('says that account and authorization are missing', async () => {
    const { element, sent } = await mountLink({});
    await submit(element);
    expect(summaryOf(element)).to.have.length(2);
    expect(errorOf(element, 'consent')).to.include('Tick this box');
    expect(focused(element)).to.equal('account_id');
    expect(sent).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });

  it('shows what became of a chosen account at the account, with everything still there', async () => {
    const { element, refuse } = await mountLink({});
    await choose(element, 'account_id', 'checking');
    await choose(element, 'consent');
    await submit(element);
    await refuse(fieldProblems({ field: 'account_id', code: 'payment-method-exists' }));
    expect(errorOf(element, 'account_id')).to.include('on your list already');
    expect(control(element, 'consent').checked).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('wants an answer to the bank’s question', async () => {
    const { element, sent } = await mountLink({
      phase: 'question',
      question: 'What is the code?',
      accounts: [],
    });
    await submit(element);
    expect(errorOf(element, 'answer')).not.to.equal('');
    expect(focused(element)).to.equal('answer');
    expect(sent).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });

  it('leaves a failure at the bank’s page when another bank is looked for', async () => {
    const { element, refuse, done } = await mountLink({
      phase: 'elsewhere',
      url: 'https://bank.example/',
      accounts: [],
    });
    await press(element, 'I’m done there');
    await refuse(flowProblem('network-error'));
    expect(find(element, '[part="failure"]').textContent).to.include('could not reach');
    await press(element, 'Choose another bank');
    await done(needs());
    expect(title(element)).to.equal('Find your bank');
    expect(has(element, '[part="failure"]')).to.equal(false);
    await eventually(() => has(element, '[name="institution_id"]'), 'banks are found');
    await expect(element).to.be.accessible();
  });

  it('asks the bank’s question', async () => {
    const { element, sent, refuse } = await mountLink({
      phase: 'question',
      question: 'What is the code?',
      accounts: [],
    });
    await fill(element, { answer: '000000' });
    await submit(element);
    expect(sent).to.deep.equal([{ method: 'POST', path: '/bank-link/answer', body: { answer: '000000' } }]);
    await refuse(fieldProblems({ field: 'answer', code: 'wrong-answer' }));
    expect(errorOf(element, 'answer')).to.include('this answer is wrong');
    await expect(element).to.be.accessible();
  });

  it('leads to the bank’s own page in another window, but only to a web address', async () => {
    const { element, push } = await mountLink({
      phase: 'elsewhere',
      url: 'https://bank.example/sign-in',
      accounts: [],
    });
    const anchor = find<HTMLAnchorElement>(element, 'a.button');
    expect([anchor.href, anchor.target, anchor.rel]).to.deep.equal([
      'https://bank.example/sign-in',
      '_blank',
      'noopener noreferrer',
    ]);
    await expect(element).to.be.accessible();
    await push(needs({ link: { ...link, phase: 'elsewhere', url: 'javascript:alert(1)', accounts: [] } }));
    expect(element.renderRoot.querySelector('a')).to.equal(null);
  });

  for (const [failure, words] of [
    ['institution-down', 'cannot be reached'],
    ['declined', 'Nothing was connected'],
    ['locked', 'locked your access'],
    ['no-accounts', 'No account'],
  ] as const)
    it(`says what to do when it came to nothing: ${failure}`, async () => {
      const { element, sent } = await mountLink({ phase: 'failed', failure, accounts: [] });
      expect(title(element)).to.include(words);
      await expect(element).to.be.accessible();
      await press(element, 'Choose another bank');
      expect(sent).to.deep.equal([{ method: 'DELETE', path: '/bank-link' }]);
    });

  it('lists every account with what happens next', async () => {
    const { element, sent } = await mount({
      methods: [checking, waiting, failed, { ...waiting, id: 'new', status: 'pending', deposits: null }],
    });
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
    const deposits = { expected: '2099-03-04T09:00:00.000Z', tries_left: 3 };
    const notification = { channel: 'sms', to: '+1 ••• ••• 0100' } as const;
    const { element } = await mount({ methods: [{ ...waiting, deposits }], notification });
    expect(textOf(element)).to.include('March 4, 2099. You get a text at +1 ••• ••• 0100 then.');
  });

  it('counts wrong amounts, and goes back to the list when they are right', async () => {
    const { element, sent, done, announced } = await mount({ methods: [waiting] });
    await press(element, 'Confirm deposits');
    await expect(element).to.be.accessible();
    await fill(element, { amount_1: '3.20', amount_2: '45' });
    await submit(element);
    expect(errorOf(element, 'amount_1')).to.include('less than a dollar');
    await fill(element, { amount_1: '10', amount_2: '20' });
    await submit(element);
    expect(sent[0]?.path).to.equal(`/payment-methods/${waiting.id}/deposits`);
    await done(
      needs({ methods: [{ ...waiting, deposits: { expected: '2026-03-04T09:00:00.000Z', tries_left: 1 } }] }),
    );
    expect(errorOf(element, 'amount_1')).to.include('not the two amounts');
    expect(textOf(element)).to.include('One try left');
    await expect(element).to.be.accessible();
    await submit(element);
    await done(needs({ methods: [{ ...waiting, status: 'verified', deposits: null, is_default: true }] }));
    expect(announced.at(-1)).to.include('is connected');
    expect(title(element)).to.equal('Accounts Acme may debit');
  });

  it('shows the authorization as it was agreed to', async () => {
    const { element } = await mount({ methods: [checking] });
    find(element, '.more').click();
    await eventually(() => element.renderRoot.querySelector('.menu:popover-open'), 'the menu opens');
    await press(element, 'Authorization');
    expect(textOf(element))
      .to.include('I authorize Acme to debit my account.')
      .and.to.include('March 2, 2026');
    expect(find(element, '[part="mandate"]').lang).to.equal('en');
    await expect(element).to.be.accessible();
    await goBack(element);
    expect(title(element)).to.equal('Accounts Acme may debit');
  });

  it('asks before an account is removed, and says that the authorization ends', async () => {
    const { element, sent, done } = await mount({ methods: [checking] });
    find(element, '.more').click();
    await eventually(() => element.renderRoot.querySelector('.menu:popover-open'), 'the menu opens');
    await press(element, 'Remove');
    await eventually(() => element.renderRoot.querySelector('dialog')?.open, 'the dialog opens');
    expect(find(element, 'dialog').textContent).to.include(
      'Your authorization ends. Acme can debit no account',
    );
    find(element, 'dialog .danger').click();
    await eventually(() => sent.length === 1, 'the request is sent');
    expect(sent).to.deep.equal([{ method: 'DELETE', path: `/payment-methods/${checking.id}` }]);
    await done(needs());
    expect(title(element)).to.equal('Pay Acme from your bank account');
  });

  it('removes an account once what was under way is done', async () => {
    const other = {
      ...checking,
      id: '00000000-0000-4000-8000-000000000004',
      masked: '••• 0004',
      is_default: false,
    };
    const { element, sent, done } = await mount({ methods: [checking, other] });
    await submit(element);
    expect(sent).to.have.length(1);
    find(element, '.more').click();
    await eventually(() => element.renderRoot.querySelector('.menu:popover-open'), 'the menu opens');
    await press(element, 'Remove');
    await eventually(() => element.renderRoot.querySelector('dialog')?.open, 'the dialog opens');
    find(element, 'dialog .danger').click();
    await eventually(() => !has(element, 'dialog'), 'the dialog closes');
    expect(sent).to.have.length(1);
    await done(needs({ methods: [checking, other] }));
    expect(sent[1]).to.deep.equal({ method: 'DELETE', path: `/payment-methods/${checking.id}` });
  });

  it('tells who lives elsewhere why, and lets them go on even without a continue button', async () => {
    const { element, sent } = await mount({ in_us: false, hide_continue_button: true });
    expect(title(element)).to.equal('This needs a US bank account');
    await expect(element).to.be.accessible();
    await submit(element);
    expect(sent).to.deep.equal([{ method: 'POST', path: '/manage-payments', body: {} }]);
  });

  it('has no continue button where the partner hides it', async () => {
    const { element } = await mount({ methods: [checking], hide_continue_button: true });
    expect(element.renderRoot.querySelector('button[type="submit"]')).to.equal(null);
    expect(textOf(element)).to.include('Every change is saved');
    await expect(element).to.be.accessible();
  });
});
