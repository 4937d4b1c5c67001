/** What a business is asked on a W-9 comes in a file of its own, which may take its time or fail. */
import { expect } from '@open-wc/testing';
import { closing } from '../../../src/locales/en/closing.ts';
import { shell } from '../../../src/locales/en/shell.ts';
import { Localizer } from '../../../src/locales/localizer.ts';
import module from '../../../src/steps/compliance/index.ts';
import { createMockApi } from '../../../src/testing/index.ts';
import { eventually } from '../eventually.ts';
import {
  control,
  errorOf,
  find,
  focused,
  has,
  mountOnMock,
  names,
  settled,
  standstill,
  submit,
  summaryOf,
} from '../support.ts';

/** Mounts the first page of a W-9. The part for a business comes, or fails, when the test says so. */
async function mount() {
  const api = createMockApi(standstill);
  const user_id = api.createUser({ first_name: 'Robin', last_name: 'Vance' });
  const mounted = await mountOnMock(module, api, { steps: ['compliance'], user_id });
  const { element } = mounted;
  const waiting: { readonly resolve: () => void; readonly reject: (why: Error) => void }[] = [];
  const english = { ...shell, ...closing, ...module.messages };
  const fetch = (portion: string) =>
    portion === 'compliance-business'
      ? () => new Promise<void>((resolve, reject) => void waiting.push({ resolve, reject }))
      : () => undefined;
  element.context = { ...element.context, localizer: new Localizer('en-US', {}, { english, fetch }) };
  await settled(element);
  const next = async () => {
    await eventually(() => waiting.length, 'the part is on its way');
    return waiting.splice(0)[0] ?? expect.fail('nothing is on its way');
  };
  const button = () => find<HTMLButtonElement>(element, 'button[type="submit"]');
  control(element, 'entity_type', 'business').click();
  return { ...mounted, next, button };
}
const isAsked = (element: Parameters<typeof names>[0]) => () => names(element).includes('business_name');

describe('compliance, the part of a W-9 for a business', () => {
  it('comes where its fields will be, and leaves the choice and the focus where they are', async () => {
    const { element, next } = await mount();
    const part = await next();
    await eventually(() => has(element, '[role="status"]'), 'it says that something comes');
    const radio = control(element, 'entity_type', 'business');
    radio.focus();
    expect(radio.checked).to.equal(true);
    const wait = find(element, '[role="status"]');
    expect(radio.compareDocumentPosition(wait) & Node.DOCUMENT_POSITION_FOLLOWING).not.to.equal(0);
    part.resolve();
    await eventually(isAsked(element), 'the fields are there');
    await settled(element);
    expect(element.shadowRoot?.activeElement).to.equal(radio);
  });

  it('takes a press of the main button meanwhile: it works on it, then leads to the first new field', async () => {
    const { element, next, button, sent } = await mount();
    const part = await next();
    button().focus();
    button().click();
    await eventually(() => button().getAttribute('aria-busy') === 'true', 'the button works on it');
    part.resolve();
    await eventually(isAsked(element), 'the fields are there');
    await settled(element);
    expect(focused(element)).to.equal('business_name');
    expect(button().getAttribute('aria-busy')).to.equal('false');
    // What was not seen is not missing yet.
    expect([errorOf(element, 'business_name'), summaryOf(element), sent]).to.deep.equal(['', [], []]);
    await expect(element).to.be.accessible();
  });

  it('is loaded again by the main button, which then leads to the first new field', async () => {
    const { element, next, button } = await mount();
    (await next()).reject(new TypeError('Failed to fetch'));
    await eventually(() => button().textContent?.includes('Try again'), 'it can be loaded again');
    button().focus();
    button().click();
    (await next()).resolve();
    await eventually(isAsked(element), 'the fields are there');
    await settled(element);
    expect(focused(element)).to.equal('business_name');
  });

  it('leaves the focus at the button when it fails once more', async () => {
    const { element, next, button } = await mount();
    (await next()).reject(new TypeError('Failed to fetch'));
    await eventually(() => button().textContent?.includes('Try again'), 'it can be loaded again');
    button().focus();
    button().click();
    (await next()).reject(new TypeError('Failed to fetch'));
    await eventually(() => button().textContent?.includes('Try again'), 'it says so again');
    await settled(element);
    expect(element.shadowRoot?.activeElement).to.equal(button());
  });

  it('calls the name of the business the same everywhere', async () => {
    const { element, next } = await mount();
    (await next()).resolve();
    await eventually(isAsked(element), 'the fields are there');
    const label = (name: string) => find(element, `label[for="${name}"]`).textContent.trim();
    expect(label('business_name')).to.equal('Legal business name');
    expect(label('doing_business_as')).to.match(/^Other business name/);
    await submit(element);
    expect(errorOf(element, 'business_name')).to.equal('Enter the legal business name.');
  });
});
