import { expect } from '@open-wc/testing';
import type { SessionRequest } from '../../../src/api/client.ts';
import type { Answer } from '../../../src/api/transport.ts';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import type { TaxDocument } from '../../../src/contract/forms/tax-document.ts';
import { flowProblem } from '../../../src/flow/problem.ts';
import { compliance } from '../../../src/locales/en/compliance.ts';
import { complianceReview } from '../../../src/locales/en/compliance-review.ts';
import module from '../../../src/steps/compliance/index.ts';
import type { StepElement } from '../../../src/steps/step-element.ts';
import { eventually } from '../dots-flow/support.ts';
import {
  errorOf,
  fieldProblems,
  fill,
  find,
  focused,
  has,
  mountStep,
  move,
  press,
  settled,
  submit,
  text,
  title,
  walk,
} from '../support.ts';
import { w9 as named } from '../../support/snapshots.ts';

const words = { ...compliance, ...complianceReview };

const w9: RequirementOf<'compliance'> = {
  ...named,
  prefill: {
    ...named.prefill,
    line_1: '12 Elm Street',
    city: 'Oakland',
    state: 'CA',
    postcode: '94607',
  },
};
const taxForm: TaxDocument = {
  title: 'Form W-9 (Rev. March 2024)',
  purpose: 'Request for Taxpayer Identification Number and Certification',
  sections: [
    {
      title: 'Part I',
      lines: [
        { line: '1', label: 'Name', value: 'Robin Vance' },
        { line: '', label: 'Social security number', value: '412-55-7890' },
      ],
    },
    {
      title: '',
      lines: [
        { line: '5', label: 'Address', value: '12 Elm Street' },
        { line: '8', label: 'Date of birth (MM-DD-YYYY)', value: '03-05-1990' },
      ],
    },
  ],
  certification: ['Under penalties of perjury, I certify that:', 'The number is mine.'],
};
const finished: Answer = { ok: true, body: { document: taxForm, pdf: btoa('%PDF-1.7 made up') } };

/** Mounts the form with a server that gives `answers` one after the other, each when the test lets it go. */
async function mountReview(...answers: readonly Answer[]) {
  const calls: { path: string; init: SessionRequest }[] = [];
  const waiting: (() => void)[] = [];
  const mounted = await mountStep(module, w9, {
    call: (path, init) => {
      const answer = answers[calls.length] ?? finished;
      calls.push({ path, init });
      return new Promise((resolve) => waiting.push(() => resolve(answer)));
    },
  });
  const { element } = mounted;
  await walk(element, filled);
  for (const _ of ['address', 'check']) await submit(element);
  const ask = async () => {
    await press(element, words['compliance.read']);
    await eventually(() => waiting.length, 'the form is asked for');
  };
  const answer = () => waiting.splice(0).forEach((one) => one());
  /** Presses the button, and lets the answer come. */
  const read = async () => {
    await ask();
    answer();
    await eventually(() => !has(element, '.quiet[aria-busy="true"]'), 'the answer is there');
    await settled(element);
  };
  return { ...mounted, calls, ask, answer, read };
}

const filled = { date_of_birth: '4/27/1985', tin: '412557890' };

/** Goes to the page of that name, makes the change, and comes back. */
async function change(element: StepElement, group: string, values: Readonly<Record<string, string>>) {
  await press(element, `Change ${group}`);
  await fill(element, values);
  await submit(element);
}
describe('compliance, the finished form before it is filed', () => {
  it('is offered, and asked for once, with what is typed now', async () => {
    const { element, calls, sent } = await mountReview();
    await press(element, words['compliance.read']);
    await press(element, words['compliance.read']);
    const button = find(element, '.finished .quiet');
    expect([button.getAttribute('aria-busy'), button.getAttribute('aria-disabled')]).to.deep.equal([
      'true',
      'true',
    ]);
    expect(button.textContent).to.include('Working on it');
    await expect(element).to.be.accessible();
    expect(calls.map(({ path, init }) => [path, init.method])).to.deep.equal([
      ['/compliance/preview', 'POST'],
    ]);
    expect(JSON.parse(calls[0]?.init.body as string)).to.include({
      form: 'w9',
      tin: '412-55-7890',
      date_of_birth: '1985-04-27',
    });
    expect(sent).to.deep.equal([]);
  });

  it('is shown line by line, with the number masked, and as a file to keep', async () => {
    const { element, read } = await mountReview();
    await read();
    expect(focused(element)).to.equal('review-title');
    const rows = [...element.renderRoot.querySelectorAll('.review dl > div')].map((row) =>
      row.textContent?.replace(/\s+/g, ' ').trim(),
    );
    expect(rows).to.deep.equal([
      '1 Name Robin Vance',
      'Social security number ••• 7890',
      '5 Address 12 Elm Street',
      // American digits are read the other way round in most of the world.
      '8 Date of birth (MM-DD-YYYY) 03-05-1990 March 5, 1990',
    ]);
    // No line breaks inside the name of the form.
    expect(find(element, '#review-title').textContent.trim()).to.equal('Form W‑9 (Rev. March 2024)');
    const file = find<HTMLAnchorElement>(element, '.review a');
    expect(file.download).to.equal('Form-W-9-Rev-March-2024.pdf');
    // Beside the answers, and not below all lines of the form.
    const lines = find(element, '.review dl');
    expect(file.compareDocumentPosition(lines) & Node.DOCUMENT_POSITION_FOLLOWING).not.to.equal(0);
    expect(await (await fetch(file.href)).text()).to.equal('%PDF-1.7 made up');
    await expect(element).to.be.accessible();
  });

  it('is in the language of the form, and what is said of it in that of the page', async () => {
    const { element, read } = await mountReview();
    await read();
    const spoken = (selector: string) => {
      const within = find(element, selector).closest('[lang]');
      return within && [within.getAttribute('lang'), within.getAttribute('dir')];
    };
    for (const own of ['#review-title', '.review dl', '.statement p'])
      expect(spoken(own), own).to.deep.equal(['en', 'ltr']);
    for (const ours of ['.review .hint', '.review a']) expect(spoken(ours), ours).to.equal(null);
  });

  it('is no longer shown, nor kept, once something in it was changed', async () => {
    const { element, read } = await mountReview();
    await read();
    const { href } = find<HTMLAnchorElement>(element, '.review a');
    await change(element, 'Address', { city: 'Alameda' });
    expect(has(element, '.review')).to.equal(false);
    expect(await fetch(href).catch(() => 'gone')).to.equal('gone');
    await read();
    expect(has(element, '.review')).to.equal(true);
  });

  it('is let go of when the step goes', async () => {
    const { element, read } = await mountReview();
    await read();
    const { href } = find<HTMLAnchorElement>(element, '.review a');
    element.remove();
    expect(await fetch(href).catch(() => 'gone')).to.equal('gone');
  });

  it('can be asked for again after the step was moved, before the answer and after it', async () => {
    const { element, ask, answer, read } = await mountReview();
    await ask();
    move(element);
    await settled(element);
    expect(has(element, '.quiet[aria-busy="true"]')).to.equal(false);
    answer();
    await read();
    expect(has(element, '.review')).to.equal(true);
    move(element);
    await settled(element);
    expect(has(element, '.review')).to.equal(false);
    await read();
    const { href } = find<HTMLAnchorElement>(element, '.review a');
    expect(await (await fetch(href)).text()).to.equal('%PDF-1.7 made up');
  });

  it('is put away when something in it was changed before the answer', async () => {
    const { element, ask, answer, read } = await mountReview();
    await ask();
    await change(element, 'Address', { city: 'Alameda' });
    expect(has(element, '.quiet[aria-busy="true"]')).to.equal(false);
    answer();
    await settled(element);
    expect(has(element, '.review')).to.equal(false);
    await read();
    expect(has(element, '.review')).to.equal(true);
  });

  it('says nothing of one page at another', async () => {
    const { element, ask, answer } = await mountReview({
      ok: false,
      problem: fieldProblems({ field: 'date_of_birth', code: 'required' }),
    });
    await ask();
    await change(element, 'Who is paid', { first_name: 'Roberta' });
    answer();
    await settled(element);
    expect(title(element)).to.equal('Check and certify');
    expect(has(element, '[part="error"], [part="summary"]')).to.equal(false);
  });

  it('no longer says that it could not be made once something in it was changed, and says so in the language of the page', async () => {
    const { element, read } = await mountReview({ ok: true, body: {} });
    await read();
    const { localizer } = (await mountStep(module, w9, { locale: 'de' })).element.context;
    localizer.add({ ...complianceReview, 'compliance.read.failed': 'Das Formular ist nicht lesbar.' });
    element.context = { ...element.context, localizer };
    await settled(element);
    expect(find(element, '.finished [part="failure"]').textContent).to.include(
      'Das Formular ist nicht lesbar.',
    );
    await change(element, 'Address', { city: 'Alameda' });
    expect(has(element, '.finished [part="failure"]')).to.equal(false);
  });

  it('says at the fields what stands in its way, on the page that they are on', async () => {
    const { element, read } = await mountReview({
      ok: false,
      problem: fieldProblems(
        { field: 'date_of_birth', code: 'required' },
        { field: 'tin', code: 'required' },
      ),
    });
    await read();
    expect(title(element)).to.equal('Tax number');
    expect(errorOf(element, 'date_of_birth')).to.equal(words['field.date_of_birth.required']);
    expect(errorOf(element, 'tin')).to.equal(words['field.tin.required']);
    expect(focused(element)).to.equal('tin');
    await expect(element).to.be.accessible();
    await submit(element);
    expect(title(element)).to.equal('Check and certify');
    expect(has(element, '.review')).to.equal(false);
  });

  for (const [why, answer, said] of [
    ['the network failed', { ok: false, problem: flowProblem('network-error') }, 'could not reach'],
    ['the answer is none', { ok: true, body: {} }, words['compliance.read.failed']],
  ] as const)
    it(`is offered again when ${why}, with what was typed still there`, async () => {
      const { element, read, announced } = await mountReview(answer);
      await read();
      expect(find(element, '.finished [part="failure"]').textContent).to.include(said);
      expect(announced.join()).to.include(said);
      expect(text(element)).to.include('••• 7890');
      await expect(element).to.be.accessible();
      await read();
      expect(has(element, '[part="failure"]')).to.equal(false);
      expect(has(element, '.review')).to.equal(true);
    });

  it('does not keep the payee from filing', async () => {
    const { element, sent, read } = await mountReview();
    await read();
    await submit(element);
    expect(sent.map(({ path }) => path)).to.deep.equal(['/compliance']);
    await expect(element).to.be.accessible();
  });
});
