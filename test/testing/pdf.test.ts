/** The PDFs that the mock makes by hand are PDFs. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodePDFRawStream, PDFDocument, PDFRawStream } from 'pdf-lib';
import { mockPdf } from '../../src/testing/mock/pdf.ts';

test('a PDF of the mock can be read, and has its lines', async () => {
  const file = Buffer.from(mockPdf(['Größe: “señor” É 5 €', '(one) \\ two']), 'base64').toString('latin1');
  assert.match(file.slice(Number(/startxref\n(\d+)/.exec(file)?.[1])), /^xref\n0 6\n/);
  const places = [...file.matchAll(/^(\d{10}) 00000 n/gm)].map(([, place]) => Number(place));
  for (const [index, place] of places.entries())
    assert.ok(file.slice(place).startsWith(`${index + 1} 0 obj\n`), `object ${index + 1}`);
  const pdf = await PDFDocument.load(Buffer.from(file, 'latin1'), { throwOnInvalidObject: true });
  assert.equal(pdf.getPageCount(), 1);
  const [content] = pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFRawStream ? [object] : []));
  assert.ok(content);
  const drawn = Buffer.from(decodePDFRawStream(content).decode()).toString('latin1');
  const lines = [...drawn.matchAll(/<([0-9a-f]*)> Tj/g)].map(([, hex = '']) =>
    Buffer.from(hex, 'hex').toString('latin1'),
  );
  assert.match(lines[0] ?? '', /mock of dots-flow\/testing/);
  // WinAnsiEncoding, whose quotes and euro are no characters of Latin-1.
  assert.deepEqual(lines.slice(2), ['Größe: \x93señor\x94 É 5 \x80', '(one) \\ two']);
});
