/**
 * Bank accounts abroad, as a payee adds them in manage-payouts. Every form is drawn from the spec of the
 * bank's country.
 */
import { expect } from '@open-wc/testing';
import { bankSpecs } from '../../../src/contract/bank/bank-specs.ts';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { intlBank } from '../../../src/locales/en/intl-bank.ts';
import { payoutMethods } from '../../../src/locales/en/payout-methods.ts';
import { shell } from '../../../src/locales/en/shell.ts';
import { createMockApi } from '../../../src/testing/index.ts';
import managePayoutsModule from '../../../src/steps/manage-payouts/index.ts';
import { eventually } from '../eventually.ts';
import {
  choose,
  control,
  description,
  errorOf,
  fill,
  hasBack,
  type MockOptions,
  mountOnMock,
  mountStep,
  names,
  post,
  settled,
  standstill,
  submit,
} from '../support.ts';
import { fileEarlier, taxForm } from './withdrawing.ts';

type Requirement = RequirementOf<'manage-payouts'>;

/** Mounts the choice of somebody in this country, whose tax form is there. */
async function mountChoice(country: string, options?: MockOptions) {
  const api = createMockApi(standstill);
  if (country === 'US' || options?.before) {
    const flow = { steps: ['manage-payouts'], user_id: api.createUser({ country }) };
    return { api, ...(await mountOnMock(managePayoutsModule, api, flow, options)) };
  }
  const user_id = api.createUser({ country: 'MX' });
  await fileEarlier(api, user_id);
  const flow = { steps: [{ name: 'onboarding', force: true }, 'manage-payouts'], user_id };
  const profile = { first_name: 'Ada', last_name: 'Example', email: 'ada@example.com', country };
  const before = [post('/onboarding', profile)];
  return { api, ...(await mountOnMock(managePayoutsModule, api, flow, { before, ...options })) };
}
/** Chooses the form, and waits for it, because it is in a file of its own. */
async function mount(country = 'DE', options?: MockOptions) {
  const mounted = await mountChoice(country, options);
  const { element } = mounted;
  // Where it is the only way, there is nothing to choose.
  if (element.renderRoot.querySelector('[name="platform"]')) await choose(element, 'platform', 'intl_bank');
  await eventually(() => element.renderRoot.querySelector('[name="bank_country"]'), 'the form is there');
  await settled(element);
  return mounted;
}

describe('a bank account abroad', () => {
  it('is asked for in the country and the name of the payee', async () => {
    const { element } = await mount();
    expect(names(element)).to.deep.equal(['bank_country', 'account_holder_name', 'iban']);
    expect(control(element, 'bank_country').value).to.equal('DE');
    expect(control(element, 'account_holder_name').value).to.equal('Ada Example');
    expect(description(element, 'bank_country')).to.equal('The account has to take Euro (EUR).');
    expect(description(element, 'iban')).to.include('Example: DE89 3704 0044 0532 0130 00');
    await expect(element).to.be.accessible();
  });

  it('takes the tax number from the tax form, and shows its end alone', async () => {
    const cpf = { ...taxForm, country: 'BR', citizenship_country: 'BR', foreign_tax_id: '529.982.247-25' };
    const place = { line_1: 'Rua Augusta 1', city: 'São Paulo', state: 'SP', postcode: '01305-000' };
    const before = [post('/compliance', { ...cpf, ...place })];
    const { element, sent } = await mount('BR', { before });
    expect(control(element, 'holder_tax_id').value).to.equal('•••4725');
    await choose(element, 'bank_account_type', 'checking');
    await fill(element, { bank_code: '341', branch_code: '1234', account_number: '123456' });
    await submit(element);
    const [request] = sent as { readonly body: Record<string, string> }[];
    expect(request?.body['holder_tax_id']).to.equal('•••4725');
  });

  it('names the bank of an IBAN once that is whole and right, and reads the name out', async () => {
    const { element, announced, sent } = await mount();
    const named = () => element.renderRoot.querySelector('[part~="bank"]')?.textContent.trim();
    await fill(element, { iban: 'DE89 3704 0044 0532 0130' });
    expect(named()).to.equal(undefined);
    await fill(element, { iban: 'DE89 3704 0044 0532 0130 01' });
    expect(named()).to.equal(undefined);
    await fill(element, { iban: 'DE89 3704 0044 0532 0130 00' });
    await eventually(() => named() === 'Commerzbank', 'the bank is named');
    expect(description(element, 'iban')).to.equal('Commerzbank');
    expect(announced.filter((said) => said.includes('Commerzbank'))).to.have.length(1);
    await expect(element).to.be.accessible();
    await fill(element, { bank_country: 'IN' });
    expect(named()).to.equal(undefined);
    await fill(element, { ifsc: 'HDFC0001234' });
    expect(description(element, 'ifsc')).to.equal('HDFC Bank');
    expect(sent).to.deep.equal([]);
  });

  it('is sent compact, under its wire names', async () => {
    const { element, sent } = await mount();
    await fill(element, { iban: 'IBAN de89 3704 0044 0532 0130 00' });
    await submit(element);
    expect(sent).to.deep.equal([
      {
        method: 'POST',
        path: '/payout-methods',
        body: {
          platform: 'intl_bank',
          bank_country: 'DE',
          account_holder_name: 'Ada Example',
          iban: 'DE89370400440532013000',
        },
      },
    ]);
  });

  it('is grouped while it is typed at the end, and left alone in the middle', async () => {
    const { element } = await mount();
    const iban = control(element, 'iban');
    await fill(element, { iban: 'de8937040044' });
    expect(iban.value).to.equal('DE89 3704 0044');
    iban.value = 'DE89 370 0044';
    iban.setSelectionRange(8, 8);
    iban.dispatchEvent(
      new InputEvent('input', { bubbles: true, composed: true, inputType: 'deleteContentBackward' }),
    );
    await settled(element);
    expect([iban.value, iban.selectionStart]).to.deep.equal(['DE89 370 0044', 8]);
  });

  it('says which digit cannot be right, and keeps what was typed', async () => {
    const { element, sent } = await mount();
    await fill(element, { iban: 'DE89 3704 0044 0532 0130 01' });
    await submit(element);
    expect(sent).to.deep.equal([]);
    expect(errorOf(element, 'iban')).to.equal(intlBank['field.invalid-check-digits']);
    expect(control(element, 'iban').value).to.equal('DE89 3704 0044 0532 0130 01');
    await expect(element).to.be.accessible();
  });

  it('changes its fields with the country, keeps the name, and forgets what was wrong', async () => {
    const { element, sent } = await mount();
    await submit(element);
    expect(errorOf(element, 'iban')).to.equal('Enter your IBAN. It begins with DE and has 22 characters.');
    await fill(element, { bank_country: 'IN' });
    expect(names(element)).to.deep.equal(['bank_country', 'account_holder_name', 'ifsc', 'account_number']);
    expect(errorOf(element, 'ifsc')).to.equal('');
    expect(control(element, 'account_holder_name').value).to.equal('Ada Example');
    await fill(element, { ifsc: 'sbin0001234', account_number: '1234 5678 901' });
    await submit(element);
    expect(sent.at(-1)?.body).to.deep.equal({
      platform: 'intl_bank',
      bank_country: 'IN',
      account_holder_name: 'Ada Example',
      ifsc: 'SBIN0001234',
      account_number: '12345678901',
    });
  });

  it('asks for the country when the payee’s own is none of them', async () => {
    const requirement = (await mountChoice('DE')).element.requirement as Requirement;
    // The mock offers this way only where it knows such accounts.
    const rails = requirement.rails.filter(({ platform }) => platform === 'intl_bank');
    const { element } = await mountStep(managePayoutsModule, { ...requirement, rails, method_prefill: {} });
    await eventually(() => element.renderRoot.querySelector('[name="bank_country"]'), 'the form is there');
    await settled(element);
    expect(names(element)).to.deep.equal(['bank_country', 'account_holder_name']);
    await submit(element);
    expect(errorOf(element, 'bank_country')).to.equal(intlBank['field.bank_country.required']);
  });

  it('offers the noughts in front of a number that is too short, and takes them at a tap', async () => {
    const { element, sent } = await mount('GB');
    const offered = () =>
      element.renderRoot.querySelector<HTMLElement>('[part~="link"][type="button"]:not([part~="back"])');
    await fill(element, { sort_code: '123456', account_number: '1234567' });
    await submit(element);
    expect(errorOf(element, 'account_number')).to.include('digits may be missing');
    expect(offered()?.textContent.trim()).to.equal('Use 01234567');
    await expect(element).to.be.accessible();
    offered()?.click();
    await settled(element);
    expect(control(element, 'account_number').value).to.equal('01234567');
    expect((element.renderRoot as ShadowRoot).activeElement?.id).to.equal('account_number');
    expect(offered()).to.equal(null);
    await submit(element);
    const [request] = sent as { readonly body: Record<string, string> }[];
    expect(request?.body['account_number']).to.equal('01234567');
  });

  it('offers the IBAN of a West African RIB', async () => {
    const { element } = await mount('SN');
    await fill(element, { iban: 'SN010 01520 000485000030 35' });
    await submit(element);
    const offered = [...element.renderRoot.querySelectorAll('button')].map((one) => one.textContent.trim());
    expect(offered).to.include('Use SN08 SN01 0015 2000 0485 0000 3035');
  });

  it('is not offered where nobody knows what banks want, and that is said', async () => {
    const { element } = await mountChoice('HT');
    expect(element.renderRoot.textContent).to.include('Bank accounts in your country cannot be added yet');
    expect(element.renderRoot.querySelector('[value="intl_bank"]')).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('takes the place of the choice when it is chosen there', async () => {
    const { element } = await mountChoice('MX');
    control(element, 'platform', 'intl_bank').click();
    await eventually(() => element.renderRoot.querySelector('[name="clabe"]'), 'the form is there');
    expect(hasBack(element)).to.equal(true);
  });

  for (const rail of ['airtm', 'payoneer'])
    it(`is not the only way: ${rail} finds an account by e-mail`, async () => {
      const { element, sent } = await mountChoice('MX');
      await choose(element, 'platform', rail);
      await fill(element, { email: 'ada@example.com' });
      await submit(element);
      expect(sent).to.deep.equal([
        { method: 'POST', path: '/payout-methods', body: { platform: rail, email: 'ada@example.com' } },
      ]);
      await expect(element).to.be.accessible();
    });

  for (const locale of ['de', 'ar'])
    it(`is drawn and read the same in ${locale}`, async () => {
      const { element, sent } = await mount('GB', { locale });
      await fill(element, { sort_code: '12-34-56', account_number: '12345678' });
      await submit(element);
      expect(sent).to.have.length(1);
    });

  for (const country of Object.keys(bankSpecs))
    it(`in ${country} says of every number left out what it is and how it looks`, async () => {
      const { element } = await mount(country);
      await submit(element);
      const fields = bankSpecs[country]?.fields ?? [];
      for (const { name, length } of fields) {
        const text = errorOf(element, name);
        expect(text, name).to.match(
          name === 'bank_account_type' ? /^Choose .*\.$/ : /^Enter .*\. It .*\d.*\.$/,
        );
        if (typeof length === 'number') expect(text, name).to.include(`${length} `);
      }
    });

  it('keeps an example in one line, and inside where the line is shorter than it', async () => {
    const { element } = await mount('MT');
    const example = element.renderRoot.querySelector('#iban-hint bdi') as HTMLElement;
    const whole = document.createRange();
    whole.selectNodeContents(example);
    const lines = () => new Set([...whole.getClientRects()].map(({ top }) => Math.round(top))).size;
    element.style.inlineSize = '600px';
    expect(lines()).to.equal(1);
    element.style.inlineSize = '160px';
    expect(lines()).to.be.above(1);
    expect(element.scrollWidth).to.be.at.most(160);
  });

  it('has words for every field, choice and country', async () => {
    const words: Record<string, string> = { ...shell, ...payoutMethods, ...intlBank };
    for (const { country, fields } of Object.values(bankSpecs)) {
      for (const { name, choices = [] } of fields) {
        expect(words, country).to.have.property(`intl_bank.${name}.label`);
        for (const choice of choices) expect(words, country).to.have.property(`intl_bank.${name}.${choice}`);
      }
    }
  });

  for (const country of Object.keys(bankSpecs))
    it(`in ${country} is added by its own example`, async () => {
      const { element, sent, done, api } = await mount(country);
      for (const { name, example, choices } of bankSpecs[country]?.fields ?? [])
        await (choices ? choose(element, name, example) : fill(element, { [name]: example }));
      await expect(element).to.be.accessible();
      await submit(element);
      expect(sent, country).to.have.length(1);
      await done();
      await done();
      expect(api.webhooks.at(-1)?.payload, country).to.include({ event: 'flow.completed' });
    });
});
