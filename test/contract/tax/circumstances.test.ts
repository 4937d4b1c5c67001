/** What makes a tax form wrong that was right when it was signed. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { changeOf } from '../../../src/contract/tax/circumstances.ts';
import { fits, holdsUntil, isOnFile } from '../../../src/contract/tax/form-on-file.ts';

const german = { form: 'w8ben', residence: 'DE', isExplained: false, country: null, phone: null } as const;

describe('a change of circumstances', () => {
  for (const [what, more, change] of [
    ['nothing new', {}, null],
    ['the same country', { country: 'DE' }, null],
    ['another country', { country: 'FR' }, 'country'],
    ['the United States', { country: 'US' }, 'us-address'],
    ['a phone of another country', { phone: 'FR' }, null],
    ['a US phone', { phone: 'US' }, 'us-phone'],
    ['a US phone that was explained', { phone: 'US', isExplained: true }, null],
    ['a business has the phone of who signs', { form: 'w8bene', phone: 'US' }, null],
    ['a US person moves away', { form: 'w9', residence: 'US', country: 'DE' }, 'country'],
    ['a US person has a US phone', { form: 'w9', residence: 'US', phone: 'US' }, null],
  ] as const)
    test(what, () => assert.equal(changeOf({ ...german, ...more }), change));
});

describe('a form that was changed', () => {
  const signed = {
    form: 'w8ben',
    created: new Date('2026-01-05T00:00:00Z'),
    tin_status: 'unsubmitted',
  } as const;
  const changed = new Date('2026-06-01T12:00:00Z');

  test('holds for 30 days', () => {
    assert.equal(holdsUntil({ ...signed, changed })?.toISOString(), '2026-07-01T12:00:00.000Z');
    assert.equal(isOnFile({ ...signed, changed }, new Date('2026-07-01T11:59:59Z')), true);
    assert.equal(isOnFile({ ...signed, changed }, new Date('2026-07-01T12:00:00Z')), false);
    assert.equal(isOnFile({ ...signed, form: 'w9', changed }, new Date('2026-07-01T12:00:00Z')), false);
  });

  test('holds no longer than its three years', () => {
    const late = new Date('2029-12-20T00:00:00Z');
    assert.equal(holdsUntil({ ...signed, changed: late })?.toISOString(), '2030-01-01T00:00:00.000Z');
  });

  test('of the wrong kind is none, but within those days', () => {
    assert.equal(fits(signed, 'DE'), true);
    assert.equal(fits(signed, null), true);
    assert.equal(fits(signed, 'PR'), true);
    assert.equal(fits(signed, 'US'), false);
    assert.equal(fits({ ...signed, form: 'w8bene' }, 'US'), false);
    assert.equal(fits({ ...signed, form: 'w9' }, 'DE'), true);
    assert.equal(fits({ ...signed, changed }, 'US'), true);
  });
});
