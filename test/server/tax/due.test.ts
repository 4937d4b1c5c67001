/** Whether a tax form is due before a payment: by what was paid here and elsewhere, and which form holds. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { holdsUntil, isOnFile } from '../../../src/contract/tax/form-on-file.ts';
import type { FiledForm } from '../../../src/contract/tax/form-on-file.ts';
import { taxFormDueOf } from '../../../src/server/tax/due.ts';
import { nothingPaid } from '../../../src/server/db/reportable-payments.ts';
import type { UserRow } from '../../../src/server/db/users.ts';

const now = new Date('2026-06-01T12:00:00Z');
const w9: FiledForm = { form: 'w9', created: new Date('2026-01-05T00:00:00Z'), tin_status: 'matched' };

/** What is due from a US payee, who is asked from USD 2,000 of the year on. */
const must = (
  paid: number,
  adjustment: UserRow['adjustments_1099'][number] | null = null,
  form: FiledForm | null = null,
  lastYear = 0,
) => {
  const adjustments_1099 = adjustment ? [adjustment] : [];
  const sums = { ...nothingPaid, paid, paid_last: lastYear, paid_before: lastYear };
  return taxFormDueOf(
    { country: 'US', phone_e164: '+12025550123', adjustments_1099, b_notices: [] },
    { now, sums, form, upload: null },
  ).must;
};

describe('a tax form is due', () => {
  it('at the cent where the law’s limit is reached, and not before', () => {
    assert.deepEqual([must(1_999_99), must(2_000_00)], [false, true]);
  });

  it('by what was paid here and elsewhere together, on either form', () => {
    const nec = { form: '1099-NEC', year: 2026, amount: 500_00 } as const;
    const months = { january: 200_00, march: 300_00, may: undefined };
    const k = { form: '1099-K', year: 2026, monthly_amounts: months } as const;
    for (const adjustment of [nec, k])
      assert.deepEqual([must(1_499_99, adjustment), must(1_500_00, adjustment)], [false, true]);
  });

  it('from the first dollar on for who was reported for the year before, here or elsewhere', () => {
    const elsewhere = (amount: number) => ({ form: '1099-NEC', year: 2025, amount }) as const;
    // USD 600 was the limit of 2025.
    assert.deepEqual([must(0, null, null, 599_99), must(0, null, null, 600_00)], [false, true]);
    assert.deepEqual([must(0, elsewhere(599_99)), must(0, elsewhere(600_00))], [false, true]);
    assert.equal(must(0, elsewhere(300_00), null, 300_00), true);
    assert.equal(must(0, null, w9, 600_00), false, 'the number is there');
  });

  it('by this year alone for everybody else', () => assert.equal(must(1_999_99, null, null, 599_99), false));

  it('while a number is wrong, over New Year too', () => {
    const wrong = { ...w9, tin_status: 'mismatched' } as const;
    assert.deepEqual(
      [must(1_400_00, null, wrong, 599_99), must(1_400_01, null, wrong, 599_99)],
      [false, true],
    );
    assert.equal(must(0, null, wrong, 600_00), true);
  });

  it('no longer once one is on file that nobody contradicted', () => {
    assert.equal(must(2_000_00, null, w9), false);
    assert.equal(must(2_000_00, null, { ...w9, tin_status: 'mismatched' }), true);
  });
});

describe('a form holds', () => {
  const signed = (iso: string, form: FiledForm['form'] = 'w8ben'): FiledForm => ({
    form,
    created: new Date(iso),
    tin_status: 'unsubmitted',
  });

  it('until the end of the third year after the one it was signed in', () => {
    for (const form of ['w8ben', 'w8bene'] as const)
      for (const iso of ['2023-01-01T00:00:00Z', '2023-12-31T23:59:59Z'])
        assert.equal(holdsUntil(signed(iso, form))?.toISOString(), '2027-01-01T00:00:00.000Z');
    assert.equal(isOnFile(signed('2023-05-05T00:00:00Z'), new Date('2026-12-31T23:59:59.999Z')), true);
    assert.equal(isOnFile(signed('2023-05-05T00:00:00Z'), new Date('2027-01-01T00:00:00Z')), false);
  });

  it('for ever where it is a W-9', () => {
    assert.equal(holdsUntil(w9), null);
    assert.equal(isOnFile(w9, new Date('2046-01-01T00:00:00Z')), true);
  });

  it('never where there is none', () => assert.equal(isOnFile(null, now), false));
});
