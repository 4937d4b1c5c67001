import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readBarcode } from '../../../src/server/identity/barcode.ts';
import { parseAamva } from '../../../src/server/identity/aamva.ts';
import { jpeg, png } from '../../support/images.ts';
import { aamvaText, licenceBack } from '../../support/licence.ts';

describe('the barcode on the back of a licence', () => {
  it('is read from a picture, without a network', async () => {
    const text = await readBarcode(await licenceBack());
    assert.deepEqual(parseAamva(text ?? ''), {
      firstName: 'JANE',
      lastName: 'DOE',
      dateOfBirth: '1990-04-12',
      expires: '2031-04-12',
    });
  });

  it('is null when there is none, or no picture', async () => {
    assert.equal(await readBarcode(png()), null);
    assert.equal(await readBarcode(jpeg()), null);
    assert.equal(await readBarcode(Buffer.from('nothing like a picture')), null);
  });

  it('is read one after the other when many ask', async () => {
    const back = await licenceBack({ first: 'ADA', last: 'EXAMPLE' });
    const texts = await Promise.all([readBarcode(back), readBarcode(png()), readBarcode(back)]);
    assert.deepEqual(
      texts.map((text) => text && parseAamva(text)?.lastName),
      ['EXAMPLE', null, 'EXAMPLE'],
    );
  });
});

describe('licence data', () => {
  it('is read in the layouts of older versions', () => {
    const old =
      '@\n\u001e\rANSI 6360100102DL00390187ZF02260031DLDAADOE,JANE,MARY\nDAQX0000000\nDBA20310412\nDBB19900412\r';
    assert.deepEqual(parseAamva(old), {
      firstName: 'JANE',
      lastName: 'DOE',
      dateOfBirth: '1990-04-12',
      expires: '2031-04-12',
    });
    const given = '@\n\u001e\rANSI 636026030002DL00410278DLDCSDOE\nDCTJANE MARY\nDBB04121990\r';
    assert.deepEqual(parseAamva(given), {
      firstName: 'JANE',
      lastName: 'DOE',
      dateOfBirth: '1990-04-12',
      expires: undefined,
    });
  });

  it('leaves out dates that do not exist', () => {
    assert.equal(parseAamva(aamvaText({ expires: '00000000' }))?.expires, undefined);
    assert.equal(parseAamva(aamvaText({ born: '13321990' }))?.dateOfBirth, undefined);
  });

  it('is not seen in other text', () => {
    assert.equal(parseAamva('https://example.com/DCSDOE'), null);
    assert.equal(parseAamva(''), null);
  });
});

const realFetch = globalThis.fetch;
before(() => {
  globalThis.fetch = () => {
    throw new Error('The network was used.');
  };
});
after(() => {
  globalThis.fetch = realFetch;
});
