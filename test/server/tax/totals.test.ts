/** What users were paid in a year: from the books, to the cent, and the same whenever it is asked. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TaxReturn } from '../../../src/contract/money/tax-returns.ts';
import type { TaxTotal } from '../../../src/contract/money/tax-totals.ts';
import type { Transfer } from '../../../src/contract/money/transfers.ts';
import { addMethod, addUser, fileForm, paypal } from '../ledger/support.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { auditYear, payer } from './audit.ts';
import { playYear } from './year.ts';

const payees = Number(process.env['TAX_YEAR_PAYEES'] ?? 24);
const seed = Number(process.env['TAX_YEAR_SEED'] ?? 1);

async function read(server: TestServer, query: string): Promise<TaxTotal[]> {
  const answer = await server.asPartner('GET', `/v2/tax-totals?${query}`);
  assert.equal(answer.status, 200, await answer.clone().text());
  return ((await answer.json()) as { data: TaxTotal[] }).data;
}

describe('a year of payouts to twenty countries', () => {
  it('is told as it stands in the books, and the same a second time', async () => {
    const told = [];
    for (let round = 0; round < 2; round += 1) told.push(await auditYear(await playYear({ payees, seed })));
    const [first, second] = told;
    assert.ok(first && first.payouts > payees * 11 && first.corrections > 0);
    assert.deepEqual(first, second);
  });
});

async function abroad(form: object = { place_of_work: 'inside' }) {
  const server = await createTestServer({ config: { withholding: 'deduct' } });
  const user = await addUser(server, { country: 'DE', phone_e164: '+4915123456789', calling_code: '49' });
  await addMethod(server, user, paypal);
  await fileForm(server, user, form);
  const pay = async (amount: number, more: object = {}) => {
    const body = { user_id: user.id, amount, platform: 'paypal', fund: true, ...more };
    const answer = await server.asPartner('POST', '/v2/payouts', body);
    assert.equal(answer.status, 201);
    return (await answer.json()) as Transfer;
  };
  const goOn = async (ms: number) => {
    server.clock.advance(ms);
    await server.runDueJobs();
  };
  return { server, user, pay, goOn };
}

describe('what a user was paid', () => {
  it('is told, and returned, of those whom the app paid elsewhere alone', async () => {
    const server = await createTestServer();
    const said = { form: '1099-NEC', year: 2026, amount: 300_000 } as const;
    const { id } = await addUser(server, { adjustments_1099: [said] });
    await addUser(server, { phone_e164: '+14155550177' });
    server.clock.set('2027-01-05T09:00:00Z');
    assert.deepEqual(
      (await read(server, 'year=2026')).map((total) => [total.id, total.payouts, total.paid_elsewhere]),
      [[id, 0, 300_000]],
    );
    assert.deepEqual(await read(server, 'year=2027'), []);
    assert.deepEqual(await read(server, 'year=2026&quarter=4'), []);
    const answer = await server.asPartner('POST', '/v2/tax-returns', {
      ...{ year: 2026, form: '1099-nec', payer },
    });
    const { originals, without_number } = (await answer.json()) as TaxReturn;
    assert.deepEqual([originals, without_number], [1, 1]);
  });

  it('counts when it arrived, with all of its amount', async () => {
    const { server, pay, goOn, user } = await abroad({ place_of_work: 'both', us_work_percent: 40 });
    server.clock.set('2026-12-31T23:59:58.000Z');
    await pay(10_000, { payout_fee_party: 'user' });
    assert.deepEqual(await read(server, 'year=2026'), []);
    await goOn(0);
    await goOn(3_500);
    assert.deepEqual(await read(server, 'year=2026'), []);
    const [total] = await read(server, 'year=2027');
    assert.deepEqual(total, {
      ...{ id: user.id, year: 2027, quarter: null, complete: false, payouts: 1, gross: 10_000, exempt: 0 },
      ...{ withheld: 1_200, withheld_elsewhere: 0, released: 0, fees: 25, net: 8_775, paid_elsewhere: 0 },
      parts: [
        {
          ...{ income_type: 'services', source: 'both', us_gross: 4_000, chapter: '3', rate: 0.3 },
          ...{ reason: 'statutory', gross: 10_000, withheld: 1_200, withheld_elsewhere: 0, released: 0 },
        },
      ],
      quarters: [{ quarter: 1, consideration: 8_775, payouts: 1, fees: 25, withheld: 1_200 }],
      regimes: ['dac7'],
    });
    assert.deepEqual(await read(server, 'year=2027&quarter=2'), []);
    assert.equal((await read(server, 'year=2027&quarter=1'))[0]?.gross, 10_000);
  });

  it('is less again by what came back, in the year in which it had arrived', async () => {
    const { server, pay, goOn } = await abroad();
    server.clock.set('2026-12-31T23:59:55.000Z');
    await pay(5_014);
    await goOn(0);
    await goOn(3_500);
    assert.equal((await read(server, 'year=2026'))[0]?.gross, 5_014);
    await goOn(4_000);
    assert.deepEqual([await read(server, 'year=2026'), await read(server, 'year=2027')], [[], []]);
  });

  it('tells what is no income, and what was released, apart', async () => {
    const { server, pay, goOn } = await abroad();
    const { id } = await pay(10_000);
    await pay(2_000, { tax_exempt: true });
    await goOn(0);
    await goOn(4_000);
    await server.asPartner('POST', `/v2/transfers/${id}/withholding/release`, {});
    const [total] = await read(server, 'year=2026');
    assert.deepEqual(
      [total?.gross, total?.exempt, total?.withheld, total?.released, total?.net, total?.payouts],
      [10_000, 2_000, 3_000, 3_000, 9_000, 2],
    );
    // What was released is a payment of that quarter, too.
    assert.equal(total?.quarters[0]?.consideration, 10_000);
  });

  it('is computed and not kept back here where the app only wants it told', async () => {
    const server = await createTestServer();
    const user = await addUser(server, { country: 'DE', phone_e164: '+4915123456780', calling_code: '49' });
    await addMethod(server, user, paypal);
    await fileForm(server, user, { place_of_work: 'inside' });
    await server.asPartner('POST', '/v2/payouts', {
      ...{ user_id: user.id, amount: 10_000, platform: 'paypal', fund: true },
    });
    await server.runDueJobs();
    server.clock.advance(4_000);
    await server.runDueJobs();
    const [total] = await read(server, 'year=2026');
    assert.deepEqual([total?.withheld, total?.withheld_elsewhere, total?.net], [0, 3_000, 10_000]);
  });

  it('is no one else’s, and of no year that is none', async () => {
    const { server, pay, goOn } = await abroad();
    await pay(10_000);
    await goOn(0);
    await goOn(4_000);
    await server.addApp('pk_other', 'sk_other');
    const authorization = `Basic ${btoa('pk_other:sk_other')}`;
    const theirs = await server.app.request('/v2/tax-totals?year=2026', { headers: { authorization } });
    assert.deepEqual(await theirs.json(), { data: [], has_more: false });
    for (const query of ['', 'year=26', 'year=now', 'year=2026&quarter=5', 'year=2026&month=1'])
      for (const path of ['', '/csv'])
        assert.equal((await server.asPartner('GET', `/v2/tax-totals${path}?${query}`)).status, 422, query);
  });
});
