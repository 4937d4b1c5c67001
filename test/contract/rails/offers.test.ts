/** Which rails a payee is offered, for how much, and how their methods are shown. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PayoutMethod } from '../../../src/contract/bank/payout-methods.ts';
import { methodObject, methodPrefill } from '../../../src/contract/rails/method-object.ts';
import { railOffersFor } from '../../../src/contract/rails/offers.ts';
import { leastPayout, rails, railsFor, railTerms } from '../../../src/contract/rails/terms.ts';

const names = (country: string | null, excluded?: readonly string[]) =>
  railsFor(country, excluded).map(({ platform }) => platform);

describe('rails', () => {
  it('are those of the country of residence, of the US while it is not known, and none that is excluded', () => {
    assert.deepEqual(names('US'), names(null));
    assert.deepEqual(names('US'), ['ach', 'paypal', 'venmo', 'cash_app']);
    assert.deepEqual(names('DE'), ['intl_bank', 'paypal', 'payoneer']);
    for (const territory of ['PR', 'VI', 'GU', 'MP', 'AS'])
      assert.deepEqual(names(territory), ['ach'], territory);
    assert.deepEqual(names('US', ['venmo']), ['ach', 'paypal', 'cash_app']);
  });

  it('have a US person paid to a US account wherever they live, beside what pays there', () => {
    const ofUsPersons = (country: string, excluded: string[] = []) =>
      railsFor(country, excluded, true).map(({ platform }) => platform);
    assert.deepEqual(ofUsPersons('DE'), ['ach', 'intl_bank', 'paypal', 'payoneer']);
    assert.deepEqual(ofUsPersons('DE', ['ach']), names('DE'));
    assert.deepEqual(ofUsPersons('US'), names('US'));
    assert.deepEqual(ofUsPersons('PR'), names('PR'));
    assert.equal(leastPayout('DE', ['paypal'], true), 100);
  });

  it('take their own least and most', () => {
    assert.deepEqual(
      rails.map(({ platform, min, max }) => [platform, min, max]),
      [
        ['ach', 100, 100_000_000],
        ['intl_bank', 1_000, 10_000_000],
        ['paypal', 100, 2_000_000],
        ['venmo', 100, 1_000_000],
        ['cash_app', 100, 2_500_000],
        ['airtm', 100, 1_000_000],
        ['payoneer', 2_000, 10_000_000],
      ],
    );
    assert.equal(leastPayout('US'), 100);
    assert.equal(leastPayout('DE', ['paypal']), 1_000);
    assert.equal(leastPayout('DE', ['paypal', 'intl_bank']), 2_000);
  });

  it('say in minutes when a payout arrives: days of banks with two weekends’ days, the others as they are', () => {
    assert.deepEqual(
      rails.map(({ platform, arrives_in: { from, to } }) => [platform, from, to]),
      [
        ['ach', 1440, 7 * 1440],
        ['intl_bank', 1440, 7 * 1440],
        ['paypal', 5, 10],
        ['venmo', 5, 10],
        ['cash_app', 1440, 4 * 1440],
        ['airtm', 5, 10],
        ['payoneer', 1440, 6 * 1440],
      ],
    );
    assert.deepEqual(railTerms.ach.business_days, { from: 1, to: 5 });
    assert.deepEqual(railTerms.cash_app.business_days, { from: 1, to: 2 });
  });
});

describe('what a payee is offered', () => {
  const at = new Date('2026-11-02T15:00:00Z');
  const feesOf = (country: string, party?: 'user' | 'platform') =>
    railOffersFor([country, ['payoneer']], at, party).map(({ platform, fee, fee_basis_points: share }) => [
      platform,
      fee,
      share,
    ]);

  it('costs nothing where the platform bears the fee, which it does unless said otherwise', () => {
    const free = [
      ['intl_bank', 0, undefined],
      ['paypal', 0, undefined],
    ];
    assert.deepEqual(feesOf('DE', 'platform'), free);
    assert.deepEqual(feesOf('DE'), free);
  });

  it('costs the fee of the rail where the payee bears it, with a share only where there is one', () => {
    assert.deepEqual(feesOf('DE', 'user'), [
      ['intl_bank', 100, 300],
      ['paypal', 25, undefined],
    ]);
  });

  it('arrives in the time of a payout that is made now', () => {
    const [bank, paypal] = railOffersFor(['DE'], at);
    // From Monday at 15:00 to the Monday after it at 10:00, in UTC.
    assert.deepEqual(bank?.arrives_in, { from: 1440, to: 7 * 1440 - 5 * 60 });
    assert.deepEqual(paypal?.arrives_in, { from: 5, to: 10 });
  });
});

describe('a method that is kept', () => {
  const kept: PayoutMethod = {
    id: '00000000-0000-4000-8000-000000000001',
    platform: 'intl_bank',
    masked: 'DE ••• 3000',
    bank_name: null,
    account_type: null,
    is_default: true,
  };

  it('tells the country of an account only while nobody knows its bank', () => {
    assert.equal(methodObject(kept).masked, 'DE ••• 3000');
    assert.equal(methodObject({ ...kept, bank_name: 'Deutsche Bank' }).masked, '••• 3000');
  });

  it('tells its currency where that is not the dollar', () => {
    const currencyOf = (platform: string, masked: string) =>
      methodObject({ ...kept, platform, masked }).currency;
    assert.equal(currencyOf('intl_bank', 'DE ••• 3000'), 'EUR');
    assert.equal(currencyOf('intl_bank', 'SV ••• 3000'), undefined);
    assert.equal(currencyOf('intl_bank', '••• 3000'), 'local');
    assert.equal(currencyOf('payoneer', 'j•••@example.com'), 'local');
    assert.equal(currencyOf('paypal', 'j•••@example.com'), undefined);
    assert.equal(currencyOf('carrier_pigeon', 'DE ••• 3000'), undefined);
  });

  it('says that it is paused, waits or is to be corrected, and nothing where it is not', () => {
    assert.deepEqual(methodObject({ ...kept, paused: false }), { ...kept, currency: 'EUR' });
    const more = {
      paused: true,
      usable_from: '2026-11-03T15:00:00Z',
      correction: { reason: 'account-invalid', field: 'iban', details: {} },
    };
    assert.deepEqual(methodObject({ ...kept, ...more }), { ...kept, ...more, currency: 'EUR' });
  });
});

it('a new method starts with what is known, and with no country to whose banks nothing can be sent', () => {
  assert.deepEqual(methodPrefill('DE', 'Ada', 'a@b.example', '1'), {
    bank_country: 'DE',
    account_holder_name: 'Ada',
    email: 'a@b.example',
    holder_tax_id: '1',
  });
  assert.deepEqual(methodPrefill('KP', '', '', ''), {});
  assert.deepEqual(methodPrefill(null, '', null, null), {});
});
