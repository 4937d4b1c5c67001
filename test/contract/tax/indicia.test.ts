/** What a payee claims is held against what is known of them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { countryOfPhone } from '../../../src/contract/forms/phone.ts';
import type { indiciaReasons } from '../../../src/contract/forms/indicia.ts';
import { claimProblems, usIndiciaOf } from '../../../src/contract/tax/indicia.ts';
import { isUsBirthplace } from '../../../src/contract/tax/us-birthplace.ts';
import type { KnownOfPayee } from '../../../src/contract/tax/indicia.ts';
import type { ComplianceInput } from '../../../src/contract/steps/compliance-requests.ts';

const german: KnownOfPayee = { said: 'DE', address: null, phone: 'DE', hasUsAccount: false };
const w8ben = { form: 'w8ben', country: 'DE' } as unknown as Extract<ComplianceInput, { form: 'w8ben' }>;
const w8bene = { form: 'w8bene', country: 'DE' } as unknown as ComplianceInput;
const w9 = { form: 'w9' } as unknown as ComplianceInput;

describe('what hints at the United States', () => {
  for (const [what, more, found] of [
    ['nothing', {}, ''],
    ['where they said that they live', { said: 'US' }, 'us-address'],
    ['an address of the partner', { address: 'US' }, 'us-address'],
    ['the only phone', { phone: 'US' }, 'us-phone'],
    ['an account', { hasUsAccount: true }, 'us-account'],
    ['a territory is not the United States', { said: 'PR', address: 'GU', phone: 'PR' }, ''],
    ['everything', { said: 'US', phone: 'US', hasUsAccount: true }, 'us-address us-phone us-account'],
  ] as const)
    test(what, () => assert.equal(usIndiciaOf({ ...german, ...more }).join(' '), found));

  test('a phone by its area code, because others share +1', () => {
    const numbers = {
      '+14155550100': 'US',
      '+14165550100': 'CA',
      '+17875550100': 'PR',
      '+18765550100': 'JM',
      '+12425550100': 'BS',
      '+16715550100': 'GU',
    };
    for (const [number, country] of Object.entries(numbers)) assert.equal(countryOfPhone(number), country);
  });

  test('a place of birth as people write it', () => {
    for (const place of ['Boston, USA', 'Austin, United States', 'Reno (U.S.)', 'Miami, US', 'u.s.a.'])
      assert.equal(isUsBirthplace(place), true, place);
    for (const place of ['Usa, Oita', 'Musashi, Japan', 'Russ', 'Bus', '', undefined, 'Lausanne'])
      assert.equal(isUsBirthplace(place), false, place);
  });
});

describe('a form that does not fit', () => {
  const problems = (form: ComplianceInput, known: Partial<KnownOfPayee>) =>
    claimProblems(form, { ...german, ...known })
      .map((problem) => problem.join(' '))
      .join(', ');
  const because = (us_indicia_reason: (typeof indiciaReasons)[number], us_indicia_explanation?: string) =>
    ({ ...w8ben, us_indicia_reason, us_indicia_explanation }) as ComplianceInput;

  for (const [what, form, known, wanted] of [
    ['nothing hints at the US', w8ben, {}, ''],
    ['onboarded in the US', w8ben, { said: 'US' }, 'us_indicia_reason required'],
    ['a US phone', w8ben, { phone: 'US' }, 'us_indicia_reason required'],
    ['a US phone, and why', because('contact-only'), { phone: 'US' }, ''],
    ['another reason wants words', because('other'), { phone: 'US' }, 'us_indicia_explanation required'],
    ['and has them', because('other', 'A friend’s phone'), { phone: 'US' }, ''],
    ['a US person', w9, { said: 'US', phone: 'US' }, ''],
    ['the phone is of who signs for a business', w8bene, { phone: 'US' }, ''],
    ['the address is the business’s', w8bene, { address: 'US' }, 'us_indicia_reason required'],
    ['another country than before', w8ben, { said: 'FR' }, 'country_confirmed consent-required'],
    ['which is right', { ...w8ben, country_confirmed: true }, { said: 'FR' }, ''],
    ['a W-9 of somebody abroad', w9, {}, 'country_confirmed consent-required'],
    ['a country that only the phone says', w8ben, { said: null, phone: 'FR' }, ''],
    [
      'born in the US',
      { ...because('visiting'), place_of_birth: 'Boston, USA' } as ComplianceInput,
      {},
      'us_indicia_reason invalid-choice',
    ],
    [
      'born in the US, and no citizen',
      {
        ...because('no-citizenship', 'My father was an ambassador'),
        place_of_birth: 'Boston, USA',
      } as ComplianceInput,
      {},
      '',
    ],
  ] as const)
    test(what, () => assert.equal(problems(form, known), wanted));
});
