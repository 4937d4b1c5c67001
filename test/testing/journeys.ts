/** What payees do, call by call. Each journey runs on the mock and on the server. */
import assert from 'node:assert/strict';
import { disclosureVersion } from '../../src/contract/steps/background-check.ts';
import type { Handoff } from '../../src/contract/steps/id-verification.ts';
import type { RequirementOf, Snapshot } from '../../src/contract/steps/session.ts';
import {
  bankAccount,
  company,
  foreignCompany,
  foreigner,
  newPhone,
  person,
  profile,
} from '../server/payee/payee.ts';
import { jpeg } from '../support/images.ts';
import { agreementPdf } from '../support/pdf-forms.ts';
import type { Recorder } from './transcript.ts';

export type Journey = (payee: Recorder) => Promise<void>;

const states = (seen: Snapshot) => seen.plan.map(({ name, state }) => `${name}:${state}`).join(' ');

async function begin(payee: Recorder, steps: readonly unknown[], more: object = {}): Promise<string> {
  const id = await payee.backend.createFlow({ steps, ...more });
  await payee.opens(id);
  return id;
}

async function authenticate(payee: Recorder, phone: object = newPhone): Promise<void> {
  await payee.does('/session/authentication/code', { ...phone, channel: 'sms' });
  await payee.does('/session/authentication/check', { code: '123456' });
}

async function introduce(payee: Recorder, more: object = {}): Promise<void> {
  await authenticate(payee);
  await payee.does('/session/onboarding', { ...profile, ...more });
}

const known = {
  phone_number: '+14155550100',
  first_name: 'Jane',
  last_name: 'Doe',
  email: 'jane@example.com',
  country: 'US',
};

async function funded(
  payee: Recorder,
  steps: readonly unknown[],
  { cents = 50_000, method = bankAccount } = {},
): Promise<void> {
  const user_id = await payee.backend.createUser(known);
  await payee.backend.fund(user_id, cents);
  await begin(payee, steps, { user_id });
  await payee.does('/session/payout-methods', method);
}

function mandateOf({ seen }: Recorder): string {
  assert.equal(seen.current?.step, 'manage-payments');
  return seen.current.mandate.version;
}

const identity = '/session/id-verification';
const preview = '/session/compliance/preview';
const pdf = '/session/pdf-form-fill';

function identityOf({ seen }: Recorder): RequirementOf<'id-verification'> {
  assert.equal(seen.current?.step, 'id-verification');
  return seen.current;
}

const tokenOf = ({ url }: Handoff): string => new URL(url).hash.replace('#handoff=', '');

/** Sends a picture in one piece. */
async function upload(payee: Recorder, side: string, bytes: Buffer): Promise<void> {
  const begun = await payee.call('POST', `${identity}/uploads`, { side, size: bytes.length });
  const { upload_id: id } = begun.body as { upload_id: string };
  const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' };
  await payee.call('PATCH', `${identity}/uploads/${id}`, new Uint8Array(bytes), headers);
}

/** Reviews and confirms. */
async function withdraw(payee: Recorder, amount: number): Promise<void> {
  assert.equal(payee.seen.current?.step, 'payout');
  const method_id = payee.seen.current.methods.at(-1)?.id;
  const seen = await payee.does('/session/payout/review', { amount, method_id });
  assert.equal(seen.current?.step, 'payout');
  await payee.does('/session/payout', { id: seen.current.review?.id });
}

export const journeys: Readonly<Record<string, Journey>> = {
  async 'tax is kept back of a payout: of a share, and told before and after'(payee) {
    payee.backend.withhold();
    const user_id = await payee.backend.createUser(known);
    await payee.backend.fund(user_id, 50_000);
    await begin(payee, ['compliance', 'payout'], { user_id });
    for (const us_work_percent of [undefined, 0, 100, 2.5, '40'])
      await payee.refused('/session/compliance', { ...foreigner, place_of_work: 'both', us_work_percent });
    await payee.refused('/session/compliance', { ...foreigner, place_of_work: 'home' });
    await payee.does('/session/compliance', { ...foreigner, place_of_work: 'both', us_work_percent: 40 });
    // Whoever lives in Germany is not paid by ACH.
    await payee.does('/session/payout-methods', { platform: 'paypal', email: 'jane@example.com' });
    await withdraw(payee, 20_013);
    const seen = payee.seen.current;
    assert.ok(seen?.step === 'payout');
    assert.deepEqual(
      [seen.payout?.withheld, seen.payout?.net],
      [{ amount: 2_402, rate: null, why: 'us-income' }, 17_611],
    );
    // It comes back with what was kept back.
    await payee.backend.advance(3);
    await payee.looks();
  },
  async 'a new US payee goes from the phone to a bank account'(payee) {
    const id = await begin(payee, ['compliance', 'manage-payouts']);
    await introduce(payee);
    await payee.does('/session/compliance', person);
    await payee.does('/session/payout-methods', bankAccount);
    const seen = await payee.does('/session/manage-payouts');
    assert.equal(seen.flow.status, 'completed');
    assert.equal(
      states(seen),
      'authentication:completed onboarding:completed compliance:completed manage-payouts:completed',
    );
    assert.deepEqual(
      (await payee.backend.webhooks()).map(({ id: eventId }) => eventId),
      [...seen.completions.map(({ event_id }) => event_id), seen.completed_event_id],
    );
    assert.deepEqual((await payee.backend.flow(id)).completed_steps, ['compliance', 'manage-payouts']);
  },

  async 'a payee in Germany files a W-8BEN, because the law asks'(payee) {
    await begin(payee, ['manage-payouts', { name: 'redirect', redirect_url: 'https://shop.example/done' }]);
    await introduce(payee, { country: 'DE' });
    assert.match(states(payee.seen), /compliance:active manage-payouts:pending/);
    await payee.refused('/session/compliance', { ...foreigner, signature: 'somebody else' });
    await payee.refused('/session/compliance', { ...foreigner, claims_treaty: true });
    await payee.does('/session/compliance', foreigner);
    await payee.refused('/session/payout-methods', bankAccount);
    const iban = { platform: 'intl_bank', bank_country: 'DE', account_holder_name: 'Jane Doe' };
    await payee.refused('/session/payout-methods', { ...iban, iban: 'DE89370400440532013001' });
    const added = await payee.does('/session/payout-methods', {
      ...iban,
      iban: 'DE89 3704 0044 0532 0130 00',
    });
    assert.equal(added.current?.step === 'manage-payouts' && added.current.methods[0]?.currency, 'EUR');
    await payee.does('/session/payout-methods', { platform: 'paypal', email: 'jane@example.com' });
    await payee.does('/session/manage-payouts');
    const seen = await payee.does('/session/redirect');
    assert.equal(seen.completions.at(-1)?.outcome, 'redirected');
  },

  async 'a company in Germany is paid under its own name'(payee) {
    await begin(payee, ['compliance', 'manage-payouts']);
    await introduce(payee, { country: 'DE' });
    const seen = await payee.does('/session/compliance', foreignCompany);
    assert.equal(seen.current?.step, 'manage-payouts');
    assert.equal(seen.current.method_prefill['account_holder_name'], 'Beispiel Musik GmbH');
  },

  async 'a payee in Brazil gives their CPF once, in the tax form'(payee) {
    await begin(payee, ['compliance', 'manage-payouts']);
    await introduce(payee, { country: 'BR' });
    const seen = await payee.does('/session/compliance', {
      ...foreigner,
      citizenship_country: 'BR',
      foreign_tax_id: '529.982.247-25',
      line_1: 'Rua Augusta 1',
      city: 'São Paulo',
      state: 'SP',
      postcode: '01305-000',
      country: 'BR',
    });
    assert.equal(seen.current?.step, 'manage-payouts');
    assert.equal(seen.current.method_prefill['holder_tax_id'], '•••4725');
    const account = {
      platform: 'intl_bank',
      bank_country: 'BR',
      account_holder_name: 'Jane Doe',
      bank_code: '341',
      branch_code: '1234',
      account_number: '123456',
      bank_account_type: 'checking',
    };
    await payee.refused('/session/payout-methods', { ...account, holder_tax_id: '•••9999' });
    await payee.refused('/session/payout-methods', { ...account, holder_tax_id: '529' });
    await payee.does('/session/payout-methods', { ...account, holder_tax_id: '•••4725' });
  },

  async 'what is typed and not sent yet is kept for an hour, without secrets'(payee) {
    const draft = '/session/draft';
    const drafts = () => (payee.seen.current as { typed?: object } | null)?.typed;
    const id = await begin(payee, ['compliance']);
    /** Comes back through the link. */
    const again = async () => {
      await payee.opens(id);
      if (payee.seen.authenticated) return;
      await payee.does('/session/authentication/code', { channel: 'sms' });
      await payee.does('/session/authentication/check', { code: '123456' });
    };
    await payee.refused(draft, { step: 'authentication', values: {} }, 'PUT');
    await authenticate(payee);
    await payee.call('PUT', draft, { step: 'onboarding', values: { first_name: 'Ja', email: 'jane@' } });
    await payee.backend.advance(60);
    await again();
    assert.deepEqual(drafts(), { first_name: 'Ja', email: 'jane@' });
    await payee.does('/session/onboarding', profile);
    await payee.refused(draft, { step: 'onboarding', values: { first_name: 'Ja' } }, 'PUT');
    assert.equal(drafts(), undefined);
    for (const field of ['tin', 'foreign_tax_id', 'date_of_birth', 'signature', 'ssn', 'anything'])
      await payee.refused(draft, { step: 'compliance', values: { [field]: '412557890' } }, 'PUT');
    await payee.refused(draft, { step: 'compliance', values: { line_1: 1 } }, 'PUT');
    await payee.refused(draft, { step: 'compliance' }, 'PUT');
    await payee.refused(draft, { step: 'compliance', values: { line_1: 'x'.repeat(40_000) } }, 'PUT');
    await payee.call('PUT', draft, { step: 'compliance', values: { form: 'w8ben', line_1: 'Weg 1' } });
    await payee.call('PUT', draft, { step: 'compliance', values: { form: 'w9', city: 'Reno' } });
    await payee.refused('/session/compliance', { form: 'w9' });
    await payee.call('GET', '/session');
    await payee.backend.advance(3500);
    await again();
    assert.deepEqual(drafts(), { form: 'w9', city: 'Reno' });
    await payee.backend.advance(100);
    await again();
    assert.equal(drafts(), undefined);
  },

  async 'an amount, and answers to a form, are kept until they are sent'(payee) {
    const draft = '/session/draft';
    const drafts = () => (payee.seen.current as { typed?: object } | null)?.typed;
    const template_id = await payee.backend.createPdfTemplate('Agreement', await agreementPdf());
    await funded(payee, ['payout', { name: 'pdf-form-fill', template_id }], { cents: 500_000 });
    assert.equal(payee.seen.current?.step, 'payout');
    const values = { amount: '12050', method_id: payee.seen.current.methods[0]?.id };
    await payee.refused(draft, { step: 'payout', values: { account_number: '000123456789' } }, 'PUT');
    await payee.call('PUT', draft, { step: 'payout', values });
    await payee.looks();
    assert.deepEqual(drafts(), values);
    await withdraw(payee, 2_000);
    assert.equal(drafts(), undefined);
    await payee.does('/session/payout/continue');

    const form = (answers: object) => ({ step: 'pdf-form-fill', values: answers });
    // A secret, a date, and texts with digits that may be a number of anything.
    for (const answers of [
      { f2: 'x' },
      { f3: '2026-04-01' },
      { f8: 'Nr. 4' },
      { f6: '٤١٢' },
      { f1: 'Jane 2' },
      { f99: 'x' },
    ])
      await payee.refused(draft, form(answers), 'PUT');
    const kept = {
      f1: 'Jane',
      f2: '',
      f3: '',
      f4: 'Part time',
      f5: 'Large',
      f6: 'Größe',
      f7: 'true',
      f8: '',
    };
    await payee.call('PUT', draft, form(kept));
    await payee.looks();
    assert.deepEqual(drafts(), kept);
    await payee.does(pdf, { f1: 'Jane Doe', f3: '2026-04-01', f4: 'Part time', f7: 'true' });
    assert.equal(drafts(), undefined);
  },

  async 'businesses file a W-9 and a W-8BEN-E'(payee) {
    await begin(payee, ['compliance']);
    await introduce(payee);
    await payee.refused('/session/compliance', { ...company, tax_classification: 'other' });
    await payee.does('/session/compliance', company);
    const other = await payee.backend.createFlow({ steps: ['compliance'] });
    await payee.opens(other);
    await authenticate(payee);
    await payee.does('/session/compliance', foreignCompany);
  },

  async 'codes: wrong ones, too many, too old, too soon'(payee) {
    await begin(payee, ['manage-payouts']);
    await payee.refused('/session/authentication/check', { code: '123456' });
    await payee.refused('/session/onboarding', profile);
    await payee.refused('/session/authentication/code', {
      country: 'US',
      phone_number: '12',
      channel: 'sms',
    });
    await payee.does('/session/authentication/code', { ...newPhone, channel: 'sms' });
    await payee.refused('/session/authentication/code', { channel: 'sms' });
    await payee.refused('/session/authentication/check', { code: '12' });
    for (let attempt = 0; attempt < 6; attempt += 1)
      await payee.refused('/session/authentication/check', { code: '000000' });
    await payee.backend.advance(31);
    await payee.does('/session/authentication/code', { channel: 'voice' });
    await payee.backend.advance(601);
    const late = await payee.refused('/session/authentication/check', { code: '123456' });
    assert.equal(late.error_code, 'code-expired');
  },

  async 'after 91 days, and after two in a new browser, something known is asked for'(payee) {
    const days = (count: number) => payee.backend.advance(count * 24 * 3600);
    const known = '/session/authentication/known';
    const asks = ({ seen }: Recorder) => seen.current?.step === 'authentication' && seen.current.asks;
    await begin(payee, ['compliance']);
    await introduce(payee);
    await payee.does('/session/compliance', person);
    await days(91);
    await begin(payee, ['manage-payouts']);
    await payee.refused(known, { date_of_birth: person.date_of_birth });
    await authenticate(payee);
    assert.equal(asks(payee), 'date_of_birth');
    await payee.refused('/session/payout-methods', bankAccount);
    for (const wrong of [
      {},
      { date_of_birth: '' },
      { date_of_birth: '1990-04-13' },
      { account_last4: '6789' },
    ])
      await payee.refused(known, wrong);
    await payee.does(known, { date_of_birth: person.date_of_birth });
    assert.equal(payee.seen.authenticated, true);
    await payee.refused(known, { date_of_birth: person.date_of_birth });
    await days(2);
    await begin(payee, ['manage-payouts']);
    await authenticate(payee);
    assert.equal(payee.seen.authenticated, true);
    await payee.does('/session/payout-methods', bankAccount);
    const other = payee.another();
    await days(2);
    await begin(other, ['compliance'], { require_auth: true });
    await authenticate(other);
    assert.equal(asks(other), 'date_of_birth');
    await other.does(known, { date_of_birth: person.date_of_birth });
    await other.does('/session/compliance', foreignCompany);
    await days(91);
    await begin(other, ['manage-payouts']);
    await authenticate(other);
    assert.equal(asks(other), 'account_last4');
    await other.refused(known, { account_last4: '12' });
    await other.refused(known, { account_last4: '5976' });
    await other.does(known, { account_last4: bankAccount.account_number });
  },

  async 'a right code ends what another browser opened without one'(payee) {
    const user_id = await payee.backend.createUser(known);
    await begin(payee, ['manage-payouts'], { user_id });
    const other = payee.another();
    await other.opens(payee.seen.flow.id);
    await authenticate(other, {});
    await payee.refused('/session/payout-methods', bankAccount);
    await payee.opens(payee.seen.flow.id);
    assert.equal(payee.seen.authenticated, false);
    await authenticate(payee, {});
    assert.equal((await other.looks()).authenticated, true);
  },

  async 'another code is asked for when an old one would add a payout method'(payee) {
    const stays = async () => {
      for (let tens = 0; tens < 5; tens += 1) {
        await payee.backend.advance(600);
        await payee.does('/session/extend');
      }
    };
    await begin(payee, ['manage-payouts']);
    await introduce(payee);
    await stays();
    await payee.does('/session/payout-methods', bankAccount);
    await stays();
    const paypal = { platform: 'paypal', email: 'jane@example.com' };
    await payee.refused('/session/payout-methods', paypal);
    assert.equal((await payee.looks()).authenticated, false);
    await payee.opens(payee.seen.flow.id);
    assert.equal(payee.seen.authenticated, false);
    await authenticate(payee, {});
    await payee.does('/session/payout-methods', paypal);
  },

  async 'a new payee whose number is another payee’s by now confirms it again'(payee) {
    await begin(payee, ['compliance']);
    await authenticate(payee);
    const other = payee.another();
    await begin(other, ['compliance']);
    await introduce(other);
    await payee.refused('/session/onboarding', profile);
    assert.equal((await payee.looks()).authenticated, false);
    await authenticate(payee, {});
    assert.equal(payee.seen.current?.step, 'compliance');
    assert.equal(payee.seen.flow.user_id, other.seen.flow.user_id);
  },

  async 'what is asked beside the code is answered within a quarter of an hour'(payee) {
    const answer = { date_of_birth: '1980-02-03' };
    await payee.backend.createUser({ ...known, ...answer });
    await payee.backend.advance(2 * 24 * 3600);
    await begin(payee, ['manage-payouts']);
    await authenticate(payee);
    await payee.backend.advance(600);
    await payee.does('/session/extend');
    await payee.backend.advance(301);
    await payee.refused('/session/authentication/known', answer);
    await authenticate(payee, {});
    await payee.does('/session/authentication/known', answer);
  },

  async 'a payee whom the partner made, and who never came, is asked after a day'(payee) {
    const asks = async () => {
      await begin(payee, ['manage-payouts']);
      await authenticate(payee);
      return payee.seen.current?.step === 'authentication' && payee.seen.current.asks;
    };
    const made = { ...known, date_of_birth: '1980-02-03', phone_confirmed: false };
    const id = await payee.backend.createUser(made);
    await payee.backend.advance(2 * 24 * 3600);
    assert.equal(await asks(), 'date_of_birth');
    await payee.does('/session/authentication/known', { date_of_birth: '1980-02-03' });
    assert.equal(payee.seen.flow.user_id, id);
  },

  async 'an Argentine number gets a text, and then a call'(payee) {
    await begin(payee, ['manage-payouts']);
    const phone = { country: 'AR', phone_number: '+541123456789' };
    await payee.does('/session/authentication/code', { ...phone, channel: 'sms' });
    await payee.refused('/session/authentication/code', { channel: 'voice' });
    await payee.backend.advance(31);
    const called = await payee.does('/session/authentication/code', { channel: 'voice' });
    assert.equal(called.current?.step === 'authentication' && called.current.channel, 'voice');
    await payee.does('/session/authentication/check', { code: '123456' });
  },

  async 'phones of the sandbox table'(payee) {
    await begin(payee, ['manage-payouts']);
    for (const ending of ['0001', '0002', '0003', '0004'])
      await payee.refused('/session/authentication/code', {
        country: 'US',
        phone_number: `+1415555${ending}`,
        channel: 'sms',
      });
    const seen = await payee.does('/session/authentication/code', {
      country: 'US',
      phone_number: '+14155550002',
      channel: 'voice',
    });
    assert.equal(seen.current?.step === 'authentication' && seen.current.phase, 'code');
  },

  async 'tax numbers of the sandbox table'(payee) {
    await begin(payee, ['compliance']);
    await introduce(payee);
    const mismatched = await payee.does('/session/compliance', { ...person, tin: '123-45-0001' });
    assert.equal(mismatched.current?.step, 'compliance');
    await payee.refused('/session/compliance/continue');
    // After a number that did not match, the certification is signed.
    await payee.refused('/session/compliance', { ...person, tin: '123-45-0002' });
    await payee.refused('/session/compliance', { ...person, tin: '123-45-0002', signature: 'Jane Roe' });
    const signed = { ...person, signature: 'Jane Doe' };
    const pending = await payee.does('/session/compliance', { ...signed, tin: '123-45-0002' });
    assert.equal(pending.waiting, true);
    await payee.backend.advance(6);
    const matched = await payee.looks();
    assert.equal(matched.flow.status, 'completed');
  },

  async 'a payee does not wait for a pending tax number'(payee) {
    await begin(payee, ['compliance', 'manage-payouts']);
    await introduce(payee);
    await payee.does('/session/compliance', { ...company, tin: '12-3450002' });
    const seen = await payee.does('/session/compliance/continue');
    assert.equal(seen.completions.at(-1)?.outcome, 'pending');
    await payee.backend.advance(6);
    await payee.looks();
  },

  async 'bank accounts of the sandbox table'(payee) {
    await begin(payee, ['manage-payouts']);
    await introduce(payee);
    for (const account_number of ['000111111116', '000222222227'])
      await payee.refused('/session/payout-methods', { ...bankAccount, account_number });
    await payee.does('/session/payout-methods', bankAccount);
    await payee.refused('/session/payout-methods', bankAccount);
    await payee.refused('/session/payout-methods', { ...bankAccount, routing_number: '123456789' });
    await payee.refused('/session/payout-methods', { platform: 'carrier-pigeon' });
    await payee.refused('/session/payout-methods', {});
    const banks = await payee.call('GET', '/session/banks/110000000');
    assert.deepEqual(banks.body, { bank_name: 'Test Bank' });
  },

  async 'names of the sandbox table put a payee on hold'(payee) {
    await begin(payee, ['authentication', 'onboarding', 'compliance']);
    await introduce(payee, { last_name: 'Review' });
    await payee.does('/session/compliance', person);
  },

  async 'methods are chosen and removed'(payee) {
    await begin(payee, [
      { name: 'manage-payouts', require_default_payout_method: true, require_auto_payout_method: true },
    ]);
    await introduce(payee);
    const blocked = await payee.refused('/session/manage-payouts');
    assert.equal(blocked.error_code, 'default-payout-method-required');
    await payee.does('/session/payout-methods', bankAccount);
    await payee.does('/session/payout-methods', { platform: 'paypal', email: 'jane@example.com' });
    const seen = await payee.does('/session/payout-methods', { platform: 'venmo', handle: '@jane-doe' });
    assert.equal(seen.current?.step, 'manage-payouts');
    const [bank, paypal] = seen.current.methods;
    await payee.does(`/session/payout-methods/${paypal?.id}/default`, {}, 'PUT');
    await payee.does(`/session/payout-methods/${paypal?.id}`, undefined, 'DELETE');
    await payee.refused(`/session/payout-methods/${paypal?.id}`, undefined, 'DELETE');
    await payee.does(`/session/payout-methods/${bank?.id}/default`, {}, 'PUT');
    await payee.refused('/session/auto-payout', { enabled: 'yes' }, 'PUT');
    await payee.does('/session/auto-payout', { enabled: true }, 'PUT');
    await payee.does('/session/manage-payouts');
  },

  async 'a page without a continue button stays'(payee) {
    await begin(payee, [{ name: 'manage-payouts', hide_continue_button: true }]);
    await introduce(payee);
    const seen = await payee.does('/session/payout-methods', bankAccount);
    assert.equal(seen.flow.status, 'completed');
    assert.equal(seen.current?.step, 'manage-payouts');
    await payee.does('/session/payout-methods', { platform: 'paypal', email: 'jane@example.com' });
  },

  async 'a payout arrives'(payee) {
    await funded(payee, ['payout']);
    await withdraw(payee, 2_500);
    // From Monday at nine to Tuesday, and to Monday at ten.
    const { arrives_in } = (payee.seen.current?.step === 'payout' && payee.seen.current.payout) || {};
    assert.deepEqual(arrives_in, { from: 24 * 60, to: 7 * 24 * 60 + 60 });
    await payee.looks();
    await payee.backend.advance(4);
    const seen = await payee.looks();
    assert.equal(seen.current?.step === 'payout' && seen.current.payout?.status, 'completed');
    const done = await payee.does('/session/payout/continue');
    assert.equal(done.completions.at(-1)?.outcome, 'paid');
  },

  async 'what is left after a payout is told at the end, and withdrawn on coming back'(payee) {
    await funded(payee, ['payout'], { cents: 3_000 });
    await withdraw(payee, 2_500);
    const end = await payee.does('/session/payout/continue');
    assert.deepEqual(end.summary?.open, ['payout']);
    assert.equal(end.summary?.left, 500);
    assert.equal(end.summary?.payee, 'Jane Doe');
    const back = await payee.does('/session/return');
    assert.equal(back.current?.step === 'payout' && back.current.payout, null);
    await payee.does('/session/payout/continue');
    await payee.does('/session/return');
    await payee.backend.advance(1);
    await withdraw(payee, 500);
    await payee.backend.advance(4);
    const done = await payee.looks();
    assert.equal(done.current, null);
    assert.deepEqual(done.summary?.open, []);
    assert.equal(done.summary?.payout?.amount, 500);
    assert.equal(done.summary?.left, undefined);
    assert.equal((await payee.does('/session/return')).current, null);
  },

  async 'too little for another payout is told, and nothing is open'(payee) {
    await funded(payee, ['payout'], { cents: 2_550 });
    await withdraw(payee, 2_500);
    const end = await payee.does('/session/payout/continue');
    assert.deepEqual(end.summary?.open, []);
    assert.equal(end.summary?.left, 50);
  },

  async 'a method on which a payout failed for its details is corrected, and gives way'(payee) {
    const method = { ...bankAccount, account_number: '000333333338' };
    await funded(payee, ['payout'], { method });
    const methods = () => (payee.seen.current?.step === 'payout' && payee.seen.current.methods) || [];
    const [failing] = methods();
    assert.equal(failing?.correction, undefined);
    await withdraw(payee, 2_500);
    await payee.backend.advance(3);
    await payee.looks();
    const { account_number: _, platform: __, ...shown } = bankAccount;
    assert.deepEqual(methods()[0]?.correction, {
      reason: 'account-not-found',
      field: 'account_number',
      details: shown,
    });
    await payee.does('/session/payout/again');
    const path = `/session/payout-methods/${failing?.id}`;
    await payee.refused(path, { ...bankAccount, account_number: '1' }, 'PUT');
    const same = await payee.refused(path, method, 'PUT');
    assert.equal(same.error_code, 'payout-method-exists');
    const seen = await payee.does(path, bankAccount, 'PUT');
    assert.equal(methods().length, 1);
    assert.equal(methods()[0]?.is_default, true);
    assert.equal(methods()[0]?.correction, undefined);
    assert.equal(seen.current?.step === 'payout' && seen.current.draft?.method_id, methods()[0]?.id);
    await payee.refused(path, bankAccount, 'PUT');
    await withdraw(payee, 2_500);
    await payee.backend.advance(4);
    const arrived = await payee.looks();
    assert.equal(arrived.current?.step === 'payout' && arrived.current.payout?.status, 'completed');
  },

  async 'a method that is not the default is corrected, and the default stays'(payee) {
    await funded(payee, ['payout']);
    await payee.does('/session/payout-methods', { platform: 'paypal', email: 'fail@example.com' });
    const methods = () => (payee.seen.current?.step === 'payout' && payee.seen.current.methods) || [];
    await withdraw(payee, 2_500);
    await payee.backend.advance(3);
    await payee.looks();
    assert.deepEqual(methods()[1]?.correction, {
      reason: 'account-not-found',
      field: 'email',
      details: {},
    });
    await payee.does('/session/payout/again');
    const path = `/session/payout-methods/${methods()[1]?.id}`;
    await payee.refused(path, bankAccount, 'PUT');
    await payee.does(path, { platform: 'paypal', email: 'jane@example.com' }, 'PUT');
    assert.deepEqual(
      methods().map(({ is_default }) => is_default),
      [true, false],
    );
  },

  async 'a payout ending in .13 fails, and the money returns'(payee) {
    await funded(payee, [{ name: 'payout', payout_fee_party: 'user' }]);
    await withdraw(payee, 2_513);
    await payee.backend.advance(3);
    const failed = await payee.looks();
    assert.equal(failed.current?.step === 'payout' && failed.current.balance, 50_000);
    await payee.does('/session/payout/again');
    await payee.does('/session/payout-methods', { platform: 'paypal', email: 'fail@example.com' });
    await withdraw(payee, 2_500);
    await payee.backend.advance(3);
    await payee.looks();
  },

  async 'a payout ending in .14 arrives and comes back'(payee) {
    await funded(payee, ['payout']);
    await withdraw(payee, 2_514);
    await payee.backend.advance(4);
    await payee.looks();
    await payee.backend.advance(3);
    const back = await payee.looks();
    assert.equal(back.current?.step === 'payout' && back.current.payout?.status, 'reversed');
  },

  async 'a method from which three payouts come back is paused until it is added anew'(payee) {
    await funded(payee, ['manage-payouts', 'payout']);
    await payee.does('/session/manage-payouts');
    assert.equal(payee.seen.current?.step === 'payout' && payee.seen.current.auto_payout.shown, false);
    const at = () => (payee.seen.current?.step === 'payout' ? payee.seen.current : assert.fail());
    for (let failures = 0; failures < 3; failures++) {
      assert.equal(at().methods[0]?.paused, undefined);
      await withdraw(payee, 2_513);
      await payee.backend.advance(3);
      await payee.looks();
      assert.equal(at().payout?.failure, 'account-type-refused');
      await payee.does('/session/payout/again');
    }
    assert.equal(at().methods[0]?.paused, true);
    const method_id = at().methods[0]?.id;
    const refused = await payee.refused('/session/payout/review', { amount: 2_500, method_id });
    assert.equal(refused.error_code, 'payout-method-paused');
    await payee.does('/session/payout-methods', bankAccount);
    const [anew, ...more] = at().methods;
    assert.deepEqual([anew?.paused, anew?.is_default, more], [undefined, true, []]);
    assert.notEqual(anew?.id, method_id);
    await payee.refused('/session/payout-methods', bankAccount);
    await withdraw(payee, 2_500);
  },

  async 'what was paid on is not changed any more, and is again once the payout came back'(payee) {
    const user_id = await payee.backend.createUser(known);
    await payee.backend.fund(user_id, 50_000);
    await begin(payee, ['manage-payouts', 'payout'], { user_id });
    await payee.does('/session/payout-methods', bankAccount);
    await payee.does('/session/manage-payouts');
    assert.equal(payee.seen.back_to, 'manage-payouts', 'nothing is paid yet');
    await withdraw(payee, 2_513);
    assert.equal(payee.seen.back_to, null);
    await payee.refused('/session/visit', { step: 'manage-payouts' });
    await payee.backend.advance(3);
    await payee.looks();
    assert.equal(payee.seen.back_to, 'manage-payouts', 'it came back');
    await payee.does('/session/visit', { step: 'manage-payouts' });
  },

  async 'a new payout method waits, but for the first one of a new payee'(payee) {
    payee.backend.waitForMethods(24);
    const user_id = await payee.backend.createUser(known);
    await payee.backend.fund(user_id, 50_000);
    await begin(payee, ['manage-payouts', 'payout'], { user_id });
    const waitOf = ({ current }: Snapshot) =>
      current?.step === 'manage-payouts' || current?.step === 'payout' ? current.new_methods_wait : null;
    assert.equal(waitOf(payee.seen), undefined, 'the first does not wait');
    assert.equal(waitOf(await payee.does('/session/payout-methods', bankAccount)), 24 * 3600);
    const another = { platform: 'paypal', email: 'mallory@example.com' };
    const listed = await payee.does('/session/payout-methods', another);
    assert.equal(listed.current?.step, 'manage-payouts');
    const [, added] = listed.current.methods;
    assert.equal(waitOf(await payee.does('/session/manage-payouts')), 24 * 3600);
    const at = () => (payee.seen.current?.step === 'payout' ? payee.seen.current : assert.fail());
    const shown = () => at().methods.map(({ usable_from }) => usable_from !== undefined);
    assert.deepEqual(shown(), [false, true]);
    assert.equal(added?.usable_from, at().methods[1]?.usable_from);
    const review = { amount: 2_500, method_id: added?.id };
    const refused = await payee.refused('/session/payout/review', review);
    assert.equal(refused.error_code, 'payout-method-waiting');
    assert.equal(refused.retry_after, 24 * 3600);
    assert.deepEqual(
      refused.errors?.map(({ field, code }) => [field, code]),
      [['method_id', 'payout-method-waiting']],
    );
    assert.ok(added?.usable_from && refused.detail?.includes(added.usable_from), 'it says from when');
    await payee.does('/session/payout/review', { amount: 2_500, method_id: at().methods[0]?.id });
    await payee.does('/session/payout', { id: at().review?.id });
    assert.equal(at().payout?.net, 2_500);
  },

  async 'the end says where a payee hears of a payout that fails'(payee) {
    await funded(payee, ['payout']);
    await withdraw(payee, 2_513);
    const ended = await payee.does('/session/payout/continue');
    assert.equal(ended.summary?.payout?.net, 2_513);
    assert.match(ended.summary.notification?.to ?? '', /^\+1 ••• ••• \d{4}$/);
    await payee.backend.advance(3);
    const failed = await payee.looks();
    assert.equal(failed.summary?.payout?.status, 'failed');
    assert.equal(failed.summary.notification, undefined);
  },

  async 'a payee who found nothing to withdraw comes back to it'(payee) {
    const user_id = await payee.backend.createUser(known);
    await begin(payee, ['payout'], { user_id });
    assert.equal(payee.seen.waiting, true, 'money may come');
    const left = await payee.does('/session/payout/continue');
    assert.deepEqual(
      [left.flow.status, left.completions.at(-1)?.outcome, left.summary?.open],
      ['completed', 'unchanged', ['payout-method', 'payout']],
    );
    const told = (await payee.backend.webhooks()).length;
    assert.equal((await payee.does('/session/return')).current?.step, 'manage-payouts');
    const added = await payee.does('/session/payout-methods', bankAccount);
    assert.deepEqual([added.current, added.summary?.open], [null, ['payout']]);

    const empty = await payee.does('/session/return');
    assert.deepEqual([empty.current?.step, empty.waiting], ['payout', true]);
    assert.equal((await payee.does('/session/payout/continue')).current, null);
    await payee.backend.fund(user_id, 2_500);
    await payee.does('/session/return');
    assert.equal(payee.seen.waiting, true, 'more money may come');
    await withdraw(payee, 2_500);
    assert.deepEqual([payee.seen.current, payee.seen.summary?.open], [null, []]);
    assert.equal(payee.seen.summary?.payout?.net, 2_500);
    assert.equal((await payee.backend.webhooks()).length, told, 'the step is not completed a second time');
  },

  async 'a payout that came back after the end is withdrawn again'(payee) {
    await funded(payee, ['payout'], { cents: 2_513 });
    await withdraw(payee, 2_513);
    await payee.does('/session/payout/continue');
    assert.deepEqual(payee.seen.summary?.open, []);
    await payee.backend.advance(3);
    assert.deepEqual((await payee.looks()).summary?.open, ['payout']);
    const back = await payee.does('/session/return');
    assert.equal(back.current?.step === 'payout' && back.current.payout?.status, 'failed');
    await payee.does('/session/payout/again');
    await withdraw(payee, 2_500);
    assert.deepEqual([payee.seen.current, payee.seen.summary?.payout?.net], [null, 2_500]);
  },

  async 'amounts that cannot be paid'(payee) {
    await funded(payee, ['payout'], { cents: 500_000 });
    assert.equal(payee.seen.current?.step, 'payout');
    const method_id = payee.seen.current.methods[0]?.id;
    for (const amount of [0, 50, 900_000, 100_000_001])
      await payee.refused('/session/payout/review', { amount, method_id });
    await payee.refused('/session/payout/review', { amount: 1_000, method_id: 'none' });
    await payee.refused('/session/payout', { id: 'none' });
    // USD 2,000 in a year is where the law wants a tax form, which then comes first.
    const asked = await payee.does('/session/payout/review', { amount: 250_000, method_id });
    assert.equal(asked.current?.step, 'compliance');
    const back = await payee.does('/session/compliance', person);
    assert.deepEqual(back.current?.step === 'payout' && back.current.draft, { amount: 250_000, method_id });
  },

  async 'a known payee is asked for a code after 15 minutes'(payee) {
    const user_id = await payee.backend.createUser(known);
    const id = await begin(payee, ['manage-payouts'], { user_id });
    assert.equal(payee.seen.authenticated, true);
    await payee.backend.advance(16 * 60);
    const over = await payee.refused('/session/manage-payouts');
    assert.equal(over.error_code, 'session-expired');
    await payee.opens(id);
    assert.equal(payee.seen.current?.step, 'authentication');
    await payee.refused('/session/manage-payouts');
    await payee.does('/session/authentication/code', { channel: 'sms' });
    await payee.does('/session/authentication/check', { code: '123456' });
    await payee.does('/session/manage-payouts');
  },

  async 'an earlier step is changed, and not completed a second time'(payee) {
    const id = await begin(payee, ['manage-payouts', 'compliance']);
    await introduce(payee);
    assert.deepEqual([payee.seen.current?.step, payee.seen.back_to], ['manage-payouts', 'onboarding']);
    const told = (await payee.backend.webhooks()).length;

    await payee.does('/session/visit', { step: 'onboarding' });
    assert.deepEqual([payee.seen.revisit, payee.seen.back_to], [true, null]);
    assert.deepEqual(payee.seen.current?.step === 'onboarding' && payee.seen.current.prefill, profile);
    await payee.looks();
    assert.equal(payee.seen.current?.step, 'onboarding', 'it stays after a reload of the snapshot');
    await payee.does('/session/onboarding', { ...profile, email: 'other@example.com' });
    assert.deepEqual([payee.seen.current?.step, payee.seen.revisit], ['manage-payouts', false]);
    assert.equal((await payee.backend.webhooks()).length, told, 'nothing is told a second time');
    assert.deepEqual(
      payee.seen.completions.map(({ sequence }) => sequence),
      [1, 2],
    );

    await payee.does('/session/manage-payouts');
    await payee.does('/session/visit', { step: 'manage-payouts' });
    await payee.does('/session/payout-methods', bankAccount);
    await payee.does('/session/visit', { step: 'compliance' });
    await payee.does('/session/visit', { step: 'manage-payouts' });
    await payee.does('/session/manage-payouts');
    assert.equal(payee.seen.completions.length, 3);
    for (const step of ['authentication', 'payout', 'nothing'])
      await payee.refused('/session/visit', { step });
    await payee.does('/session/compliance', person);
    assert.deepEqual([payee.seen.flow.status, payee.seen.back_to], ['completed', null]);
    await payee.refused('/session/visit', { step: 'onboarding' });
    assert.equal((await payee.backend.flow(id)).status, 'completed');
  },

  async 'more time is one call away'(payee) {
    await begin(payee, ['manage-payouts']);
    await introduce(payee);
    const endsAt = () => Date.parse(payee.seen.session_ends_at ?? '');
    const began = endsAt() - 2 * 3600_000;
    await payee.backend.advance(14 * 60);
    await payee.does('/session/extend');
    assert.equal(endsAt(), began + 14 * 60_000 + 2 * 3600_000);
    await payee.backend.advance(14 * 60);
    await payee.looks();
    assert.equal(payee.seen.current?.step, 'manage-payouts');
    await payee.backend.advance(2 * 60);
    const over = await payee.refused('/session/extend');
    assert.equal(over.error_code, 'session-expired');
  },

  async 'a phone that is known links its user'(payee) {
    await payee.backend.createUser(known);
    await begin(payee, ['compliance']);
    await authenticate(payee, { country: 'US', phone_number: '4155550100' });
    assert.equal(states(payee.seen), 'authentication:completed onboarding:skipped compliance:active');
  },

  async 'a page makes its own flow with a client id'(payee) {
    const request = { client_id: 'pk_sandbox_demo', steps: ['manage-payouts'] };
    await payee.refused('/sessions', { ...request, client_id: 'pk_unknown' });
    await payee.refused('/sessions', { ...request, user_id: '5f0f8f8f-f8f8-48f8-88f8-f8f8f8f8f8f8' });
    await payee.refused('/sessions', { ...request, steps: ['payouts'] });
    await payee.refused('/sessions', { ...request, steps: [{ name: 'onboarding', force: true }] });
    await payee.refused('/sessions', { ...request, metadata: 5 });
    await payee.opensWith(request);
  },

  async 'the same key is the same request'(payee) {
    await begin(payee, ['manage-payouts']);
    await introduce(payee);
    const key = { 'idempotency-key': 'once' };
    const first = await payee.call('POST', '/session/payout-methods', bankAccount, key);
    const again = await payee.call('POST', '/session/payout-methods', bankAccount, key);
    assert.deepEqual(again.body, first.body);
    assert.equal(again.headers.get('idempotent-replayed'), 'true');
    const other = await payee.call('POST', '/session/payout-methods', { platform: 'ach' }, key);
    assert.equal(other.status, 409);
  },

  async 'the same key is the same request still when another code was asked for in between'(payee) {
    const id = await begin(payee, ['manage-payouts']);
    await introduce(payee);
    const key = { 'idempotency-key': 'once' };
    const first = await payee.call('POST', '/session/payout-methods', bankAccount, key);
    await payee.backend.advance(16 * 60);
    await payee.opens(id);
    const early = await payee.call('POST', '/session/payout-methods', bankAccount, key);
    assert.equal(early.status, 403);
    await payee.does('/session/authentication/code', { channel: 'sms' });
    await payee.does('/session/authentication/check', { code: '123456' });
    const again = await payee.call('POST', '/session/payout-methods', bankAccount, key);
    assert.deepEqual(again.body, first.body);
    assert.equal(again.headers.get('idempotent-replayed'), 'true');
  },

  async 'a number is understood however it is written, and the code says how long it works'(payee) {
    await begin(payee, ['manage-payouts']);
    for (const [country, phone_number, masked, of] of [
      ['US', '0049 1512 3456789', '+49 ••• ••• 6789', 'DE'],
      ['US', '011 44 7400 123456', '+44 ••• ••• 3456', 'GB'],
      ['MX', '044 55 1234 5678', '+52 ••• ••• 5678', 'MX'],
      ['AR', '11 2345-6780', '+54 ••• ••• 6780', 'AR'],
      ['US', '(202) 555-0123 ext. 5', '+1 ••• ••• 0123', 'US'],
    ] as const) {
      await payee.does('/session/authentication/code', { country, phone_number });
      const asked = payee.seen.current;
      assert.ok(asked?.step === 'authentication');
      assert.deepEqual([asked.masked_phone, asked.default_country, asked.expires_in], [masked, of, 600]);
    }
    await payee.refused('/session/authentication/code', { country: 'DE', phone_number: '030 12345678' });
  },

  async 'a wrong code is counted once for each key'(payee) {
    await begin(payee, ['manage-payouts']);
    await payee.does('/session/authentication/code', { ...newPhone, channel: 'sms' });
    const key = { 'idempotency-key': 'wrong' };
    await payee.call('POST', '/session/authentication/check', { code: '111111' }, key);
    await payee.call('POST', '/session/authentication/check', { code: '111111' }, key);
    const seen = await payee.looks();
    assert.equal(seen.current?.step === 'authentication' && seen.current.attempts_left, 4);
  },

  async 'payment accounts are typed, and their deposits confirmed'(payee) {
    const id = await begin(payee, ['manage-payments']);
    await introduce(payee);
    const version = mandateOf(payee);
    const typed = { ...bankAccount, source: 'manual', consent: true, mandate_version: version };
    await payee.refused('/session/payment-methods', { ...typed, mandate_version: '1999-01-01' });
    await payee.refused('/session/payment-methods', { ...typed, account_number: '000111111116' });
    await payee.refused('/session/payment-methods', { ...typed, consent: false });
    await payee.refused('/session/payment-methods', {});
    await payee.does('/session/payment-methods', { ...typed, account_number: '000333333338' });
    await payee.does('/session/payment-methods', typed);
    await payee.refused('/session/payment-methods', typed);
    await payee.does('/session/manage-payments');
    // Days later the payee comes back to the finished flow.
    await payee.backend.advance(600);
    await payee.opens(id);
    assert.equal(payee.seen.current?.step, 'manage-payments');
    const sent = payee.seen.current.methods.find(({ status }) => status === 'sent')?.id;
    await payee.refused(`/session/payment-methods/${sent}/default`, {}, 'PUT');
    await payee.refused(`/session/payment-methods/${sent}/deposits`, { amount_1: 'x', amount_2: '0' });
    await payee.does(`/session/payment-methods/${sent}/deposits`, { amount_1: '1', amount_2: '2' });
    await payee.does(`/session/payment-methods/${sent}/deposits`, { amount_1: '0.45', amount_2: '32' });
  },

  async 'payment accounts are connected at a bank'(payee) {
    await begin(payee, ['manage-payments']);
    await payee.refused('/session/institutions?q=bank', undefined, 'GET');
    await payee.refused('/session/banks/021000021', undefined, 'GET');
    await introduce(payee);
    await payee.call('GET', '/session/institutions?q=bank');
    await payee.refused('/session/bank-link', { institution_id: 'none' });
    for (const bank of ['sandbox-pebble', 'sandbox-harrow', 'sandbox-thimble', 'sandbox-meadow'])
      await payee.does('/session/bank-link', { institution_id: bank });
    // Nobody was at the bank's page yet. What comes after it, the contract leaves to each.
    await payee.does('/session/bank-link/look');
    for (const bank_code of ['12345', '654321'])
      await payee.refused('/session/bank-link/look', { bank_code });
    await payee.does('/session/bank-link', undefined, 'DELETE');
    await payee.refused('/session/bank-link/look', { bank_code: '123456' });
    await payee.refused('/session/bank-link/answer', { answer: '123456' });
    await payee.does('/session/bank-link', { institution_id: 'sandbox-juniper' });
    await payee.refused('/session/bank-link/answer', { answer: '1' });
    await payee.does('/session/bank-link/answer', { answer: '123 456' });
    const chosen = { source: 'link', consent: true, mandate_version: mandateOf(payee) };
    await payee.does('/session/bank-link', { institution_id: 'sandbox-quarry' });
    await payee.refused('/session/payment-methods', { ...chosen, account_id: 'savings' });
    await payee.does('/session/bank-link', { institution_id: 'sandbox-lantern' });
    await payee.refused('/session/payment-methods', { ...chosen, account_id: 'old' });
    await payee.refused('/session/payment-methods', { ...chosen, account_id: 'none' });
    const seen = await payee.does('/session/payment-methods', { ...chosen, account_id: 'savings' });
    assert.equal(seen.current?.step === 'manage-payments' && seen.current.methods[0]?.status, 'verified');
    await payee.does('/session/bank-link', { institution_id: 'sandbox-lantern' });
    const both = await payee.does('/session/payment-methods', { ...chosen, account_id: 'checking' });
    assert.equal(both.current?.step, 'manage-payments');
    const [first, second] = both.current.methods;
    const other = first?.is_default ? second?.id : first?.id;
    await payee.does(`/session/payment-methods/${other}/default`, {}, 'PUT');
    await payee.does(`/session/payment-methods/${other}`, undefined, 'DELETE');
    const done = await payee.does('/session/manage-payments');
    assert.equal(done.completions.at(-1)?.outcome, 'connected');
  },

  async 'background checks of the sandbox table'(payee) {
    await begin(payee, ['background-check']);
    await introduce(payee, { first_name: 'Jane', last_name: 'Doe' });
    const { date_of_birth, line_1, city, postcode } = person;
    const details = { date_of_birth, line_1, city, postcode, state: 'CA' };
    await payee.refused('/session/background-check/continue');
    await payee.refused('/session/background-check/details', { ...details, ssn: '900-45-6789' });
    await payee.does('/session/background-check/details', { ...details, ssn: '123-45-0011' });
    await payee.refused('/session/background-check/disclosure', { disclosure_version: '1999-01-01' });
    await payee.does('/session/background-check/disclosure', { disclosure_version: disclosureVersion });
    // Before anything is signed, the payee goes back and corrects who they are.
    const corrected = {
      first_name: 'Jane',
      last_name: 'Doe',
      ...details,
      city: 'Berkeley',
      ssn: '123-45-0011',
    };
    await payee.does('/session/background-check/details', corrected);
    // What never goes back to the page stays when it is not sent again.
    const { ssn: _, date_of_birth: __, ...seen } = corrected;
    await payee.does('/session/background-check/details', { ...seen, city: 'Oakland' });
    await payee.refused('/session/background-check/details', { ...seen, ssn: '123' });
    await payee.refused('/session/background-check/details', { ...seen, city: '' });
    const signed = { disclosure_version: disclosureVersion, consent: true, signature: 'jane doe' };
    await payee.refused('/session/background-check/authorization', { ...signed, signature: 'Jane Roe' });
    await payee.does('/session/background-check/authorization', signed);
    const mismatched = await payee.looks();
    assert.equal(mismatched.current?.step === 'background-check' && mismatched.current.phase, 'details');
    const all = { ...details, first_name: 'Jane', last_name: 'Doe', ssn: '123-45-0016' };
    await payee.refused('/session/background-check/details', seen);
    await payee.does('/session/background-check/details', all);
    const pending = await payee.looks();
    assert.equal(pending.waiting, true);
    await payee.backend.advance(6);
    const done = await payee.looks();
    assert.equal(done.completions.at(-1)?.outcome, 'reported');
  },

  async 'a background check is stopped, and begun again'(payee) {
    await begin(payee, ['compliance', 'background-check']);
    await introduce(payee);
    await payee.does('/session/compliance', { ...person, tin: '123-45-0014' });
    await payee.does('/session/background-check/disclosure', { disclosure_version: disclosureVersion });
    const signed = { disclosure_version: disclosureVersion, consent: true, signature: 'Jane Doe' };
    await payee.does('/session/background-check/authorization', signed);
    await payee.looks();
    await payee.does('/session/background-check/disclosure', { disclosure_version: disclosureVersion });
    await payee.does('/session/background-check/authorization', signed);
    const done = await payee.does('/session/background-check/continue');
    assert.equal(done.completions.at(-1)?.outcome, 'unavailable');
  },

  async 'pictures of an ID are taken in, and a blurred one is taken again'(payee) {
    await begin(payee, ['id-verification']);
    await introduce(payee, { last_name: 'Blurry' });
    await payee.refused(`${identity}/submit`);
    await payee.refused(`${identity}/document`, { country: 'GB', document_type: 'id-card' });
    await payee.does(`${identity}/document`, { country: 'US', document_type: 'drivers-license' });
    await payee.refused(`${identity}/submit`);
    await payee.refused(`${identity}/uploads`, { side: 'top', size: 1 });
    await upload(payee, 'front', Buffer.from('this is no picture at all'));
    for (const side of ['front', 'back', 'selfie']) await upload(payee, side, jpeg());
    const complete = await payee.looks();
    assert.equal(complete.current?.step, 'id-verification');
    const id = complete.current.uploads.find(({ side }) => side === 'front')?.upload_id;
    await payee.call('GET', `${identity}/uploads/${id}`);
    await payee.does(`${identity}/uploads/${id}`, undefined, 'DELETE');
    await payee.refused(`${identity}/uploads/${id}`, undefined, 'DELETE');
    await upload(payee, 'front', jpeg());
    await payee.does(`${identity}/submit`);
    await payee.backend.advance(2);
    const refused = await payee.looks();
    const { rejection, rejected_side } = identityOf({ seen: refused } as Recorder);
    assert.deepEqual([rejection, rejected_side], ['blurred', 'front']);
    await payee.does(`${identity}/restart`);
    await payee.does(`${identity}/document`, { country: 'US', document_type: 'passport' });
    for (const side of ['front', 'selfie']) await upload(payee, side, jpeg());
    await payee.does(`${identity}/submit`);
    await payee.backend.advance(2);
    const done = await payee.looks();
    assert.equal(done.completions.at(-1)?.outcome, 'verified');
  },

  async 'a name stands while an ID that shows it is being checked'(payee) {
    await begin(payee, ['id-verification', 'manage-payouts']);
    await introduce(payee);
    await payee.does(`${identity}/document`, { country: 'US', document_type: 'passport' });
    for (const side of ['front', 'selfie']) await upload(payee, side, jpeg());
    await payee.looks();
    assert.equal(payee.seen.back_to, 'onboarding', 'nothing is sent yet');
    await payee.does(`${identity}/submit`);
    assert.deepEqual([identityOf(payee).phase, payee.seen.back_to], ['review', null]);
    await payee.refused('/session/visit', { step: 'onboarding' });
    await payee.backend.advance(2);
    await payee.looks();
    assert.equal(payee.seen.completions.at(-1)?.outcome, 'verified');
  },

  async 'a name that is being changed stays when the phone sends the ID meanwhile'(desktop) {
    await begin(desktop, ['id-verification', 'manage-payouts']);
    // A person looks at the ID of this name for a while.
    await introduce(desktop, { last_name: 'Review' });
    await desktop.does(`${identity}/document`, { country: 'US', document_type: 'passport' });
    const link = (await desktop.call('POST', `${identity}/handoff`, {})).body as Handoff;
    const phone = desktop.another();
    await phone.opensWith({ token: tokenOf(link) }, '/handoff/sessions');
    await desktop.does('/session/visit', { step: 'onboarding' });
    for (const side of ['front', 'selfie']) await upload(phone, side, jpeg());
    await phone.does(`${identity}/submit`);
    for (const judge of ['a machine', 'a person']) {
      if (judge === 'a person') await desktop.backend.advance(2);
      const refused = await desktop.refused('/session/onboarding', { ...profile, last_name: 'Changed' });
      assert.equal(refused.error_code, 'step-not-current');
      await desktop.looks();
      assert.deepEqual([identityOf(desktop).phase, desktop.seen.revisit], ['review', false], judge);
    }
  },

  async 'screening asks for an ID before money moves'(payee) {
    await begin(payee, ['manage-payouts']);
    await introduce(payee, { last_name: 'Sanctioned' });
    assert.match(states(payee.seen), /id-verification:active manage-payouts:pending/);
    await payee.does(`${identity}/document`, { country: 'DE', document_type: 'passport' });
    for (const side of ['front', 'selfie']) await upload(payee, side, jpeg());
    await payee.does(`${identity}/submit`);
    await payee.backend.advance(2);
    await payee.looks();
  },

  async 'pictures are taken with the phone, which has a session of its own'(desktop) {
    await begin(desktop, ['id-verification', 'manage-payouts']);
    await desktop.refused(`${identity}/handoff`);
    await introduce(desktop);
    const passport = { country: 'US', document_type: 'passport' };
    await desktop.does(`${identity}/document`, passport);
    await desktop.does(`${identity}/handoff/cancel`);
    await desktop.refused(`${identity}/handoff/take`);
    const key = { 'idempotency-key': 'once' };
    const made = await desktop.call('POST', `${identity}/handoff`, {}, key);
    const again = await desktop.call('POST', `${identity}/handoff`, {}, key);
    assert.deepEqual(again.body, made.body);
    await desktop.looks();
    assert.equal(desktop.seen.waiting, true);
    const link = made.body as Handoff;

    const phone = desktop.another();
    await phone.refused('/handoff/sessions', { token: '' });
    await phone.refused('/handoff/sessions', { token: 'somebody-elses' });
    await phone.opensWith({ token: tokenOf(link) }, '/handoff/sessions');
    assert.equal(identityOf(phone).handoff.code, link.code);
    await desktop.looks();
    assert.equal(identityOf(desktop).handoff.state, 'opened');
    await desktop.refused(`${identity}/document`, passport);
    await phone.refused(`${identity}/handoff`);
    await phone.refused(`${identity}/handoff/cancel`);
    await phone.refused('/session/manage-payouts');
    // The desktop goes on by itself; the phone takes the step again, and a reload of it opens the same link.
    await desktop.does(`${identity}/handoff/cancel`);
    await phone.looks();
    await phone.refused(`${identity}/submit`);
    await phone.does(`${identity}/handoff/take`);
    await phone.opensWith({ token: tokenOf(link) }, '/handoff/sessions');
    for (const side of ['front', 'selfie']) await upload(phone, side, jpeg());
    await phone.does(`${identity}/submit`);
    await desktop.looks();
    await phone.backend.advance(2);
    await phone.looks();
    assert.equal(identityOf(phone).phase, 'done');
    await desktop.looks();
    assert.equal(desktop.seen.current?.step, 'manage-payouts');
  },

  async 'a link to the phone is good for ten minutes, and ends with the next one'(desktop) {
    await begin(desktop, ['id-verification']);
    await introduce(desktop, { last_name: 'Blurry' });
    const make = async () => (await desktop.call('POST', `${identity}/handoff`, {})).body as Handoff;
    const first = await make();
    const second = await make();
    const phone = desktop.another();
    await phone.refused('/handoff/sessions', { token: tokenOf(first) });
    await desktop.backend.advance(601);
    await desktop.looks();
    await phone.refused('/handoff/sessions', { token: tokenOf(second) });
    await phone.opensWith({ token: tokenOf(await make()) }, '/handoff/sessions');
    await phone.does(`${identity}/document`, { country: 'US', document_type: 'passport' });
    for (const side of ['front', 'selfie']) await upload(phone, side, jpeg());
    await phone.does(`${identity}/submit`);
    await desktop.backend.advance(2);
    await desktop.looks();
    assert.equal(identityOf(desktop).phase, 'rejected');
    // Whichever device begins again has the step.
    await desktop.does(`${identity}/restart`);
    await phone.looks();
    assert.deepEqual([identityOf(phone).handoff.state, identityOf(phone).handoff.holds], ['canceled', false]);
    await make();
    await phone.refused('/session', undefined, 'GET');
  },

  async 'a tax form is read before it is signed'(payee) {
    await begin(payee, ['compliance']);
    await payee.refused(preview, person);
    await introduce(payee, { country: 'DE' });
    await payee.refused(preview, {});
    await payee.refused(preview, { ...foreigner, foreign_tax_id: undefined, date_of_birth: 'never' });
    const unsigned = { ...foreigner, signature: undefined, consent: undefined };
    const notified = { ...person, subject_to_backup_withholding: true };
    for (const form of [unsigned, person, notified, company, foreignCompany])
      await payee.call('POST', preview, form);
    await payee.refused(preview, { ...notified, subject_to_backup_withholding: 'yes' });
    assert.equal((await payee.looks()).current?.step, 'compliance');
    await payee.does('/session/compliance', foreigner);
    await payee.refused(preview, foreigner);
  },

  async 'a PDF form is filled in, read and signed'(payee) {
    const template_id = await payee.backend.createPdfTemplate('Agreement', await agreementPdf());
    const form = { name: 'pdf-form-fill', template_id };
    await begin(payee, [form, 'manage-payouts']);
    await introduce(payee);
    await payee.refused(`${pdf}/confirm`, { consent: true, signature: 'Jane Doe' });
    await payee.refused(`${pdf}/document`, undefined, 'GET');
    await payee.refused(pdf, { f1: 'Łukasz', f3: '2026-02-30', f4: 'Never', f99: 'x' });
    await payee.refused(pdf, []);
    const answers = { f1: 'Jane Doe', f2: '123-45-6789', f3: '2026-04-01', f4: 'Part time', f7: 'true' };
    const filled = await payee.does(pdf, { ...answers, f5: 'Large', f6: 'Größe', f8: '' });
    assert.equal(filled.current?.step === 'pdf-form-fill' && filled.current.values['f2'], '••• 6789');
    await payee.call('GET', `${pdf}/document`);
    await payee.does(pdf, answers);
    await payee.refused(`${pdf}/confirm`, { signature: 'Jane Doe' });
    await payee.refused(`${pdf}/confirm`, { consent: true });
    await payee.refused(`${pdf}/confirm`, { consent: true, signature: 'Jane Roe' });
    const done = await payee.does(`${pdf}/confirm`, { consent: true, signature: 'jane doe' });
    assert.equal(done.completions.at(-1)?.outcome, 'saved');
    await payee.refused(`${pdf}/document`, undefined, 'GET');
    // What was handed over is not asked for again.
    await begin(payee, [form, 'manage-payouts'], { user_id: done.flow.user_id });
    assert.match(states(payee.seen), /pdf-form-fill:skipped manage-payouts:active/);
  },

  async 'a payee adds at the end the payout method that is missing'(payee) {
    await begin(payee, ['manage-payouts']);
    await payee.refused('/session/return');
    await introduce(payee);
    const ended = await payee.does('/session/manage-payouts');
    assert.deepEqual(ended.summary?.open, ['payout-method']);
    assert.deepEqual(
      ended.summary?.done.map(({ kind }) => kind),
      ['phone-confirmed', 'details-saved'],
    );
    await payee.refused('/session/payout-methods', bankAccount);
    const back = await payee.does('/session/return');
    assert.equal(back.current?.step === 'manage-payouts' && back.current.hide_continue_button, true);
    const added = await payee.does('/session/payout-methods', bankAccount);
    assert.equal(added.current, null);
    assert.deepEqual(added.summary?.open, []);
    assert.equal(added.summary?.done.at(-1)?.method?.masked, '••• 6789');
    assert.equal(added.completions.length, ended.completions.length);
  },

  async 'what is over is said'(payee) {
    await payee.refused('/flows/5f0f8f8f-f8f8-48f8-88f8-f8f8f8f8f8f8/sessions');
    await payee.refused('/session', undefined, 'GET');
    const canceled = await begin(payee, ['manage-payouts']);
    await payee.backend.cancelFlow(canceled);
    await payee.looks();
    await payee.refused('/session/authentication/code', { ...newPhone, channel: 'sms' });
    await payee.refused(`/flows/${canceled}/sessions`);
    const expiring = await begin(payee, ['manage-payouts'], { expires_in: 60 });
    await payee.backend.advance(61);
    await payee.refused(`/flows/${expiring}/sessions`);
    await payee.refused('/session/manage-payouts');
  },

  async 'a link is the first browser’s, and signing out gives it back'(payee) {
    const user_id = await payee.backend.createUser(known);
    const id = await payee.backend.createFlow({ steps: ['manage-payouts'], user_id });
    assert.equal((await payee.opens(id)).snapshot.authenticated, true);
    assert.equal((await payee.another().opens(id)).snapshot.authenticated, false);
    assert.equal((await payee.opens(id)).snapshot.authenticated, true);
    const reloaded = await payee.call('POST', '/session/refresh', {});
    assert.equal(reloaded.status, 200);
    assert.equal((await payee.call('DELETE', '/session')).status, 204);
    await payee.refused('/session', undefined, 'GET');
    assert.equal((await payee.opens(id)).snapshot.authenticated, false);
    await payee.refused(`/flows/${id}/sessions`, { browser: 'short' });
  },
};
