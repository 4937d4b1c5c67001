/** What is asked where a tax form does not fit what the payee said before, and the W-9 of those abroad. */
import { expect } from '@open-wc/testing';
import module from '../../../src/steps/compliance/index.ts';
import { createMockApi } from '../../../src/testing/index.ts';
import type { MockUserInput } from '../../../src/testing/mock/mock.ts';
import {
  choose,
  errorOf,
  fillAll,
  has,
  mountOnMock,
  names,
  press,
  settled,
  standstill,
  submit,
  text,
  walk,
} from '../support.ts';

async function mount(payee: MockUserInput) {
  const api = createMockApi(standstill);
  const user_id = api.createUser({ first_name: 'Robin', last_name: 'Vance', ...payee });
  const mounted = await mountOnMock(module, api, { steps: ['compliance'], user_id });
  return mounted;
}
const home = { line_1: 'Bahnhofstrasse 1', postcode: '8001', city: 'Zürich' };
const swiss = {
  ...{ citizenship_country: 'CH', date_of_birth: '4/27/1985', foreign_tax_id: '756.9217.0769.85' },
  ...{ ...home, place_of_work: 'outside' },
};
const w9 = { date_of_birth: '04271985', tin: '412557890' };
const bodyOf = (sent: readonly { readonly body?: unknown }[]) => sent.at(-1)?.body as Record<string, unknown>;

describe('compliance, a W-8BEN of somebody from the US', () => {
  const atAddress = async () => {
    const mounted = await mount({ country: 'US' });
    await choose(mounted.element, 'form', 'w8ben');
    await walk(mounted.element, { ...swiss, country: 'CH' });
    await submit(mounted.element);
    return mounted;
  };

  it('asks for the reason, and says why', async () => {
    const { element } = await atAddress();
    expect(names(element)).to.include('us_indicia_reason').and.not.to.include('country_confirmed');
    expect(text(element)).to.include('An address that you gave is in the US.');
    expect(text(element)).to.include('Your phone number is from the US.');
    expect(errorOf(element, 'us_indicia_reason')).to.equal('Choose the reason, or switch to Form W‑9.');
    await expect(element).to.be.accessible();
  });

  it('wants words for a reason of its own, and sends both', async () => {
    const { element, sent } = await atAddress();
    await fillAll(element, { us_indicia_reason: 'other' });
    await submit(element);
    expect(errorOf(element, 'us_indicia_explanation')).to.include('Say it in a few words');
    await fillAll(element, { us_indicia_explanation: 'I share the phone of a friend.' });
    await submit(element);
    expect(text(element)).to.include('Another reason').and.to.include('I share the phone');
    await walk(element, { signature: 'Robin Vance', consent: 'true' });
    await submit(element);
    const { us_indicia_reason: reason, us_indicia_explanation: words } = bodyOf(sent);
    expect([reason, words]).to.deep.equal(['other', 'I share the phone of a friend.']);
  });

  it('leads to the W-9', async () => {
    const { element } = await atAddress();
    await press(element, 'Switch to Form W‑9, keeping what I typed');
    await settled(element);
    expect(names(element)).to.include('entity_type');
  });
});

describe('compliance, another country than before', () => {
  it('asks which is right', async () => {
    const { element, sent } = await mount({ country: 'BR' });
    const { foreign_tax_id: _, ...rest } = swiss;
    await walk(element, { ...rest, no_foreign_tax_id: 'true', country: 'CH' });
    await submit(element);
    expect(names(element)).to.include('country_confirmed');
    expect(text(element)).to.include('You said before that you live here: Brazil.');
    expect(errorOf(element, 'country_confirmed')).to.equal('Tick this, or choose the other country above.');
    await expect(element).to.be.accessible();
    await choose(element, 'country_confirmed');
    await walk(element, { signature: 'Robin Vance', consent: 'true' });
    await submit(element);
    expect(bodyOf(sent)['country_confirmed']).to.equal(true);
  });
});

describe('compliance, a W-9 of somebody abroad', () => {
  it('takes the address of their country', async () => {
    const { element, sent } = await mount({ country: 'CH' });
    await choose(element, 'form', 'w9');
    expect(await walk(element, { ...w9, ...home })).to.deep.equal([
      ['form', 'entity_type', 'first_name', 'last_name', 'one_name', 'doing_business_as'],
      ['tin', 'tin_type', 'date_of_birth'],
      ['country', 'line_1', 'line_2', 'postcode', 'city'],
    ]);
    await submit(element);
    await submit(element);
    const { country, city, state } = bodyOf(sent);
    expect([country, city, state]).to.deep.equal(['CH', 'Zürich', undefined]);
  });

  it('asks what their country wants to hear', async () => {
    const { element } = await mount({ country: 'DE' });
    await choose(element, 'form', 'w9');
    const pages = await walk(element, {
      ...w9,
      ...{ line_1: 'Weg 1', postcode: '10115', city: 'Berlin', foreign_tax_id: '86 095 742 719' },
    });
    expect(pages[1]).to.include('foreign_tax_id').and.to.include('vat_id');
  });

  it('is found by who said that they live in the US', async () => {
    const { element } = await mount({ country: 'US' });
    await walk(element, w9);
    await submit(element);
    expect(names(element)).not.to.include('country');
    await press(element, 'My address is outside the US');
    await settled(element);
    await fillAll(element, { country: 'DE' });
    expect(has(element, '[name="state"]')).to.equal(false);
  });
});
