/** An address has the shape of its country, wherever a step asks for one. */
import { expect } from '@open-wc/testing';
import backgroundCheck from '../../../src/steps/background-check/index.ts';
import compliance from '../../../src/steps/compliance/index.ts';
import type { StepElement, StepModule } from '../../../src/steps/step-element.ts';
import { createMockApi } from '../../../src/testing/index.ts';
import {
  choose,
  control,
  errorOf,
  fill,
  fillAll,
  find,
  goBack,
  mountOnMock,
  names,
  settled,
  standstill,
  submit,
  walk,
} from '../support.ts';

/** What a form asks on the pages in front of the address. */
const before = {
  w9: { tin: '412557890', date_of_birth: '4/27/1985' },
  w8ben: { citizenship_country: 'JP', date_of_birth: '4/27/1985' },
};
/** Mounts the step of somebody who lives there. Null: nobody knows where. */
function mountIn(module: StepModule, name: string, country: string | null) {
  const api = createMockApi(standstill);
  const phone_number = country ? '+4915123456789' : '+80012345678';
  const user = { first_name: 'Robin', last_name: 'Vance', country: country ?? '', phone_number };
  return mountOnMock(module, api, { steps: [name], user_id: api.createUser(user) });
}
/** Mounts the form at the page with the address. */
async function mountAtAddress(country: string | null, form: keyof typeof before) {
  const mounted = await mountIn(compliance, 'compliance', country);
  await choose(mounted.element, 'form', form);
  // Residents of Japan are not asked for a number, so they need not say that they have none.
  const number = form === 'w8ben' && country !== 'JP' ? { no_foreign_tax_id: 'true' } : {};
  await walk(mounted.element, { ...before[form], ...number });
  await submit(mounted.element);
  return mounted;
}
const mountAbroad = (country: string | null) => mountAtAddress(country, 'w8ben');

const parts = ['line_1', 'line_2', 'city', 'state', 'postcode'];
/** Returns the fields of the address in their order, with their labels. */
const addressOf = (element: StepElement): string[] =>
  names(element)
    .filter((name) => parts.includes(name))
    .map(
      (name) => `${name}: ${find(element, `label[for="${name}"]`).textContent.replace(/\s+/g, ' ').trim()}`,
    );

/** Types, and goes out of the field, as a payee does. */
async function leave(element: StepElement, name: string, value: string): Promise<string> {
  await fill(element, { [name]: value });
  const input = control(element, name);
  input.dispatchEvent(new Event('change', { bubbles: true }));
  input.dispatchEvent(new FocusEvent('blur'));
  await settled(element);
  return control(element, name).value;
}

describe('the address on a W-8BEN', () => {
  const street = ['line_1: Street address', 'line_2: Apartment, suite (optional)'];
  for (const [country, lines] of Object.entries({
    DE: [...street, 'postcode: Postal code', 'city: City'],
    GB: [...street, 'city: Town or city', 'postcode: Postcode'],
    CA: [...street, 'city: City', 'state: Province', 'postcode: Postal code'],
    IE: [...street, 'city: City', 'state: County (optional)', 'postcode: Eircode (optional)'],
    IN: [...street, 'city: City', 'postcode: PIN code', 'state: State'],
    JP: [...street, 'city: City (optional)', 'state: Prefecture', 'postcode: Postal code'],
    AE: [...street, 'state: Emirate'],
    HU: ['city: City', ...street, 'postcode: Postal code'],
    GH: [...street, 'city: City'],
  }))
    it(`has the parts, the order and the words of ${country}`, async () => {
      const { element } = await mountAbroad(country);
      expect(addressOf(element)).to.deep.equal(lines);
      await expect(element).to.be.accessible();
    });

  it('has all parts until a country is chosen, and keeps what was typed when it changes', async () => {
    const { element } = await mountAbroad(null);
    expect(addressOf(element)).to.deep.equal([
      ...street,
      'city: City',
      'state: State or province (optional)',
      'postcode: Postal code (optional)',
    ]);
    await fillAll(element, { line_1: '1 Rue de la Paix', city: 'Paris', postcode: '75002' });
    await fill(element, { country: 'FR' });
    expect(addressOf(element).at(-1)).to.equal('city: City');
    expect(control(element, 'city').value).to.equal('Paris');
    expect(control(element, 'postcode').value).to.equal('75002');
  });

  it('says what is missing and what is wrong in the words of the country', async () => {
    const { element, sent } = await mountAbroad('CA');
    await fillAll(element, { postcode: '12345' });
    await submit(element);
    expect(sent).to.deep.equal([]);
    expect(errorOf(element, 'city')).to.equal('Enter the city.');
    expect(errorOf(element, 'state')).to.equal('Province is missing.');
    expect(errorOf(element, 'postcode')).to.include('A2C 5F7');
  });

  for (const [country, name, typed, shown] of [
    ['CA', 'postcode', 'k1a0b1', 'K1A 0B1'],
    ['CA', 'state', 'Ontario', 'ON'],
    ['DE', 'postcode', 'D-10115', '10115'],
    ['GB', 'postcode', 'sw1a1aa', 'SW1A 1AA'],
    ['DE', 'postcode', '1011', '1011'],
  ] as const)
    it(`shows ${typed} as ${shown} in ${country}`, async () => {
      const { element } = await mountAbroad(country);
      expect(await leave(element, name, typed)).to.equal(shown);
    });

  it('has the autofill tokens of each part', async () => {
    const { element } = await mountAbroad('CA');
    expect(
      ['country', ...parts].map((name) => control(element, name).getAttribute('autocomplete')),
    ).to.deep.equal([
      'country',
      'address-line1',
      'address-line2',
      'address-level2',
      'address-level1',
      'postal-code',
    ]);
  });
});

describe('an address in the US', () => {
  for (const [step, mount] of [
    ['W-9', () => mountAtAddress('US', 'w9')],
    ['background check', () => mountIn(backgroundCheck, 'background-check', 'US')],
  ] as const) {
    it(`shows a ZIP code as the post prints it (${step})`, async () => {
      const { element } = await mount();
      for (const typed of ['12345–6789', '12345 6789', '123456789', '12345−6789'])
        expect(await leave(element, 'postcode', typed)).to.equal('12345-6789');
    });

    it(`breaks no word, however wide it is (${step})`, async () => {
      const { element } = await mount();
      await submit(element);
      const frame = element.parentElement as HTMLElement;
      for (const width of [272, 312, 360, 448]) {
        frame.style.inlineSize = `${width}px`;
        await new Promise(requestAnimationFrame);
        for (const name of ['city', 'state', 'postcode']) {
          const field = control(element, name).closest('.field') as HTMLElement;
          expect(brokenWords(field), `${name} at ${width}`).to.deep.equal([]);
        }
      }
    });
  }

  it('has its own words for a wrong code after a look at another form', async () => {
    const { element } = await mountAbroad('CA');
    await goBack(element);
    await goBack(element);
    await choose(element, 'form', 'w9');
    await walk(element, { tin: before.w9.tin, postcode: '123' });
    await submit(element);
    // Who has said that they live in Canada files the W-9 with their address there.
    expect(errorOf(element, 'postcode')).to.include('A2C 5F7');
  });
});

/** Returns the words that stand on more than one line. */
function brokenWords(root: HTMLElement): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[^\s-]+/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      if (range.getClientRects().length > 1) found.push(word);
    }
  return found;
}
