/**
 * A passport whose own machine-readable zone says that it is not the payee's. The sandbox takes every
 * document.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { page, passportLines } from '../../support/passport.ts';
import type { ZoneData } from '../../support/passport.ts';
import { patientReader } from '../../support/text-reader.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { identity, tries } from './identity.ts';
import { introduced, person } from './payee.ts';
import type { Payee } from './payee.ts';

/** Jane Doe, born on 12 April 1990, as she says on her tax form. */
async function showsPassport(server: TestServer, zone: ZoneData): Promise<Payee> {
  const one = await introduced(server, ['compliance', 'id-verification', 'manage-payouts']);
  await one.does('/session/compliance', person);
  await tries(server, one, { front: page(passportLines(zone), { degrees: -1, noise: 15 }) });
  return one;
}

const readingServer = () => createTestServer({ deps: { readText: patientReader } });

describe('the machine-readable zone of a passport', () => {
  it('that agrees ends the step', async () => {
    const one = await showsPassport(await readingServer(), {});
    assert.equal(one.seen.current?.step, 'manage-payouts');
  });

  for (const [reason, zone] of [
    ['expired', { expires: '260227' }],
    ['date-of-birth-mismatch', { born: '900413' }],
    ['name-mismatch', { first: 'MARY', last: 'SAMPLE' }],
  ] as const) {
    it(`that contradicts the payee ends the try: ${reason}`, async () => {
      const one = await showsPassport(await readingServer(), zone);
      assert.deepEqual([identity(one).phase, identity(one).rejection], ['rejected', reason]);
    });
  }

  it('is not looked for where nothing reads text, and does no harm where the reader fails', async () => {
    for (const readText of [null, () => Promise.reject(new Error('broken'))]) {
      const server = await createTestServer({ deps: { readText } });
      const one = await showsPassport(server, { expires: '200101' });
      assert.equal(one.seen.current?.step, 'manage-payouts');
      assert.equal(
        server.logLines.filter(({ msg }) => msg === 'the text reader failed').length,
        readText ? 1 : 0,
      );
    }
  });
});
