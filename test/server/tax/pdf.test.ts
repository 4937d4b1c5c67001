import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { embedFonts, printable } from '../../../src/server/pdf/fonts.ts';
import { printTaxDocument } from '../../../src/server/tax/document/pdf.ts';
import { linesIn } from '../../support/pdf-text.ts';

const at = new Date('2026-03-01T12:00:00Z');
const document = (value: string, lines = 1) => ({
  title: 'Form W-8BEN (Rev. October 2021)',
  purpose: 'Certificate',
  sections: [
    { title: 'Part I', lines: Array.from({ length: lines }, () => ({ line: '1', label: 'Name', value })) },
  ],
  certification: ['Under penalties of perjury'],
});
const print = (value: string, lines?: number) =>
  printTaxDocument(document(value, lines), {
    form: 'w8ben',
    status: 'draft',
    at,
    requester: { name: 'Acme', address: null },
    fields: { name: value },
  });

/** Bytes of the attached form.json. */
async function attachment(bytes: Uint8Array): Promise<string> {
  const pdf = await PDFDocument.load(bytes);
  for (const [, object] of pdf.context.enumerateIndirectObjects())
    if (object instanceof PDFRawStream && object.dict.get(PDFName.of('Type')) === PDFName.of('EmbeddedFile'))
      return inflateSync(object.contents).toString('utf8');
  return '';
}

describe('the PDF of a tax form', () => {
  it('needs no font of its own for names of Western Europe, and embeds one for others', async () => {
    const [plain, wide] = await Promise.all([print('Ada Müller'), print('Łukasz Żółć')]);
    assert.ok(plain.length < 8_000, String(plain.length));
    assert.ok(wide.length > plain.length);
    assert.ok(wide.length < 60_000, String(wide.length));
  });

  it('prints what no font has as code points, and has everything as typed in its attachment', async () => {
    const name = 'Ada 王 علی Ђорђе';
    const attached = JSON.parse(await attachment(await print(name))) as { name: string };
    assert.equal(attached.name, name);
    const fonts = await embedFonts(await PDFDocument.create(), [name]);
    assert.equal(fonts.set(name).text, 'Ada [U+738B] علی Ђорђе');
    assert.equal(fonts.set(name).complete, false);
    assert.equal(fonts.set('Ђорђе').complete, true);
    assert.equal(printable('a王', new Set([97])), 'a[U+738B]');
  });

  it('goes on on another page, and bears a word that is wider than the page', async () => {
    const pdf = await PDFDocument.load(await print('x'.repeat(300), 30));
    assert.ok(pdf.getPageCount() > 1);
  });

  it('draws a line through each row of what is crossed out, and through nothing else', async () => {
    const long = 'I am not subject to backup withholding because I have not been notified '.repeat(3);
    const lines = async (struck?: number[]) => {
      const certification = ['I certify that:', 'My number is right; and', long];
      const pdf = await printTaxDocument(
        { ...document('Ada'), certification, ...(struck && { struck }) },
        { form: 'w9', status: 'draft', at, requester: { name: 'Acme', address: null }, fields: {} },
      );
      return linesIn(pdf);
    };
    const none = await lines();
    assert.equal(await lines([]), none);
    assert.equal(await lines([1]), none + 1);
    assert.ok((await lines([2])) >= none + 2);
  });

  it('is the same for the same form', async () => assert.deepEqual(await print('Ada'), await print('Ada')));
});
