/** The element in a form of the page, which can require a finished flow. */
import { expect, fixture, html } from '@open-wc/testing';
import { eventually, settled, state, stepOf, type TestFlow, useMock } from './support.ts';
import { fill, submit } from '../support.ts';

describe('<dots-flow> in a form of the page', () => {
  const mock = useMock();
  let flowId: string;

  async function mountInForm(required: boolean): Promise<{ form: HTMLFormElement; element: TestFlow }> {
    const form = await fixture<HTMLFormElement>(html`<form><button>Send</button></form>`);
    const element = document.createElement('test-flow') as TestFlow;
    element.name = 'flow';
    element.required = required;
    element.flowId = flowId;
    form.prepend(element);
    await stepOf(element);
    return { form, element };
  }
  const submitted = (form: HTMLFormElement) => new FormData(form).get('flow');

  beforeEach(() => {
    const user_id = mock.api.createUser({ first_name: '', last_name: '', email: '' });
    flowId = mock.api.createFlow({ steps: ['onboarding'], user_id }).id;
  });

  async function finish(element: TestFlow): Promise<void> {
    const step = await stepOf(element);
    await fill(step, { first_name: 'Robin', last_name: 'Example', email: 'robin@example.com' });
    await submit(step);
    await state(element, 'completed');
    await settled(element);
  }

  it('keeps the form until the flow is finished, and leads the payee to what is to be done', async () => {
    const { form, element } = await mountInForm(true);
    let sent = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      sent += 1;
    });
    form.querySelector('button')?.click();
    expect(sent).to.equal(0);
    expect(form.checkValidity()).to.equal(false);
    expect(submitted(form)).to.equal(null);
    expect(element.matches(':invalid')).to.equal(true);
    const step = await stepOf(element);
    await eventually(
      () => step.shadowRoot?.activeElement?.getAttribute('name') === 'first_name',
      'the focus',
    );

    await finish(element);
    form.querySelector('button')?.click();
    expect(sent).to.equal(1);
    expect(submitted(form)).to.equal(flowId);
  });

  it('is one of the form’s elements, and needs not be finished unless that is asked for', async () => {
    const { form, element } = await mountInForm(false);
    expect([...form.elements].includes(element)).to.equal(true);
    expect(form.checkValidity()).to.equal(true);
    element.required = true;
    await settled(element);
    expect(form.checkValidity()).to.equal(false);
  });

  it('keeps the flow when the form is reset: what the server has is not undone', async () => {
    const { form, element } = await mountInForm(true);
    await finish(element);
    form.reset();
    expect(submitted(form)).to.equal(flowId);
    element.reset();
    await settled(element);
    expect(submitted(form)).to.equal(null);
  });

  it('is disabled with its fieldset, or alone, and takes the typed up again', async () => {
    const form = await fixture<HTMLFormElement>(html`<form><fieldset></fieldset></form>`);
    const fieldset = form.querySelector('fieldset') as HTMLFieldSetElement;
    const element = document.createElement('test-flow') as TestFlow;
    element.flowId = flowId;
    fieldset.append(element);
    const step = await stepOf(element);
    await fill(step, { first_name: 'Robin' });
    const field = step.renderRoot.querySelector<HTMLInputElement>('[name=first_name]');
    const canBeFocused = () => {
      field?.blur();
      field?.focus();
      return step.shadowRoot?.activeElement === field;
    };
    expect(canBeFocused()).to.equal(true);
    fieldset.disabled = true;
    expect(canBeFocused()).to.equal(false);
    fieldset.disabled = false;
    expect(canBeFocused()).to.equal(true);
    element.toggleAttribute('disabled', true);
    expect(canBeFocused()).to.equal(false);
    element.toggleAttribute('disabled', false);
    expect(canBeFocused()).to.equal(true);
    expect(field?.value).to.equal('Robin');
  });
});
