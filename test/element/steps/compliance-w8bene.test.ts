import { expect } from '@open-wc/testing';
import { yearsAgo } from '../../../src/contract/forms/dates.ts';
import { chapter4Statuses, lobCategories, statusesWithGiin } from '../../../src/contract/forms/w8bene.ts';
import { complianceW8 } from '../../../src/locales/en/compliance-w8.ts';
import { complianceReview } from '../../../src/locales/en/compliance-review.ts';
import { complianceW8bene } from '../../../src/locales/en/compliance-w8bene.ts';
import module from '../../../src/steps/compliance/index.ts';
import { createMockApi, type MockUserInput } from '../../../src/testing/index.ts';
import type { StepElement } from '../../../src/steps/step-element.ts';
import {
  choose,
  control,
  description,
  errorOf,
  fieldProblems,
  fill,
  fillAll,
  find,
  focused,
  has,
  mountOnMock,
  mountStep,
  names,
  press,
  settled,
  standstill,
  submit,
  summaryOf,
  walk,
} from '../support.ts';

const words = { ...complianceW8, ...complianceReview, ...complianceW8bene };

const business = {
  business_name: 'Vance Fahrten GmbH',
  incorporation_country: 'CH',
  chapter3_status: 'corporation',
  chapter4_status: 'active_nffe',
  line_1: 'Bahnhofstrasse 1',
  postcode: '8001',
  city: 'Zürich',
  place_of_work: 'outside',
  foreign_tax_id: 'CHE-123.456.788',
};
const nobody = { first_name: '', last_name: '', country: '' };
const signed = { signature: 'robin  vance', status_certified: 'true', capacity: 'true', consent: 'true' };
const pages = [
  ['form', 'business_name', 'incorporation_country', 'chapter3_status'],
  ['chapter4_status', 'status_certified'],
  ['foreign_tax_id', 'no_foreign_tax_id'],
  ['country', 'line_1', 'line_2', 'postcode', 'city', 'place_of_work'],
  ['signer_name', 'signature', 'capacity', 'consent'],
];

/** Mounts the form of somebody abroad, of whose income nothing is reported there, or of `payee`. */
async function mountForm(payee: MockUserInput = {}, steps = ['compliance']) {
  const api = createMockApi(standstill);
  const robin = { first_name: 'Robin', last_name: 'Vance', country: 'CH' };
  const user_id = api.createUser({ ...robin, ...payee });
  return { api, ...(await mountOnMock(module, api, { steps, user_id })) };
}
/** Mounts the form of a business. */
async function mount(payee?: MockUserInput, steps?: string[]) {
  const mounted = await mountForm(payee, steps);
  await choose(mounted.element, 'form', 'w8bene');
  return mounted;
}

const fillBusiness = (element: StepElement, more: Readonly<Record<string, string>> = {}) =>
  walk(element, { ...business, ...signed, ...more });

/** Presses the button that leads from the answers to the page of that name. */
const change = (element: StepElement, group: string) => press(element, `Change ${group}`);

describe('compliance, form W-8BEN-E', () => {
  // This test comes first, because afterwards the page has the form's chunk.
  it('says that the form is on its way while it is', async () => {
    const { element } = await mountForm();
    control(element, 'form', 'w8bene').click();
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    expect(find(element, '[role="status"]').textContent).to.equal('Working on it');
    await settled(element);
    expect(has(element, '[role="status"]')).to.equal(false);
    expect(names(element)).to.include('business_name');
  });

  it('asks for what the form needs, under the wire names, and starts with what is known', async () => {
    const { element } = await mount({}, ['manage-payouts']);
    expect(control(element, 'incorporation_country').value).to.equal('');
    expect(find(element, '.lead').textContent).to.include('before we may pay you');
    await expect(element).to.be.accessible();
    expect(await fillBusiness(element)).to.deep.equal(pages);
    expect(control(element, 'signer_name').value).to.equal('Robin Vance');
    expect(find(element, '[part="answers"]').textContent).to.include('Switzerland');
    expect(find(element, '[part="statement"]').textContent).to.include(
      'The entity identified on line 1 of this form is not a U.S. person',
    );
    await expect(element).to.be.accessible();
  });

  it('starts with the form that was filed before', async () => {
    const { requirement } = (await mountForm()).element;
    // The server of today gives no claim back.
    const claim = { tax_treaty_rate: '0.125', claims_treaty: 'true' };
    const prefill = { ...business, signer_name: 'Grace Example', ...claim };
    const { element } = await mountStep(module, Object.assign({}, requirement, { form: 'w8bene', prefill }));
    expect(control(element, 'business_name').value).to.equal('Vance Fahrten GmbH');
    await submit(element);
    expect(control(element, 'chapter4_status').value).to.equal('active_nffe');
    expect(control(element, 'status_certified').checked).to.equal(false);
    await walk(element, { status_certified: 'true', signature: 'Grace Example' });
    expect(control(element, 'signer_name').value).to.equal('Grace Example');
    await change(element, 'Tax treaty');
    expect(control(element, 'tax_treaty_rate').value).to.equal('12.5');
    await expect(element).to.be.accessible();
  });

  it('sends the form, signed for the business', async () => {
    const { api, element, sent, done } = await mount();
    await fillBusiness(element);
    await submit(element);
    expect(sent).to.deep.equal([
      {
        method: 'POST',
        path: '/compliance',
        body: {
          form: 'w8bene',
          ...business,
          country: 'CH',
          no_foreign_tax_id: false,
          claims_treaty: false,
          status_certified: true,
          signer_name: 'Robin Vance',
          signature: 'robin  vance',
          capacity: true,
          consent: true,
        },
      },
    ]);
    await done();
    expect(api.webhooks[0]?.payload).to.include({ step: 'compliance', outcome: 'saved' });
  });

  it('says all that is missing on a page, in the order of the fields', async () => {
    const { element, sent } = await mount({ ...nobody, phone_number: '+80012345678' });
    const missing = [
      [
        'Enter the legal business name.',
        words['field.incorporation_country.required'],
        words['field.chapter3_status.required'],
      ],
      [words['field.chapter4_status.required']],
      [words['field.foreign_tax_id.required']],
      [
        words['field.country.required'],
        'Enter the street and number.',
        'Enter the city.',
        words['field.place_of_work.required'],
      ],
      [
        words['field.signer_name.required'],
        words['field.signature.required'],
        words['field.capacity.consent-required'],
        'Tick this box if you agree.',
      ],
    ];
    const answers = { ...business, country: 'CH', status_certified: 'true' };
    for (const [page, names] of pages.entries()) {
      await submit(element);
      const errors = [...element.renderRoot.querySelectorAll('.error')].map((error) =>
        error.textContent?.trim(),
      );
      expect(errors).to.deep.equal(missing[page]);
      if (errors.length > 1) expect(summaryOf(element)).to.deep.equal(missing[page]);
      for (const link of element.renderRoot.querySelectorAll('[part="summary"] a')) {
        (link as HTMLElement).click();
        expect(`#${focused(element)}`).to.equal(link.getAttribute('href'));
      }
      await expect(element).to.be.accessible();
      const own = Object.entries(answers).filter(([name]) => names.includes(name));
      if (page === pages.length - 1) break;
      await walk(element, Object.fromEntries(own));
      await submit(element);
    }
    expect(sent).to.deep.equal([]);
  });

  const lastYear = yearsAgo(1);
  /** What a status asks besides. Those that are registered with the IRS have a GIIN. */
  const ownFields: Partial<Record<string, 'securities_market' | 'formed_on'>> = {
    publicly_traded_nffe: 'securities_market',
    excepted_startup: 'formed_on',
  };
  for (const status of chapter4Statuses)
    it(`has the words and fields of ${status}`, async () => {
      const { api, element, sent, done } = await mount();
      const { foreign_tax_id, line_1, postcode, city, place_of_work, ...first } = business;
      await walk(element, { ...first, chapter4_status: status });
      const own = ownFields[status] ?? (statusesWithGiin.includes(status) ? 'giin' : null);
      const all = ['giin', 'securities_market', 'formed_on'];
      expect(names(element).filter((name) => all.includes(name))).to.deep.equal(own ? [own] : []);
      const certificate =
        own === 'giin'
          ? words['compliance.status_certified.label.giin']
          : words[`compliance.status_certified.label.${status}` as keyof typeof words];
      expect(control(element, 'status_certified').closest('label')?.textContent?.trim()).to.equal(
        certificate,
      );
      await expect(element).to.be.accessible();
      await submit(element);
      if (own) expect(errorOf(element, own)).to.equal(words[`field.${own}.required`]);
      expect(errorOf(element, 'status_certified')).to.equal(words['field.status_certified.consent-required']);
      await expect(element).to.be.accessible();
      await choose(element, 'status_certified');
      const value = { giin: '98q96b.00000.le.250', securities_market: 'Frankfurt', formed_on: lastYear };
      if (own) await fill(element, { [own]: value[own] });
      const { status_certified: _, ...rest } = signed;
      await walk(element, { foreign_tax_id, line_1, postcode, city, place_of_work, ...rest });
      await submit(element);
      expect(sent).to.have.length(1);
      expect(sent[0]?.body).to.include({
        chapter4_status: status,
        ...(own && { [own]: own === 'giin' ? value.giin.toUpperCase() : value[own] }),
      });
      await done();
      expect(api.webhooks).to.have.length(2);
    });

  it('has another status certified anew: its words are others', async () => {
    const { element, sent } = await mount();
    await fillBusiness(element);
    await change(element, 'FATCA status');
    await fillAll(element, { chapter4_status: 'passive_nffe' });
    expect(control(element, 'status_certified').checked).to.equal(false);
    await submit(element);
    expect(focused(element)).to.equal('status_certified');
    expect(sent).to.deep.equal([]);
  });

  it('has another form signed anew: its words are others', async () => {
    const { element } = await mount();
    await fillBusiness(element);
    await change(element, 'Who is paid');
    await choose(element, 'form', 'w8ben');
    await walk(element, {
      citizenship_country: 'CH',
      foreign_tax_id: '756.9217.0769.85',
      date_of_birth: '4/27/1985',
    });
    await submit(element);
    expect(control(element, 'line_1').value).to.equal('Bahnhofstrasse 1');
    await submit(element);
    expect(control(element, 'consent').checked).to.equal(false);
  });

  it('says what a GIIN looks like', async () => {
    const { element } = await mount();
    const { business_name, incorporation_country, chapter3_status } = business;
    await walk(element, { business_name, incorporation_country, chapter3_status });
    await walk(element, { chapter4_status: 'participating_ffi', giin: '98Q96B-00000' });
    expect(errorOf(element, 'giin')).to.equal(words['field.invalid-giin']);
    expect(control(element, 'giin').value).to.equal('98Q96B-00000');
    await expect(element).to.be.accessible();
  });

  it('claims a treaty with the test that the business meets', async () => {
    const { element, sent } = await mount();
    await fillBusiness(element);
    await press(element, 'Claim a tax treaty rate');
    await choose(element, 'claims_treaty');
    expect(names(element)).to.include.members([
      'tax_treaty_country',
      'lob_category',
      'tax_treaty_income_type',
      'tax_treaty_rate',
    ]);
    await submit(element);
    expect(summaryOf(element)).to.deep.equal([
      words['field.tax_treaty_country.required'],
      words['field.lob_category.required'],
      words['field.tax_treaty_income_type.required'],
      words['field.tax_treaty_rate.required'],
      words['field.tax_treaty_citation.required'],
    ]);
    expect(focused(element)).to.equal('tax_treaty_country');
    await expect(element).to.be.accessible();
    await fillAll(element, {
      tax_treaty_country: 'CH',
      lob_category: 'other',
      tax_treaty_income_type: 'copyright12',
    });
    expect(control(element, 'tax_treaty_rate').value).to.equal('0');
    expect(description(element, 'tax_treaty_citation')).to.equal(
      words['compliance.tax_treaty_citation.hint.suggested'],
    );
    await submit(element);
    expect(errorOf(element, 'lob_article')).to.equal(words['field.lob_article.required']);
    expect(focused(element)).to.equal('lob_article');
    await expect(element).to.be.accessible();
    await fill(element, { lob_article: 'Article 28(2)(c)', tax_treaty_explanation: 'All of it.' });
    await submit(element);
    expect(find(element, '[part="answers"]').textContent).to.include('Article 28(2)(c)');
    await submit(element);
    expect(sent[0]?.body).to.include({
      lob_category: 'other',
      lob_article: 'Article 28(2)(c)',
      tax_treaty_rate: 0,
      tax_treaty_explanation: 'All of it.',
    });
  });

  it('offers every test of the form’s line 14b', async () => {
    const { element } = await mount();
    await fillBusiness(element);
    await press(element, 'Claim a tax treaty rate');
    await choose(element, 'claims_treaty');
    const offered = [
      ...control<HTMLSelectElement & HTMLInputElement>(element, 'lob_category').querySelectorAll('option'),
    ];
    expect(offered.map(({ value }) => value)).to.deep.equal(['', ...lobCategories]);
    await expect(element).to.be.accessible();
  });

  it('asks what the tax office at home hears too, and says by which law', async () => {
    const { element, sent, refuse } = await mount({ country: 'DE' });
    const {
      foreign_tax_id: _,
      line_1,
      postcode,
      city,
      place_of_work,
      ...first
    } = { ...business, postcode: '50667' };
    await walk(element, { ...first, status_certified: 'true', vat_id: 'DE136695976' });
    expect(names(element))
      .to.include.members(['tax_id_country', 'business_registration_number', 'vat_id'])
      .and.not.to.include('place_of_birth');
    expect(find(element, '[part="reporting"]').textContent).to.include('EU law (DAC7)');
    await expect(element).to.be.accessible();
    const { status_certified: __, ...rest } = signed;
    await walk(element, {
      foreign_tax_id: '732 829 320',
      tax_id_country: 'FR',
      line_1,
      place_of_work,
      postcode,
      city,
      ...rest,
    });
    await submit(element);
    expect(sent[0]?.body).to.include({ tax_id_country: 'FR', vat_id: 'DE136695976' });
    // The mock does not look into registers.
    await refuse(
      fieldProblems(
        { field: 'business_registration_number', code: 'required' },
        { field: 'vat_id', code: 'invalid-vat-id' },
      ),
    );
    expect(errorOf(element, 'vat_id')).to.include('It looks like DE123456789.');
    expect(errorOf(element, 'business_registration_number')).to.equal(
      words['field.business_registration_number.required'],
    );
    expect(focused(element)).to.equal('business_registration_number');
    await expect(element).to.be.accessible();
  });

  it('checks the ABN where it is typed', async () => {
    const { element } = await mount({ country: 'AU' });
    const { business_name, incorporation_country, chapter3_status, chapter4_status } = business;
    const first = { business_name, incorporation_country, chapter3_status, chapter4_status };
    await walk(element, { ...first, status_certified: 'true', abn: '12' });
    await submit(element);
    expect(focused(element)).to.equal('abn');
    expect(errorOf(element, 'abn')).to.equal(words['field.invalid-abn']);
    expect(control(element, 'abn').value).to.equal('12');
    await expect(element).to.be.accessible();
  });

  it('checks number and VAT number where they are typed', async () => {
    const { element } = await mount({ country: 'DE' });
    const { line_1: _, postcode: __, city: ___, place_of_work: ____, ...first } = business;
    const wrong = { foreign_tax_id: 'DE136695977', vat_id: 'DE136695977' };
    await walk(element, { ...first, status_certified: 'true', ...wrong });
    await submit(element);
    expect(focused(element)).to.equal('foreign_tax_id');
    expect(errorOf(element, 'foreign_tax_id')).to.include('12/345/67890 or DE123456789');
    expect(errorOf(element, 'vat_id')).to.include('It looks like DE123456789.');
    expect(summaryOf(element)).to.have.length(2);
    await expect(element).to.be.accessible();
  });

  it('takes the word of who has no tax number', async () => {
    const { element, sent } = await mount();
    const { foreign_tax_id: _, line_1, postcode, city, place_of_work, ...first } = business;
    const { status_certified, ...rest } = signed;
    await walk(element, { ...first, status_certified, no_foreign_tax_id: 'true' });
    expect(names(element)).not.to.include('foreign_tax_id');
    await expect(element).to.be.accessible();
    await walk(element, { line_1, postcode, city, place_of_work, ...rest });
    await submit(element);
    expect(sent[0]?.body).to.include({ no_foreign_tax_id: true }).and.not.to.have.property('foreign_tax_id');
  });

  it('sends a business of the United States to the other form', async () => {
    const { element, announced } = await mount();
    await fillAll(element, { incorporation_country: 'US' });
    expect(announced.join()).to.include('organized in the United States');
    expect(find(element, '[part="notice"]').textContent).to.include(
      words['compliance.incorporation_country.us'],
    );
    expect(errorOf(element, 'incorporation_country')).to.equal(
      words['field.incorporation_country.invalid-country'],
    );
    await expect(element).to.be.accessible();
    await press(element, 'Switch to Form W‑9');
    expect(control(element, 'form', 'w9').checked).to.equal(true);
  });

  it('says where the rest of the statuses go', async () => {
    const { element } = await mount();
    const { business_name, incorporation_country, chapter3_status, chapter4_status } = business;
    await walk(element, { business_name, incorporation_country, chapter3_status, chapter4_status });
    for (const details of element.renderRoot.querySelectorAll('details')) details.open = true;
    expect(element.renderRoot.textContent).to.include('Form W‑8IMY');
    await expect(element).to.be.accessible();
  });

  it('wants the signature of who signs', async () => {
    const { element, sent } = await mount();
    await fillBusiness(element);
    await fill(element, { signer_name: 'Grace Example' });
    expect(description(element, 'signature')).to.include('Grace Example');
    await submit(element);
    expect(errorOf(element, 'signature')).to.equal(words['field.signature-mismatch']);
    expect(sent).to.deep.equal([]);
  });

  it('keeps everything when the request fails, and sends the same again', async () => {
    const { api, element, sent, done } = await mount();
    await fillBusiness(element);
    await submit(element);
    api.faults.fail('service-unavailable', { times: 3 });
    await done();
    expect(find(element, '[part="failure"]').textContent).to.include('busy at the moment');
    expect(control(element, 'signature').value).to.equal('robin  vance');
    await expect(element).to.be.accessible();
    await submit(element);
    expect(sent[1]).to.deep.equal(sent[0]);
  });
});

describe('compliance, what the own country asks of a person', () => {
  it('asks for the place of birth in place of a number', async () => {
    const { element, sent } = await mountForm({ country: 'DE' });
    await fillAll(element, { citizenship_country: 'DE' });
    await submit(element);
    expect(names(element)).to.include('tax_id_country').and.not.to.include('place_of_birth');
    await choose(element, 'no_foreign_tax_id');
    expect(names(element)).to.include('place_of_birth').and.not.to.include('tax_id_country');
    await expect(element).to.be.accessible();
    await submit(element);
    expect(errorOf(element, 'foreign_tax_id')).to.equal('');
    expect(sent).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });
});
