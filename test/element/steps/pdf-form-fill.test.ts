import { expect } from '@open-wc/testing';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { flowProblem } from '../../../src/flow/problem.ts';
import { pdfFormFill as words } from '../../../src/locales/en/pdf-form-fill.ts';
import module from '../../../src/steps/pdf-form-fill/index.ts';
import { createMockApi } from '../../../src/testing/index.ts';
import type { StepElement } from '../../../src/steps/step-element.ts';
import {
  choose,
  control,
  description,
  errorOf,
  everythingInTheDom,
  fill,
  find,
  focused,
  has,
  mountOnMock,
  move,
  names,
  press,
  settled,
  submit,
  summaryOf,
  text,
  type MockOptions,
} from '../support.ts';

type Requirement = RequirementOf<'pdf-form-fill'>;
type Field = Requirement['fields'][number];

const field = (id: string, type: Field['type'], label: string, more: Partial<Field> = {}): Field => ({
  id,
  type,
  label,
  hint: null,
  required: true,
  options: [],
  max_length: null,
  secret: false,
  page: 1,
  ...more,
});
const name = field('f1', 'text', 'Full name');
const about = field('f2', 'multiline', 'About your work', { hint: 'A few sentences.', max_length: 40 });
const start = field('f3', 'date', 'Start date', { hint: 'The first day of work.' });
const birth = field('f4', 'date', 'Date of birth', { required: false });
const insured = field('f5', 'checkbox', 'I am insured', { required: false });
const paid = field('f6', 'radio', 'Paid', { options: ['weekly', 'monthly'] });
const size = field('f7', 'select', 'Shirt', { options: ['S', 'M'], page: 2 });
const secret = field('f8', 'text', 'Badge number', { secret: true, page: 2 });
const fields = [name, about, start, birth, insured, paid, size, secret];
const answers = { f1: 'Ada Example', f2: 'I drive.\nAt night.', f3: '12/31/2026', f7: 'M', f8: 'badge-7781' };
const onTheWire = { ...answers, f3: '2026-12-31', f6: 'monthly' };
const values = { ...onTheWire, f8: '••• 7781' };

interface Form extends Partial<Pick<Requirement, 'fields' | 'pages' | 'signature' | 'values'>> {
  /** Of the payee, where one is on file. */
  readonly name?: string | null;
}

/** Mounts the step with this form of the mock's. */
async function mount(form: Form = {}, options?: MockOptions) {
  const { fields: asked = fields, pages = 2, signature = false, values: known = {} } = form;
  const api = createMockApi();
  const [first_name = '', last_name = ''] = (form.name ?? (form.name === null ? '' : 'Ada Example')).split(
    ' ',
  );
  const all = signature ? [...asked, field('f20', 'signature', 'Signature')] : asked;
  const template_id = api.createPdfTemplate({
    name: 'Contractor agreement',
    pages,
    fields: all.map((one) => ({ ...one, name: one.id, prefill: known[one.id] ?? null })),
  });
  const user_id = api.createUser({ first_name, last_name });
  return mountOnMock(module, api, { steps: [{ name: 'pdf-form-fill', template_id }], user_id }, options);
}
/** Mounts the step where the form was filled in on an earlier visit. */
const mountConfirm = (form: Form = {}, options?: MockOptions) =>
  mount(form, {
    before: [{ method: 'POST', path: '/pdf-form-fill', body: form.fields ? {} : onTheWire }],
    ...options,
  });

async function fillAll(element: StepElement): Promise<void> {
  await fill(element, answers);
  await choose(element, 'f6', 'monthly');
}

describe('pdf-form-fill, the answers', () => {
  it('asks for every field of the PDF under its id, page by page', async () => {
    const { element } = await mount();
    expect(find(element, '#title').textContent).to.equal('Contractor agreement');
    expect(names(element)).to.deep.equal(fields.map(({ id }) => id));
    expect(
      [...element.renderRoot.querySelectorAll('h3')].map(({ textContent }) => textContent),
    ).to.deep.equal(['Page 1 of 2', 'Page 2 of 2']);
    expect(description(element, 'f2')).to.equal('A few sentences.');
    expect(description(element, 'f3')).to.equal('The first day of work. (MM/DD/YYYY)');
    expect(text(element)).to.include('Date of birth (optional)');
    await expect(element).to.be.accessible();
  });

  for (const one of fields)
    it(`asks for a form of one field, ${one.type} “${one.label}”, without naming its page`, async () => {
      const { element } = await mount({ fields: [one], pages: 1 });
      expect(names(element)).to.deep.equal([one.id]);
      expect(has(element, 'h3')).to.equal(false);
      await expect(element).to.be.accessible();
    });

  it('has nothing to ask when the form has only a place for a signature', async () => {
    const { element, sent } = await mount({ fields: [], signature: true });
    await expect(element).to.be.accessible();
    await submit(element);
    expect(sent).to.deep.equal([{ method: 'POST', path: '/pdf-form-fill', body: {} }]);
  });

  it('tells the browser only what a label says plainly', async () => {
    const { element } = await mount({
      fields: [
        name,
        field('f9', 'text', 'E-mail'),
        field('f10', 'text', 'Name of your dog'),
        field('f11', 'text', 'Surname'),
        field('f12', 'text', 'Last name of your mother'),
        birth,
        start,
      ],
    });
    const tokens = ['f1', 'f9', 'f10', 'f11', 'f12', 'f4', 'f3'].map((id) =>
      control(element, id).getAttribute('autocomplete'),
    );
    expect(tokens).to.deep.equal(['name', 'email', 'off', 'family-name', 'off', 'bday', 'off']);
  });

  it('tells the browser what is known of the payee, in either language and whatever the field', async () => {
    const known = [
      ['text', 'Your first name:', 'given-name'],
      ['text', 'Vorname', 'given-name'],
      ['text', 'Nachname *', 'family-name'],
      ['text', 'Company name', 'organization'],
      ['text', 'E-Mail-Adresse', 'email'],
      ['text', 'Mobile number', 'tel'],
      ['text', 'Street address', 'address-line1'],
      ['text', 'Straße und Hausnummer', 'address-line1'],
      ['text', 'Address line 2', 'address-line2'],
      ['text', 'PLZ', 'postal-code'],
      ['text', 'ZIP code', 'postal-code'],
      ['text', 'Ort', 'address-level2'],
      ['text', 'State', 'address-level1'],
      ['select', 'Country', 'country-name'],
      ['multiline', 'Address', 'street-address'],
      ['multiline', 'First name', 'off'],
      ['date', 'Geburtsdatum', 'bday'],
      ['text', 'Country of your employer', 'off'],
    ] as const;
    const { element } = await mount({
      fields: known.map(([type, label], index) => field(`k${index}`, type, label)),
    });
    expect(
      known.map(([, label], index) => [label, control(element, `k${index}`).getAttribute('autocomplete')]),
    ).to.deep.equal(known.map(([, label, token]) => [label, token]));
  });

  it('starts with what is known, dates in the order of the language, secrets excepted', async () => {
    const known = { ...values, f5: 'true', f8: 'never' };
    const { element } = await mount({ values: known }, { locale: 'de' });
    expect(control(element, 'f1').value).to.equal('Ada Example');
    expect(control<HTMLTextAreaElement & HTMLInputElement>(element, 'f2').value).to.equal(
      'I drive.\nAt night.',
    );
    expect(control(element, 'f3').value).to.equal('31.12.2026');
    expect(control(element, 'f5').checked).to.equal(true);
    expect(control(element, 'f6', 'monthly').checked).to.equal(true);
    expect(control<HTMLSelectElement & HTMLInputElement>(element, 'f7').value).to.equal('M');
    expect(control(element, 'f8').value).to.equal('');
    await expect(element).to.be.accessible();
  });

  it('sends the answers by id, a date as the wire has it, nothing for what was left empty', async () => {
    const { element, sent, done } = await mount();
    await fillAll(element);
    await submit(element);
    expect(sent).to.deep.equal([{ method: 'POST', path: '/pdf-form-fill', body: onTheWire }]);
    await done();
    expect(find(element, '#title').textContent).to.equal(words['pdf-form-fill.confirm.title']);
    expect(focused(element)).to.equal('title');
  });

  it('says all that is missing, each with the name of its field, and leads to each', async () => {
    const { element, sent } = await mount();
    // What is known already is filled in.
    await fill(element, { f1: '' });
    await submit(element);
    const missing = [name, about, start, paid, size, secret];
    const said = [
      `Fill in “${name.label}”.`,
      `Fill in “${about.label}”.`,
      `Fill in “${start.label}” as MM/DD/YYYY.`,
      `Choose one: “${paid.label}”.`,
      `Choose one: “${size.label}”.`,
      `Fill in “${secret.label}”.`,
    ];
    expect(summaryOf(element)).to.deep.equal(said);
    expect(text(element)).to.include('6 fields need your attention');
    expect(missing.map(({ id }) => errorOf(element, id))).to.deep.equal(said);
    expect(focused(element)).to.equal('f1');
    expect(sent).to.deep.equal([]);
    await expect(element).to.be.accessible();
    find(element, '[part="summary"] a[href="#f6"]').click();
    expect(focused(element)).to.equal('f6');
  });

  for (const [id, typed, error] of [
    ['f2', 'x'.repeat(41), words['field.too-long']],
    ['f3', '02/30/2026', words['field.invalid-date']],
    ['f4', 'in May', words['field.invalid-date']],
    ['f1', 'Ada\u0007', words['field.invalid-characters']],
  ] as const)
    it(`says what is wrong with ${id}, and keeps “${typed.slice(0, 12)}”`, async () => {
      const { element, sent } = await mount();
      await fillAll(element);
      await fill(element, { [id]: typed });
      expect(errorOf(element, id)).to.equal(error);
      await submit(element);
      expect(control(element, id).value).to.equal(typed);
      expect(focused(element)).to.equal(id);
      expect(sent).to.deep.equal([]);
      await expect(element).to.be.accessible();
    });

  it('shows what the server refuses at its field, and keeps the rest', async () => {
    const { element, done } = await mount();
    await fillAll(element);
    await fill(element, { f1: 'Ada 🙂', f2: 'Work 🙂' });
    await submit(element);
    await done();
    expect(summaryOf(element)).to.deep.equal(
      [name, about].map(({ label }) => `${label}: ${words['field.unprintable-characters']}`),
    );
    expect(focused(element)).to.equal('f1');
    expect(control(element, 'f8').value).to.equal('badge-7781');
    await expect(element).to.be.accessible();
  });

  it('asks for Latin letters where the PDF has no others, and says which it lacks', async () => {
    const { element, sent } = await mount();
    await fillAll(element);
    expect(names(element)).not.to.include('f1_latin');
    await fill(element, { f1: '山田 太郎' });
    expect(description(element, 'f1_latin')).to.include('山\u00a0田\u00a0太\u00a0郎');
    await submit(element);
    // It may be the name of a shop, which is in no passport.
    expect(description(element, 'f1_latin'))
      .to.include('as on official papers')
      .and.not.to.include('passport');
    expect(focused(element)).to.equal('f1_latin');
    expect(sent).to.deep.equal([]);
    await fill(element, { f1_latin: 'Yamada Taro' });
    await expect(element).to.be.accessible();
    await submit(element);
    expect(sent[0]?.body).to.include({ f1: '山田 太郎', f1_latin: 'Yamada Taro' });
  });

  it('hides a secret as it is typed until it is asked to show it, and has it in no attribute', async () => {
    const { element } = await mount();
    await fill(element, { f8: 'badge-7781' });
    const input = control(element, 'f8');
    const toggle = find(element, '.peek');
    expect(getComputedStyle(input).getPropertyValue('-webkit-text-security')).to.equal('disc');
    expect(toggle.getAttribute('aria-label')).to.equal('Show what is typed in “Badge number”');
    toggle.click();
    await settled(element);
    expect(toggle.getAttribute('aria-pressed')).to.equal('true');
    expect(getComputedStyle(input).getPropertyValue('-webkit-text-security')).to.equal('none');
    expect(everythingInTheDom(element)).not.to.include('7781');
    await expect(element).to.be.accessible();
  });

  it('keeps the day when the language changes', async () => {
    const { element } = await mount();
    await fill(element, { f3: '4/5/2026' });
    element.context = (await mount({}, { locale: 'de' })).element.context;
    await settled(element);
    expect(control(element, 'f3').value).to.equal('05.04.2026');
  });
});

describe('pdf-form-fill, reading and handing over', () => {
  it('shows every answer to be read, a secret masked, a box as yes or no', async () => {
    const { element } = await mountConfirm();
    const rows = [...element.renderRoot.querySelectorAll('dl > div')].map((row) =>
      row.textContent?.replace(/\s+/g, ' ').trim(),
    );
    expect(rows).to.deep.equal([
      'Full name Ada Example',
      'About your work I drive. At night.',
      'Start date 12/31/2026',
      'Date of birth Left empty',
      'I am insured No',
      'Paid monthly',
      'Shirt M',
      'Badge number ••• 7781',
    ]);
    expect(names(element)).to.deep.equal(['consent']);
    await expect(element).to.be.accessible();
  });

  it('hands over what is only to be confirmed', async () => {
    const { element, sent } = await mountConfirm();
    await submit(element);
    expect(errorOf(element, 'consent')).to.equal(words['field.consent-required']);
    expect(focused(element)).to.equal('consent');
    await expect(element).to.be.accessible();
    await choose(element, 'consent');
    await submit(element);
    expect(sent).to.deep.equal([{ method: 'POST', path: '/pdf-form-fill/confirm', body: { consent: true } }]);
  });

  it('takes the signature where the form has a place for it', async () => {
    const { element, sent } = await mountConfirm({ signature: true });
    expect(names(element)).to.deep.equal(['signature', 'consent']);
    // Also for somebody who signs for a shop.
    expect(description(element, 'signature')).to.equal(
      'Type your own full name, for a business too: Ada Example',
    );
    await expect(element).to.be.accessible();
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
    await fill(element, { signature: 'ada example' });
    await submit(element);
    expect(sent).to.deep.equal([
      { method: 'POST', path: '/pdf-form-fill/confirm', body: { signature: 'ada example', consent: true } },
    ]);
  });

  it('takes any name of who has none on file', async () => {
    const { element, sent } = await mountConfirm({ signature: true, name: null, fields: [] });
    expect(has(element, '[part="answers"]')).to.equal(false);
    expect(description(element, 'signature')).to.equal('Type your own full name, for a business too.');
    await expect(element).to.be.accessible();
    await fill(element, { signature: 'Grace Example' });
    await choose(element, 'consent');
    await submit(element);
    expect(sent[0]?.body).to.include({ signature: 'Grace Example' });
  });

  it('goes back to the answers with what was typed, and asks for consent anew', async () => {
    const { element, sent, done } = await mount();
    await fillAll(element);
    await submit(element);
    await done();
    await choose(element, 'consent');
    await press(element, 'Change my answers');
    expect(focused(element)).to.equal('title');
    for (const [id, value] of Object.entries(answers)) expect(control(element, id).value, id).to.equal(value);
    expect(description(element, 'f8'), 'it is still here').to.equal('');
    await expect(element).to.be.accessible();
    await fill(element, { f1: 'Grace Example' });
    await submit(element);
    expect(sent.at(-1)?.body).to.include({ f1: 'Grace Example', f8: 'badge-7781' });
    await done();
    expect(text(element)).to.include('Grace Example');
    expect(control(element, 'consent').checked).to.equal(false);
  });

  it('asks for a secret anew when it is no longer here', async () => {
    const { element, sent } = await mountConfirm();
    await press(element, 'Change my answers');
    expect(control(element, 'f1').value).to.equal('Ada Example');
    expect(control(element, 'f8').value).to.equal('');
    expect(description(element, 'f8')).to.equal('You entered ••• 7781 before. To keep it, type it again.');
    await fill(element, { f8: 'b' });
    expect(description(element, 'f8'), 'nothing moves while it is typed').to.include('type it again');
    await fill(element, { f8: '' });
    await submit(element);
    expect(errorOf(element, 'f8')).to.equal(`Fill in “${secret.label}”.`);
    expect(focused(element)).to.equal('f8');
    expect(sent).to.deep.equal([]);
  });

  it('stays with what is being handed over', async () => {
    const { element } = await mountConfirm();
    await choose(element, 'consent');
    await submit(element);
    await press(element, 'Change my answers');
    expect(find(element, '#title').textContent).to.equal(words['pdf-form-fill.confirm.title']);
  });

  it('leaves what failed while handing over there', async () => {
    const { element, refuse } = await mountConfirm();
    await choose(element, 'consent');
    await submit(element);
    await refuse(flowProblem('network-error'));
    expect(find(element, '[part="failure"]').textContent).to.include('could not reach');
    await press(element, 'Change my answers');
    expect(has(element, '[part="failure"]')).to.equal(false);
  });
});

describe('pdf-form-fill, the file', () => {
  afterEach(() => {
    Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
  });

  it('downloads the filled form, once, and says so', async () => {
    const saved: HTMLAnchorElement[] = [];
    HTMLAnchorElement.prototype.click = function () {
      saved.push(this);
    };
    const asked: string[] = [];
    let answer: (file: unknown) => void = () => undefined;
    const { element, announced } = await mountConfirm(
      {},
      { ask: (path) => (asked.push(path), new Promise((resolve) => (answer = resolve))) },
    );
    await press(element, 'Download the filled form');
    await press(element, 'Preparing the PDF');
    expect(asked).to.deep.equal(['/pdf-form-fill/document']);
    await expect(element).to.be.accessible();
    answer({ file_name: 'agreement.pdf', data: btoa('%PDF-1.7 made up') });
    await settled(element);
    expect(saved.map(({ download }) => download)).to.deep.equal(['agreement.pdf']);
    expect(await (await fetch(saved[0]?.href ?? '')).text()).to.equal('%PDF-1.7 made up');
    expect(announced).to.deep.equal([words['pdf-form-fill.downloaded']]);
    expect(text(element)).to.include('Download the filled form');
  });

  it('saves nothing that comes when the payee has gone back to the answers', async () => {
    let saved = 0;
    HTMLAnchorElement.prototype.click = () => (saved += 1);
    const answers: (() => void)[] = [];
    const file = { file_name: 'agreement.pdf', data: btoa('%PDF-1.7 made up') };
    const { element } = await mountConfirm(
      {},
      { ask: () => new Promise((resolve) => answers.push(() => resolve(file))) },
    );
    const answer = async () => {
      answers.splice(0).forEach((one) => one());
      await settled(element);
    };
    await press(element, 'Download the filled form');
    await press(element, 'Change my answers');
    await answer();
    expect(saved).to.equal(0);
  });

  it('can be asked for again when the step was moved meanwhile', async () => {
    const asked: string[] = [];
    const { element } = await mountConfirm(
      {},
      { ask: (path) => (asked.push(path), new Promise(() => undefined)) },
    );
    await press(element, 'Download the filled form');
    move(element);
    await settled(element);
    await press(element, 'Download the filled form');
    expect(asked).to.have.length(2);
  });

  it('is not said to have failed, nor is a secret readable, on the next visit', async () => {
    const { element, done } = await mount({}, { ask: () => Promise.resolve(null) });
    await fillAll(element);
    find(element, '.peek').click();
    await submit(element);
    await done();
    await press(element, 'Download the filled form');
    expect(has(element, '[role="alert"]')).to.equal(true);
    await press(element, 'Change my answers');
    expect(find(element, '.peek').getAttribute('aria-pressed')).to.equal('false');
    await submit(element);
    await done();
    expect(has(element, '[role="alert"]')).to.equal(false);
  });

  for (const [why, answer] of [
    ['there is no answer', null],
    ['the answer is none', { file_name: 7 }],
    ['the answer is damaged', { file_name: 'agreement.pdf', data: '%' }],
  ] as const)
    it(`says when it could not be loaded because ${why}, and tries again`, async () => {
      const asked: string[] = [];
      const { element } = await mountConfirm(
        {},
        { ask: (path) => (asked.push(path), Promise.resolve(answer)) },
      );
      await press(element, 'Download the filled form');
      expect(find(element, '[role="alert"]').textContent).to.include(words['pdf-form-fill.download.failed']);
      await expect(element).to.be.accessible();
      await press(element, 'Download the filled form');
      expect(asked).to.have.length(2);
    });
});
