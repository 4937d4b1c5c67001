import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { fieldCatalogue } from '../../../src/contract/problems.ts';
import { methodInputs } from '../../../src/contract/bank/method-inputs.ts';
import { bankAccount } from '../../../src/locales/en/bank-account.ts';
import { managePayouts } from '../../../src/locales/en/manage-payouts.ts';
import { payoutMethods } from '../../../src/locales/en/payout-methods.ts';
import { shell } from '../../../src/locales/en/shell.ts';
import managePayoutsModule from '../../../src/steps/manage-payouts/index.ts';
import type { StepElement } from '../../../src/steps/step-element.ts';
import { createMockApi, type MockUserInput } from '../../../src/testing/index.ts';
import { eventually } from '../eventually.ts';
import {
  choose,
  control,
  description,
  errorOf,
  everythingInTheDom,
  fieldProblems,
  fill,
  find,
  focused,
  goBack,
  hasBack,
  type MountOptions,
  mountOnMock,
  mountStep,
  names,
  post,
  press,
  settled,
  standstill,
  submit,
  title,
} from '../support.ts';
import { taxForm } from './withdrawing.ts';

type Requirement = RequirementOf<'manage-payouts'>;
type Step = StepElement & { requirement: Requirement };

/** Methods as they are added. The first one is the default. */
const chase = {
  platform: 'ach',
  routing_number: '021000021',
  account_number: '000123456789',
  account_type: 'checking',
};
const paypal = { platform: 'paypal', email: 'jo@example.com' };
const venmo = { platform: 'venmo', handle: '@jo-taylor' };
const savings = { ...chase, account_number: '000987654321', account_type: 'savings' };

interface Payee extends MockUserInput {
  readonly methods?: readonly unknown[];
  /** Options of the step. */
  readonly step?: Readonly<Record<string, unknown>>;
}

/** Mounts the step of somebody in the US without a method, or of `payee`. */
async function mount({ methods = [], step = {}, ...user }: Payee = {}, options?: MountOptions) {
  const api = createMockApi(standstill);
  const user_id = api.createUser({ email: '', ...user });
  const steps = [{ name: 'manage-payouts', ...step }];
  const abroad = user.country ? [post('/compliance', taxForm)] : [];
  const before = [...abroad, ...methods.map((method) => post('/payout-methods', method))];
  const mounted = await mountOnMock<Step>(
    managePayoutsModule,
    api,
    { steps, user_id },
    { before, ...options },
  );
  const idOf = (platform: string) => {
    const all = mounted.element.requirement.methods;
    return all.find((method) => method.platform === platform)?.id ?? expect.fail(`no ${platform}`);
  };
  return { ...mounted, api, idOf };
}
/** Mounts the step with what other partners and newer servers would say. */
async function mountWith(more: Partial<Requirement>, methods?: readonly unknown[]) {
  const { requirement } = (await mount({ ...(methods && { methods }) })).element;
  return mountStep(managePayoutsModule, { ...requirement, ...more });
}
const asDefault = (id: string) => ({ method: 'PUT', path: `/payout-methods/${id}/default` }) as const;

const goodAch = { routing_number: '021000021', account_number: '000123456789' };
const rows = (element: StepElement) => [...element.renderRoot.querySelectorAll('[part="method"]')];
const textOf = (node: Element | undefined) => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const menuButton = (element: StepElement, index = 0) =>
  element.renderRoot.querySelectorAll<HTMLButtonElement>('.more')[index] as HTMLButtonElement;
const openMenu = (element: StepElement) =>
  element.renderRoot.querySelector<HTMLElement>('.menu:popover-open');
const dialogOf = (element: StepElement) => element.renderRoot.querySelector('dialog');
const switchOf = (element: StepElement) => find(element, '[role="switch"]');
const activeText = (element: StepElement) => textOf(element.shadowRoot?.activeElement ?? undefined);

async function chooseRail(element: StepElement, rail: string): Promise<void> {
  control(element, 'platform', rail).click();
  await settled(element);
}

async function fillAch(element: StepElement, values: Record<string, string> = {}): Promise<void> {
  await fill(element, { ...goodAch, ...values });
  await choose(element, 'account_type', 'savings');
}

async function askToRemove(element: StepElement, index: number): Promise<void> {
  await pick(element, index, 'Remove');
  await eventually(() => dialogOf(element)?.open, 'the dialog opens');
}

/** Opens the menu of a row and presses an item. */
async function pick(element: StepElement, index: number, item: string): Promise<void> {
  menuButton(element, index).click();
  await eventually(() => openMenu(element), 'the menu opens');
  const button = [...(openMenu(element)?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])].find(
    (node) => textOf(node) === item,
  );
  if (!button) throw new Error(`No item says “${item}”.`);
  button.click();
  await settled(element);
}

describe('manage-payouts step', () => {
  describe('with no method yet', () => {
    it('asks where the money should go, with time and fee of every way', async () => {
      const { element, sent } = await mount();

      expect(title(element)).to.equal('Where should your money go?');
      expect([...element.renderRoot.querySelectorAll('.rail')].map(textOf)).to.deep.equal([
        'Bank account In 2–6 days · No fee',
        'PayPal Fastest In 5–10 min · No fee',
        'Venmo Fastest In 5–10 min · No fee',
        'Cash App In 2–3 days · No fee',
      ]);
      expect(sent).to.deep.equal([]);
      await expect(element).to.be.accessible();
    });

    it('marks nothing as fastest where all take as long', async () => {
      const offer = { arrives_in: { from: 0, to: 30 }, fee: 25 };
      const rails = ['paypal', 'venmo'].map((platform) => ({ ...offer, platform }));
      const { element } = await mountWith({ rails });
      expect(element.renderRoot.textContent).to.include('Within 30 min · $0.25 fee');
      expect(element.renderRoot.textContent).not.to.include('Fastest');
    });

    it('asks about automatic payouts beside the first method, and keeps what is typed meanwhile', async () => {
      const { element, sent, done } = await mount();
      await chooseRail(element, 'venmo');
      await fill(element, { handle: '@jo-taylor' });
      switchOf(element).click();
      await settled(element);
      expect(sent).to.deep.equal([{ method: 'PUT', path: '/auto-payout', body: { enabled: true } }]);
      await done();
      expect(control(element, 'handle').value).to.equal('@jo-taylor');
      expect(textOf(find(element, '#auto-payout-hint'))).to.equal(
        'Send every payment straight to my default method.',
      );
      await expect(element).to.be.accessible();
    });

    it('goes on at once with the first method, and says that it is saved', async () => {
      const { element, sent, announced, done } = await mount();
      await chooseRail(element, 'paypal');
      await fill(element, { email: 'jo@example.com' });
      await submit(element);
      await done();
      await settled(element);
      expect(sent.at(-1)).to.deep.equal({ method: 'POST', path: '/manage-payouts', body: {} });
      expect(sent).to.have.length(2);
      expect(announced).to.deep.equal(['PayPal j•••@example.com is saved.']);
      expect(title(element), 'no list for a moment').to.equal('Your PayPal account');
    });

    for (const [what, step] of Object.entries({
      'something is in the way': { require_auto_payout_method: true },
      'the partner hides the button': { hide_continue_button: true },
    }))
      it(`shows the list after the first method when ${what}`, async () => {
        const { element, sent, done } = await mount({ step });
        await chooseRail(element, 'paypal');
        await fill(element, { email: 'jo@example.com' });
        await submit(element);
        await done();
        await settled(element);
        expect(sent).to.have.length(1);
        expect(title(element)).to.equal('How you get paid');
      });

    it('shows the list when the flow could not go on, so that nothing is saved twice', async () => {
      const { api, element, sent, done, idOf } = await mount();
      await chooseRail(element, 'paypal');
      await fill(element, { email: 'jo@example.com' });
      await submit(element);
      await done();
      await settled(element);
      api.faults.fail('service-unavailable', { times: 3 });
      await done();
      await settled(element);
      expect(title(element)).to.equal('How you get paid');
      expect(sent).to.have.length(2);
      expect(focused(element)).to.equal(`method-${idOf('paypal')}`);
    });

    for (const [rail, country] of [['paypal'], ['airtm', 'MX'], ['payoneer', 'MX']] as const)
      it(`fills in the email that this flow knows: ${rail}`, async () => {
        const { element } = await mount({ email: 'ada@example.com', ...(country && { country }) });
        await chooseRail(element, rail);
        expect(control(element, 'email').value).to.equal('ada@example.com');
      });

    it('lets the payee do it later, unless the partner requires it', async () => {
      const { element, sent } = await mount();
      await press(element, 'I’ll do this later');
      expect(sent).to.deep.equal([{ method: 'POST', path: '/manage-payouts', body: {} }]);
      for (const option of ['require_default_payout_method', 'hide_continue_button']) {
        const required = await mount({ step: { [option]: true } });
        expect(required.element.renderRoot.textContent).not.to.include('do this later');
      }
    });

    it('goes straight to the form when there is one way only', async () => {
      const { element } = await mountWith({
        rails: [{ platform: 'ach', arrives_in: { from: 1, to: 2 }, fee: 0 }],
      });
      expect(names(element)).to.deep.equal(['routing_number', 'account_number', 'account_type']);
      expect(hasBack(element)).to.equal(false);
    });

    it('offers no rail that this version cannot add, and says so when none is left', async () => {
      const { element } = await mountWith({
        rails: [{ platform: 'crypto', arrives_in: { from: 0, to: 0 }, fee: 0 }],
      });
      expect(title(element)).to.equal('Nothing to add yet');
      await expect(element).to.be.accessible();
    });
  });

  describe('adding', () => {
    const forms = {
      ach: {
        typed: { ...goodAch, account_type: 'checking' },
        names: ['routing_number', 'account_number', 'account_type'],
      },
      paypal: { typed: { email: 'jo@example.com' }, names: ['email'] },
      venmo: { typed: { handle: '@jo-taylor' }, names: ['handle'] },
      cash_app: {
        typed: { cash_tag: '$jotaylor', ...goodAch },
        names: ['cash_tag', 'routing_number', 'account_number'],
      },
    } as const;

    for (const [rail, form] of Object.entries(forms)) {
      it(`sends a ${rail} method under its wire names, once`, async () => {
        const { element, sent, done } = await mount();
        await chooseRail(element, rail);
        expect(names(element)).to.deep.equal(form.names);
        expect(element.renderRoot.querySelectorAll('form')).to.have.length(1);
        await expect(element).to.be.accessible();

        const { account_type, ...texts } = form.typed as Record<string, string>;
        await fill(element, texts);
        if (account_type) await choose(element, 'account_type', account_type);
        await submit(element);
        await submit(element);

        expect(sent).to.deep.equal([
          { method: 'POST', path: '/payout-methods', body: { ...form.typed, platform: rail } },
        ]);
        expect(find(element, 'button[type="submit"]').getAttribute('aria-busy')).to.equal('true');
        await expect(element).to.be.accessible();
        await done();
        expect(element.requirement.methods.map(({ platform }) => platform)).to.deep.equal([rail]);
      });
    }

    it('shows what is missing, leads there, and sends nothing', async () => {
      const { element, sent } = await mount();
      await chooseRail(element, 'ach');
      await fill(element, { routing_number: '123456789' });
      await submit(element);

      expect(errorOf(element, 'routing_number')).to.include('not one a bank uses');
      expect(errorOf(element, 'account_number')).to.include('Enter the account number');
      expect(errorOf(element, 'account_type')).to.include('checking or savings');
      expect(textOf(find(element, '[part="summary"]'))).to.include('3 things need your attention');
      expect(focused(element)).to.equal('routing_number');
      expect(sent).to.deep.equal([]);
      await expect(element).to.be.accessible();
    });

    it('asks for the bank once the number can be one, and names it politely', async () => {
      const { api, element, announced } = await mount();
      const asked = () => api.calls.map(({ name }) => name).filter((name) => name.includes('/banks/'));
      await chooseRail(element, 'ach');
      await fill(element, { routing_number: '02100002' });
      await fill(element, { routing_number: '021000022' });
      expect(asked(), 'incomplete, then with a wrong check digit').to.deep.equal([]);
      await fill(element, { routing_number: '021 000 021' });

      await eventually(() => announced.length, 'the bank is found');
      await settled(element);
      expect(asked()).to.deep.equal(['GET /session/banks/021000021']);
      expect(description(element, 'routing_number')).to.equal('JPMorgan Chase');
      expect(announced).to.deep.equal(['Bank found: JPMorgan Chase.']);
      await fill(element, { routing_number: '02100002' });
      expect(description(element, 'routing_number')).not.to.include('JPMorgan');
    });

    it('drops a bank’s name that comes after the number was changed', async () => {
      const answers: ((value: unknown) => void)[] = [];
      const signals: AbortSignal[] = [];
      const ask = (_: string, signal: AbortSignal) => (
        signals.push(signal),
        new Promise((resolve) => answers.push(resolve))
      );
      const { element, announced } = await mount({}, { ask });
      await chooseRail(element, 'ach');
      await fill(element, { routing_number: '021000021' });
      await fill(element, { routing_number: '110000000' });
      expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true, false]);
      answers[0]?.({ bank_name: 'Too late' });
      answers[1]?.({ bank_name: null });
      await settled(element);

      expect(announced).to.deep.equal([]);
      expect(description(element, 'routing_number')).to.equal('Nine digits that name your bank.');
    });

    for (const rail of ['ach', 'cash_app'])
      it(`shows the account number of ${rail} as it is typed, in groups of four`, async () => {
        const { element } = await mount();
        await chooseRail(element, rail);
        await fill(element, { account_number: '000123456789' });
        const field = control(element, 'account_number');
        expect(field.value).to.equal('0001 2345 6789');
        expect(getComputedStyle(field).getPropertyValue('-webkit-text-security')).to.be.oneOf(['none', '']);
        expect(element.renderRoot.querySelector('.peek')).to.equal(null);
      });

    it('says of a number left out what it is and how long, whatever form was shown before', async () => {
      const { element } = await mount();
      await chooseRail(element, 'ach');
      await submit(element);
      expect(errorOf(element, 'account_number')).to.equal('Enter the account number. It has 4 to 17 digits.');
    });

    it('keeps what was typed when the server refuses, and says what is wrong where it is wrong', async () => {
      const { element, sent, done } = await mount();
      await chooseRail(element, 'ach');
      await fillAch(element, { account_number: '000111111116' });
      await submit(element);
      await done();

      expect(control(element, 'account_number').value).to.equal('0001 1111 1116');
      expect(control(element, 'account_type', 'savings').checked).to.equal(true);
      expect(errorOf(element, 'account_number')).to.include('this account is closed');
      expect(focused(element)).to.equal('account_number');
      await expect(element).to.be.accessible();

      await fill(element, { account_number: '000123456780' });
      expect(errorOf(element, 'account_number')).to.equal('');
      await submit(element);
      expect(sent).to.have.length(2);
    });

    it('keeps what was typed when the network fails', async () => {
      const { api, element, done } = await mount();
      await chooseRail(element, 'venmo');
      await fill(element, { handle: '@jo-taylor' });
      await submit(element);
      api.faults.dropAnswers({ times: 3 });
      await done();

      expect(control(element, 'handle').value).to.equal('@jo-taylor');
      expect(find(element, '[role="alert"]').textContent).to.include('what you typed is still here');
      await expect(element).to.be.accessible();
    });

    it('shows nothing as saved before the requirement has it; then goes to the new row and says so', async () => {
      const { element, announced, done, idOf } = await mount({ methods: [paypal] });
      await press(element, 'Add another');
      await chooseRail(element, 'ach');
      await fillAch(element);
      await submit(element);
      expect(title(element)).to.equal('Your bank account');
      const bankFound = 'Bank found: JPMorgan Chase.';
      expect(announced).to.deep.equal([bankFound]);

      await done();
      await settled(element);

      expect(rows(element).map(textOf)).to.deep.equal([
        'PayPal Default j•••@example.com In 5–10 min · No fee Remove',
        'JPMorgan Chase Savings ••• 6789 In 2–6 days · No fee Make default Remove',
      ]);
      expect(announced).to.deep.equal([bankFound, 'JPMorgan Chase •••\u00a06789 is saved.']);
      expect(focused(element)).to.equal(`method-${idOf('ach')}`);
    });

    it('has secrets in no attribute or text, and forgets them once they are handed over', async () => {
      const { element, done } = await mount({ methods: [paypal] });
      await press(element, 'Add another');
      await chooseRail(element, 'ach');
      const secret = '4417552093';
      await fillAch(element, { account_number: secret });
      await submit(element);
      expect(everythingInTheDom(element).replace(/\s/g, ''))
        .not.to.include(secret)
        .and.not.to.include(goodAch.routing_number);
      await done();
      await press(element, 'Add another');
      await chooseRail(element, 'ach');
      expect(control(element, 'routing_number').value).to.equal('');
      expect(control(element, 'account_number').value).to.equal('');
    });

    it('goes back to the list, and keeps nothing', async () => {
      const { element, sent } = await mount({ methods: [chase] });
      await press(element, 'Add another');
      await chooseRail(element, 'ach');
      await fillAch(element);
      await goBack(element);
      await goBack(element);
      expect(rows(element)).to.have.length(1);
      expect(activeText(element)).to.equal('How you get paid');

      await press(element, 'Add another');
      await chooseRail(element, 'ach');
      expect(control(element, 'account_number').value).to.equal('');
      expect(element.renderRoot.querySelector('.error')).to.equal(null);
      await goBack(element);
      expect(names(element)).to.deep.equal(['platform']);
      expect(sent).to.deep.equal([]);
    });

    it('does not take the failure of one screen along to another', async () => {
      const { api, element, done } = await mount({ methods: [chase] });
      await press(element, 'Add another');
      await chooseRail(element, 'venmo');
      await fill(element, { handle: '@jo-taylor' });
      await submit(element);
      api.faults.fail('service-unavailable', { times: 3 });
      await done();
      expect(find(element, '[role="alert"]').textContent).to.include('busy at the moment');
      await goBack(element);
      expect(element.renderRoot.querySelector('[role="alert"]')).to.equal(null);
    });

    it('says that a method is on the list already, where it was typed', async () => {
      const { element, done } = await mount({ methods: [venmo] });
      await press(element, 'Add another');
      await chooseRail(element, 'venmo');
      await fill(element, { handle: '@jo-taylor' });
      await submit(element);
      await done();
      expect(errorOf(element, 'handle')).to.include('on your list already');
    });

    it('shows a problem even of something that is not on screen', async () => {
      const { element, refuse } = await mount();
      await chooseRail(element, 'venmo');
      await fill(element, { handle: '@jo-taylor' });
      await submit(element);
      // The partner has closed this way meanwhile.
      await refuse(fieldProblems({ field: 'platform', code: 'invalid-choice' }));
      expect(find(element, '[role="alert"]').textContent).to.include('not open any more');
    });

    it('starts with the payee’s e-mail address when the page knows it', async () => {
      const { element } = await mount({}, { prefill: { email: 'jo@example.com' } });
      await chooseRail(element, 'paypal');
      expect(control(element, 'email').value).to.equal('jo@example.com');
    });
  });

  describe('the menu of a method', () => {
    it('opens with Enter, moves with the arrows, and gives the focus back on Escape', async () => {
      const { element, sent } = await mount({ methods: [chase, paypal] });
      menuButton(element, 1).focus();
      await sendKeys({ press: 'Enter' });
      await eventually(() => activeText(element) === 'Make default');
      await eventually(() => openMenu(element)?.hasAttribute('data-placed'), 'it is beside its button');
      // Half-transparent text has too little contrast.
      await Promise.all(
        openMenu(element)
          ?.getAnimations()
          .map(({ finished }) => finished) ?? [],
      );
      await expect(element).to.be.accessible();
      await sendKeys({ press: 'ArrowDown' });
      expect(activeText(element)).to.equal('Remove');
      await sendKeys({ press: 'ArrowDown' });
      expect(activeText(element)).to.equal('Make default');
      await sendKeys({ press: 'ArrowUp' });
      expect(activeText(element)).to.equal('Remove');
      await sendKeys({ press: 'Home' });
      expect(activeText(element)).to.equal('Make default');
      await sendKeys({ press: 'End' });
      expect(activeText(element)).to.equal('Remove');
      await sendKeys({ press: 'Escape' });
      await eventually(() => !openMenu(element));
      expect(element.shadowRoot?.activeElement).to.equal(menuButton(element, 1));
      expect(sent).to.deep.equal([]);
    });

    it('opens with the arrow keys, and Tab leaves it', async () => {
      const { element } = await mount({ methods: [chase, paypal] });
      menuButton(element, 1).focus();
      await sendKeys({ press: 'ArrowUp' });
      await eventually(() => activeText(element) === 'Remove');
      await sendKeys({ press: 'Tab' });
      await eventually(() => !openMenu(element));
      expect(activeText(element)).to.equal('Add another');
    });

    it('makes a method the default with the keyboard alone, and says so once the server did', async () => {
      const { element, sent, announced, done, idOf } = await mount({ methods: [chase, paypal] });
      menuButton(element, 1).focus();
      await sendKeys({ press: ' ' });
      await eventually(() => activeText(element) === 'Make default');
      await sendKeys({ press: 'Enter' });
      await settled(element);

      expect(sent).to.deep.equal([
        { method: 'PUT', path: `/payout-methods/${idOf('paypal')}/default`, body: {} },
      ]);
      expect(textOf(rows(element)[0])).to.include('Default');
      expect(menuButton(element, 1).getAttribute('aria-busy')).to.equal('true');
      expect(find(element, 'button[type="submit"]').getAttribute('aria-busy')).to.equal('false');
      await done();

      expect(textOf(rows(element)[1])).to.include('PayPal Default');
      expect(announced).to.deep.equal(['PayPal j•••@example.com is your default now.']);
      expect(element.shadowRoot?.activeElement).to.equal(menuButton(element, 1));
    });

    it('does not offer to make the default what it is already', async () => {
      const { element } = await mount({ methods: [chase] });
      menuButton(element).click();
      await eventually(() => openMenu(element));
      expect([...(openMenu(element)?.querySelectorAll('[role="menuitem"]') ?? [])].map(textOf)).to.deep.equal(
        ['Remove'],
      );
    });

    it('keeps the list as it is when the server refuses', async () => {
      const { api, element, announced, done } = await mount({ methods: [chase, paypal] });
      await pick(element, 1, 'Make default');
      api.faults.fail('service-unavailable', { times: 3 });
      await done();
      expect(textOf(rows(element)[0])).to.include('Default');
      expect(find(element, '[role="alert"]').textContent).to.include('busy at the moment');
      expect(announced).to.deep.equal([]);
    });
  });

  it('says of a paused method what the payout says, and takes it away at its button', async () => {
    const { element, sent, push } = await mount({ methods: [chase, paypal] });
    // How a method comes to that is in payout-failures.test.ts.
    const { methods } = element.requirement;
    await push({
      ...element.requirement,
      methods: methods.map((method) => (method.is_default ? method : { ...method, paused: true })),
    });
    const [, row] = element.renderRoot.querySelectorAll<HTMLElement>('[part="method"]');
    expect(row?.textContent).to.include('Paused: three payouts came back');
    expect(row?.textContent).to.not.include('No fee');
    await expect(element).to.be.accessible();
    row?.querySelector<HTMLElement>('[aria-label="Remove: PayPal j•••@example.com"]')?.click();
    await eventually(() => dialogOf(element)?.open, 'it asks first');
    expect(dialogOf(element)?.textContent).to.include('Remove PayPal');
    expect(sent).to.deep.equal([]);
  });

  it('marks a method to which money could not be sent, and corrects it in its own form', async () => {
    const { element, sent, push, supersede } = await mount({ methods: [chase, paypal] });
    const { requirement } = element;
    const correction = {
      reason: 'account-invalid',
      field: 'account_number',
      details: { routing_number: chase.routing_number, account_type: 'checking' },
    };
    const [first, ...others] = requirement.methods;
    if (!first) throw new Error('There is no method.');
    await push({ ...requirement, methods: [{ ...first, correction }, ...others] });
    expect(textOf(rows(element)[0])).to.include('Money could not be sent here.');
    expect(textOf(rows(element)[1])).not.to.include('Money could not be sent here.');
    await expect(element).to.be.accessible();
    await press(element, 'Correct the details');
    await settled(element);
    expect(control(element, 'routing_number').value).to.equal(chase.routing_number);
    expect(errorOf(element, 'account_number')).to.equal('A number of this account is wrong.');
    expect(focused(element)).to.equal('account_number');
    await fill(element, { account_number: '000987654321' });
    await submit(element);
    expect(sent.at(-1)?.method).to.equal('PUT');
    expect(sent.at(-1)?.path).to.equal(`/payout-methods/${first.id}`);
    await supersede();
    await goBack(element);
    expect(title(element), 'it was not to be chosen').to.equal('How you get paid');
    await press(element, 'Add another');
    control(element, 'platform', 'ach').click();
    await settled(element);
    expect(errorOf(element, 'account_number'), 'another account is not wrong').to.equal('');
    expect(control(element, 'routing_number').value).to.equal('');
  });

  describe('removing', () => {
    it('asks first, keeps the method on Escape, and gives the focus back', async () => {
      const { element, sent } = await mount({ methods: [chase, paypal] });
      menuButton(element).focus();
      await sendKeys({ press: 'Enter' });
      await eventually(() => activeText(element) === 'Remove');
      await sendKeys({ press: 'Enter' });
      await eventually(() => dialogOf(element)?.open);
      expect(activeText(element), 'the safe answer has the focus').to.equal('Keep it');
      await expect(element).to.be.accessible();
      await sendKeys({ press: 'Escape' });
      await eventually(() => !dialogOf(element));

      expect(element.shadowRoot?.activeElement).to.equal(menuButton(element));
      expect(sent).to.deep.equal([]);
      expect(rows(element)).to.have.length(2);
    });

    it('removes with the keyboard alone, and only when the server did', async () => {
      const { element, sent, announced, done, idOf } = await mount({ methods: [chase, paypal] });
      const removal = { method: 'DELETE', path: `/payout-methods/${idOf('paypal')}` };
      await askToRemove(element, 1);
      await sendKeys({ down: 'Shift' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ up: 'Shift' });
      expect(activeText(element)).to.equal('Remove');
      await sendKeys({ press: 'Enter' });
      // A dialog tells of its closing in a task of its own.
      await eventually(() => !dialogOf(element), 'the dialog closes');
      expect(sent).to.deep.equal([removal]);
      expect(rows(element)).to.have.length(2);
      await done();
      expect(rows(element)).to.have.length(1);
      expect(announced).to.deep.equal(['PayPal j•••@example.com is removed.']);
      expect(activeText(element)).to.equal('How you get paid');
    });

    it('waits for what is under way, and is not dropped', async () => {
      const { element, sent, announced, done, idOf } = await mount({ methods: [chase, paypal] });
      const removal = { method: 'DELETE', path: `/payout-methods/${idOf('paypal')}` };
      find(element, '[role="switch"]').click();
      await settled(element);
      await askToRemove(element, 1);
      find(element, 'dialog .danger').click();
      await eventually(() => !dialogOf(element), 'the dialog closes');
      expect(sent).to.have.length(1);
      await done();
      expect(sent[1]).to.deep.equal(removal);
      await done();
      expect(rows(element)).to.have.length(1);
      expect(announced.at(-1)).to.equal('PayPal j•••@example.com is removed.');
    });

    it('works inside a modal dialog of the page', async () => {
      const { element } = await mount({ methods: [chase, paypal] });
      const modal = document.createElement('dialog');
      const home = element.parentElement;
      home?.append(modal);
      modal.append(element);
      modal.showModal();
      await askToRemove(element, 0);
      expect(dialogOf(element)?.matches(':modal')).to.equal(true);
      const { left, top, width, height } = (dialogOf(element) as Element).getBoundingClientRect();
      expect(
        element.shadowRoot?.elementFromPoint(left + width / 2, top + height / 2)?.closest('dialog') ===
          dialogOf(element),
      ).to.equal(true);
      element.remove();
      home?.append(element);
      await eventually(() => !dialogOf(element), 'moved, it is closed');
    });

    for (const [what, methods, words] of [
      ['the only one', [chase], 'It is your only way to be paid.'],
      ['the default of two', [chase, paypal], 'PayPal j•••@example.com becomes your default.'],
      ['the default of three', [chase, paypal, venmo], 'Until you choose another one, your money waits'],
      ['one that is not the default', [paypal, chase, venmo], 'Your default stays JPMorgan Chase ••• 6789.'],
    ] as const) {
      it(`says what happens to the money: ${what}`, async () => {
        const { element, elsewhere, catchUp, idOf } = await mount({ methods });
        await elsewhere(asDefault(idOf('ach')));
        await catchUp();
        await askToRemove(element, 0);
        expect(textOf(find(element, '#remove-text'))).to.include(words);
      });
    }
  });

  describe('automatic payouts', () => {
    it('turns on only when the server did', async () => {
      const { element, sent, announced, done } = await mount({ methods: [chase] });
      expect(textOf(find(element, '#auto-payout-hint'))).to.equal(
        'Send every payment straight to my default method.',
      );
      switchOf(element).focus();
      await sendKeys({ press: ' ' });
      await settled(element);
      expect(sent).to.deep.equal([{ method: 'PUT', path: '/auto-payout', body: { enabled: true } }]);
      expect(switchOf(element).getAttribute('aria-checked')).to.equal('false');
      expect(switchOf(element).getAttribute('aria-busy')).to.equal('true');
      await expect(element).to.be.accessible();

      await done();
      expect(switchOf(element).getAttribute('aria-checked')).to.equal('true');
      expect(announced).to.deep.equal(['Automatic payouts are on.']);
      switchOf(element).click();
      expect(sent.at(-1)?.body).to.deep.equal({ enabled: false });
    });

    it('stays off when the server refuses', async () => {
      const { api, element, done } = await mount({ methods: [chase] });
      switchOf(element).click();
      api.faults.fail('service-unavailable', { times: 3 });
      await done();
      expect(switchOf(element).getAttribute('aria-checked')).to.equal('false');
      expect(find(element, '[role="alert"]')).not.to.equal(null);
    });

    it('is not there when the partner hides it', async () => {
      const { element } = await mount({ methods: [chase], step: { auto_payout_enabled: false } });
      expect(element.renderRoot.querySelector('[role="switch"]')).to.equal(null);
    });
  });

  describe('going on', () => {
    it('finishes once, however often Continue is pressed', async () => {
      const { element, sent } = await mount({ methods: [chase] });
      await submit(element);
      await submit(element);
      expect(sent).to.deep.equal([{ method: 'POST', path: '/manage-payouts', body: {} }]);
    });

    it('explains what is in the way, and leads there instead of sending', async () => {
      const { element, sent, announced, elsewhere, catchUp, idOf } = await mount({
        methods: [venmo, chase, paypal],
        step: { require_default_payout_method: true, require_auto_payout_method: true },
      });
      await elsewhere({ method: 'DELETE', path: `/payout-methods/${idOf('venmo')}` });
      await catchUp();
      expect(textOf(find(element, '[part="blockers"]')))
        .to.include('Choose your default')
        .and.to.include('Turn on automatic payouts. Acme');
      await expect(element).to.be.accessible();
      await submit(element);
      expect(sent).to.deep.equal([]);
      expect(activeText(element)).to.equal('Make default');
      expect(announced.join()).to.include('Choose your default');
      await expect(element).to.be.accessible();

      await elsewhere(asDefault(idOf('ach')));
      await catchUp();
      await submit(element);
      expect(element.shadowRoot?.activeElement).to.equal(switchOf(element));
      await elsewhere({ method: 'PUT', path: '/auto-payout', body: { enabled: true } });
      await catchUp();
      expect(element.renderRoot.querySelector('[part="blockers"]')).to.equal(null);
      await submit(element);
      expect(sent).to.have.length(1);
    });

    it('makes a default from the list when there is none', async () => {
      const { element, sent, elsewhere, catchUp, idOf } = await mount({ methods: [venmo, chase, paypal] });
      await elsewhere({ method: 'DELETE', path: `/payout-methods/${idOf('venmo')}` });
      await catchUp();
      find(element, `[aria-label="Make default: PayPal j•••@example.com"]`).click();
      expect(sent).to.deep.equal([
        { method: 'PUT', path: `/payout-methods/${idOf('paypal')}/default`, body: {} },
      ]);
    });

    it('shows the list without a Continue button when the partner hides it', async () => {
      const { element } = await mount({ methods: [chase], step: { hide_continue_button: true } });
      expect(rows(element)).to.have.length(1);
      expect(element.renderRoot.querySelector('button[type="submit"]')).to.equal(null);
      expect(element.renderRoot.textContent).to.include('Every change is saved as you make it');
      await expect(element).to.be.accessible();
    });
  });

  it('sends one thing at a time', async () => {
    const { element, sent, done } = await mount({ methods: [chase, paypal, savings] });
    switchOf(element).click();
    await settled(element);
    await pick(element, 1, 'Make default');
    await submit(element);
    expect(sent).to.have.length(1);
    await done();
    await submit(element);
    expect(sent).to.have.length(2);
  });

  it('shows methods of rails it has no name for', async () => {
    const { element, push } = await mount({ methods: [paypal] });
    const methods = element.requirement.methods.map((method) => ({ ...method, platform: 'newrail' }));
    await push({ ...element.requirement, methods });
    expect(textOf(rows(element)[0])).to.include('Payout method Default j•••@example.com');
  });

  it('survives being moved in the middle of typing', async () => {
    const { element, sent } = await mount();
    await chooseRail(element, 'ach');
    await fill(element, { routing_number: '021000021' });
    const elsewhere = document.createElement('div');
    element.parentElement?.append(elsewhere);
    elsewhere.append(element);
    await settled(element);
    expect(control(element, 'routing_number').value).to.equal('021 000 021');
    expect(sent).to.deep.equal([]);
  });

  it('has words of its own for every code that its schemas can give', async () => {
    const words: Record<string, string> = { ...shell, ...bankAccount, ...payoutMethods, ...managePayouts };
    const ofServer = ['account-closed', 'account-unverifiable'];
    const codes = new Set<string>(ofServer);
    const wordless = new Set<string>(ofServer.filter((code) => !words[`field.${code}`]));
    for (const schema of Object.values(methodInputs)) {
      for (const wrong of [
        {},
        { routing_number: '1', account_number: '1', email: 'x', handle: '!', cash_tag: '!' },
      ]) {
        const result = schema.safeParse({ platform: schema.shape.platform.def.values[0], ...wrong });
        for (const { message, path } of result.error?.issues ?? []) {
          codes.add(message);
          const field = path.join('.');
          if (!words[`field.${field}.${message}`] && !words[`field.${message}`])
            wordless.add(`${field}: ${message}`);
        }
      }
    }
    expect([...codes].filter((code) => !(code in fieldCatalogue))).to.deep.equal([]);
    expect([...wordless]).to.deep.equal([]);
  });
});
