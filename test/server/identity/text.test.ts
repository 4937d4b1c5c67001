import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findMrz } from '../../../src/server/identity/mrz.ts';
import { cardLines, page, passportLines } from '../../support/passport.ts';
import { patientReader } from '../../support/text-reader.ts';

const now = new Date('2026-03-02T09:00:00Z');
const jane = {
  firstName: 'JANE',
  lastName: 'DOE',
  dateOfBirth: '1990-04-12',
  expires: '2031-04-12',
  namesMayBeMisread: true,
};
const facts = async (picture: Uint8Array) => findMrz((await patientReader(picture)) ?? [], now);

describe('the machine-readable zone on a picture', () => {
  it('of a passport is read', async () => {
    assert.deepEqual(await facts(page(passportLines())), jane);
  });

  it('of a card, askew, noisy and pale, is read', async () => {
    assert.deepEqual(await facts(page(cardLines(), { degrees: 3, noise: 30, ink: 90 })), jane);
  });

  it('with a date that its check digit does not allow is not read', async () => {
    const [names = '', numbers = ''] = passportLines();
    assert.equal(await facts(page([names, numbers.replace('900412', '900421')])), null);
  });

  it('is not read where there is none, and where noise hides it', async () => {
    assert.equal(await facts(page([])), null);
    assert.equal(await facts(page(passportLines(), { noise: 150, ink: 190 })), null);
  });
});

describe('the reader of text', () => {
  it('finds none in what is no picture', async () => {
    assert.deepEqual(await patientReader(Buffer.from('nothing like a picture')), []);
  });
});
