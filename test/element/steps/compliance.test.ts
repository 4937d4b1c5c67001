import { expect } from '@open-wc/testing';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import module from '../../../src/steps/compliance/index.ts';
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
  fillAll,
  find,
  focused,
  goBack,
  has,
  hasBack,
  mountOnMock,
  names,
  pageOf,
  post,
  press,
  settled,
  standstill,
  submit,
  summaryOf,
  text,
  title,
  walk,
  type MockOptions,
} from '../support.ts';

type Step = StepElement & { requirement: RequirementOf<'compliance'> };

const person = {
  date_of_birth: '04271985',
  tin: '412557890',
  line_1: '12 Elm Street',
  city: 'Oakland',
  state: 'CA',
  postcode: '94607',
};
/** What the sandbox says of such numbers. */
const mismatched = { tin: '412550001' };
const pending = { tin: '412550002' };
const foreigner = {
  date_of_birth: '4/27/1985',
  citizenship_country: 'CH',
  place_of_work: 'outside',
  foreign_tax_id: '756.9217.0769.85',
  line_1: 'Bahnhofstrasse 1',
  postcode: '8001',
  city: 'Zürich',
};

interface Payee extends MockUserInput {
  /** Options of the step. */
  readonly step?: Readonly<Record<string, unknown>>;
}

/** Mounts the form of somebody in the US, or of `payee`. */
async function mount({ step = {}, ...payee }: Payee = {}, options: MockOptions = {}) {
  const api = createMockApi(standstill);
  const user_id = api.createUser({ first_name: 'Robin', last_name: 'Vance', ...payee });
  const steps = [{ name: 'compliance', ...step }];
  return { api, ...(await mountOnMock<Step>(module, api, { steps, user_id }, options)) };
}
/** Mounts the form of somebody abroad, of whose income nothing is reported there. */
const mountAbroad = () => mount({ country: 'CH' });

/** Mounts the form of somebody who filed a W-9 on an earlier visit, with `more` in place of what is right. */
function mountFiled(more: Readonly<Record<string, string>>, step?: Payee['step'], options?: MockOptions) {
  const filed = { form: 'w9', entity_type: 'individual', first_name: 'Robin', last_name: 'Vance', ...person };
  const body = { ...filed, date_of_birth: '1985-04-27', ...more };
  return mount({ ...(step && { step }) }, { ...options, before: [post('/compliance', body)] });
}

/** Mounts the form at the page with the number. */
async function mountAtNumber(options?: MockOptions, payee?: Payee) {
  const mounted = await mount(payee, options);
  await submit(mounted.element);
  return mounted;
}

/** Goes through the pages of a W-9, up to the answers. */
async function answerW9(element: StepElement, more: Readonly<Record<string, string>> = {}): Promise<void> {
  await walk(element, { ...person, ...more });
  await submit(element);
}

async function submitW9(more?: Readonly<Record<string, string>>) {
  const mounted = await mount();
  await answerW9(mounted.element, more);
  await submit(mounted.element);
  return mounted;
}

/** Presses the button that leads from the answers to the page of that name. */
const change = (element: StepElement, group: string) => press(element, `Change ${group}`);
/** Returns the answers as they are listed. */
const answers = (element: StepElement) =>
  [...element.renderRoot.querySelectorAll('[part="answers"] dl > div')].map((row) =>
    row.textContent?.replace(/\s+/g, ' ').trim(),
  );

const claimTreaty = 'Claim a tax treaty rate';

describe('compliance, form W-9', () => {
  it('asks a person for what the form needs, under the wire names', async () => {
    const { element } = await mount();
    expect(await walk(element, person)).to.deep.equal([
      ['form', 'entity_type', 'first_name', 'last_name', 'one_name', 'doing_business_as'],
      ['tin', 'tin_type', 'date_of_birth'],
      ['line_1', 'line_2', 'city', 'state', 'postcode'],
    ]);
    await expect(element).to.be.accessible();
    await submit(element);
    // Folded away: few have been notified by the IRS.
    expect(names(element)).to.deep.equal(['subject_to_backup_withholding']);
    await expect(element).to.be.accessible();
  });

  it('sends a person’s data as the wire has it', async () => {
    const { sent } = await submitW9();
    expect(sent).to.deep.equal([
      {
        method: 'POST',
        path: '/compliance',
        body: {
          form: 'w9',
          entity_type: 'individual',
          first_name: 'Robin',
          last_name: 'Vance',
          ...person,
          date_of_birth: '1985-04-27',
        },
      },
    ]);
  });

  it('sends a business with its EIN', async () => {
    const { element, sent } = await mount();
    await choose(element, 'entity_type', 'business');
    expect(names(element)).not.to.include.members(['first_name', 'date_of_birth']);
    await expect(element).to.be.accessible();
    await walk(element, {
      business_name: 'Vance Rides LLC',
      tax_classification: 'llc_p',
      tin: '123456789',
      line_1: '1 Main St',
      line_2: 'Suite 4',
      city: 'Reno',
      state: 'NV',
      postcode: '89501-1234',
    });
    await submit(element);
    expect(answers(element)).to.include('Employer Identification Number (EIN) ••• 6789');
    await submit(element);
    expect(sent[0]?.body).to.deep.equal({
      form: 'w9',
      entity_type: 'business',
      business_name: 'Vance Rides LLC',
      tax_classification: 'llc_p',
      tin: '123456789',
      line_1: '1 Main St',
      line_2: 'Suite 4',
      city: 'Reno',
      state: 'NV',
      postcode: '89501-1234',
    });
  });

  it('keeps the name of a person while looking at what a business is asked for', async () => {
    const { element } = await mount();
    await walk(element, { first_name: 'Roberta', tin: '412557890' });
    await goBack(element);
    await choose(element, 'entity_type', 'business');
    await fillAll(element, { business_name: 'Vance Rides LLC', tax_classification: 'llc_p' });
    await submit(element);
    expect(control(element, 'tin').value).to.equal('41-2557890');
    await goBack(element);
    await choose(element, 'entity_type', 'individual');
    expect(control(element, 'first_name').value).to.equal('Roberta');
    await submit(element);
    expect(control(element, 'tin').value).to.equal('412-55-7890');
  });

  it('says nothing is wrong with questions that were not seen yet', async () => {
    const { element } = await mount({ first_name: '', last_name: '' });
    await submit(element);
    expect(errorOf(element, 'first_name')).not.to.equal('');
    await choose(element, 'entity_type', 'business');
    expect(has(element, '[part="error"], [part="summary"]')).to.equal(false);
    await submit(element);
    expect(errorOf(element, 'business_name')).not.to.equal('');
    await fillAll(element, { tax_classification: 'other' });
    expect(errorOf(element, 'other_classification')).to.equal('');
  });

  describe('in four pages', () => {
    it('each with its heading, which has the focus, and a way back that keeps everything', async () => {
      const { element } = await mount();
      expect(title(element)).to.equal('Tax details');
      expect(hasBack(element)).to.equal(false);
      await answerW9(element);
      const seen = [title(element)];
      expect(focused(element)).to.equal('title');
      while (hasBack(element)) {
        await goBack(element);
        expect(focused(element)).to.equal('title');
        seen.push(title(element));
      }
      expect(seen).to.deep.equal(['Check and certify', 'Address', 'Tax number', 'Tax details']);
      await submit(element);
      expect(control(element, 'tin').value).to.equal('412-55-7890');
      await submit(element);
      expect(control(element, 'city').value).to.equal('Oakland');
    });

    it('asks no more than what is on the page', async () => {
      const { element, sent } = await mount({ first_name: '', last_name: '' });
      await submit(element);
      expect(summaryOf(element)).to.deep.equal(['Enter your first name.', 'Enter your last name.']);
      await fill(element, { first_name: 'Robin', last_name: 'Vance' });
      await submit(element);
      expect(title(element)).to.equal('Tax number');
      expect(has(element, '[part="error"], [part="summary"]')).to.equal(false);
      expect(sent).to.deep.equal([]);
    });

    it('lists the answers, each with a way to its page and back', async () => {
      const { element, sent } = await mount();
      await answerW9(element, { doing_business_as: 'Vance Rides', line_2: 'Suite 4' });
      expect(answers(element)).to.deep.equal([
        'Who is paid Robin Vance',
        'For tax, are you a US person? Yes',
        'Who gets paid? An individual',
        'Business name Vance Rides',
        'Social Security number ••• 7890',
        'Date of birth April 27, 1985',
        'Address 12 Elm Street Suite 4 Oakland CA 94607',
      ]);
      expect(everythingInTheDom(element)).not.to.match(/412-?55/);
      find(element, '[part="answers"] [aria-label="Show number"]').click();
      await settled(element);
      expect(answers(element)).to.include('Social Security number 412-55-7890');
      for (const group of ['Who is paid', 'Tax number', 'Address']) {
        await change(element, group);
        expect(focused(element)).to.equal('title');
        await submit(element);
        expect(title(element), group).to.equal('Check and certify');
        await change(element, group);
        await goBack(element);
        expect(title(element), group).to.equal('Check and certify');
      }
      await change(element, 'Address');
      await fill(element, { city: 'Alameda' });
      await submit(element);
      expect(answers(element).at(-1)).to.include('Alameda');
      await submit(element);
      expect(sent[0]?.body).to.include({ city: 'Alameda' });
    });

    it('goes back to an answer that was made wrong in the meantime', async () => {
      const { element, sent } = await mount();
      await answerW9(element);
      await change(element, 'Tax number');
      await fill(element, { tin: '412' });
      await goBack(element);
      await submit(element);
      expect([title(element), focused(element)]).to.deep.equal(['Tax number', 'tin']);
      expect(errorOf(element, 'tin')).to.include('nine digits');
      await fill(element, { tin: '412557890' });
      await submit(element);
      expect(title(element)).to.equal('Check and certify');
      await submit(element);
      expect(sent).to.have.length(1);
    });

    it('asks what comes with another answer before the answers are shown again', async () => {
      const { element } = await mount();
      await answerW9(element);
      await change(element, 'Who is paid');
      await choose(element, 'entity_type', 'business');
      await fillAll(element, { business_name: 'Vance Rides LLC', tax_classification: 'llc_p' });
      await fillAll(element, { exempt_payee_code: '1' });
      await submit(element);
      expect(title(element)).to.equal('Check and certify');
      await change(element, 'Who is paid');
      await choose(element, 'form', 'w8ben');
      await fillAll(element, { citizenship_country: 'DE' });
      await submit(element);
      expect(title(element)).to.equal('Tax number');
      expect(has(element, '[part="error"], [part="summary"]')).to.equal(false);
    });

    it('has the words of the form certified, in English and marked as such', async () => {
      const { element } = await mount();
      await answerW9(element);
      const words = find(element, '[part="statement"] [lang="en"]').textContent;
      expect(words).to.include('Under penalties of perjury, I certify that:');
      expect(words).to.include('I am a U.S. citizen or other U.S. person');
      expect(find(element, 'button[type="submit"]').textContent).to.include('Certify and continue');
    });
  });

  describe('the tax number', () => {
    it('is hidden until shown, with the digits in groups, and in no attribute', async () => {
      const { element } = await mountAtNumber();
      await fill(element, { tin: '412557890' });
      const input = control(element, 'tin');
      expect(input.value).to.equal('412-55-7890');
      expect(getComputedStyle(input).getPropertyValue('-webkit-text-security')).to.equal('disc');
      expect([input.type, input.autocomplete, input.inputMode]).to.deep.equal(['text', 'off', 'numeric']);
      const toggle = find(element, 'button[aria-pressed]');
      expect([toggle.getAttribute('aria-label'), toggle.getAttribute('aria-pressed')]).to.deep.equal([
        'Show number',
        'false',
      ]);

      toggle.click();
      await settled(element);

      expect(toggle.getAttribute('aria-pressed')).to.equal('true');
      expect(getComputedStyle(input).getPropertyValue('-webkit-text-security')).to.equal('none');
      expect(everythingInTheDom(element)).not.to.match(/412-?55-?7890|557890/);
      await expect(element).to.be.accessible();
    });

    it('keeps the caret behind the same digit when one is put in', async () => {
      const { element } = await mountAtNumber();
      await fill(element, { tin: '41557890' });
      const input = control(element, 'tin');
      input.focus();
      input.setRangeText('2', 2, 2, 'end');
      input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
      await settled(element);
      expect([input.value, input.selectionStart]).to.deep.equal(['412-55-7890', 3]);
    });

    it('is forgotten once the server has it', async () => {
      const { element, done } = await submitW9();
      await done();
      await change(element, 'Tax number');
      expect(control(element, 'tin').value).to.equal('');
      expect(everythingInTheDom(element)).not.to.include('7890');
    });

    it('is kept when it is not known whether the server took it', async () => {
      const { element, supersede } = await submitW9();
      await supersede();
      await change(element, 'Tax number');
      expect(control(element, 'tin').value).to.equal('412-55-7890');
    });

    it('is kept when the request fails', async () => {
      const { api, element, sent, done } = await submitW9();
      api.faults.fail('service-unavailable', { times: 3 });
      await done();
      await change(element, 'Tax number');
      expect(control(element, 'tin').value).to.equal('412-55-7890');
      await submit(element);
      await submit(element);
      expect(sent[1]).to.deep.equal(sent[0]);
      await done();
      expect(api.webhooks[0]?.payload).to.include({ step: 'compliance', outcome: 'verified' });
    });
  });

  describe('asks for the date of birth in three fields', () => {
    const parts = (element: StepElement) =>
      [...element.renderRoot.querySelectorAll<HTMLInputElement>('.parts input')].map(({ id }) =>
        id.replace('date_of_birth-', ''),
      );
    const part = (element: StepElement, name: string) =>
      find<HTMLInputElement>(element, `#date_of_birth-${name}`);
    const said = (element: StepElement) => find(element, 'output').textContent?.trim();
    async function type(element: StepElement, typed: Readonly<Record<string, string>>) {
      for (const [name, value] of Object.entries(typed)) {
        part(element, name).focus();
        part(element, name).value = value;
        part(element, name).dispatchEvent(new InputEvent('input', { bubbles: true }));
        await settled(element);
      }
    }
    const leave = async (element: StepElement) => {
      control(element, 'tin').focus();
      await settled(element);
    };

    for (const [locale, order] of [
      ['en-US', ['month', 'day', 'year']],
      ['en-GB', ['day', 'month', 'year']],
      ['pt-BR', ['day', 'month', 'year']],
      ['de', ['day', 'month', 'year']],
      ['ja', ['year', 'month', 'day']],
    ] as const)
      it(`in the order of ${locale}, each with its label and its autofill`, async () => {
        const { element } = await mountAtNumber({ locale });
        expect(parts(element)).to.deep.equal(order);
        for (const name of order) {
          // Firefox has no `bday-…` in the property.
          expect(part(element, name).getAttribute('autocomplete')).to.equal(`bday-${name}`);
          expect(part(element, name).labels?.[0]?.textContent?.toLowerCase()).to.equal(name);
        }
        expect(find(element, '.date legend').textContent).to.equal('Date of birth');
        await expect(element).to.be.accessible();
      });

    it('says the date back in words, and sends it as it always was', async () => {
      const { element, sent } = await mountAtNumber({ locale: 'en-GB' });
      await fill(element, { tin: person.tin });
      await type(element, { day: '5', month: '03' });
      expect(said(element)).to.equal('');
      await type(element, { year: '1990' });
      expect(said(element)).to.equal('5 March 1990');
      expect(new FormData(find<HTMLFormElement>(element, 'form')).getAll('date_of_birth')).to.deep.equal([
        '1990-03-05',
      ]);
      await submit(element);
      const { tin: _, date_of_birth: __, ...address } = person;
      await walk(element, address);
      await submit(element);
      expect(answers(element)).to.include('Date of birth 5 March 1990');
      await submit(element);
      expect(sent[0]?.body).to.include({ date_of_birth: '1990-03-05' });
    });

    for (const [locale, month] of [
      ['en-US', 'March'],
      ['en-US', 'mar'],
      ['de', 'März'],
      ['de', 'marz'],
      ['de', 'March'],
      ['en-US', '０３'],
      ['en-US', '٣'],
      ['en-US', '\u200b3 '],
    ] as const)
      it(`takes ${JSON.stringify(month)} for March (${locale})`, async () => {
        const { element } = await mountAtNumber({ locale });
        await type(element, { day: '5', month, year: '1990' });
        expect(control(element, 'date_of_birth').value).to.equal('1990-03-05');
        expect(part(element, 'month').value).to.equal(month);
      });

    it('takes a whole date that is pasted into one of them', async () => {
      const { element } = await mountAtNumber();
      await type(element, { month: '03/05/1990' });
      expect(['month', 'day', 'year'].map((name) => part(element, name).value)).to.deep.equal([
        '03',
        '05',
        '1990',
      ]);
    });

    for (const [typed, wrong, words] of [
      [{ month: '1', day: '31', year: '90' }, ['year'], 'four digits'],
      [{ month: '31', day: '1', year: '1990' }, ['month'], 'from 1 to 12'],
      [{ month: 'Smarch', day: '1', year: '1990' }, ['month'], 'from 1 to 12'],
      [{ month: '2', day: '30', year: '1990' }, ['day'], 'There is no such day'],
      [{ month: '2', day: '', year: '1990' }, ['day'], 'day, month and year'],
      [{ month: '', day: '', year: '1990' }, ['month', 'day'], 'day, month and year'],
      [{ month: '1', day: '1', year: '2027' }, ['year'], 'still to come'],
      [{ month: '1', day: '1', year: '2020' }, ['year'], 'at least 13'],
      [{ month: '1', day: '1', year: '1850' }, ['year'], 'more than 120'],
    ] as const)
      it(`says what is wrong with ${Object.values(typed).join('/')}, at the part that is`, async () => {
        const { element } = await mountAtNumber();
        await type(element, typed);
        expect(errorOf(element, 'date_of_birth'), 'while it is typed').to.equal('');
        await leave(element);
        expect(errorOf(element, 'date_of_birth')).to.include(words);
        expect(
          parts(element).filter((name) => part(element, name).getAttribute('aria-invalid') === 'true'),
        ).to.deep.equal(wrong);
        for (const name of wrong)
          expect(part(element, name).getAttribute('aria-describedby')).to.include('date_of_birth-error');
        for (const [name, value] of Object.entries(typed)) expect(part(element, name).value).to.equal(value);
        await fill(element, { tin: person.tin });
        await submit(element);
        expect(element.shadowRoot?.activeElement?.id).to.equal(`date_of_birth-${wrong[0]}`);
        await expect(element).to.be.accessible();
      });

    it('says why it is asked, though it is not on the form', async () => {
      const { element } = await mountAtNumber();
      expect(find(element, '#date_of_birth-hint').textContent).to.include('Not on the form');
      expect(find(element, '.date').getAttribute('aria-describedby')).to.include('date_of_birth-hint');
    });

    it('goes by the time of the server, and not by that of the device', async () => {
      const { element } = await mountAtNumber({ now: '2012-01-01T00:00:00.000Z' });
      await type(element, { month: '1', day: '1', year: '2005' });
      await leave(element);
      expect(errorOf(element, 'date_of_birth')).to.include('at least 13');
      const later = (await mountAtNumber({ now: '2040-01-01T00:00:00.000Z' })).element;
      await type(later, { month: '1', day: '1', year: '2026' });
      await leave(later);
      expect(errorOf(later, 'date_of_birth')).to.equal('');
    });

    it('keeps the day when the language changes', async () => {
      const { element } = await mountAtNumber({ locale: 'de' });
      await fill(element, { date_of_birth: '27.4.1985' });
      expect(control(element, 'date_of_birth').value).to.equal('1985-04-27');
      expect(said(element)).to.equal('27. April 1985');
      element.context = (await mount()).element.context;
      await settled(element);
      expect(parts(element)).to.deep.equal(['month', 'day', 'year']);
      expect(said(element)).to.equal('April 27, 1985');
    });
  });

  it('says at each field what is wrong, and puts the focus on the first', async () => {
    const { element, sent } = await mountAtNumber();
    await fill(element, { tin: '000112222' });
    await submit(element);
    expect(focused(element)).to.equal('tin');
    expect(errorOf(element, 'tin')).to.include('nine digits on your card');
    expect(errorOf(element, 'date_of_birth')).to.include('Enter your date of birth');
    await expect(element).to.be.accessible();
    await walk(element, { tin: person.tin, date_of_birth: person.date_of_birth, postcode: '946' });
    await submit(element);
    expect(sent).to.deep.equal([]);
    expect(focused(element)).to.equal('line_1');
    expect(errorOf(element, 'state')).to.include('Choose the state');
    expect(errorOf(element, 'postcode')).to.include('five digits');
    expect(errorOf(element, 'line_2')).to.equal('');
    await expect(element).to.be.accessible();
  });

  it('shows what the server refused at its field, and keeps what was typed', async () => {
    // What a server of another version refuses.
    const { element, refuse } = await submitW9();
    await refuse(
      fieldProblems({ field: 'postcode', code: 'invalid-postcode' }, { field: 'line_1', code: 'too-long' }),
    );
    expect(title(element)).to.equal('Address');
    expect(focused(element)).to.equal('line_1');
    expect(errorOf(element, 'line_1')).to.include('too long');
    expect(errorOf(element, 'postcode')).to.include('five digits');
    expect(has(element, '[part="failure"]')).to.equal(false);
    expect(control(element, 'city').value).to.equal('Oakland');
    expect(control(element, 'state').value).to.equal('CA');
    await fill(element, { line_1: '1 Main St', postcode: '94608' });
    await submit(element);
    expect(title(element)).to.equal('Check and certify');
    await change(element, 'Tax number');
    expect(control(element, 'tin').value).to.equal('412-55-7890');
  });

  it('goes from one page to the next that the server refused something on', async () => {
    // What a server of another version refuses.
    const { element, refuse } = await submitW9();
    await refuse(
      fieldProblems({ field: 'city', code: 'too-long' }, { field: 'first_name', code: 'invalid-name' }),
    );
    expect([title(element), focused(element)]).to.deep.equal(['Tax details', 'first_name']);
    expect(errorOf(element, 'first_name')).not.to.equal('');
    await fill(element, { first_name: 'Roberta' });
    await submit(element);
    expect([title(element), focused(element)]).to.deep.equal(['Address', 'city']);
    expect(errorOf(element, 'city')).to.include('too long');
    await fill(element, { city: 'Alameda' });
    await submit(element);
    expect(title(element)).to.equal('Check and certify');
  });

  it('says at the button what the server refused of a field that is on no page', async () => {
    // What a server of another version refuses.
    const { element, refuse } = await submitW9();
    await refuse(fieldProblems({ field: 'giin', code: 'required' }));
    expect(title(element)).to.equal('Check and certify');
    expect(has(element, '[part="failure"]')).to.equal(true);
  });

  it('says whether the partner or the law asks', async () => {
    const requested = await mount();
    expect(find(requested.element, '.lead').textContent).to.include('Acme asks');
    const api = createMockApi(standstill);
    const user_id = api.createUser();
    api.fund(user_id, 3_000_00);
    const email = 'ada@example.com';
    const law = await mountOnMock(
      module,
      api,
      { steps: ['manage-payouts', 'payout'], user_id },
      {
        before: [
          post('/payout-methods', { platform: 'paypal', email }),
          post('/manage-payouts'),
          (current) =>
            post('/payout/review', {
              amount: 2_000_00,
              method_id: (current as RequirementOf<'payout'>).methods[0]?.id,
            }),
        ],
      },
    );
    expect(find(law.element, '.lead').textContent).to.include('US tax law asks');
  });
});

describe('compliance, verdict on the number', () => {
  it('says calmly that the number is being checked, and lets the payee go on', async () => {
    const { api, element, sent, done } = await submitW9(pending);
    await done();
    expect(find(element, '#title').textContent).to.equal('The IRS is checking your number');
    expect(focused(element)).to.equal('title');
    expect(find(element, '[part="pending"]').textContent).to.include('••• 0002');
    expect(names(element)).to.deep.equal([]);
    await expect(element).to.be.accessible();
    await submit(element);
    expect(sent[1]).to.deep.equal({ method: 'POST', path: '/compliance/continue', body: {} });
    await done();
    expect(api.webhooks[0]?.payload).to.include({ step: 'compliance', outcome: 'pending' });
  });

  it('says where word of it will come', async () => {
    const { element } = await mountFiled(pending);
    expect(element.renderRoot.textContent).to.include(
      'longer than ten minutes, you get a text at +1 ••• ••• 0100',
    );
    await expect(element).to.be.accessible();
  });

  it('announces a text where one is sent, and says only there where none is that none is', async () => {
    const { element, push } = await mountFiled(pending);
    expect(text(element)).to.include('you get a text at');
    expect(text(element)).not.to.include('We send no message');
    const { notification: _, ...silent } = element.requirement;
    await push(silent);
    expect(text(element)).not.to.include('you get a text at');
    expect(text(element)).to.include('We send no message');
  });

  it('has no way on but the verdict when the partner hid the button', async () => {
    const { element } = await mountFiled(pending, { hide_continue_button: true });
    expect(element.renderRoot.querySelector('button')).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('says what failed when going on fails', async () => {
    const { api, element, done } = await mountFiled(pending);
    await submit(element);
    api.faults.fail('service-unavailable', { times: 3 });
    await done();
    expect(find(element, '[part="failure"]').textContent).to.include('busy at the moment');
  });

  for (const how of ['answered', 'pushed'] as const) {
    it(`brings the form back when name and number do not match (${how})`, async () => {
      const { element, done, push } = await submitW9(how === 'answered' ? mismatched : pending);
      await done();
      const { masked_tin } = element.requirement;
      // What is pending matches in the sandbox, and not at every tax authority.
      if (how === 'pushed') await push({ ...element.requirement, tax_id_verification: 'mismatched' });
      expect(find(element, '[part="mismatch"]').textContent).to.include(
        'exactly what your Social Security card says',
      );
      expect(errorOf(element, 'tin')).to.include('do not match');
      expect(focused(element)).to.equal('tin');
      expect(control(element, 'tin').value).to.equal('');
      expect(masked_tin).to.be.oneOf(['••• 0001', '••• 0002']);
      expect(description(element, 'tin')).to.include(masked_tin);
      expect(control(element, 'date_of_birth').value).to.equal('1985-04-27');
      await expect(element).to.be.accessible();
      await fill(element, { tin: '412557891' });
      await submit(element);
      expect(title(element)).to.equal('Check and certify');
      expect(answers(element).at(-1)).to.include('12 Elm Street');
      expect(answers(element)).to.include('Who is paid Robin Vance');
    });
  }

  it('wants a signature under the next form, and from nobody before', async () => {
    const { element, sent, done } = await submitW9(mismatched);
    expect(names(element)).not.to.include('signature');
    await done();
    await fill(element, { tin: '412557891' });
    await submit(element);
    expect(title(element)).to.equal('Check and certify');
    await expect(element).to.be.accessible();
    const before = sent.length;
    await submit(element);
    await done();
    expect(errorOf(element, 'signature')).to.equal('Sign by typing your own full name.');
    expect(focused(element)).to.equal('signature');
    await fill(element, { signature: 'Robin Vance' });
    await submit(element);
    expect(sent.length).to.equal(before + 2);
    expect(sent.at(-1)?.body).to.include({ signature: 'Robin Vance' });
  });

  it('asks again after a second mismatch', async () => {
    const { element, done } = await submitW9(mismatched);
    await done();
    await fill(element, { tin: '412560001' });
    expect(errorOf(element, 'tin')).to.equal('');
    await submit(element);
    await fill(element, { signature: 'Robin Vance' });
    await submit(element);
    await done();
    expect(errorOf(element, 'tin')).to.include('do not match');
    expect(description(element, 'tin')).to.include('••• 0001');
    expect(control(element, 'tin').value).to.equal('');
  });

  it('starts with the mismatch after a reload, and leaves the focus to the page', async () => {
    const { element } = await mountFiled(mismatched);
    expect(errorOf(element, 'tin')).to.include('do not match');
    expect(find(element, '[part="mismatch"]').textContent).to.include('Robin Vance');
    expect(control(element, 'date_of_birth').value, 'it never goes back').to.equal('');
    expect(focused(element)).to.equal('');
    await press(element, 'Change the name');
    expect(control(element, 'first_name').value).to.equal('Robin');
    await submit(element);
    expect(title(element)).to.equal('Tax number');
    await fill(element, { tin: '412557891', date_of_birth: person.date_of_birth });
    await submit(element);
    expect(title(element)).to.equal('Check and certify');
    await change(element, 'Address');
    expect(control(element, 'state').value).to.equal('CA');
  });

  it('has what does not match in view together with its reason, on a phone', async () => {
    const { element, done } = await submitW9(mismatched);
    const page = pageOf(element);
    page.style.maxInlineSize = '320px';
    await done();
    expect(focused(element)).to.equal('tin');
    for (const seen of ['[part="mismatch"]', '[name="tin"]', '#tin-error']) {
      const { top, bottom } = find(element, seen).getBoundingClientRect();
      expect([top >= 0, bottom <= innerHeight], seen).to.deep.equal([true, true]);
    }
    expect(
      find(element, '[name="tin"]').getBoundingClientRect().bottom -
        find(element, '[part="mismatch"]').getBoundingClientRect().top,
    ).to.be.below(480);
  });

  it('calls nothing wrong but the number after a reload, until it is sent again', async () => {
    const { element } = await mountFiled(mismatched);
    expect(errorOf(element, 'tin')).to.include('do not match');
    expect(errorOf(element, 'date_of_birth')).to.equal('');
    expect(has(element, '[part="summary"]')).to.equal(false);
    await fill(element, { tin: '412557891' });
    await submit(element);
    expect(errorOf(element, 'date_of_birth')).not.to.equal('');
    expect(focused(element)).to.equal('date_of_birth');
  });

  it('calls nothing wrong but the number when the verdict comes to a page that was opened again', async () => {
    const { element, push } = await mountFiled(pending);
    // What is pending matches in the sandbox, and not at every tax authority.
    await push({ ...element.requirement, tax_id_verification: 'mismatched' });
    expect(errorOf(element, 'date_of_birth')).to.equal('');
    expect(has(element, '[part="summary"]')).to.equal(false);
    expect(focused(element)).to.equal('tin');
  });

  it('keeps a number that is being typed when an unrelated snapshot arrives', async () => {
    const { element, catchUp } = await mountFiled(mismatched);
    await fill(element, { tin: '412557891' });
    await catchUp();
    expect(control(element, 'tin').value).to.equal('412-55-7891');
    expect(errorOf(element, 'tin')).to.equal('');
  });
});

describe('compliance, the focus that the page asks for', () => {
  it('goes to the chosen one of several radios, or to the first where none is chosen', async () => {
    const { element } = await mountAbroad();
    await choose(element, 'form', 'w9');
    await choose(element, 'form', 'w8bene');
    control(element, 'form', 'w8bene').blur();
    element.focus();
    expect(element.shadowRoot?.activeElement === control(element, 'form', 'w8bene')).to.equal(true);
    for (const radio of element.renderRoot.querySelectorAll<HTMLInputElement>('[type=radio]'))
      radio.checked = false;
    element.focus();
    expect(element.shadowRoot?.activeElement === control(element, 'form')).to.equal(true);
  });
});

describe('compliance, form W-8BEN', () => {
  const signed = { ...foreigner, signature: 'Robin Vance' };

  it('asks for what the form needs, under the wire names', async () => {
    const { element } = await mountAbroad();
    expect(control(element, 'name').value).to.equal('Robin Vance');
    expect(await walk(element, signed)).to.deep.equal([
      ['form', 'name', 'citizenship_country'],
      ['foreign_tax_id', 'no_foreign_tax_id', 'date_of_birth'],
      ['country', 'line_1', 'line_2', 'postcode', 'city', 'place_of_work'],
      ['signature', 'consent'],
    ]);
    expect(find(element, '[part="statement"]').textContent).to.include('Under penalties of perjury');
    await expect(element).to.be.accessible();
  });

  it('asks where the payee works, and the share of those who work in both', async () => {
    const { element, sent } = await mountAbroad();
    const { place_of_work: _, ...rest } = foreigner;
    await walk(element, rest);
    await submit(element);
    expect(errorOf(element, 'place_of_work')).to.equal('Choose where you do the work.');
    expect(names(element)).not.to.include('us_work_percent');
    await fillAll(element, { place_of_work: 'both' });
    await submit(element);
    expect(errorOf(element, 'us_work_percent')).to.equal('Enter the share, for example 25.');
    for (const wrong of ['0', '100', '12,5', 'half']) {
      await fillAll(element, { us_work_percent: wrong });
      await submit(element);
      expect(errorOf(element, 'us_work_percent'), wrong).to.equal('Enter a whole number from 1 to 99.');
    }
    await expect(element).to.be.accessible();
    await fillAll(element, { us_work_percent: '40 %' });
    await walk(element, { signature: 'Robin Vance', consent: 'true' });
    const text = find(element, '[part~="answers"]').textContent.replace(/\s+/g, ' ');
    expect(text).to.include('Partly in the US').and.to.include('40 %');
    await submit(element);
    const [{ body } = { body: {} }] = sent as { readonly body: Record<string, unknown> }[];
    expect([body['place_of_work'], body['us_work_percent']]).to.deep.equal(['both', 40]);
  });

  it('sends the form, signed', async () => {
    const { element, sent } = await mountAbroad();
    await walk(element, { ...foreigner, signature: 'robin  vance' });
    await choose(element, 'consent');
    await submit(element);
    expect(sent[0]?.body).to.deep.equal({
      form: 'w8ben',
      name: 'Robin Vance',
      ...foreigner,
      date_of_birth: '1985-04-27',
      country: 'CH',
      no_foreign_tax_id: false,
      claims_treaty: false,
      signature: 'robin  vance',
      consent: true,
    });
  });

  it('has the treaty claim on a page of its own, and sends percent as a fraction', async () => {
    const { element, sent } = await mountAbroad();
    await walk(element, signed);
    await choose(element, 'consent');
    // Nobody was asked, so nothing is listed as answered.
    expect(answers(element).join()).not.to.match(/treaty|claimed/i);
    await press(element, claimTreaty);
    expect(names(element)).to.deep.equal(['claims_treaty']);
    await choose(element, 'claims_treaty');
    expect(control(element, 'tax_treaty_income_type').textContent).to.include('Royalties: copyright');
    await fill(element, { tax_treaty_rate: '31' });
    await submit(element);
    expect(errorOf(element, 'tax_treaty_country')).to.include('Choose the country of the treaty');
    expect(errorOf(element, 'tax_treaty_rate')).to.include('from 0 to 30');
    expect(errorOf(element, 'tax_treaty_income_type')).to.include('kind of income');
    expect(errorOf(element, 'tax_treaty_citation')).to.include('Enter the article');
    expect(focused(element)).to.equal('tax_treaty_country');
    await expect(element).to.be.accessible();
    await fillAll(element, {
      tax_treaty_country: 'CH',
      tax_treaty_rate: '12,5 %',
      tax_treaty_income_type: 'copyright12',
      tax_treaty_citation: 'Article 12(1)',
    });
    await submit(element);
    expect(title(element)).to.equal('Check and certify');
    expect(control(element, 'consent').checked).to.equal(true);
    expect(answers(element)).to.include.members(['Treaty country Switzerland', 'Claimed rate 12,5 %']);
    await change(element, 'Tax treaty');
    await goBack(element);
    await submit(element);
    expect(sent[0]?.body).to.include({
      claims_treaty: true,
      tax_treaty_country: 'CH',
      tax_treaty_rate: 0.125,
      tax_treaty_income_type: 'copyright12',
      tax_treaty_citation: 'Article 12(1)',
    });
  });

  it('sends no claim that was unticked again', async () => {
    const { element, sent } = await mountAbroad();
    await walk(element, signed);
    await press(element, claimTreaty);
    await choose(element, 'claims_treaty');
    await fillAll(element, { tax_treaty_country: 'DE' });
    await choose(element, 'claims_treaty');
    await submit(element);
    await choose(element, 'consent');
    await submit(element);
    expect(sent[0]?.body).not.to.have.any.keys('tax_treaty_country', 'tax_treaty_rate');
  });

  it('says nothing of treaties to those whose country has none', async () => {
    const { element, sent } = await mountAbroad();
    const { foreign_tax_id: _, ...rest } = signed;
    await walk(element, {
      ...rest,
      no_foreign_tax_id: 'true',
      country: 'BR',
      country_confirmed: 'true',
      state: 'SP',
      postcode: '01310-100',
    });
    await choose(element, 'consent');
    expect(text(element)).not.to.include(claimTreaty);
    await submit(element);
    expect(sent).to.have.length(1);
  });

  it('shows the number under its own name, and only its end until it is to be shown', async () => {
    const { element } = await mountAbroad();
    await walk(element, signed);
    const number = () => answers(element).find((row) => row?.startsWith('AHV-Nummer'));
    expect(number()).to.equal('AHV-Nummer / Numéro AVS ••• 6985');
    expect(text(element)).not.to.include('9217');
    await expect(element).to.be.accessible();
    const toggle = find(element, '[part="answers"] [aria-label="Show number"]');
    toggle.click();
    await settled(element);
    expect(toggle.getAttribute('aria-pressed')).to.equal('true');
    expect(number()).to.equal('AHV-Nummer / Numéro AVS 756.9217.0769.85');
    // Hidden again on the next visit.
    await change(element, 'Tax number');
    await submit(element);
    expect(number()).to.include('••• 6985');
    await press(element, 'Show the finished form');
    await eventually(() => has(element, '.review'), 'the finished form is there');
    expect(text(element)).not.to.include('9217');
  });

  it('needs no tax number from residents of countries that give out none', async () => {
    const { element } = await mount({ country: 'JP' });
    await fillAll(element, { citizenship_country: 'DE' });
    await submit(element);
    expect(control(element, 'foreign_tax_id').getAttribute('aria-required')).to.equal('false');
    expect(description(element, 'foreign_tax_id')).to.include('Not needed');
    await submit(element);
    expect(errorOf(element, 'foreign_tax_id')).to.equal('');
  });

  it('needs one from citizens of such a country who live elsewhere', async () => {
    const { element } = await mountAbroad();
    await fillAll(element, { citizenship_country: 'JP' });
    await submit(element);
    await submit(element);
    expect(errorOf(element, 'foreign_tax_id')).to.include('tax number of your country');
  });

  it('takes the EIN of a sole proprietor who ticks that it is one', async () => {
    const { element, sent } = await mount();
    await submit(element);
    await submit(element);
    await choose(element, 'tin_type');
    await fillAll(element, { tin: '12-3456789', date_of_birth: '4/27/1985' });
    expect(control(element, 'tin').labels?.[0]?.textContent).to.include('EIN');
    await expect(element).to.be.accessible();
    await submit(element);
    expect(title(element)).to.equal('Address');
    expect(sent).to.have.length(0);
  });

  it('needs a US number for a claim under a treaty by somebody without another', async () => {
    const { element } = await mount({ country: 'AU' });
    await walk(element, { citizenship_country: 'AU', date_of_birth: '4/27/1985' });
    await submit(element);
    await fillAll(element, { line_1: 'PO Box 1', city: 'Sydney', state: 'NSW', postcode: '2000' });
    await submit(element);
    expect(errorOf(element, 'line_1')).to.include('not a PO box');
    await fillAll(element, { line_1: '1 George Street', place_of_work: 'outside' });
    await submit(element);
    await press(element, claimTreaty);
    await choose(element, 'claims_treaty');
    await submit(element);
    expect(errorOf(element, 'us_tax_id')).to.include('US tax number');
    await expect(element).to.be.accessible();
    await fillAll(element, { us_tax_id: '911-70-1234' });
    await submit(element);
    expect(errorOf(element, 'us_tax_id')).to.equal('');
  });

  it('says where it is typed what the number of the country looks like', async () => {
    const { element } = await mount({ country: 'DE' });
    await walk(element, { citizenship_country: 'DE', date_of_birth: '4/27/1985' });
    for (const typed of ['12 345 678 901', '86 095 742 718', '1234567890']) {
      await fill(element, { foreign_tax_id: typed });
      await submit(element);
      expect(errorOf(element, 'foreign_tax_id'), typed).to.equal(
        'This number is mistyped, or not a tax number of Germany. ' +
          'It looks like 12\u00a0345\u00a0678\u00a0901 or 12/345/67890 (Steuer-ID / Steuernummer).',
      );
    }
    await expect(element).to.be.accessible();
    await fill(element, { foreign_tax_id: '86 095 742 719' });
    await submit(element);
    expect(title(element)).to.equal('Address');
  });

  it('takes a Mexican number with an odd check digit, and asks to compare it', async () => {
    const { element } = await mount({ country: 'MX' });
    await walk(element, { citizenship_country: 'MX', date_of_birth: '4/27/1985' });
    await fill(element, { foreign_tax_id: 'GODE561231GR8' });
    expect(description(element, 'foreign_tax_id')).to.include('RFC');
    await fill(element, { foreign_tax_id: 'VACE-460910-SX6' });
    expect(description(element, 'foreign_tax_id')).to.include('does not fit the others');
    await expect(element).to.be.accessible();
    await submit(element);
    expect(title(element)).to.equal('Address');
  });

  it('takes the number of another country once it is said which', async () => {
    const { element } = await mountAbroad();
    await walk(element, { citizenship_country: 'BR', date_of_birth: '4/27/1985' });
    expect(names(element)).not.to.include('tax_id_country');
    await fill(element, { foreign_tax_id: '390.533.447-05' });
    await submit(element);
    expect(errorOf(element, 'foreign_tax_id')).to.include('Switzerland');
    await fillAll(element, { tax_id_country: 'BR' });
    await submit(element);
    expect(errorOf(element, 'foreign_tax_id')).to.equal('');
    expect(title(element)).to.equal('Address');
  });

  it('asks from which other country the number is only of those who say so', async () => {
    const { element } = await mount({ country: 'DE' });
    await walk(element, { citizenship_country: 'DE', foreign_tax_id: '86 095 742 719' });
    const details = find<HTMLDetailsElement>(element, 'details');
    expect(details.open).to.equal(false);
    await fillAll(element, { tax_id_country: 'FR' });
    expect(details.open).to.equal(true);
  });

  it('wants the signature to be the name, and the consent', async () => {
    const { element, sent } = await mountAbroad();
    await walk(element, { ...foreigner, signature: 'R. Vance' });
    await submit(element);
    expect(sent).to.deep.equal([]);
    expect(errorOf(element, 'signature')).to.include('your own full name');
    expect(errorOf(element, 'consent')).to.include('Tick this box');
    expect(focused(element)).to.equal('signature');
    await expect(element).to.be.accessible();
  });

  it('offers the W-9 to those who live in the US or are its citizens', async () => {
    const { element, announced } = await mount({ country: 'AU' });
    const { line_1: _, city: __, ...rest } = foreigner;
    await walk(element, { ...rest, line_1: '12 Elm Street', city: 'Oakland', state: 'California' });
    await fillAll(element, { country: 'US' });
    expect(announced.join()).to.include('Form W‑9');
    expect(errorOf(element, 'country')).to.include('outside the US');
    await expect(element).to.be.accessible();
    await press(element, 'Switch to Form W‑9');
    expect(title(element)).to.equal('Tax details');
    expect(control(element, 'form', 'w9').checked).to.equal(true);
    expect(focused(element)).to.equal('form');
    await walk(element, { tin: person.tin, city: 'Oakland' });
    expect(control(element, 'line_1').value).to.equal('12 Elm Street');
    expect(control(element, 'state').value).to.equal('CA');
    expect(errorOf(element, 'line_1')).to.equal('');
  });

  for (const citizenship of ['US', 'PR'])
    it(`tells a citizen of ${citizenship} at once which form is theirs`, async () => {
      const { element, announced } = await mountAbroad();
      await fillAll(element, { citizenship_country: citizenship });
      expect(announced.join()).to.include('Form W‑9');
      await press(element, 'Switch to Form W‑9');
      expect(control(element, 'form', 'w9').checked).to.equal(true);
    });

  for (const when of ['before', 'after'] as const)
    it(`leaves what failed with the page there: ${when} it was left`, async () => {
      const { api, element, done } = await submitW9();
      api.faults.fail('service-unavailable', { times: 3 });
      if (when === 'before') {
        await done();
        expect(has(element, '[part="failure"]')).to.equal(true);
      }
      await change(element, 'Who is paid');
      await choose(element, 'form', 'w8ben');
      if (when === 'after') await done();
      expect(has(element, '[part="failure"]')).to.equal(false);
    });

  it('loses nothing when the payee switches between the forms', async () => {
    const { element } = await mount();
    await answerW9(element);
    await change(element, 'Who is paid');
    await choose(element, 'form', 'w8ben');
    await walk(element, {
      citizenship_country: 'DE',
      foreign_tax_id: 'A-1',
      country: 'AU',
      state: 'Victoria',
    });
    await goBack(element);
    await goBack(element);
    await choose(element, 'form', 'w9');
    expect(control(element, 'form', 'w9').checked).to.equal(true);
    await submit(element);
    expect(control(element, 'tin').value).to.equal('412-55-7890');
    expect(control(element, 'date_of_birth').value).to.equal('1985-04-27');
    await submit(element);
    const { tin: _, date_of_birth: __, ...address } = person;
    for (const [name, value] of Object.entries(address))
      expect(control(element, name).value, name).to.equal(value);
    await goBack(element);
    await goBack(element);
    await choose(element, 'form', 'w8ben');
    await submit(element);
    expect(control(element, 'foreign_tax_id').value).to.equal('A-1');
    expect(control(element, 'date_of_birth').value).to.equal('1985-04-27');
    await submit(element);
    expect(control(element, 'state').value).to.equal('Victoria');
  });
});
