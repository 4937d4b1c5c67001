/**
 * Prints the payee's copy of a return (Copy B) as a substitute statement, with the boxes that are filled and
 * the sentence that Publication 1179 wants on it. The payee's US number is truncated to its last four digits,
 * as Treas. Reg. §301.6109-4(b) allows on statements; the payer's stands whole.
 */
import { PDFDocument, rgb } from 'pdf-lib';
import type { PDFFont, PDFPage } from 'pdf-lib';
import type { TaxReturnForm } from '../../../contract/money/tax-returns.ts';
import type { ReturnedRow, TaxReturnRow } from '../../db/tax-returns.ts';
import { dollars } from '../../language/csv.ts';
import { embedFonts } from '../../pdf/fonts.ts';
import type { Fonts } from '../../pdf/fonts.ts';
import { accountOf, placeOf, readLine } from './file.ts';
import { nameOf } from './recipient.ts';
import type { Recipient } from './recipient.ts';

/** US Letter, in points. The form takes the upper half of the page. */
const [width, height, margin] = [612, 792, 54];
const [ink, quiet] = [rgb(0.1, 0.1, 0.12), rgb(0.38, 0.4, 0.44)];
const middle = width / 2;

const titles: Readonly<Record<TaxReturnForm, readonly [form: string, title: string]>> = {
  '1099-nec': ['Form 1099-NEC', 'Nonemployee Compensation'],
  '1099-misc': ['Form 1099-MISC', 'Miscellaneous Information'],
  '1042-s': ['Form 1042-S', 'Foreign Person’s U.S. Source Income Subject to Withholding'],
};

/** Boxes with amounts, as the forms call them, in their order. */
const amounts: Readonly<Record<TaxReturnForm, readonly (readonly [box: string, label: string])[]>> = {
  '1099-nec': [
    ['1', 'Nonemployee compensation'],
    ['4', 'Federal income tax withheld'],
  ],
  '1099-misc': [
    ['2', 'Royalties'],
    ['3', 'Other income'],
    ['4', 'Federal income tax withheld'],
  ],
  '1042-s': [
    ['2', 'Gross income'],
    ['7a', 'Federal tax withheld'],
    ['9', 'Overwithheld tax repaid to recipient'],
    ['10', 'Total withholding credit'],
  ],
};

const legend: Readonly<Record<TaxReturnForm, string>> = {
  '1099-nec':
    'This is important tax information and is being furnished to the IRS. If you are required to file a return, a negligence penalty or other sanction may be imposed on you if this income is taxable and the IRS determines that it has not been reported.',
  '1099-misc':
    'This is important tax information and is being furnished to the IRS. If you are required to file a return, a negligence penalty or other sanction may be imposed on you if this income is taxable and the IRS determines that it has not been reported.',
  '1042-s':
    'This is important tax information and is being furnished to the IRS. It tells what a foreign person had from sources in the United States, and what tax was withheld of it.',
};

export interface Copy {
  readonly row: ReturnedRow;
  readonly recipient: Recipient;
}

/** Returns the bytes: a page for each return of this payee. The same returns are the same bytes. */
export async function printCopies(run: TaxReturnRow, copies: readonly Copy[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const [form, title] = titles[run.form];
  pdf.setTitle(`${form} ${run.year}, ${title}`, { showInWindowTitleBar: true });
  pdf.setLanguage('en-US');
  pdf.setProducer('dots-flow');
  pdf.setCreator('dots-flow');
  pdf.setCreationDate(run.created);
  pdf.setModificationDate(run.created);
  const all = copies.flatMap(({ recipient }) => [nameOf(recipient), recipient.line_1, placeOf(recipient)]);
  const fonts = await embedFonts(pdf, [run.payer.name, ...all]);
  for (const copy of copies) printCopy(pdf.addPage([width, height]), fonts, run, copy);
  return pdf.save();
}

function printCopy(page: PDFPage, fonts: Fonts, run: TaxReturnRow, { row, recipient }: Copy): void {
  const { form, payer, year } = run;
  const agent = form === '1042-s' ? 'WITHHOLDING AGENT' : 'PAYER';
  const [name, title] = titles[form];
  const draw = drawer(page, fonts);
  draw.line(margin, height - 66, name, { font: fonts.bold, size: 16 });
  draw.line(margin, height - 82, title);
  draw.line(middle + 60, height - 66, String(year), { font: fonts.bold, size: 22 });
  draw.line(middle + 60, height - 82, 'Copy B, for the recipient');
  if (row.kind === 'corrected')
    draw.line(width - margin - 80, height - 66, 'CORRECTED', { font: fonts.bold });

  const [left, right] = [margin, middle];
  let y = height - 96;
  draw.box(left, y, middle - left, 74, `${agent}’S name, address and telephone number`, [
    payer.name,
    [payer.line_1, payer.line_2].filter(Boolean).join(', '),
    `${payer.city}, ${payer.state} ${payer.postcode}`,
    payer.phone,
  ]);
  const [half, tin] = [(middle - left) / 2, maskedTin(recipient)];
  draw.box(left, y - 74, half, 34, `${agent}’S TIN`, [`${payer.tin.slice(0, 2)}-${payer.tin.slice(2)}`]);
  draw.box(left + half, y - 74, half, 34, 'RECIPIENT’S U.S. TIN', [tin]);
  draw.box(left, y - 108, middle - left, 74, 'RECIPIENT’S name and address', [
    nameOf(recipient),
    [recipient.line_1, recipient.line_2].filter(Boolean).join(', '),
    placeOf(recipient),
  ]);
  draw.box(left, y - 182, middle - left, 34, 'Account number', [accountOf(row)]);

  const facts: (readonly [string, string])[] = [
    ...(form === '1042-s' ? factsOf(row) : []),
    ...amounts[form].map(
      ([box, label]) => [`${box}  ${label}`, `$ ${dollars(row.boxes[box] ?? 0)}`] as const,
    ),
  ];
  for (const [label, value] of facts) {
    draw.box(right, y, width - margin - middle, 31, label, [value]);
    y -= 31;
  }
  draw.paragraph(margin, Math.min(y, height - 312) - 24, legend[form]);
}

function factsOf(row: ReturnedRow): (readonly [string, string])[] {
  const { code, rate, exemption } = readLine(row);
  return [
    ['1  Income code', code],
    ['3  Chapter indicator', '3'],
    ['3a, 3b  Exemption code, tax rate', `${exemption}, ${rate}`],
  ];
}

function maskedTin({ tin, tinType }: Recipient): string {
  if (tin === '') return '';
  return tinType === 'EIN' ? `**-***${tin.slice(-4)}` : `***-**-${tin.slice(-4)}`;
}

interface Style {
  readonly font?: PDFFont;
  readonly size?: number;
  readonly color?: typeof ink;
}

function drawer(page: PDFPage, fonts: Fonts) {
  const line = (x: number, y: number, given: string, { font, size = 9, color = ink }: Style = {}) => {
    const set = font ? { font, text: given } : fonts.set(given);
    page.drawText(set.text, { x, y, size, font: set.font, color });
  };
  return {
    line,
    /** A box from its upper left corner, with its label and what stands in it. */
    box(x: number, y: number, w: number, h: number, label: string, texts: readonly string[]) {
      page.drawRectangle({ x, y: y - h, width: w, height: h, borderColor: ink, borderWidth: 0.6 });
      line(x + 4, y - 9, label, { size: 6.5, color: quiet });
      for (const [at, text] of texts.entries()) line(x + 4, y - 22 - 13 * at, text);
    },
    paragraph(x: number, y: number, text: string) {
      page.drawText(text, {
        ...{ x, y, size: 8, font: fonts.plain, color: quiet, lineHeight: 11, maxWidth: width - 2 * margin },
      });
    },
  };
}
