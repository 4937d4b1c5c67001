/** Prints the statement of a month: what came in and what left, by purpose and by day, on one page or two. */
import { PDFDocument, rgb } from 'pdf-lib';
import type { PDFFont, PDFPage } from 'pdf-lib';
import type { Statement, WalletPurpose } from '../../contract/money/apps.ts';
import { dollars } from '../language/csv.ts';
import { embedFonts } from '../pdf/fonts.ts';

/** US Letter, in points. */
const [width, height] = [612, 792];
const margin = 54;
const [ink, quiet, hairline] = [rgb(0.1, 0.1, 0.12), rgb(0.38, 0.4, 0.44), rgb(0.82, 0.83, 0.86)];
const rowHeight = 16;
/** The right edges of the columns of amounts; text begins at the margin. */
const columns = [330, 444, width - margin];

const names: Readonly<Record<WalletPurpose, string>> = {
  opening: 'First money of the sandbox',
  refills: 'Refills and deposits',
  withdrawals: 'Withdrawals',
  refills_undone: 'Deposits and withdrawals that came back',
  to_users: 'Transfers to users',
  from_users: 'Transfers from users',
  transfers_undone: 'Transfers of payouts that did not arrive',
  payments: 'Payments of users',
  payments_undone: 'Payments that came back',
  payout_links: 'Payout links',
  payout_links_undone: 'Payout links that nobody claimed',
  payout_fees: 'Fees of payouts',
  payout_fees_undone: 'Fees of payouts that did not arrive',
};

/** Returns the bytes. Its amounts are those of the statement, to the cent. */
export async function printStatement(
  statement: Statement,
  { appName, at }: { readonly appName: string; readonly at: Date },
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const title = `Statement ${statement.month}`;
  pdf.setTitle(`${title}, ${appName}`, { showInWindowTitleBar: true });
  pdf.setLanguage('en-US');
  pdf.setProducer('dots-flow');
  pdf.setCreator('dots-flow');
  pdf.setCreationDate(at);
  pdf.setModificationDate(at);
  const fonts = await embedFonts(pdf, [appName]);
  const { plain, bold } = fonts;
  const print = printer(pdf, plain);

  print.row([title], { font: bold, size: 18 });
  const named = fonts.set(appName);
  print.row([named.text], { font: named.font, size: 11 });
  print.row([`Wallet of the app ${statement.app_id}. All amounts in US dollars, all times in UTC.`], {
    size: 8,
    color: quiet,
  });
  if (!statement.complete)
    print.row([`The month is not over. This is what was booked by ${at.toISOString()}.`], {
      size: 8,
      color: quiet,
    });

  print.rule();
  print.row(['Balance at the beginning', '', '', dollars(statement.opening_balance)], { font: bold });
  for (const { purpose, entries, amount } of statement.totals)
    print.row([names[purpose], `${entries} ${entries === 1 ? 'entry' : 'entries'}`, '', dollars(amount)]);
  print.row(['Balance at the end', '', '', dollars(statement.closing_balance)], { font: bold });

  print.rule();
  print.row(['Day', 'In', 'Out', 'Balance'], { size: 8, color: quiet });
  for (const { date, money_in, money_out, balance } of statement.days)
    print.row([date, dollars(money_in), dollars(money_out), dollars(balance)]);
  return pdf.save();
}

interface Style {
  readonly font?: PDFFont;
  readonly size?: number;
  readonly color?: typeof ink;
}

/** Writes rows from top to bottom, and goes on to the next page by itself. */
function printer(pdf: PDFDocument, plain: PDFFont) {
  let page: PDFPage = pdf.addPage([width, height]);
  let y = height - margin;
  const down = (by: number) => {
    y -= by;
    if (y >= margin) return;
    page = pdf.addPage([width, height]);
    y = height - margin - by;
  };
  return {
    /** The first field begins at the margin, the others end at their columns. */
    row(fields: readonly string[], { font = plain, size = 10, color = ink }: Style = {}) {
      down(Math.max(rowHeight, size * 1.5));
      for (const [at, field] of fields.entries()) {
        const edge = at === 0 ? null : columns[at - 1];
        const x = edge === null || edge === undefined ? margin : edge - font.widthOfTextAtSize(field, size);
        page.drawText(field, { x, y, size, font, color });
      }
    },
    rule() {
      down(rowHeight);
      page.drawLine({
        start: { x: margin, y },
        end: { x: width - margin, y },
        thickness: 0.5,
        color: hairline,
      });
    },
  };
}
