import { expect } from '@open-wc/testing';
import {
  identityFields,
  rightsSummaryUrl,
  disclosureVersion,
} from '../../../src/contract/steps/background-check.ts';
import type { StepRequest } from '../../../src/api/requests.ts';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { backgroundCheck as words } from '../../../src/locales/en/background-check.ts';
import module from '../../../src/steps/background-check/index.ts';
import type { StepElement } from '../../../src/steps/step-element.ts';
import { createMockApi } from '../../../src/testing/index.ts';
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
  type MountOptions,
  mountOnMock,
  mountStep,
  names,
  post,
  press,
  settled,
  standstill,
  submit,
  summaryOf,
  text,
  title,
} from '../support.ts';

type Requirement = RequirementOf<'background-check'>;
type Step = StepElement & { requirement: Requirement };

const address = { line_1: '12 Elm Street', city: 'Oakland', state: 'CA', postcode: '94607' };
const known = { first_name: 'Ada', last_name: 'Example', ...address };
const person = { ...known, date_of_birth: '1/31/1990', ssn: '412557890' };

interface Payee {
  readonly country?: string;
  /** Options of the step. */
  readonly step?: Readonly<Record<string, unknown>>;
}

/** Mounts the step of somebody of whom only the country is known, and what was said before. */
async function mount(
  { country = 'US', step = {} }: Payee = {},
  before: readonly StepRequest[] = [],
  options?: MountOptions,
) {
  const api = createMockApi(standstill);
  const user_id = api.createUser({ first_name: '', last_name: '', country });
  const steps = [{ name: 'background-check', ...step }];
  const flow = { steps, user_id };
  return { api, ...(await mountOnMock<Step>(module, api, flow, { before, ...options })) };
}
/** Mounts the step with what the mock does not come to say. */
const mountWith = async (more: Partial<Requirement>) =>
  mountStep(module, { ...(await mount()).element.requirement, ...more });

const details = (more: Readonly<Record<string, string>> = {}) =>
  post('/background-check/details', { ...person, date_of_birth: '1990-01-31', ...more });
const disclosed = post('/background-check/disclosure', { disclosure_version: disclosureVersion });
const signed = post('/background-check/authorization', {
  disclosure_version: disclosureVersion,
  signature: 'Ada Example',
  consent: true,
  copy: false,
});
/** Mounts the step where the check can be signed. */
const mountToSign = (more?: Readonly<Record<string, string>>) => mount({}, [details(more), disclosed]);
/** Mounts the step with a check under way, of which the end of the number decides. */
const mountOrdered = (ssn: string, payee?: Payee) => mount(payee, [details({ ssn }), disclosed, signed]);
const mismatched = '412550011';
const considered = '412550012';
const canceled = '412550014';
const expired = '412550015';
const pending = '412550016';

describe('background-check, the details', () => {
  it('asks for who is to be looked up, under the wire names, and says why', async () => {
    const { element } = await mount();
    expect(title(element)).to.equal(words['background-check.title']);
    expect(names(element).filter((name) => name !== 'one_name')).to.deep.equal([...identityFields]);
    expect(text(element))
      .to.include('Acme asks for a check')
      .and.to.include('Nothing is ordered before you have signed');
    await expect(element).to.be.accessible();
  });

  it('starts with what is known, the digits of the number excepted', async () => {
    const prefill = { first_name: 'Robin' };
    const { element } = await mount({}, [details()], { prefill });
    await goBack(element);
    for (const [name, value] of Object.entries(known))
      expect(control(element, name).value, name).to.equal(value);
    expect(control(element, 'ssn').value).to.equal('');
    await expect(element).to.be.accessible();
  });

  for (const [what, fields] of [
    ['the number', ['ssn']],
    ['the address', ['line_1', 'line_2', 'city', 'state', 'postcode']],
    ['a name', ['last_name']],
  ] as const)
    it(`asks only for what is not on file: ${what}`, async () => {
      const { element } = await mountWith({ fields: [...fields] });
      // The box for people with one name belongs to the names, and is sent with nothing.
      expect(names(element).filter((name) => name !== 'one_name')).to.deep.equal(fields);
      expect(element.renderRoot.querySelectorAll('.group').length).to.equal(1);
      await expect(element).to.be.accessible();
    });

  it('sends what was typed as the wire has it, and forgets the number', async () => {
    const { element, sent, done } = await mount();
    await fillAll(element, { ...person, line_2: ' ' });
    await submit(element);
    expect(sent).to.deep.equal([
      {
        method: 'POST',
        path: '/background-check/details',
        body: { ...known, date_of_birth: '1990-01-31', ssn: '412557890' },
      },
    ]);
    await done();
    expect(title(element)).to.equal(words['background-check.disclosure.title']);
    expect(focused(element)).to.equal('title');

    expect(everythingInTheDom(element)).not.to.include('7890');
  });

  it('says all that is missing, in the order of the fields, and leads to each', async () => {
    const { element, sent } = await mount();
    await submit(element);
    const missing = [
      'first_name',
      'last_name',
      'date_of_birth',
      'ssn',
      'line_1',
      'city',
      'state',
      'postcode',
    ] as const;
    expect(summaryOf(element)).to.deep.equal(missing.map((field) => words[`field.${field}.required`]));
    for (const field of missing)
      expect(errorOf(element, field), field).to.equal(words[`field.${field}.required`]);
    expect(errorOf(element, 'line_2')).to.equal('');
    expect(focused(element)).to.equal('first_name');
    expect(sent).to.deep.equal([]);
    await expect(element).to.be.accessible();
    find(element, '[part="summary"] a[href="#ssn"]').click();
    expect(focused(element)).to.equal('ssn');
  });

  for (const [field, typed, error] of [
    ['first_name', 'R2 <D2', words['field.invalid-name']],
    ['date_of_birth', '1990-02-30', words['field.invalid-date']],
    ['date_of_birth', '2990-01-01', words['field.date-in-future']],
    ['date_of_birth', '1850-01-01', words['field.too-old']],
    ['ssn', '912-55-7890', words['field.ssn.invalid-ssn']],
    ['postcode', '946', words['field.invalid-postcode']],
    ['city', 'x'.repeat(200), words['field.too-long']],
  ] as const)
    it(`says what is wrong with ${typed.slice(0, 12)} as ${field}, and keeps it`, async () => {
      const { element, sent } = await mount();
      await fillAll(element, { ...person, [field]: typed });
      expect(errorOf(element, field)).to.equal(error);
      expect(description(element, field)).to.include(error);
      await submit(element);
      expect(control(element, field).value).to.equal(typed);
      expect(focused(element)).to.equal(field);
      expect(summaryOf(element)).to.deep.equal([]);
      expect(sent).to.deep.equal([]);
    });

  it('hides the digits of the number until it is asked to show them, and has them in no attribute', async () => {
    const { element } = await mount();
    await fill(element, { ssn: '412557890' });
    const input = control(element, 'ssn');
    const toggle = find(element, '.peek');
    expect([input.value, getComputedStyle(input).getPropertyValue('-webkit-text-security')]).to.deep.equal([
      '412-55-7890',
      'disc',
    ]);
    toggle.click();
    await settled(element);
    expect(getComputedStyle(input).getPropertyValue('-webkit-text-security')).to.equal('none');
    expect([toggle.getAttribute('aria-label'), toggle.getAttribute('aria-pressed')]).to.deep.equal([
      'Show number',
      'true',
    ]);
    expect(everythingInTheDom(element)).not.to.include('7890');
    await expect(element).to.be.accessible();
  });

  it('shows what the server refuses at its field, and keeps the rest', async () => {
    // What a server of another version refuses.
    const { element, refuse } = await mount();
    await fillAll(element, person);
    await submit(element);
    await refuse(
      fieldProblems({ field: 'postcode', code: 'invalid-postcode' }, { field: 'ssn', code: 'invalid-ssn' }),
    );
    expect(summaryOf(element)).to.deep.equal([
      words['field.ssn.invalid-ssn'],
      words['field.invalid-postcode'],
    ]);
    expect(focused(element)).to.equal('ssn');
    expect(control(element, 'city').value).to.equal('Oakland');
    expect(control(element, 'ssn').value).to.equal('412-55-7890');
    await expect(element).to.be.accessible();
  });

  it('keeps the day of birth when the language changes', async () => {
    const { element } = await mount();
    await fill(element, { date_of_birth: '4/5/1990' });
    element.context = (await mount({}, [], { locale: 'de' })).element.context;
    await settled(element);
    expect(control(element, 'date_of_birth').value).to.equal('1990-04-05');
  });

  it('asks again for everything when nobody was found, and says which number it was', async () => {
    const { element, sent, done, catchUp } = await mountOrdered(mismatched);
    await catchUp();
    expect(find(element, '[part="mismatch"]').textContent).to.include('could not find a person');
    expect(description(element, 'ssn')).to.include('••• 0011');
    await expect(element).to.be.accessible();
    await fill(element, { date_of_birth: '1/31/1990', ssn: '412560011' });
    await press(element, 'Send again');
    expect(sent[0]?.body).to.include({ ssn: '412560011' });
    await done();
    await catchUp();
    expect(control(element, 'ssn').value).to.equal('');
    expect(description(element, 'ssn')).to.include('••• 0011');
  });

  it('goes back to the details when the agency finds nobody meanwhile', async () => {
    const { element, catchUp } = await mountOrdered(mismatched);
    expect(title(element)).to.equal(words['background-check.review.title']);
    await catchUp();
    expect(focused(element)).to.equal('title');
    expect(control(element, 'first_name').value).to.equal('Ada');
    expect(summaryOf(element)).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });
});

describe('background-check, the two papers', () => {
  it('shows the disclosure alone: no other text, nothing to fill in, no way on but to have read it', async () => {
    const { element, sent, done } = await mount({}, [details()]);
    const said = [
      words['background-check.disclosure.title'],
      words['background-check.disclosure.report'].replace('{app}', 'Acme'),
      words['background-check.disclosure.content'],
      words['background-check.disclosure.read'],
    ];
    expect(text(element).trim()).to.equal(said.join(' '));
    expect(has(element, 'a, input, details')).to.equal(false);
    await expect(element).to.be.accessible();
    await submit(element);
    expect(sent).to.deep.equal([
      {
        method: 'POST',
        path: '/background-check/disclosure',
        body: { disclosure_version: disclosureVersion },
      },
    ]);
    await done();
    expect(title(element)).to.equal(words['background-check.authorization.title']);
    expect(focused(element)).to.equal('title');
  });

  it('leads back from each paper, to correct the details before anything is signed', async () => {
    const { element, sent, done } = await mountToSign();
    await goBack(element);
    expect(title(element)).to.equal(words['background-check.disclosure.title']);
    expect(focused(element)).to.equal('title');
    await goBack(element);
    expect(title(element)).to.equal(words['background-check.title']);
    expect(hasBack(element), 'this is the first screen').to.equal(false);
    await fill(element, { ...person, city: 'Berkeley' });
    await submit(element);
    expect(sent).to.have.length(1);
    await done();
    expect(title(element)).to.equal(words['background-check.authorization.title']);
    await goBack(element);
    await submit(element);
    expect(sent, 'the disclosure was sent before').to.have.length(1);
    expect(title(element)).to.equal(words['background-check.authorization.title']);
  });

  it('asks for number and birth date no second time: left empty they stay', async () => {
    const { element, sent, done } = await mountToSign();
    await goBack(element);
    await goBack(element);
    const parts = [control(element, 'ssn'), find(element, '#date_of_birth-year')];
    expect(parts.map(({ ariaRequired }) => ariaRequired)).to.deep.equal(['false', 'false']);
    expect(description(element, 'ssn')).to.include('••• 7890').and.to.include(words['background-check.kept']);
    expect(text(element).split(words['background-check.kept']), 'and at the date').to.have.length(3);
    await fill(element, { city: 'Berkeley' });
    await expect(element).to.be.accessible();
    await submit(element);
    expect(summaryOf(element)).to.deep.equal([]);
    expect(sent[0]?.body).to.include({ city: 'Berkeley' }).and.not.to.have.any.keys('ssn', 'date_of_birth');
    await done();
    expect(title(element)).to.equal(words['background-check.authorization.title']);
    // What is typed counts, and has to be right.
    await goBack(element);
    await goBack(element);
    await fill(element, { ssn: '123' });
    await submit(element);
    expect(errorOf(element, 'ssn')).not.to.equal('');
  });

  it('takes the signature, with the summary of rights at hand', async () => {
    const { element, sent, done } = await mountToSign({ state: 'NV', postcode: '89501' });
    expect(names(element)).to.deep.equal(['signature', 'consent']);
    expect(description(element, 'signature')).to.include('Ada Example');
    const rights = find<HTMLAnchorElement>(element, 'a');
    expect([rights.href, rights.target, rights.rel]).to.deep.equal([
      rightsSummaryUrl,
      '_blank',
      'noopener noreferrer',
    ]);
    await expect(element).to.be.accessible();
    await fill(element, { signature: 'ada  example' });
    await choose(element, 'consent');
    await submit(element);
    expect(sent).to.deep.equal([
      {
        method: 'POST',
        path: '/background-check/authorization',
        body: {
          disclosure_version: disclosureVersion,
          signature: 'ada  example',
          consent: true,
          copy: false,
        },
      },
    ]);
    await done();
    expect(title(element)).to.equal(words['background-check.review.title']);
  });

  it('says that signature and consent are missing, or that another name was signed', async () => {
    const { element, sent } = await mountToSign();
    await submit(element);
    expect(summaryOf(element)).to.deep.equal([
      words['field.signature.required'],
      words['field.consent-required'],
    ]);
    expect(focused(element)).to.equal('signature');
    await expect(element).to.be.accessible();
    await fill(element, { signature: 'A. Example' });
    await choose(element, 'consent');
    await submit(element);
    expect(errorOf(element, 'signature')).to.equal(words['field.signature-mismatch']);
    expect(control(element, 'signature').value).to.equal('A. Example');
    expect(sent).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });

  for (const [state, copy] of [
    ['CA', true],
    ['MN', true],
    ['NY', false],
    ['OK', true],
  ] as const)
    it(`adds the notice of ${state}, ${copy ? 'with' : 'without'} the box for a copy`, async () => {
      const { element, sent } = await mountToSign({ state });
      expect(element.requirement.state_notice).to.equal(state);
      expect(text(element)).to.include(words[`background-check.notice.${state}`].replaceAll('{app}', 'Acme'));
      expect(names(element).includes('copy')).to.equal(copy);
      await expect(element).to.be.accessible();
      if (copy) await choose(element, 'copy');
      await fill(element, { signature: 'Ada Example' });
      await choose(element, 'consent');
      await submit(element);
      expect(sent[0]?.body).to.include({ copy });
    });

  it('says that the text was changed, which is a field that nobody sees', async () => {
    // The text was changed while it was read. That of the mock never is.
    const { element, refuse } = await mountToSign();
    await fill(element, { signature: 'Ada Example' });
    await choose(element, 'consent');
    await submit(element);
    await refuse(fieldProblems({ field: 'disclosure_version', code: 'outdated-text' }));
    expect(find(element, '[part="failure"]').textContent).to.include(
      words['field.disclosure_version.outdated-text'],
    );
    expect(control(element, 'signature').value).to.equal('Ada Example');
    await expect(element).to.be.accessible();
  });
});

describe('background-check, what becomes of it', () => {
  it('says that it is under way, and lets the payee go on meanwhile', async () => {
    const { api, element, sent, done, catchUp } = await mountOrdered(pending);
    await catchUp();
    expect(text(element)).to.include('goes on by itself').and.to.include('You need not wait here');
    await expect(element).to.be.accessible();
    await submit(element);
    expect(sent).to.deep.equal([{ method: 'POST', path: '/background-check/continue', body: {} }]);
    await done();
    expect(api.webhooks[0]?.payload).to.include({ step: 'background-check', outcome: 'pending' });
  });

  it('says where word of it will come once the agency needs time', async () => {
    const { element, catchUp } = await mountOrdered(pending);
    expect(text(element)).not.to.include('you get a text');
    await catchUp();
    expect(text(element)).to.include('You get a text at +1 ••• ••• 0100 then.');
    await expect(element).to.be.accessible();
  });

  it('has no way on but the report where the partner hides the button', async () => {
    const { element, catchUp } = await mountOrdered(considered, { step: { hide_continue_button: true } });
    expect(has(element, 'button')).to.equal(false);
    expect(text(element)).to.include('You may close this page');
    await expect(element).to.be.accessible();
    await catchUp();
    expect(title(element)).to.equal(words['background-check.reported.title']);
    expect(focused(element)).to.equal('title');
  });

  for (const [status, ssn, warned] of [
    // With this the step is completed, where nothing else keeps the payee at it.
    ['pass', considered, false],
    ['consider', considered, true],
    ['failed', '412550013', true],
  ] as const)
    it(`says that the report is there, and what the law gives, without judging: ${status}`, async () => {
      const { element, sent, catchUp, push } = await mountOrdered(ssn);
      await catchUp();
      if (status === 'pass') await push({ ...element.requirement, status });
      expect(element.requirement.status).to.equal(status);
      expect(text(element))
        .to.include('We do not see it')
        .and.to.include('you can have the agency correct it');
      expect(text(element).includes('it has to send you a copy')).to.equal(warned);
      await expect(element).to.be.accessible();
      await submit(element);
      expect(sent).to.deep.equal([{ method: 'POST', path: '/background-check/continue', body: {} }]);
    });

  for (const [status, ssn] of Object.entries({ canceled, expired } as const)) {
    const mountStopped = async () => {
      const mounted = await mountOrdered(ssn);
      await mounted.catchUp();
      return mounted;
    };
    it(`offers another try when it came to nothing: ${status}`, async () => {
      const { element, sent } = await mountStopped();
      expect(text(element)).to.include(words[`background-check.stopped.${status as 'canceled' | 'expired'}`]);
      await expect(element).to.be.accessible();
      await submit(element);
      expect(sent).to.deep.equal([]);
      expect(title(element)).to.equal(words['background-check.disclosure.title']);
      expect(focused(element)).to.equal('title');
      await submit(element);
      expect(sent.map(({ path }) => path)).to.deep.equal(['/background-check/disclosure']);
    });

    it(`goes on without a check when it came to nothing: ${status}`, async () => {
      const { element, sent } = await mountStopped();
      await press(element, 'Continue without a check');
      expect(sent).to.deep.equal([{ method: 'POST', path: '/background-check/continue', body: {} }]);
    });
  }

  it('has another check authorized anew', async () => {
    const { element, done, catchUp } = await mountToSign({ ssn: canceled });
    await fill(element, { signature: 'Ada Example' });
    await choose(element, 'consent');
    await submit(element);
    await done();
    await catchUp();
    await submit(element);
    await submit(element);
    await done();
    expect(control(element, 'signature').value).to.equal('');
    expect(control(element, 'consent').checked).to.equal(false);
  });

  it('leaves what failed on one screen there: the disclosure stands alone', async () => {
    const { api, element, done, catchUp } = await mountOrdered(expired);
    await catchUp();
    await press(element, 'Continue without a check');
    api.faults.fail('service-unavailable', { times: 3 });
    await done();
    expect(find(element, '[part="failure"]').textContent).to.include('busy at the moment');
    await expect(element).to.be.accessible();
    await submit(element);
    expect(title(element)).to.equal(words['background-check.disclosure.title']);
    expect(has(element, '[part="failure"]')).to.equal(false);
  });

  const young = details({ date_of_birth: '2010-01-31' });
  const again = details({ ssn: mismatched });
  for (const [unavailable, country, before] of [
    ['country', 'DE', []],
    ['age', 'US', [young]],
    ['tries', 'US', [again, disclosed, signed, again, again]],
  ] as const)
    it(`says why there is no check, and goes on without: ${unavailable}`, async () => {
      const { element, sent, catchUp } = await mount({ country }, before);
      await catchUp();
      expect(text(element)).to.include(
        words[`background-check.unavailable.${unavailable}`].replaceAll('{app}', 'Acme'),
      );
      expect(text(element).includes('Correct my date of birth')).to.equal(unavailable === 'age');
      await expect(element).to.be.accessible();
      await submit(element);
      expect(sent).to.deep.equal([{ method: 'POST', path: '/background-check/continue', body: {} }]);
    });

  it('lets who mistyped the date of birth correct it', async () => {
    const { element, sent, done } = await mount({}, [young]);
    await press(element, 'Correct my date of birth');
    expect(names(element)).to.deep.equal(['date_of_birth']);
    expect(focused(element)).to.equal('title');
    await expect(element).to.be.accessible();
    await fill(element, { date_of_birth: '1/31/1990' });
    await submit(element);
    expect(sent).to.deep.equal([
      { method: 'POST', path: '/background-check/details', body: { date_of_birth: '1990-01-31' } },
    ]);
    await done();
    expect(title(element)).to.equal(words['background-check.disclosure.title']);
  });
});
