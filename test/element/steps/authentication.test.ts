import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { flowProblem } from '../../../src/flow/problem.ts';
import { Localizer } from '../../../src/locales/localizer.ts';
import module from '../../../src/steps/authentication/index.ts';
import { loadPhoneLibrary } from '../../../src/steps/authentication/phone.ts';
import type { StepElement } from '../../../src/steps/step-element.ts';
import { createMockApi } from '../../../src/testing/index.ts';
import { eventually } from '../eventually.ts';
import {
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
  mountOnMock,
  mountStep,
  names,
  press,
  settled,
  submit,
  title,
  type MountOptions,
} from '../support.ts';

type Requirement = RequirementOf<'authentication'>;

const phone: Requirement = {
  step: 'authentication',
  hide_continue_button: false,
  phase: 'phone',
  known_phone: false,
  masked_phone: null,
  default_country: 'US',
  calling_code: '1',
  channel: 'sms',
  resend_in: 0,
  attempts_left: 5,
};
const code: Requirement = { ...phone, phase: 'code', masked_phone: '+1 ••• ••• 0123' };
const known: Requirement = { ...phone, known_phone: true, masked_phone: '+1 ••• ••• 0123' };

/** Without a requirement: at the beginning of a flow of the mock's. */
const mount = (requirement?: Requirement, options?: MountOptions) =>
  requirement
    ? mountStep(module, requirement, options)
    : mountOnMock(module, createMockApi(), { steps: ['onboarding'] }, options);
const send = (body: unknown) => ({ method: 'POST', path: '/authentication/code', body });
const check = (digits: string) => ({ method: 'POST', path: '/authentication/check', body: { code: digits } });
const us = { country: 'US', phone_number: '+12025550123' };
const number = (element: StepElement) => control(element, 'phone_number');
const countryButton = (element: StepElement) => find<HTMLButtonElement>(element, '[part=country]');
const country = (element: StepElement) => countryButton(element).textContent?.trim();

/**
 * Mounts the step with the metadata of phone numbers loaded, as it is for everybody who does not type at
 * once.
 */
async function mountFormatting(requirement?: Requirement, options?: MountOptions) {
  await loadPhoneLibrary();
  const mounted = await mount(requirement, options);
  number(mounted.element).focus();
  return mounted;
}

/** Puts text into a field as a paste does. */
function paste(input: HTMLInputElement, text: string): void {
  input.focus();
  input.value = text;
  input.setSelectionRange(text.length, text.length);
  input.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }));
}

describe('authentication: what is pasted', () => {
  for (const typed of [
    '+1\ufe0d-202-555-0123',
    '\u202a+1 (202) 555\u20110123\u202c',
    '+1\u00a0202\u00a0555\u00a00123',
    '＋１２０２５５５０１２３',
    '+١٢٠٢٥٥٥٠١٢٣',
  ])
    it(`is the number in ${JSON.stringify(typed)}`, async () => {
      const { element, sent } = await mountFormatting();
      paste(number(element), typed);
      await submit(element);
      expect(sent).to.deep.equal([send({ ...us, channel: 'sms' })]);
    });

  it('is the code in the whole message', async () => {
    const { element, sent } = await mount(code);
    paste(control(element, 'code'), 'Your code is 123\u00a0456. It works for 10 minutes.');
    expect(control(element, 'code').value).to.equal('123456');
    await submit(element);
    expect(sent).to.deep.equal([check('123456')]);
  });
});

describe('authentication: the phone number', () => {
  it('asks for one number, with autofill', async () => {
    const { element } = await mount();
    expect(names(element)).to.deep.equal(['phone_number']);
    const input = number(element);
    expect([
      input.type,
      input.autocomplete,
      input.inputMode,
      input.required || input.ariaRequired,
    ]).to.deep.equal(['tel', 'tel-national', 'tel', 'true']);
    expect(countryButton(element).getAttribute('aria-label')).to.equal('Country calling code, US +1');
    expect(description(element, 'phone_number')).to.include('one text');
    await expect(element).to.be.accessible();
  });

  it('sends number and country for a text', async () => {
    const { element, sent } = await mountFormatting();
    await fill(element, { phone_number: '2025550123' });
    await submit(element);
    expect(sent).to.deep.equal([send({ ...us, channel: 'sms' })]);
  });

  it('offers no call before anything has failed', async () => {
    const { element } = await mountFormatting();
    await fill(element, { phone_number: '2025550123' });
    expect(element.renderRoot.textContent).not.to.include('Call me');
  });

  it('puts the call first for a landline, and sends the same for it', async () => {
    const { element, sent, refuse } = await mountFormatting();
    await fill(element, { phone_number: '2025550123' });
    await submit(element);
    await refuse(fieldProblems({ field: 'phone_number', code: 'invalid-phone-number-landline' }));
    await eventually(() => find(element, '[type=submit]').textContent.includes('Call me instead'));
    await expect(element).to.be.accessible();
    await submit(element);
    expect(sent.at(-1)).to.deep.equal(send({ ...us, channel: 'voice' }));
    await refuse(flowProblem('network-error'));
    expect(find(element, '[type=submit]').textContent, 'still a landline').to.include('Call me instead');
    await fill(element, { phone_number: '2025550124' });
    expect(find(element, '[type=submit]').textContent).to.include('Send code');
  });

  it('offers a call when a text could not be delivered', async () => {
    const { element, sent, refuse } = await mountFormatting();
    await fill(element, { phone_number: '2025550123' });
    await submit(element);
    await refuse(fieldProblems({ field: 'phone_number', code: 'phone-undeliverable' }));
    await eventually(() => element.renderRoot.textContent?.includes('Call me instead'));
    expect(find(element, '[type=submit]').textContent).to.include('Send code');
    await press(element, 'Call me instead');
    expect(sent.at(-1)).to.deep.equal(send({ ...us, channel: 'voice' }));
  });

  it('has its ring around the whole field', async () => {
    const { element } = await mountFormatting();
    // The rest of the styles comes along with the screen for the code.
    await eventually(() => getComputedStyle(number(element)).outlineStyle === 'none');
    const outline = (of: Element) => getComputedStyle(of).outlineStyle;
    expect([outline(number(element)), outline(find(element, '.joined'))]).to.deep.equal(['none', 'solid']);
    countryButton(element).focus();
    expect([outline(countryButton(element)), outline(find(element, '.joined'))]).to.deep.equal([
      'solid',
      'none',
    ]);
  });

  for (const [own, width, typed] of [
    ['16px', 288, '+49 1512 3456789'],
    ['32px', 288, '(202) 555-0123'],
    ['32px', 288, '+49 1512 3456789'],
    ['32px', 328, '+55 11 96123-4567'],
  ] as const)
    it(`has room for ${typed} in text of ${own} on ${width} pixels`, async () => {
      const { element } = await mountFormatting();
      // The rest of the styles comes along with the screen for the code.
      await eventually(() => getComputedStyle(number(element)).outlineStyle === 'none');
      const page = element.parentElement as HTMLElement;
      Object.assign(page.style, { fontSize: own, inlineSize: `${width}px` });
      const input = number(element);
      input.value = typed;
      expect(input.scrollWidth).to.be.at.most(input.clientWidth);
    });

  it('groups what is typed as the country writes it', async () => {
    const { element } = await mountFormatting();
    await sendKeys({ type: '2025550123' });
    expect(number(element).value).to.equal('(202) 555-0123');
    expect(country(element)).to.equal('US +1');
  });

  it('changes to the country of an international number', async () => {
    const { element, sent } = await mountFormatting();
    await sendKeys({ type: '+493012345678' });
    await settled(element);
    expect(country(element)).to.equal('DE +49');
    expect(number(element).value).to.equal('+49 30 12345678');
    await submit(element);
    expect(sent).to.deep.equal([send({ country: 'DE', phone_number: '+493012345678', channel: 'sms' })]);
  });

  it('takes an exit code, and changes to the country once the number is whole', async () => {
    const { element, sent } = await mountFormatting();
    await sendKeys({ type: '0114474001234' });
    await settled(element);
    expect(country(element)).to.equal('US +1');
    await sendKeys({ type: '56' });
    await settled(element);
    expect(country(element)).to.equal('GB +44');
    expect(number(element).value).to.equal('+44 7400 123456');
    await submit(element);
    expect(sent).to.deep.equal([send({ country: 'GB', phone_number: '+447400123456', channel: 'sms' })]);
  });

  it('leaves an extension in the field, and sends the number without it', async () => {
    const { element, sent } = await mountFormatting();
    await sendKeys({ type: '2025550123 ext. 12' });
    await settled(element);
    expect(number(element).value).to.include('12');
    await submit(element);
    expect(sent).to.deep.equal([send({ ...us, channel: 'sms' })]);
  });

  it('takes a pasted international number', async () => {
    const { element } = await mountFormatting();
    const input = number(element);
    input.value = '+44 (0)20 7946-0018';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
    await settled(element);
    expect(country(element)).to.equal('GB +44');
    expect(input.selectionStart, 'the caret stands behind it').to.equal(input.value.length);
  });

  it('takes what the browser fills in, which says nothing about how', async () => {
    const { element } = await mountFormatting();
    const input = number(element);
    input.value = '2025550123';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await settled(element);
    expect(input.value).to.equal('(202) 555-0123');
  });

  it('keeps the caret behind the digit that was typed in the middle', async () => {
    const { element } = await mountFormatting();
    await sendKeys({ type: '202550123' });
    expect(number(element).value).to.equal('(202) 550-123');
    number(element).setSelectionRange(8, 8);
    await sendKeys({ type: '5' });
    await settled(element);
    expect(number(element).value).to.equal('(202) 555-0123');
    const { value, selectionStart } = number(element);
    expect(value.slice(0, selectionStart ?? 0).replace(/\D/g, '')).to.equal('202555');
  });

  it('lets punctuation be deleted like everything else', async () => {
    const { element } = await mountFormatting();
    await sendKeys({ type: '2025550123' });
    for (let index = 0; index < 14; index += 1) await sendKeys({ press: 'Backspace' });
    await settled(element);
    expect(number(element).value).to.equal('');
    await sendKeys({ type: '2' });
    expect(number(element).value).to.match(/2/);
  });

  it('deletes in the middle without moving the caret', async () => {
    const { element } = await mountFormatting();
    await sendKeys({ type: '2025550123' });
    number(element).setSelectionRange(6, 6);
    await sendKeys({ press: 'Backspace' });
    await sendKeys({ press: 'Backspace' });
    await settled(element);
    expect(number(element).value).to.equal('(202555-0123');
    expect(number(element).selectionStart).to.equal(4);
  });

  it('starts with the number and the country that the page knows', async () => {
    const { element, sent } = await mountFormatting(undefined, {
      prefill: { phone_number: '030 12345678', country: 'DE' },
    });
    await eventually(() => country(element) === 'DE +49', 'the calling code of the country is shown');
    await submit(element);
    expect(sent).to.deep.equal([send({ country: 'DE', phone_number: '+493012345678', channel: 'sms' })]);
  });

  it('shows the calling code of a known country without a number', async () => {
    const { element } = await mount(undefined, { prefill: { country: 'DE' } });
    await eventually(() => country(element) === 'DE +49', 'the calling code of the country is shown');
    expect(number(element).value).to.equal('');
  });

  it('says nothing about an empty field that is only passed through', async () => {
    const { element } = await mountFormatting();
    await settled(element);
    await eventually(() => country(element) === 'US +1');
    number(element).focus();
    await sendKeys({ press: 'Tab' });
    await settled(element);
    expect(errorOf(element, 'phone_number')).to.equal('');
  });

  for (const [typed, text] of [
    ['', 'Enter your phone number'],
    ['12', 'not complete'],
    ['hello', 'Enter your phone number'],
  ] as const) {
    it(`says at the field what is wrong with “${typed}”`, async () => {
      const { element, sent } = await mountFormatting();
      if (typed) await fill(element, { phone_number: typed });
      await submit(element);
      expect(sent).to.deep.equal([]);
      expect(errorOf(element, 'phone_number')).to.include(text);
      expect(focused(element)).to.equal('phone_number');
      expect(number(element).ariaInvalid).to.equal('true');
      expect(description(element, 'phone_number')).to.include(text);
      await expect(element).to.be.accessible();
    });
  }

  for (const [problem, text] of [
    ['phone-undeliverable', 'would not deliver'],
    ['invalid-phone-number', 'not complete'],
    ['invalid-phone-number-landline', 'landline'],
    ['invalid-phone-number-voip', 'Internet phone numbers'],
    ['too-many-requests', 'Too many codes'],
  ] as const) {
    it(`shows at the field that the server refused it (${problem}), and keeps it`, async () => {
      const { element, refuse } = await mountFormatting();
      await fill(element, { phone_number: '2025550123' });
      await submit(element);
      await refuse(fieldProblems({ field: 'phone_number', code: problem }));
      expect(errorOf(element, 'phone_number')).to.include(text);
      expect(element.renderRoot.querySelector('[part=failure]')).to.equal(null);
      expect(focused(element)).to.equal('phone_number');
      expect(number(element).value).to.equal('(202) 555-0123');
      await expect(element).to.be.accessible();
      await fill(element, { phone_number: '2025550124' });
      expect(errorOf(element, 'phone_number')).to.equal('');
    });
  }

  it('is busy once, and says so', async () => {
    const { element, sent } = await mountFormatting();
    await fill(element, { phone_number: '2025550123' });
    await submit(element);
    const button = find<HTMLButtonElement>(element, '[type=submit]');
    expect([button.ariaBusy, button.ariaDisabled, button.disabled]).to.deep.equal(['true', 'true', false]);
    expect(button.textContent).to.include('Working on it');
    await expect(element).to.be.accessible();
    await submit(element);
    number(element).focus();
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(sent).to.have.length(1);
  });

  it('says above the button that the request failed, and sends the same again', async () => {
    const { element, sent, refuse } = await mountFormatting();
    await fill(element, { phone_number: '2025550123' });
    await submit(element);
    await refuse(flowProblem('network-error'));
    expect(find(element, '[part=failure]').textContent).to.include('could not reach the server');
    expect(find(element, '[part=failure]').getAttribute('role')).to.equal('alert');
    expect(number(element).value).to.equal('(202) 555-0123');
    await expect(element).to.be.accessible();
    await submit(element);
    expect(sent[1]).to.deep.equal(sent[0]);
    expect(element.renderRoot.querySelector('[part=failure]')).to.equal(null);
  });

  it('never writes the number into the markup', async () => {
    const { element } = await mountFormatting();
    await fill(element, { phone_number: '2025550123' });
    expect(everythingInTheDom(element).replace(/\D/g, '')).not.to.include('5550123');
  });
});

describe('authentication: a known payee', () => {
  it('sees the number half hidden, and cannot change it', async () => {
    const { element } = await mount(known);
    expect(names(element)).to.deep.equal([]);
    expect(title(element)).to.equal('Is it still you?');
    expect(find(element, '.lead').textContent?.replaceAll('\u00a0', ' ')).to.include('+1 ••• ••• 0123');
    expect(element.renderRoot.querySelector('[part=country]')).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('sends the channel alone', async () => {
    const text = await mount(known);
    await submit(text.element);
    const call = await mount(known);
    await submit(call.element);
    call.sent.length = 0;
    await call.refuse(fieldProblems({ field: 'phone_number', code: 'invalid-phone-number-landline' }));
    await submit(call.element);
    expect([...text.sent, ...call.sent]).to.deep.equal([
      send({ channel: 'sms' }),
      send({ channel: 'voice' }),
    ]);
  });

  it('is told what went wrong although there is no field', async () => {
    const { element, refuse } = await mount(known);
    await submit(element);
    await refuse(fieldProblems({ field: 'phone_number', code: 'too-many-requests' }));
    expect(find(element, '[part=failure]').textContent).to.include('Too many codes');
    await expect(element).to.be.accessible();
  });

  it('cannot change the number on the code screen either', async () => {
    const { element } = await mount({ ...known, phase: 'code' });
    expect(element.renderRoot.textContent).not.to.include('Change number');
    await expect(element).to.be.accessible();
  });
});

describe('authentication: the code', () => {
  /** The screen for the code has a file of its own. */
  const asked = (element: StepElement) =>
    eventually(() => title(element) === 'Enter the code', 'the code is asked for');

  it('is one real input that texts fill in', async () => {
    const { element } = await mount(code);
    expect(names(element)).to.deep.equal(['code']);
    const input = control(element, 'code');
    expect([input.getAttribute('autocomplete'), input.inputMode, input.type]).to.deep.equal([
      'one-time-code',
      'numeric',
      'text',
    ]);
    expect(find(element, '.lead').textContent?.replaceAll('\u00a0', ' ')).to.equal(
      'We sent a text with six digits to +1 ••• ••• 0123.',
    );
    await expect(element).to.be.accessible();
  });

  it('is asked for once the server took the number, with the focus in it', async () => {
    const { element, done } = await mountFormatting();
    await fill(element, { phone_number: '2025550123' });
    await submit(element);
    await done();
    await asked(element);
    expect(focused(element)).to.equal('code');
    expect(control(element, 'code').value).to.equal('');
    await expect(element).to.be.accessible();
  });

  it('comes where the browser believes to be offline, and the server answered', async () => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    try {
      const { element, done } = await mountFormatting();
      await fill(element, { phone_number: '2025550123' });
      await submit(element);
      await done();
      await asked(element);
      expect(focused(element)).to.equal('code');
      const { element: reloaded } = await mount(code);
      await asked(reloaded);
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('says when its screen could not be loaded, and the button loads it', async () => {
    const parts = Localizer.prototype as {
      load: (...args: Parameters<Localizer['load']>) => Promise<unknown>;
    };
    const { load } = parts;
    let offline = true;
    parts.load = function (...args) {
      if (!offline) return load.apply(this, args);
      return Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
    };
    try {
      const { element, sent, done } = await mountFormatting();
      await fill(element, { phone_number: '2025550123' });
      await submit(element);
      await done();
      expect(find(element, '[role=alert]').textContent).to.include('reach the server');
      expect(number(element).value, 'the number is still there').to.equal('(202) 555-0123');
      await expect(element).to.be.accessible();

      offline = false;
      await submit(element);
      expect(sent, 'no second code').to.have.length(1);
      await asked(element);
      expect(focused(element)).to.equal('code');
      expect(element.renderRoot.querySelectorAll('[role=alert]')).to.have.length(0);
    } finally {
      parts.load = load;
    }
  });

  it('is announced as a call after a call', async () => {
    const { element } = await mount({ ...code, channel: 'voice' });
    expect(find(element, '.lead').textContent).to.include('We are calling');
    expect(element.renderRoot.textContent).not.to.include('Call me instead');
  });

  for (const typed of ['123456', '123 456', '123-456', ' 123456 ']) {
    it(`is sent as six digits when “${typed}” is typed or pasted`, async () => {
      const { element, sent } = await mount(code);
      await fill(element, { code: typed });
      await submit(element);
      expect(sent).to.deep.equal([check('123456')]);
    });
  }

  for (const [typed, text] of [
    ['', 'Enter the six digits'],
    ['12345', 'The code has six digits'],
    ['12345a', 'The code has six digits'],
    ['1234567', 'The code has six digits'],
  ] as const) {
    it(`is not sent as “${typed}”`, async () => {
      const { element, sent } = await mount(code);
      if (typed) await fill(element, { code: typed });
      await submit(element);
      expect(sent).to.deep.equal([]);
      expect(errorOf(element, 'code')).to.include(text);
      expect(focused(element)).to.equal('code');
      await expect(element).to.be.accessible();
    });
  }

  it('stays when it was wrong, and the tries that are left are shown', async () => {
    const { element, refuse } = await mount(code);
    await fill(element, { code: '654321' });
    await submit(element);
    await refuse({ ...fieldProblems({ field: 'code', code: 'wrong-code' }), attemptsLeft: 4 });
    expect(control(element, 'code').value).to.equal('654321');
    const { selectionStart, selectionEnd } = control(element, 'code');
    expect([selectionStart, selectionEnd], 'the next digit replaces it').to.deep.equal([0, 6]);
    expect(errorOf(element, 'code')).to.include('not the code we sent');
    expect(description(element, 'code')).to.include('4 tries left.');
    expect(focused(element)).to.equal('code');
    await expect(element).to.be.accessible();

    await fill(element, { code: '654322' });
    await submit(element);
    await refuse({ ...fieldProblems({ field: 'code', code: 'wrong-code' }), attemptsLeft: 1 });
    expect(description(element, 'code')).to.include('One try left.');
  });

  for (const [problem, text] of [
    ['too-many-attempts', 'fifth wrong code'],
    ['code-expired', 'expired after ten minutes'],
    ['no-code-sent', 'no code to check any more'],
  ] as const) {
    it(`says that another one is needed (${problem})`, async () => {
      const { element, refuse, sent, done, announced } = await mount(code);
      await fill(element, { code: '654321' });
      await submit(element);
      await refuse(flowProblem(problem));
      expect(find(element, '[part=failure]').textContent).to.include(text);
      expect(names(element), 'nothing that is typed would be right').to.deep.equal([]);
      expect(find(element, '[type=submit]').textContent).to.include('Send a new code');
      expect(element.shadowRoot?.activeElement === find(element, '[type=submit]')).to.equal(true);
      expect(element.renderRoot.textContent).not.to.include('Confirm');
      await expect(element).to.be.accessible();

      await press(element, 'Send a new code');
      expect(names(element), 'while it is sent').to.deep.equal([]);
      expect(sent.at(-1)).to.deep.equal(send({ channel: 'sms' }));
      await done({ ...code, resend_in: 30 });
      expect(control(element, 'code').value).to.equal('');
      expect(element.renderRoot.querySelector('[part=failure]')).to.equal(null);
      expect(announced).to.deep.equal(['A new code is on its way.']);
      expect(focused(element)).to.equal('code');
    });
  }

  it('is another one first after a reload, when the tries are used up or it works no more', async () => {
    for (const [requirement, text] of [
      [{ ...code, attempts_left: 0, resend_in: 19 }, 'fifth wrong code'],
      [{ ...code, expires_in: 0, resend_in: 19 }, 'expired after ten minutes'],
    ] as const) {
      const { element, sent } = await mount(requirement);
      expect(find(element, '[part=failure]').textContent).to.include(text);
      const button = find<HTMLButtonElement>(element, '[type=submit]');
      expect([button.textContent.trim(), button.ariaDisabled]).to.deep.equal(['New code in 19 s', 'true']);
      await submit(element);
      expect(sent).to.deep.equal([]);
      expect(element.renderRoot.querySelectorAll('[part=failure]')).to.have.length(1);
      await expect(element).to.be.accessible();
    }
  });

  it('says how long it works, and that it goes by itself', async () => {
    const { element } = await mount({ ...code, expires_in: 600 });
    expect(description(element, 'code')).to.equal(
      'It works for 10 minutes. After the sixth digit we check it.',
    );
    const old = await mount(code);
    expect(description(old.element, 'code')).to.equal('After the sixth digit we check it.');
  });

  it('is sent at its sixth digit, once', async () => {
    const { element, sent, refuse } = await mount(code);
    control(element, 'code').focus();
    await sendKeys({ type: '65432' });
    expect(sent).to.deep.equal([]);
    await sendKeys({ type: '1' });
    await settled(element);
    expect(sent).to.deep.equal([check('654321')]);
    await refuse({ ...fieldProblems({ field: 'code', code: 'wrong-code' }), attemptsLeft: 4 });
    // Leaving the field and coming back changes nothing.
    control(element, 'code').dispatchEvent(new Event('change', { bubbles: true }));
    await sendKeys({ type: '654321' });
    await settled(element);
    expect(sent, 'the same one waits for the button').to.have.length(1);
    await submit(element);
    expect(sent).to.have.length(2);
    await refuse({ ...fieldProblems({ field: 'code', code: 'wrong-code' }), attemptsLeft: 3 });
    await sendKeys({ type: '123456' });
    await settled(element);
    expect(sent.at(-1)).to.deep.equal(check('123456'));
  });

  it('is sent when it is pasted or filled in from the message', async () => {
    const pasted = await mount(code);
    paste(control(pasted.element, 'code'), 'Your code is 123 456.');
    await settled(pasted.element);
    const filled = await mount(code);
    control(filled.element, 'code').value = '123456';
    control(filled.element, 'code').dispatchEvent(new Event('input', { bubbles: true }));
    await settled(filled.element);
    expect([...pasted.sent, ...filled.sent]).to.deep.equal([check('123456'), check('123456')]);
  });

  it('is not sent while an input method composes it', async () => {
    const { element, sent } = await mount(code);
    const input = control(element, 'code');
    input.value = '１２３４５６';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    await settled(element);
    expect(sent).to.deep.equal([]);
    input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    await settled(element);
    expect(sent).to.deep.equal([check('123456')]);
  });

  it('shows the whole number that was typed just now, and the masked one after a reload', async () => {
    const { element, done } = await mountFormatting();
    await fill(element, { phone_number: '2025550123' });
    await submit(element);
    await done({ ...code, masked_phone: '+1 ••• ••• 0123' });
    await asked(element);
    const lead = () => find(element, '.lead').textContent?.replaceAll('\u00a0', ' ');
    expect(lead()).to.equal('We sent a text with six digits to +1 202 555 0123.');
    const attributes = [...element.renderRoot.querySelectorAll('*')].flatMap(({ attributes: all }) => [
      ...all,
    ]);
    expect(attributes.filter(({ value }) => value.replace(/\D/g, '').includes('5550123'))).to.deep.equal([]);
    const again = await mount(code);
    expect(find(again.element, '.lead').textContent?.replaceAll('\u00a0', ' ')).to.include('+1 ••• ••• 0123');
  });

  it('can be asked for by call', async () => {
    const { element, sent } = await mount(code);
    await press(element, 'Call me instead');
    expect(sent).to.deep.equal([send({ channel: 'voice' })]);
  });

  describe('asked for again', () => {
    const real = {
      now: performance.now.bind(performance),
      set: globalThis.setInterval,
      clear: globalThis.clearInterval,
    };
    let passed = 0;
    const ticks = new Map<number, () => void>();
    beforeEach(() => {
      passed = 0;
      ticks.clear();
      const frozen = real.now();
      performance.now = () => frozen + passed;
      globalThis.setInterval = ((tick: () => void) => (
        ticks.set(ticks.size + 1, tick),
        ticks.size
      )) as unknown as typeof setInterval;
      globalThis.clearInterval = ((id: number) => void ticks.delete(id)) as unknown as typeof clearInterval;
    });
    afterEach(() => {
      performance.now = real.now;
      globalThis.setInterval = real.set;
      globalThis.clearInterval = real.clear;
    });

    it('has to wait, and says how long', async () => {
      const { element, sent } = await mount({ ...code, resend_in: 30 });
      const button = () =>
        [...element.renderRoot.querySelectorAll<HTMLButtonElement>('.link')].find((link) =>
          /new code/i.test(link.textContent ?? ''),
        );
      const pass = async (seconds: number) => {
        passed += seconds * 1000;
        for (const tick of [...ticks.values()]) tick();
        await element.updateComplete;
      };
      expect([button()?.textContent.trim(), button()?.ariaDisabled]).to.deep.equal([
        'New code in 30 s',
        'true',
      ]);
      button()?.click();
      expect(sent).to.deep.equal([]);
      await pass(12);
      expect(button()?.textContent.trim()).to.equal('New code in 18 s');
      await pass(18);
      expect([button()?.textContent.trim(), button()?.ariaDisabled]).to.deep.equal([
        'Send a new code',
        'false',
      ]);
      expect(ticks.size, 'nothing is counted any more').to.equal(0);
    });

    it('stops counting while it is not in the page', async () => {
      const { element } = await mount({ ...code, resend_in: 30 });
      const parent = element.parentElement;
      expect(ticks.size).to.equal(1);
      element.remove();
      expect(ticks.size).to.equal(0);
      parent?.append(element);
      expect(ticks.size).to.equal(1);
    });
  });

  describe('for another number', () => {
    it('keeps the number that was typed', async () => {
      const { element, sent, done } = await mountFormatting();
      await fill(element, { phone_number: '2025550123' });
      await submit(element);
      await done();
      await asked(element);
      await press(element, 'Change number');
      expect(title(element)).to.equal('Confirm your phone');
      expect(number(element).value).to.equal('(202) 555-0123');
      expect(focused(element)).to.equal('phone_number');
      await expect(element).to.be.accessible();

      await fill(element, { phone_number: '2025550199' });
      await submit(element);
      expect(sent.at(-1)).to.deep.equal(
        send({ country: 'US', phone_number: '+12025550199', channel: 'sms' }),
      );
      await done();
      await asked(element);
      expect(focused(element)).to.equal('code');
    });

    it('leads back to the code as long as it works', async () => {
      const { element, push } = await mount({ ...code, expires_in: 600 });
      await goBack(element);
      expect(title(element)).to.equal('Confirm your phone');
      expect(hasBack(element)).to.equal(false);
      await expect(element).to.be.accessible();
      await press(element, 'Enter the code');
      expect(names(element)).to.deep.equal(['code']);
      await goBack(element);
      await push({ ...code, expires_in: 0 });
      expect(element.renderRoot.textContent).not.to.include('Enter the code');
    });

    it('leads a known payee back as well', async () => {
      const { element } = await mount({ ...known, phase: 'code' });
      await goBack(element);
      expect(title(element)).to.equal('Is it still you?');
      await press(element, 'Enter the code');
      expect(names(element)).to.deep.equal(['code']);
    });

    it('leaves behind what was wrong with the code', async () => {
      const { element, refuse } = await mount(code);
      await fill(element, { code: '654321' });
      await submit(element);
      await refuse({ ...fieldProblems({ field: 'code', code: 'wrong-code' }), attemptsLeft: 4 });
      await press(element, 'Change number');
      expect(element.renderRoot.querySelectorAll('[role=alert], .error')).to.have.length(0);
    });
  });
});

describe('authentication: the list of countries', () => {
  afterEach(() => Reflect.deleteProperty(navigator, 'languages'));

  const panel = (element: StepElement) => element.renderRoot.querySelector<HTMLElement>('.country-list');
  const search = (element: StepElement) => find<HTMLInputElement>(element, '[role=combobox]');
  const active = (element: StepElement) => element.renderRoot.querySelector('[data-active]');
  const count = (element: StepElement) => element.renderRoot.querySelectorAll('*').length;

  async function open(requirement = phone, options?: MountOptions) {
    const mounted = await mountFormatting(requirement, options);
    await settled(mounted.element);
    const before = count(mounted.element);
    countryButton(mounted.element).focus();
    await sendKeys({ press: 'Enter' });
    await eventually(() => panel(mounted.element), 'the list is open');
    return { ...mounted, before };
  }

  it('is built when it is opened and gone when it is closed', async () => {
    const { element, before } = await open();
    expect(before).to.be.below(40);
    expect(element.renderRoot.querySelectorAll('[role=option]').length).to.be.above(200);
    expect(countryButton(element).ariaExpanded).to.equal('true');
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await eventually(() => !panel(element), 'the list is gone');
    expect(count(element)).to.equal(before);
    expect(countryButton(element).ariaExpanded).to.equal('false');
    expect(
      element.shadowRoot?.activeElement === countryButton(element),
      'the button has the focus again',
    ).to.equal(true);
  });

  it('starts at the chosen country', async () => {
    const { element } = await open();
    expect(active(element)?.textContent).to.equal('United States+1');
    expect(active(element)?.ariaSelected).to.equal('true');
    expect(search(element).getAttribute('aria-activedescendant')).to.equal('country-US');
  });

  it('has three names, the likely countries first, and the chosen one in view', async () => {
    // WebKit names a language that is none on a machine without a locale.
    Object.defineProperty(navigator, 'languages', { configurable: true, value: ['en-US', 'c'] });
    const { element } = await open(
      { ...phone, default_country: 'VN', calling_code: '84' },
      { locale: 'pt-BR' },
    );
    const named = ['[role=dialog]', '[role=combobox]', '[role=listbox]'].map((selector) =>
      find(element, selector).getAttribute('aria-label'),
    );
    expect(new Set(named).size).to.equal(3);
    const [first, ...others] = [...element.renderRoot.querySelectorAll('[role=option]')].map(({ id }) => id);
    expect(first).to.equal('country-VN');
    expect(others.slice(0, 2)).to.include('country-US').and.to.include('country-BR');
    const list = find(element, '[role=listbox]').getBoundingClientRect();
    const chosen = find(element, '#country-VN').getBoundingClientRect();
    expect(chosen.top >= list.top && chosen.bottom <= list.bottom, 'in view').to.equal(true);
  });

  it('says how many countries a search leaves', async () => {
    const { element } = await open();
    await sendKeys({ type: 'ger' });
    const found = [...element.renderRoot.querySelectorAll<HTMLElement>('[role=option]')].filter(
      ({ hidden }) => !hidden,
    ).length;
    expect(find(element, '.country-list [role=status]').textContent).to.equal(`${found} countries`);
    await sendKeys({ type: 'many' });
    expect(find(element, '.country-list [role=status]').textContent).to.equal('One country');
  });

  it('finds “ger”, goes with the arrows and chooses with Enter', async () => {
    const { element, sent } = await open();
    await sendKeys({ type: 'ger' });
    expect(active(element)?.textContent).to.equal('Germany+49');
    await sendKeys({ press: 'ArrowDown' });
    expect(active(element)?.textContent).to.equal('Algeria+213');
    await sendKeys({ press: 'ArrowUp' });
    expect(search(element).getAttribute('aria-activedescendant')).to.equal('country-DE');
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    await eventually(() => !panel(element), 'the list is gone');
    await settled(element);
    expect(country(element)).to.equal('DE +49');
    expect(focused(element)).to.equal('phone_number');
    expect(sent, 'Enter did not submit the form').to.deep.equal([]);
    await sendKeys({ type: '03012345678' });
    expect(number(element).value).to.equal('030 12345678');
  });

  it('finds by calling code and by code of the country, and says when there is none', async () => {
    const { element } = await open();
    const visible = () =>
      [...element.renderRoot.querySelectorAll<HTMLElement>('[role=option]')].filter(
        (option) => !option.hidden,
      );
    for (const [typed, expected] of [
      ['+358', 'country-FI'],
      ['austria', 'country-AT'],
      ['COTE', 'country-CI'],
      ['usa', 'country-US'],
      ['uk', 'country-GB'],
      ['holland', 'country-NL'],
      ['oest', 'country-AT'],
      ['deutsch', 'country-DE'],
      ['schweiz', 'country-CH'],
    ] as const) {
      search(element).value = typed;
      search(element).dispatchEvent(new InputEvent('input', { bubbles: true }));
      expect(
        visible().map(({ id }) => id),
        typed,
      ).to.include(expected);
    }
    search(element).value = 'xyzzy';
    search(element).dispatchEvent(new InputEvent('input', { bubbles: true }));
    expect(visible()).to.have.length(0);
    expect(search(element).hasAttribute('aria-activedescendant')).to.equal(false);
    expect(find(element, '.country-list [role=status]').textContent).to.equal(
      'No country with that name or code',
    );
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    expect(panel(element)).not.to.equal(null);
  });

  it('chooses what is clicked, and formats the number anew', async () => {
    const { element } = await mountFormatting();
    await sendKeys({ type: '3012345678' });
    countryButton(element).click();
    await eventually(() => panel(element), 'the list is open');
    find(element, '#country-DE span').click();
    await settled(element);
    expect(country(element)).to.equal('DE +49');
    expect(number(element).value.replace(/\D/g, '')).to.equal('3012345678');
    expect(number(element).value).not.to.include('(');
    expect(panel(element)).to.equal(null);
  });

  it('reads a number with another calling code anew, and keeps the rest of its digits', async () => {
    const { element, sent } = await mountFormatting();
    await sendKeys({ type: '+447400123456' });
    await settled(element);
    expect(country(element)).to.equal('GB +44');
    countryButton(element).click();
    await eventually(() => panel(element), 'the list is open');
    find(element, '#country-FR span').click();
    await settled(element);
    expect(country(element)).to.equal('FR +33');
    expect(number(element).value.replace(/\D/g, '')).to.equal('7400123456');
    await submit(element);
    expect(sent).to.deep.equal([]);
    await fill(element, { phone_number: '740012345' });
    await submit(element);
    expect(sent).to.deep.equal([send({ country: 'FR', phone_number: '+33740012345', channel: 'sms' })]);
  });

  it('closes with Tab, which goes on from the button', async () => {
    const { element } = await open();
    await sendKeys({ press: 'Tab' });
    await eventually(() => !panel(element), 'the list is gone');
    expect(focused(element)).to.equal('phone_number');
  });

  it('closes with a second press on the button', async () => {
    const { element } = await open();
    countryButton(element).click();
    await eventually(() => !panel(element), 'the list is gone');
  });

  it('is gone with the step', async () => {
    const { element } = await open();
    element.remove();
    expect(panel(element)).to.equal(null);
  });

  it('is one list, however often the button is pressed while it is being loaded', async () => {
    const { element } = await mountFormatting();
    countryButton(element).click();
    countryButton(element).click();
    countryButton(element).click();
    await eventually(() => panel(element), 'the list is open');
    await settled(element);
    expect(element.renderRoot.querySelectorAll('.country-list').length).to.be.at.most(1);
  });

  it('speaks the language of the payee, and still finds English names', async () => {
    const { element } = await open(phone, { locale: 'de' });
    expect(active(element)?.textContent).to.equal('Vereinigte Staaten+1');
    await sendKeys({ type: 'germany' });
    expect(active(element)?.textContent).to.equal('Deutschland+49');
  });
});
