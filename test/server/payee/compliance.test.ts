import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { createTestServer } from '../support.ts';
import {
  company,
  fields,
  foreigner,
  introduced,
  messages,
  newFlow,
  openFlow,
  person,
  profile,
} from './payee.ts';

const compliance = '/session/compliance';
const withTin = (ending: string) => ({ ...person, tin: `12345${ending}` });

describe('onboarding', () => {
  it('says at each field what is wrong', async () => {
    const server = await createTestServer();
    const payee = await openFlow(server, (await newFlow(server, ['compliance'])).id);
    await payee.authenticates();
    assert.deepEqual(fields(await payee.refused('/session/onboarding', {})), [
      'first_name:required',
      'last_name:required',
      'email:required',
      'country:required',
    ]);
    const wrong = { first_name: '<b>', last_name: ' ', email: 'jane@', country: 'United States' };
    assert.deepEqual(fields(await payee.refused('/session/onboarding', wrong)), [
      'first_name:invalid-name',
      'last_name:required',
      'email:invalid-email',
      'country:invalid-country',
    ]);
    await payee.does('/session/onboarding', profile);
  });

  it('screens the name', async () => {
    const server = await createTestServer();
    await introduced(server, ['compliance'], { ...profile, last_name: 'Sanctioned' });
    assert.deepEqual(await server.db.query('select ofac_status from users'), [
      { ofac_status: 'id_verification_required' },
    ]);
  });
});

describe('a W-9', () => {
  const refusals: [string, object, string[]][] = [
    ['an SSN that was never issued', { tin: '000-12-3456' }, ['tin:invalid-ssn']],
    ['a date of birth in the future', { date_of_birth: '2999-01-01' }, ['date_of_birth:date-in-future']],
    ['a child', { date_of_birth: `${new Date().getUTCFullYear() - 5}-06-01` }, ['date_of_birth:too-young']],
    ['a day that does not exist', { date_of_birth: '1990-02-30' }, ['date_of_birth:invalid-date']],
    [
      'an unknown state and postcode',
      { state: 'XX', postcode: '627' },
      ['state:invalid-state', 'postcode:invalid-postcode'],
    ],
    [
      'an empty form',
      {
        first_name: '',
        last_name: '',
        date_of_birth: '',
        tin: '',
        line_1: '',
        city: '',
        state: '',
        postcode: '',
      },
      [
        'first_name:required',
        'last_name:required',
        'date_of_birth:required',
        'tin:required',
        'line_1:required',
        'city:required',
        'state:required',
        'postcode:required',
      ],
    ],
    ['no entity type', { entity_type: undefined }, ['entity_type:required']],
    ['another form', { form: 'w2' }, ['form:invalid-choice']],
    ['an EIN of no campus', { ...company, tin: '00-1234567' }, ['tin:invalid-ein']],
  ];
  it('is refused with the fields that are wrong', async () => {
    const payee = await introduced(await createTestServer(), ['compliance']);
    for (const [name, change, expected] of refusals) {
      const problem = await payee.refused(compliance, { ...person, ...change });
      assert.equal(problem.error_code, 'invalid-input');
      assert.deepEqual(fields(problem).sort(), expected.toSorted(), name);
    }
    assert.equal((await payee.does('/session', undefined, 'GET')).current?.step, 'compliance');
  });

  it('of a business matches its EIN', async () => {
    const payee = await introduced(await createTestServer(), ['compliance']);
    const done = await payee.does(compliance, company);
    assert.equal(done.completions.at(-1)?.outcome, 'verified');
  });

  it('whose number does not match is asked for again, and taken when it does', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance']);
    const mismatched = (await payee.does(compliance, withTin('0001'))).current as RequirementOf<'compliance'>;
    assert.equal(mismatched.tax_id_verification, 'mismatched');
    assert.equal(mismatched.masked_tin, '••• 0001');
    assert.equal(mismatched.prefill['city'], 'Springfield');
    assert.equal(payee.seen.waiting, false);
    assert.equal((await payee.refused(`${compliance}/continue`)).error_code, 'step-not-current');
    // Form W-9 instructions, Part II, 4: whoever was told that a number was wrong has to sign the next one.
    assert.equal(mismatched.signature_required, true);
    assert.deepEqual(fields(await payee.refused(compliance, person)), ['signature:required']);
    assert.deepEqual(fields(await payee.refused(compliance, { ...person, signature: 'Someone Else' })), [
      'signature:signature-mismatch',
    ]);
    const done = await payee.does(compliance, { ...person, signature: 'jane doe' });
    assert.equal(done.flow.status, 'completed');
    assert.equal(
      (await messages(server)).filter(({ payload }) => payload['step'] === 'compliance').length,
      1,
    );
  });

  it('from another flow is shown, and how its number did there is not', async () => {
    const server = await createTestServer();
    const before = await introduced(server, ['compliance']);
    await before.does(compliance, withTin('0001'));
    const payee = await openFlow(server, (await newFlow(server, ['compliance'])).id);
    const asked = (await payee.authenticates()).current as RequirementOf<'compliance'>;
    assert.equal(asked.masked_tin, '••• 0001');
    assert.equal(asked.tax_id_verification, 'unsubmitted');
  });

  it('whose number is still being checked completes by itself', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance', 'manage-payouts']);
    await payee.does(compliance, withTin('0002'));
    assert.equal((payee.seen.current as RequirementOf<'compliance'>).tax_id_verification, 'pending');
    assert.equal(payee.seen.waiting, true);
    server.clock.advance(4_999);
    await server.runDueJobs();
    assert.equal((await payee.does('/session', undefined, 'GET')).waiting, true);
    server.clock.advance(1);
    await server.runDueJobs();
    const matched = await payee.does('/session', undefined, 'GET');
    assert.equal(matched.waiting, false);
    assert.equal(matched.current?.step, 'manage-payouts');
    assert.equal(matched.completions.at(-1)?.outcome, 'verified');
    const told = await messages(server);
    assert.equal(told.at(-1)?.id, matched.completions.at(-1)?.event_id);
  });

  it('need not be waited for; the verdict then comes as user.updated', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance', 'manage-payouts']);
    await payee.does(compliance, withTin('0002'));
    const gone = await payee.does(`${compliance}/continue`);
    assert.equal(gone.completions.at(-1)?.outcome, 'pending');
    assert.equal(gone.waiting, false);
    server.clock.advance(5_000);
    await server.runDueJobs();
    const later = await payee.does('/session', undefined, 'GET');
    assert.equal(later.completions.length, gone.completions.length);
    assert.deepEqual(
      (await messages(server, 'user.')).map(({ event }) => event),
      ['user.updated', 'user.updated'],
      'of the form, and of the verdict',
    );
  });

  it('corrected while the first number was being checked is judged by the newer one', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance']);
    await payee.does(compliance, withTin('0002'));
    await payee.does(compliance, withTin('0001'));
    server.clock.advance(5_000);
    await server.runDueJobs();
    const seen = await payee.does('/session', undefined, 'GET');
    assert.equal((seen.current as RequirementOf<'compliance'>).tax_id_verification, 'mismatched');
  });
});

describe('a W-8BEN', () => {
  it('is refused with the fields that are wrong', async () => {
    const payee = await introduced(await createTestServer(), ['compliance'], { ...profile, country: 'DE' });
    const cases: [object, string[]][] = [
      [{ signature: 'Somebody Else' }, ['signature:signature-mismatch']],
      [{ consent: false }, ['consent:consent-required']],
      [{ foreign_tax_id: '' }, ['foreign_tax_id:required']],
      [{ country: 'US' }, ['country:invalid-country']],
      // People born in these territories are US citizens; in American Samoa they are not.
      ...['US', 'PR', 'VI', 'GU', 'MP'].map((citizenship_country): [object, string[]] => [
        { citizenship_country },
        ['citizenship_country:invalid-country'],
      ]),
      [
        { claims_treaty: true, tax_treaty_rate: 0.5 },
        [
          'tax_treaty_citation:required',
          'tax_treaty_country:required',
          'tax_treaty_income_type:required',
          'tax_treaty_rate:invalid-treaty-rate',
        ],
      ],
    ];
    for (const [change, expected] of cases) {
      assert.deepEqual(fields(await payee.refused(compliance, { ...foreigner, ...change })).sort(), expected);
    }
    const done = await payee.does(compliance, {
      ...foreigner,
      // Where they live counts, and not whose citizens they are.
      ...{ city: 'Sydney', state: 'NSW', postcode: '2000', country: 'AU', country_confirmed: true },
      foreign_tax_id: undefined,
    });
    assert.equal(done.completions.at(-1)?.outcome, 'saved');
  });
});
