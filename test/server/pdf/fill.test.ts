/** A filled form says what was answered, in whatever letters and on whatever page, or says that it cannot. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inflateSync } from 'node:zlib';
import { PDFDict, PDFDocument, PDFName, PDFRawStream, degrees } from 'pdf-lib';
import type { PdfField } from '../../../src/contract/steps/pdf-form-fill.ts';
import { fillPdf } from '../../../src/server/pdf/fill.ts';
import type { Filling } from '../../../src/server/pdf/fill.ts';
import { readFields } from '../../../src/server/pdf/read-fields.ts';
import { addSignature } from '../../support/pdf-forms.ts';
import { attachedJson, placesOf, textOf } from '../../support/pdf-text.ts';

const now = new Date('2026-03-02T09:00:00Z');

/** Makes a form, reads its fields, and fills it in by label. */
async function filled(
  make: (pdf: PDFDocument) => void,
  answers: Record<string, string>,
  more: Partial<Filling> = {},
) {
  const pdf = await PDFDocument.create();
  make(pdf);
  const bytes = await pdf.save();
  const fields = await readFields(await PDFDocument.load(bytes));
  const id = (label: string) => fields.find((field) => field.label === label)?.id ?? label;
  const values = Object.fromEntries(Object.entries(answers).map(([label, value]) => [id(label), value]));
  const result = await fillPdf(bytes, {
    fields,
    values,
    dateFormat: 'YYYY-MM-DD',
    signature: null,
    now,
    ...more,
  });
  return { fields, ...result };
}

const box = { x: 40, y: 200, width: 200, height: 20 };
const oneField = (pdf: PDFDocument) =>
  pdf
    .getForm()
    .createTextField('Name')
    .addToPage(pdf.addPage([400, 300]), box);
const summary = (fields: readonly PdfField[]) =>
  fields.map(({ label, type, options, prefill }) => [label, type, options, prefill]);

describe('the letters of a filled form', () => {
  for (const name of ['Łukasz Żółć', 'Nguyễn Văn Đạt', 'Шевченко', 'Παπαδόπουλος', 'Jane Doe', 'Zoe\u0308 Ł'])
    it(`are those of ${name}`, async () => {
      const { bytes, overfull } = await filled(oneField, { Name: name });
      assert.ok((await textOf(bytes)).includes(name.normalize('NFC')));
      assert.deepEqual(overfull, []);
      assert.equal(await attachedJson(bytes), null);
    });

  it('are Latin where the fonts lack them, and the file keeps what was typed', async () => {
    const { bytes } = await filled(oneField, { Name: '山田 太郎', f1_latin: 'Yamada Taro' });
    const text = await textOf(bytes);
    assert.ok(text.includes('Yamada Taro'));
    assert.ok(!text.includes('U+'));
    assert.deepEqual(await attachedJson(bytes), [
      { field: 'Name', label: 'Name', typed: '山田 太郎', printed: 'Yamada Taro' },
    ]);
  });
});

describe('a text that is longer than its field', () => {
  const sized = (size: number, multiline: boolean) => (pdf: PDFDocument) => {
    const field = pdf.getForm().createTextField('Name');
    if (multiline) field.enableMultiline();
    field.addToPage(pdf.addPage([400, 300]), box);
    field.setFontSize(size);
  };

  it('is made smaller as far as it can be read', async () => {
    const { overfull, bytes } = await filled(sized(12, false), { Name: 'M'.repeat(30) });
    assert.deepEqual(overfull, []);
    assert.ok((await textOf(bytes)).includes('M'.repeat(30)));
  });

  for (const multiline of [false, true])
    for (const size of [0, 12])
      it(`is not filed when it does not fit even then (${multiline ? 'lines' : 'one line'}, ${size})`, async () => {
        const { overfull } = await filled(sized(size, multiline), { Name: 'M m '.repeat(200) });
        assert.deepEqual(overfull, ['f1']);
      });
});

describe('boxes that share a name', () => {
  /** Each box has a value of its own, as Acrobat makes them. pdf-lib only makes boxes of one value. */
  const boxes = (pdf: PDFDocument) => {
    const page = pdf.addPage([400, 300]);
    const field = pdf.getForm().createCheckBox('Status');
    for (const [at, value] of ['Single', 'Married'].entries()) {
      field.addToPage(page, { x: 40 + 100 * at, y: 200, width: 14, height: 14 });
      const widget = field.acroField.getWidgets()[at] ?? assert.fail('no widget');
      const states = widget.getAppearances()?.normal;
      const on = widget.getOnValue() ?? assert.fail('no value');
      if (!(states && 'get' in states)) assert.fail('no states');
      const look = states.get(on) ?? assert.fail('no look');
      states.delete(on);
      states.delete(PDFName.of('Off'));
      states.set(PDFName.of(value), look);
      widget.setAppearanceState(PDFName.of('Off'));
    }
  };

  /** Returns how much is drawn in each box of the page: its edge, or its edge and a tick. */
  async function drawnIn(bytes: Uint8Array): Promise<number[]> {
    const pdf = await PDFDocument.load(bytes);
    const drawn = pdf.getPage(0).node.Resources()?.lookup(PDFName.of('XObject'), PDFDict);
    return (drawn?.values() ?? []).map((ref) => {
      const stream = pdf.context.lookup(ref);
      return stream instanceof PDFRawStream ? inflateSync(stream.contents).length : 0;
    });
  }

  it('are one choice, and the chosen one is ticked', async () => {
    for (const choice of ['Single', 'Married']) {
      const { fields, bytes } = await filled(boxes, { Status: choice });
      assert.deepEqual(summary(fields), [['Status', 'radio', ['Single', 'Married'], null]]);
      const [single = 0, married = 0] = await drawnIn(bytes);
      assert.equal(single > married ? 'Single' : 'Married', choice);
      assert.notEqual(single, married);
    }
  });
});

describe('a list from which several can be chosen', () => {
  const list = (pdf: PDFDocument) => {
    const field = pdf.getForm().createOptionList('Languages');
    field.addOptions(['German', 'Polish', 'Czech', 'Danish', 'Dutch', 'Greek']);
    field.enableMultiselect();
    field.select(['Polish', 'Greek']);
    field.addToPage(pdf.addPage([400, 300]), { x: 40, y: 150, width: 200, height: 60 });
  };

  it('is a box for each option, and all that are ticked are printed', async () => {
    const { fields, bytes } = await filled(list, {
      'Languages: German': 'true',
      'Languages: Greek': 'true',
    });
    assert.deepEqual(
      fields.map(({ label, type, prefill }) => [label, type, prefill]),
      [
        ['Languages: German', 'checkbox', null],
        ['Languages: Polish', 'checkbox', 'true'],
        ['Languages: Czech', 'checkbox', null],
        ['Languages: Danish', 'checkbox', null],
        ['Languages: Dutch', 'checkbox', null],
        ['Languages: Greek', 'checkbox', 'true'],
      ],
    );
    // The template's own look of the list is still in the file, and nothing shows it.
    assert.deepEqual((await textOf(bytes)).split('\n').slice(-2), ['German', 'Greek']);
  });
});

describe('a page that is shown turned', () => {
  const turned = (pdf: PDFDocument) => {
    const page = pdf.addPage([300, 400]);
    page.setRotation(degrees(90));
    const form = pdf.getForm();
    // Seen in the order A, B: the page's x grows downwards.
    form.createTextField('B').addToPage(page, { x: 200, y: 40, width: 20, height: 200 });
    form.createTextField('A').addToPage(page, { x: 100, y: 40, width: 20, height: 200 });
    addSignature(pdf, page, { x: 240, y: 40, width: 40, height: 200 });
  };

  it('has its fields in the order in which they are seen, and upright text', async () => {
    const { fields, bytes } = await filled(
      turned,
      { A: 'first', B: 'second' },
      { signature: { name: 'Jane Doe', at: now } },
    );
    assert.deepEqual(
      fields.map(({ label }) => label),
      ['A', 'B', 'Signature'],
    );
    const places = await placesOf(bytes);
    // Turned by 90 degrees against the clock, from the corner that is seen as the lower left one.
    assert.ok(
      places.some(
        ([a, b, c, d, x = 0, y]) => a === 0 && b === 1 && c === -1 && d === 0 && x > 240 && y === 42,
      ),
    );
  });
});
