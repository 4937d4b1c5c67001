import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { canPrint } from '../../../src/contract/steps/pdf-text.ts';

test('just the characters of the standard fonts can be printed', async () => {
  const font = (await PDFDocument.create()).embedStandardFont(StandardFonts.Helvetica);
  const known = new Set(font.getCharacterSet());
  for (let code = 0x20; code < 0xd800; code++) {
    const character = String.fromCodePoint(code);
    // Another spelling of a known letter becomes that letter.
    if (character.normalize('NFC') === character)
      assert.equal(canPrint(character), known.has(code), `U+${code.toString(16)}`);
  }
  assert.ok(canPrint('Cafe\u0301\tin two\nlines'));
  assert.ok(!canPrint('Łódź') && !canPrint('🙂') && !canPrint('\u0007'));
});
