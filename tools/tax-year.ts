/**
 * `npm run tax-year` plays a year of payouts to 1,000 payees of twenty countries in the sandbox, moves its
 * clock to January, and holds what is told of the year against the entries of the books.
 * `-- 200 7` plays it with 200 payees and the seed 7. It needs the database of the tests
 * (`TEST_DATABASE_URL`, or the embedded one). The tests play a short year, twice.
 */
import { test } from 'node:test';
import { auditYear } from '../test/server/tax/audit.ts';
import { playYear } from '../test/server/tax/year.ts';

const [payees = '1000', seed = '1'] = process.argv.slice(2);

await test(`a year with ${payees} payees, seed ${seed}`, async () => {
  const began = Date.now();
  const audited = await auditYear(await playYear({ payees: Number(payees), seed: Number(seed) }));
  console.log(JSON.stringify(audited, null, 2));
  console.log(`${Math.round((Date.now() - began) / 1000)} s`);
});
