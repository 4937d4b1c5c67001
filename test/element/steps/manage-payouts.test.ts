import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { PayoutMethod } from '../../../src/contract/bank/payout-methods.ts';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { fieldCatalogue } from '../../../src/contract/problems.ts';
import { methodInputs } from '../../../src/contract/bank/method-inputs.ts';
import { flowProblem } from '../../../src/flow/problem.ts';
import { bankAccount } from '../../../src/locales/en/bank-account.ts';
import { managePayouts } from '../../../src/locales/en/manage-payouts.ts';
import { payoutMethods } from '../../../src/locales/en/payout-methods.ts';
import { shell } from '../../../src/locales/en/shell.ts';
import managePayoutsModule from '../../../src/steps/manage-payouts/index.ts';
import type { StepElement } from '../../../src/steps/step-element.ts';
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
  mountStep,
  names,
  press,
  settled,
  submit,
  title,
} from '../support.ts';

type Requirement = RequirementOf<'manage-payouts'>;

const chase: PayoutMethod = {
  id: '00000000-0000-4000-8000-000000000001',
  platform: 'ach',
  masked: '••• 6789',
  bank_name: 'JPMorgan Chase',
  account_type: 'checking',
  is_default: true,
};
const paypal: PayoutMethod = {
  id: '00000000-0000-4000-8000-000000000002',
  platform: 'paypal',
  masked: 'j•••@example.com',
  bank_name: null,
  account_type: null,
  is_default: false,
};
const venmo: PayoutMethod = {
  ...paypal,
  id: '00000000-0000-4000-8000-000000000003',
  platform: 'venmo',
  masked: '@j•••',
};
const bank = { ...chase, id: '00000000-0000-4000-8000-000000000004' };

const needs = (more: Partial<Requirement> = {}): Requirement => ({
  step: 'manage-payouts',
  hide_continue_button: false,
  methods: [],
  rails: [
    { platform: 'ach', arrives_in: { from: 1440, to: 4320 }, fee: 0 },
    { platform: 'paypal', arrives_in: { from: 0, to: 30 }, fee: 25 },
    { platform: 'venmo', arrives_in: { from: 0, to: 30 }, fee: 25 },
    { platform: 'cash_app', arrives_in: { from: 1440, to: 1440 }, fee: 0 },
  ],
  method_prefill: {},
  auto_payout: { shown: true, enabled: false },
  require_default_payout_method: false,
  require_auto_payout_method: false,
  blockers: [],
  ...more,
});
const mount = (more: Partial<Requirement> = {}, options?: MountOptions) =>
  mountStep(managePayoutsModule, needs(more), options);

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
        'Bank account In 1–3 days · No fee',
        'PayPal Fastest Within 30 min · $0.25 fee',
        'Venmo Fastest Within 30 min · $0.25 fee',
        'Cash App In 1 day · No fee',
      ]);
      expect(sent).to.deep.equal([]);
      await expect(element).to.be.accessible();
    });

    it('marks nothing as fastest where all take as long', async () => {
      const { element } = await mount({ rails: needs().rails.slice(1, 3) });
      expect(element.renderRoot.textContent).not.to.include('Fastest');
    });

    it('asks about automatic payouts beside the first method, and keeps what is typed meanwhile', async () => {
      const { element, sent, done } = await mount();
      await chooseRail(element, 'venmo');
      await fill(element, { handle: '@jo-taylor' });
      switchOf(element).click();
      await settled(element);
      expect(sent).to.deep.equal([{ method: 'PUT', path: '/auto-payout', body: { enabled: true } }]);
      await done(needs({ auto_payout: { shown: true, enabled: true } }));
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
      await done(needs({ methods: [{ ...paypal, is_default: true }] }));
      await settled(element);
      expect(sent.at(-1)).to.deep.equal({ method: 'POST', path: '/manage-payouts', body: {} });
      expect(sent).to.have.length(2);
      expect(announced).to.deep.equal(['PayPal j•••@example.com is saved.']);
      expect(title(element), 'no list for a moment').to.equal('Your PayPal account');
    });

    for (const [what, more] of Object.entries({
      'something is in the way': { blockers: ['auto-payout-required'] },
      'the partner hides the button': { hide_continue_button: true },
    } as const))
      it(`shows the list after the first method when ${what}`, async () => {
        const { element, sent, done } = await mount(more as Partial<Requirement>);
        await chooseRail(element, 'paypal');
        await fill(element, { email: 'jo@example.com' });
        await submit(element);
        await done(needs({ ...(more as Partial<Requirement>), methods: [{ ...paypal, is_default: true }] }));
        await settled(element);
        expect(sent).to.have.length(1);
        expect(title(element)).to.equal('How you get paid');
      });

    it('shows the list when the flow could not go on, so that nothing is saved twice', async () => {
      const { element, sent, done, refuse } = await mount();
      await chooseRail(element, 'paypal');
      await fill(element, { email: 'jo@example.com' });
      await submit(element);
      await done(needs({ methods: [{ ...paypal, is_default: true }] }));
      await settled(element);
      await refuse(flowProblem('network-error'));
      await settled(element);
      expect(title(element)).to.equal('How you get paid');
      expect(sent).to.have.length(2);
      expect(focused(element)).to.equal(`method-${paypal.id}`);
    });

    for (const rail of ['paypal', 'airtm', 'payoneer'])
      it(`fills in the email that this flow knows: ${rail}`, async () => {
        const offer = { platform: rail, arrives_in: { from: 0, to: 30 }, fee: 0 };
        const { element } = await mount({ rails: [offer], method_prefill: { email: 'ada@example.com' } });
        expect(control(element, 'email').value).to.equal('ada@example.com');
      });

    it('lets the payee do it later, unless the partner requires it', async () => {
      const { element, sent, push } = await mount();
      await press(element, 'I’ll do this later');
      expect(sent).to.deep.equal([{ method: 'POST', path: '/manage-payouts', body: {} }]);
      await push(needs({ blockers: ['default-payout-method-required'] }));
      expect(element.renderRoot.textContent).not.to.include('do this later');
      await push(needs({ hide_continue_button: true }));
      expect(element.renderRoot.textContent).not.to.include('do this later');
    });

    it('goes straight to the form when there is one way only', async () => {
      const { element } = await mount({ rails: needs().rails.slice(0, 1) });
      expect(names(element)).to.deep.equal(['routing_number', 'account_number', 'account_type']);
      expect(hasBack(element)).to.equal(false);
    });

    it('offers no rail that this version cannot add, and says so when none is left', async () => {
      const { element } = await mount({
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
        const { element, sent } = await mount();
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
      const asked: string[] = [];
      const { element, announced } = await mount(
        {},
        { ask: (path) => (asked.push(path), Promise.resolve({ bank_name: 'JPMorgan Chase' })) },
      );
      await chooseRail(element, 'ach');
      await fill(element, { routing_number: '02100002' });
      await fill(element, { routing_number: '021000022' });
      expect(asked, 'incomplete, then with a wrong check digit').to.deep.equal([]);
      await fill(element, { routing_number: '021 000 021' });

      expect(asked).to.deep.equal(['/banks/021000021']);
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
      const { element, sent, refuse } = await mount();
      await chooseRail(element, 'ach');
      await fillAch(element);
      await submit(element);
      await refuse(fieldProblems({ field: 'account_number', code: 'account-closed' }));

      expect(control(element, 'account_number').value).to.equal('0001 2345 6789');
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
      const { element, refuse } = await mount();
      await chooseRail(element, 'venmo');
      await fill(element, { handle: '@jo-taylor' });
      await submit(element);
      await refuse(flowProblem('network-error'));

      expect(control(element, 'handle').value).to.equal('@jo-taylor');
      expect(find(element, '[role="alert"]').textContent).to.include('what you typed is still here');
      await expect(element).to.be.accessible();
    });

    it('shows nothing as saved before the requirement has it; then goes to the new row and says so', async () => {
      const { element, announced, done } = await mount({ methods: [paypal] });
      await press(element, 'Add another');
      await chooseRail(element, 'ach');
      await fillAch(element);
      await submit(element);
      expect(title(element)).to.equal('Your bank account');
      expect(announced).to.deep.equal([]);

      await done(needs({ methods: [paypal, chase] }));
      await settled(element);

      expect(rows(element).map(textOf)).to.deep.equal([
        'PayPal j•••@example.com Within 30 min · $0.25 fee Make default Remove',
        'JPMorgan Chase Default Checking ••• 6789 In 1–3 days · No fee Remove',
      ]);
      expect(announced).to.deep.equal(['JPMorgan Chase •••\u00a06789 is saved.']);
      expect(focused(element)).to.equal(`method-${chase.id}`);
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
      await done(needs({ methods: [paypal, chase] }));
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
      const { element, refuse } = await mount({ methods: [chase] });
      await press(element, 'Add another');
      await chooseRail(element, 'venmo');
      await fill(element, { handle: '@jo-taylor' });
      await submit(element);
      await refuse(flowProblem('payout-method-exists'));
      expect(find(element, '[role="alert"]').textContent).to.include('on your list already');
      await goBack(element);
      expect(element.renderRoot.querySelector('[role="alert"]')).to.equal(null);
    });

    it('says that a method is on the list already, where it was typed', async () => {
      const { element, refuse } = await mount({ methods: [venmo] });
      await press(element, 'Add another');
      await chooseRail(element, 'venmo');
      await fill(element, { handle: '@jo-taylor' });
      await submit(element);
      await refuse(
        flowProblem('payout-method-exists', { fields: [{ field: 'handle', code: 'payout-method-exists' }] }),
      );
      expect(errorOf(element, 'handle')).to.include('on your list already');
    });

    it('shows a problem even of something that is not on screen', async () => {
      const { element, refuse } = await mount();
      await chooseRail(element, 'venmo');
      await fill(element, { handle: '@jo-taylor' });
      await submit(element);
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
      const { element, sent, announced, done } = await mount({ methods: [chase, paypal] });
      menuButton(element, 1).focus();
      await sendKeys({ press: ' ' });
      await eventually(() => activeText(element) === 'Make default');
      await sendKeys({ press: 'Enter' });
      await settled(element);

      expect(sent).to.deep.equal([{ method: 'PUT', path: `/payout-methods/${paypal.id}/default`, body: {} }]);
      expect(textOf(rows(element)[0])).to.include('Default');
      expect(menuButton(element, 1).getAttribute('aria-busy')).to.equal('true');
      expect(find(element, 'button[type="submit"]').getAttribute('aria-busy')).to.equal('false');
      await done(
        needs({
          methods: [
            { ...chase, is_default: false },
            { ...paypal, is_default: true },
          ],
        }),
      );

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
      const { element, announced, refuse } = await mount({ methods: [chase, paypal] });
      await pick(element, 1, 'Make default');
      await refuse(flowProblem('service-unavailable'));
      expect(textOf(rows(element)[0])).to.include('Default');
      expect(find(element, '[role="alert"]').textContent).to.include('busy at the moment');
      expect(announced).to.deep.equal([]);
    });
  });

  it('says of a paused method what the payout says, and takes it away at its button', async () => {
    const { element, sent } = await mount({ methods: [chase, { ...paypal, paused: true }] });
    const [, row] = element.renderRoot.querySelectorAll<HTMLElement>('[part="method"]');
    expect(row?.textContent).to.include('Paused: three payouts came back');
    expect(row?.textContent).to.not.include('No fee');
    await expect(element).to.be.accessible();
    row?.querySelector<HTMLElement>('[aria-label="Remove: PayPal j•••@example.com"]')?.click();
    await eventually(() => dialogOf(element)?.open, 'it asks first');
    expect(dialogOf(element)?.textContent).to.include('Remove PayPal');
    expect(sent).to.deep.equal([]);
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
      const { element, sent, announced, done } = await mount({ methods: [chase, paypal] });
      await askToRemove(element, 1);
      await sendKeys({ down: 'Shift' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ up: 'Shift' });
      expect(activeText(element)).to.equal('Remove');
      await sendKeys({ press: 'Enter' });
      // A dialog tells of its closing in a task of its own.
      await eventually(() => !dialogOf(element), 'the dialog closes');
      expect(sent).to.deep.equal([{ method: 'DELETE', path: `/payout-methods/${paypal.id}` }]);
      expect(rows(element)).to.have.length(2);
      await done(needs({ methods: [chase] }));
      expect(rows(element)).to.have.length(1);
      expect(announced).to.deep.equal(['PayPal j•••@example.com is removed.']);
      expect(activeText(element)).to.equal('How you get paid');
    });

    it('waits for what is under way, and is not dropped', async () => {
      const { element, sent, announced, done } = await mount({ methods: [chase, paypal] });
      find(element, '[role="switch"]').click();
      await settled(element);
      await askToRemove(element, 1);
      find(element, 'dialog .danger').click();
      await eventually(() => !dialogOf(element), 'the dialog closes');
      expect(sent).to.have.length(1);
      await done(needs({ methods: [chase, paypal], auto_payout: { shown: true, enabled: true } }));
      expect(sent[1]).to.deep.equal({ method: 'DELETE', path: `/payout-methods/${paypal.id}` });
      await done(needs({ methods: [chase] }));
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
      [
        'one that is not the default',
        [{ ...paypal, is_default: false }, chase, venmo],
        'Your default stays JPMorgan Chase ••• 6789.',
      ],
    ] as const) {
      it(`says what happens to the money: ${what}`, async () => {
        const { element } = await mount({ methods: [...methods] });
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

      await done(needs({ methods: [chase], auto_payout: { shown: true, enabled: true } }));
      expect(switchOf(element).getAttribute('aria-checked')).to.equal('true');
      expect(announced).to.deep.equal(['Automatic payouts are on.']);
      switchOf(element).click();
      expect(sent.at(-1)?.body).to.deep.equal({ enabled: false });
    });

    it('stays off when the server refuses', async () => {
      const { element, refuse } = await mount({ methods: [chase] });
      switchOf(element).click();
      await refuse(flowProblem('network-error'));
      expect(switchOf(element).getAttribute('aria-checked')).to.equal('false');
      expect(find(element, '[role="alert"]')).not.to.equal(null);
    });

    it('is not there when the partner hides it', async () => {
      const { element } = await mount({ methods: [chase], auto_payout: { shown: false, enabled: false } });
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
      const { element, sent, announced, push } = await mount({
        methods: [{ ...chase, is_default: false }, paypal],
        require_default_payout_method: true,
        require_auto_payout_method: true,
        blockers: ['default-payout-method-required', 'auto-payout-required'],
      });
      expect(textOf(find(element, '[part="blockers"]')))
        .to.include('Choose your default')
        .and.to.include('Turn on automatic payouts. Acme');
      await expect(element).to.be.accessible();
      await submit(element);
      expect(sent).to.deep.equal([]);
      expect(activeText(element)).to.equal('Make default');
      expect(announced.join()).to.include('Choose your default');
      await expect(element).to.be.accessible();

      await push(needs({ methods: [chase, paypal], blockers: ['auto-payout-required'] }));
      await submit(element);
      expect(element.shadowRoot?.activeElement).to.equal(switchOf(element));
      await push(needs({ methods: [chase, paypal] }));
      expect(element.renderRoot.querySelector('[part="blockers"]')).to.equal(null);
      await submit(element);
      expect(sent).to.have.length(1);
    });

    it('makes a default from the list when there is none', async () => {
      const { element, sent } = await mount({ methods: [{ ...chase, is_default: false }, paypal] });
      find(element, `[aria-label="Make default: PayPal j•••@example.com"]`).click();
      expect(sent).to.deep.equal([{ method: 'PUT', path: `/payout-methods/${paypal.id}/default`, body: {} }]);
    });

    it('shows the list without a Continue button when the partner hides it', async () => {
      const { element } = await mount({ methods: [chase], hide_continue_button: true });
      expect(rows(element)).to.have.length(1);
      expect(element.renderRoot.querySelector('button[type="submit"]')).to.equal(null);
      expect(element.renderRoot.textContent).to.include('Every change is saved as you make it');
      await expect(element).to.be.accessible();
    });
  });

  it('sends one thing at a time', async () => {
    const { element, sent, done } = await mount({ methods: [chase, paypal, bank] });
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
    const { element } = await mount({ methods: [{ ...paypal, platform: 'newrail' }] });
    expect(textOf(rows(element)[0])).to.include('Payout method j•••@example.com');
  });

  it('survives being moved in the middle of typing', async () => {
    const { element, sent } = await mount();
    await chooseRail(element, 'ach');
    await fill(element, { routing_number: '021000021' });
    const elsewhere = document.createElement('div');
    element.parentElement?.append(elsewhere);
    elsewhere.append(element);
    await settled(element);
    expect(control(element, 'routing_number').value).to.equal('021000021');
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
