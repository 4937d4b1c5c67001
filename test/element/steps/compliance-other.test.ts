/** Forms that are filled in elsewhere: three questions, the form, its upload, and what becomes of it. */
import { expect } from '@open-wc/testing';
import module from '../../../src/steps/compliance/index.ts';
import type { StepElement } from '../../../src/steps/step-element.ts';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { createMockApi, type MockUserInput } from '../../../src/testing/index.ts';
import { eventually } from '../eventually.ts';
import {
  choose,
  control,
  errorOf,
  find,
  focused,
  has,
  hasBack,
  goBack,
  mountOnMock,
  names,
  press,
  settled,
  standstill,
  submit,
  text,
  title,
} from '../support.ts';

type Step = StepElement & { requirement: RequirementOf<'compliance'> };

async function mount(payee: MockUserInput = { country: 'CH' }) {
  const api = createMockApi(standstill);
  const user_id = api.createUser({ first_name: 'Robin', last_name: 'Vance', ...payee });
  const mounted = await mountOnMock<Step>(module, api, { steps: ['compliance'], user_id });
  return { api, user_id, ...mounted };
}

/** Goes to the other forms, and answers. */
async function answer(element: Step, answers: Readonly<Record<string, string>>) {
  await press(element, 'Another form');
  await eventually(() => has(element, '[name="other_payee"]'));
  for (const [name, value] of Object.entries(answers)) await choose(element, `other_${name}`, value);
}

async function take(element: Step, file: File) {
  const input = control(element, 'file');
  const files = new DataTransfer();
  files.items.add(file);
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await settled(element);
}

const pdf = (bytes = '%PDF-1.7 signed') => new File([bytes], 'signed.pdf', { type: 'application/pdf' });
const branch = { payee: 'business', us_business: 'yes' };

describe('a tax form that is filled in elsewhere', () => {
  it('is offered to those outside the US alone', async () => {
    const { element } = await mount({});
    expect(text(element)).not.to.contain('Another form');
    await choose(element, 'form', 'w8ben');
    expect(text(element)).to.contain('Another form');
  });

  it('is found by a question at a time', async () => {
    const { element } = await mount();
    await answer(element, {});
    expect(title(element)).to.equal('Another tax form');
    expect([...new Set(names(element))]).to.deep.equal(['other_payee']);
    await submit(element);
    expect(errorOf(element, 'other_payee')).to.equal('Choose who gets the money.');
    await choose(element, 'other_payee', 'person');
    await choose(element, 'other_own_work', 'yes');
    await choose(element, 'other_treaty', 'yes');
    expect([...new Set(names(element))]).to.deep.equal([
      'other_payee',
      'other_own_work',
      'other_treaty',
      'file',
    ]);
    expect(text(element)).to.contain('You need Form 8233');
    expect(find(element, 'a').getAttribute('href')).to.equal(
      'https://www.irs.gov/forms-pubs/about-form-8233',
    );
  });

  it('names the page of each form at the IRS', async () => {
    const { element } = await mount();
    await answer(element, {});
    const pages: [Record<string, string>, string][] = [
      [{ payee: 'pass_on' }, 'w-8-imy'],
      [{ payee: 'exempt' }, 'w-8-exp'],
      [branch, 'w-8-eci'],
      [{ payee: 'business', us_business: 'no', status: 'yes' }, 'w-8-ben-e'],
    ];
    for (const [answers, page] of pages) {
      for (const [name, value] of Object.entries(answers)) await choose(element, `other_${name}`, value);
      expect(find(element, 'a').getAttribute('href')).to.equal(
        `https://www.irs.gov/forms-pubs/about-form-${page}`,
      );
    }
  });

  it('may be one of ours after all, which then is the one that is chosen', async () => {
    const { element } = await mount();
    await answer(element, { payee: 'business', us_business: 'no', status: 'no' });
    expect(text(element)).to.contain('Form W‑8BEN‑E is the right one');
    await submit(element);
    await eventually(() => title(element) === 'Tax details');
    expect(find<HTMLInputElement>(element, '[name="form"]:checked').value).to.equal('w8bene');
  });

  it('is uploaded, waits, and the payee may go on meanwhile', async () => {
    const { element, api, sent, done } = await mount();
    await answer(element, branch);
    await submit(element);
    expect(errorOf(element, 'file')).to.equal('Choose the PDF with the signed form.');
    await take(element, pdf());
    await submit(element);
    await eventually(() => title(element) === 'Your form is being checked');
    expect(api.calls.map(({ name }) => name)).to.include('PUT /session/compliance/upload');
    await eventually(() => focused(element) === 'title');
    expect(hasBack(element)).to.equal(false);
    expect(text(element)).to.contain('Payouts wait until it is approved');
    await submit(element);
    expect(sent.at(-1)).to.deep.equal({ method: 'POST', path: '/compliance/continue', body: {} });
    await done();
  });

  it('is refused with the partner’s words, and sent again', async () => {
    const { element, api, user_id } = await mount();
    await answer(element, branch);
    await take(element, pdf());
    await submit(element);
    await eventually(() => title(element) === 'Your form is being checked');
    api.decideTaxUpload(user_id, 'The date is missing.');
    await element.context.refresh();
    await eventually(() => text(element).includes('The date is missing.'));
    // The partner writes in whatever language.
    expect(element.renderRoot.querySelector('q')?.dir).to.equal('auto');
    expect([...new Set(names(element))]).to.deep.equal(['file']);
    await take(element, pdf('%PDF-1.7 dated'));
    await submit(element);
    await eventually(() => title(element) === 'Your form is being checked');
  });

  it('has to be a PDF, and not a large one', async () => {
    const { element } = await mount();
    await answer(element, branch);
    await take(element, pdf('GIF89a'));
    await submit(element);
    await eventually(() => errorOf(element, 'file').includes('This is not a PDF'));
    await take(element, new File([new Uint8Array(5 * 1024 * 1024 + 1)], 'large.pdf'));
    await submit(element);
    expect(errorOf(element, 'file')).to.contain('larger than 5 MB');
  });

  it('leads back to the forms that are filled in here', async () => {
    const { element } = await mount();
    await answer(element, branch);
    expect(hasBack(element)).to.equal(true);
    await goBack(element);
    expect(title(element)).to.equal('Tax details');
    await press(element, 'Another form');
    expect(text(element)).to.contain('You need Form W‑8ECI');
    await press(element, 'Back to the other forms');
    expect(title(element)).to.equal('Tax details');
  });
});
