import { expect } from '@open-wc/testing';
import type { FieldProblem } from '../../../src/contract/problems.ts';
import { fieldProblem, problemBody } from '../../../src/contract/input/problem-error.ts';
import { compliance } from '../../../src/locales/en/compliance.ts';
import { compliance as germanForm } from '../../../src/locales/de/compliance.ts';
import { complianceReview as german } from '../../../src/locales/de/compliance-review.ts';
import { complianceReview } from '../../../src/locales/en/compliance-review.ts';
import module from '../../../src/steps/compliance/index.ts';
import { createMockApi } from '../../../src/testing/index.ts';
import type { StepElement } from '../../../src/steps/step-element.ts';
import { eventually } from '../dots-flow/support.ts';
import {
  choose,
  errorOf,
  fill,
  find,
  focused,
  has,
  mountOnMock,
  mountStep,
  move,
  post,
  press,
  settled,
  standstill,
  submit,
  text,
  title,
  walk,
} from '../support.ts';

const words = { ...compliance, ...complianceReview };

/** What no server answers while it is well. */
type MadeUp = () => Response;

const refused = (...errors: readonly FieldProblem[]): MadeUp => {
  const body = problemBody('invalid-input', { errors });
  return () => new Response(JSON.stringify(body), { status: body.status });
};

/** Mounts the form, with a preview that comes when the test lets it: what is made up, or that of the mock. */
async function mountReview(madeUp: readonly MadeUp[] = [], country: keyof typeof filled = 'US') {
  const api = createMockApi(standstill);
  const user_id = api.createUser({ first_name: 'Robin', last_name: 'Vance', country });
  const asked: unknown[] = [];
  const waiting: (() => void)[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    if (!(input as string).endsWith('/preview')) return api.fetch(input, init);
    asked.push(JSON.parse(init?.body as string));
    const made = madeUp[asked.length - 1];
    await new Promise<void>((resolve) => waiting.push(resolve));
    return made?.() ?? api.fetch(input, init);
  };
  const mounted = await mountOnMock(module, { ...api, fetch }, { steps: ['compliance'], user_id });
  const { element } = mounted;
  await walk(element, filled[country]);
  if (country === 'US') await submit(element);
  const ask = async () => {
    await press(element, words['compliance.read']);
    await eventually(() => waiting.length, 'the form is asked for');
  };
  const answer = () => waiting.splice(0).forEach((one) => one());
  /** Presses the button, and lets the answer come. */
  const read = async () => {
    await ask();
    await eventually(() => (answer(), !has(element, '.quiet[aria-busy="true"]')), 'the answer is there');
    await settled(element);
  };
  return { ...mounted, api, asked, ask, answer, read };
}

const filled = {
  US: {
    date_of_birth: '3/5/1990',
    tin: '412557890',
    line_1: '12 Elm Street',
    city: 'Oakland',
    state: 'CA',
    postcode: '94607',
  },
  CH: {
    citizenship_country: 'CH',
    place_of_work: 'outside',
    foreign_tax_id: '756.9217.0769.85',
    date_of_birth: '3/5/1990',
    line_1: 'Bahnhofstrasse 1',
    postcode: '8001',
    city: 'Zürich',
    signature: 'Robin Vance',
    consent: 'true',
  },
};
const rowsOf = (element: StepElement) =>
  [...element.renderRoot.querySelectorAll('.review dl > div')].map((row) =>
    row.textContent?.replace(/\s+/g, ' ').trim(),
  );

/** Goes to the page of that name, makes the change, and comes back. */
async function change(element: StepElement, group: string, values: Readonly<Record<string, string>>) {
  await press(element, `Change ${group}`);
  await fill(element, values);
  await submit(element);
}
describe('compliance, a certification of which item 2 is crossed out', () => {
  // Form W-9 (Rev. March 2024), Part II: whoever the IRS has notified of backup withholding must do so.
  const box = 'subject_to_backup_withholding';
  const struck = (element: StepElement) =>
    [...element.renderRoot.querySelectorAll('[part="statement"] s')].map(({ textContent }) => textContent);

  it('is folded away from everybody else, and files that nothing is crossed out', async () => {
    const { element, sent } = await mountReview();
    const fold = find<HTMLDetailsElement>(element, `details:has([name="${box}"])`);
    expect([fold.open, struck(element)]).to.deep.equal([false, []]);
    await submit(element);
    expect(sent[0]?.body).not.to.have.property(box, true);
  });

  it('shows the item crossed out, says so to those who do not see it, and files it', async () => {
    const { element, sent, read } = await mountReview();
    await press(element, words['compliance.read']);
    find(element, `details:has([name="${box}"]) summary`).click();
    await choose(element, box);
    expect(struck(element)).to.have.length(1);
    expect(struck(element)[0]).to.match(/^2\. I am not subject to backup withholding/);
    const item = find(element, '[part="statement"] p:has(s)');
    expect(item.textContent.replace(/\s+/g, ' ').trim()).to.match(/^Crossed out: 2\. I am not/);
    await expect(element).to.be.accessible();
    await read();
    expect(rowsOf(element).at(-1)).to.match(/^2 Item crossed out.* Yes$/);
    await submit(element);
    expect(sent[0]?.body).to.include({ [box]: true });
  });

  it('can be taken back', async () => {
    const { element, sent } = await mountReview();
    await choose(element, box);
    await choose(element, box);
    expect(struck(element)).to.deep.equal([]);
    await submit(element);
    expect(sent[0]?.body).not.to.have.property(box, true);
  });

  it('says in another language what is certified without it', async () => {
    const { element } = await mountReview();
    const { context } = element;
    context.localizer.put(german);
    element.context = { ...context };
    await settled(element);
    const meaning = () => find(element, '[part="statement"] > p').textContent;
    expect(meaning()).to.include('Sicherheitseinbehalt');
    await choose(element, box);
    expect(meaning()).not.to.include('Ich unterliege keinem Sicherheitseinbehalt');
  });

  it('breaks a word longer than the line: twice as large text, 320 pixels, in German', async () => {
    const { element } = await mountReview();
    const { context } = element;
    context.localizer.put(germanForm);
    context.localizer.put(german);
    element.context = { ...context };
    element.style.cssText = '--_dots-rem: 32px; font-size: 32px; inline-size: 240px';
    await settled(element);
    const wider = [
      ...element.renderRoot.querySelectorAll<HTMLElement>('.answers, [part="statement"], .button'),
    ]
      .filter((part) => part.getBoundingClientRect().width > 240)
      .map(({ className }) => className);
    expect(wider).to.deep.equal([]);
  });

  it('is crossed out still when the number did not match, also after a reload', async () => {
    const api = createMockApi(standstill);
    const user_id = api.createUser({ first_name: 'Robin', last_name: 'Vance', country: 'US' });
    const { id } = api.createFlow({ steps: ['compliance'], user_id });
    const form = { form: 'w9', entity_type: 'individual', first_name: 'Robin', last_name: 'Vance' };
    const body = { ...form, ...filled.US, tin: '412550001', date_of_birth: '1990-03-05', [box]: true };
    const { element } = await mountOnMock(module, api, { id }, { before: [post('/compliance', body)] });
    expect(title(element)).to.equal('Tax number');
    await walk(element, { tin: '412557890', date_of_birth: '3/5/1990' });
    await submit(element);
    expect(title(element)).to.equal('Check and certify');
    expect(struck(element)).to.have.length(1);
    expect(find<HTMLDetailsElement>(element, `details:has([name="${box}"])`).open).to.equal(true);
  });
});

describe('compliance, the finished form before it is filed', () => {
  it('is offered, and asked for once, with what is typed now', async () => {
    const { element, asked, sent } = await mountReview();
    await press(element, words['compliance.read']);
    await press(element, words['compliance.read']);
    const button = find(element, '.finished .quiet');
    expect([button.getAttribute('aria-busy'), button.getAttribute('aria-disabled')]).to.deep.equal([
      'true',
      'true',
    ]);
    expect(button.textContent).to.include('Working on it');
    await expect(element).to.be.accessible();
    expect(asked).to.have.length(1);
    expect(asked[0]).to.include({ form: 'w9', tin: '412-55-7890', date_of_birth: '1990-03-05' });
    expect(sent).to.deep.equal([]);
  });

  it('is shown line by line, with the number masked, and as a file to keep', async () => {
    const { element, read } = await mountReview();
    await read();
    expect(focused(element)).to.equal('review-title');
    expect(rowsOf(element)).to.deep.equal([
      '1 Name of entity/individual Robin Vance',
      '3a Federal tax classification Individual/sole proprietor',
      '5 Address (number, street, and apt. or suite no.) 12 Elm Street',
      '6 City, state, and ZIP code Oakland, CA 94607',
      'Social security number ••• 7890',
    ]);
    // No line breaks inside the name of the form.
    expect(find(element, '#review-title').textContent.trim()).to.equal('Form W‑9 (Rev. March 2024)');
    const file = find<HTMLAnchorElement>(element, '.review a');
    expect(file.download).to.equal('Form-W-9-Rev-March-2024.pdf');
    // Beside the answers, and not below all lines of the form.
    const lines = find(element, '.review dl');
    expect(file.compareDocumentPosition(lines) & Node.DOCUMENT_POSITION_FOLLOWING).not.to.equal(0);
    expect(await (await fetch(file.href)).text()).to.match(/^%PDF-/);
    await expect(element).to.be.accessible();
  });

  it('says a date of the form in words too: its digits are read the other way round abroad', async () => {
    const { element, read } = await mountReview([], 'CH');
    await read();
    expect(rowsOf(element)).to.include('8 Date of birth (MM-DD-YYYY) 03-05-1990 March 5, 1990');
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
    expect(await (await fetch(href)).text()).to.match(/^%PDF-/);
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
    const { element, ask, answer } = await mountReview([refused(fieldProblem('date_of_birth', 'required'))]);
    await ask();
    await change(element, 'Who is paid', { first_name: 'Roberta' });
    answer();
    await settled(element);
    expect(title(element)).to.equal('Check and certify');
    expect(has(element, '[part="error"], [part="summary"]')).to.equal(false);
  });

  it('no longer says that it could not be made once something in it was changed, and says so in the language of the page', async () => {
    const { element, read } = await mountReview([() => new Response('{}')]);
    await read();
    const { localizer } = (await mountStep(module, element.requirement, { locale: 'de' })).element.context;
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
    const { element, read } = await mountReview([
      refused(fieldProblem('date_of_birth', 'required'), fieldProblem('tin', 'required')),
    ]);
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

  for (const [why, madeUp, said] of [
    ['the network failed', [], 'could not reach'],
    ['the answer is none', [() => new Response('{}')], words['compliance.read.failed']],
  ] as const)
    it(`is offered again when ${why}, with what was typed still there`, async () => {
      const { api, element, read, announced } = await mountReview(madeUp);
      if (madeUp.length === 0) api.faults.dropAnswers({ times: 3 });
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
