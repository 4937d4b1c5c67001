/** The returns of a run as a file, in the columns of `columns.ts`. */
import type { TaxPayer, TaxReturnForm, TaxReturnKind } from '../../../contract/money/tax-returns.ts';
import { hadSecond } from '../../../contract/tax/b-notices.ts';
import { rowsReturned } from '../../db/tax-returns.ts';
import type { ReturnedRow, TaxReturnRow } from '../../db/tax-returns.ts';
import { findUserById } from '../../db/users.ts';
import { asText, csvLine, dollars } from '../../language/csv.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { columnsOf } from './columns.ts';
import { nameOf } from './recipient.ts';
import type { Recipient } from './recipient.ts';
import { findSource, recipientFrom } from './source.ts';

const atOnce = 200;

/** Yields the file, piece by piece. */
export async function* returnsCsv(
  deps: Pick<Deps, 'db' | 'vault'>,
  run: TaxReturnRow,
  kind: TaxReturnKind,
): AsyncGenerator<string> {
  const columns = columnsOf[run.form];
  yield csvLine(columns);
  let after = 0;
  for (;;) {
    const rows = await rowsReturned(deps.db, run.id, kind, { after, limit: atOnce });
    const lines: string[] = [];
    for (const row of rows) {
      const values = valuesOf[run.form](run, row, await recipientOfRow(deps, deps.db, row));
      lines.push(csvLine(columns.map((column) => values[column] ?? '')));
    }
    yield lines.join('');
    if (rows.length < atOnce) return;
    after = rows.at(-1)?.number ?? after;
  }
}

/** Returns whom a row is about, with the whole number. */
export async function recipientOfRow(
  deps: Pick<Deps, 'vault'>,
  db: Queryable,
  { user_id, tax_form_id, tax_upload_id }: Pick<ReturnedRow, 'user_id' | 'tax_form_id' | 'tax_upload_id'>,
): Promise<Recipient> {
  const source = await findSource(db, { tax_form_id, tax_upload_id });
  return recipientFrom(deps, source, await findUserById(db, user_id));
}

type Values = Readonly<Record<string, string>>;
type Filled = (run: TaxReturnRow, row: ReturnedRow, recipient: Recipient) => Values;

/** An account number has 20 characters at most. The first 80 bits of a random id are unique, too. */
export const accountOf = ({ user_id }: Pick<ReturnedRow, 'user_id'>): string =>
  user_id.replaceAll('-', '').slice(0, 20);

const name1099 = { '1099-nec': '1099-NEC', '1099-misc': '1099-MISC' } as const;

function common(
  form: keyof typeof name1099,
  { year, payer, created }: TaxReturnRow,
  row: ReturnedRow,
  recipient: Recipient,
): Values {
  const isBusiness = recipient.business !== '';
  return {
    ...{ 'Form Type': name1099[form], 'Tax Year': String(year), ...payerValues(payer) },
    ...{ 'Recipient TIN Type': recipient.tinType, 'Recipient Taxpayer ID Number': recipient.tin },
    'Recipient Name Type': isBusiness ? 'B' : 'I',
    'Recipient Business or Entity Name Line 1': asText(recipient.business),
    'Recipient Business or Entity Name Line 2': asText(recipient.alias),
    ...{ 'Recipient First Name': asText(recipient.first) },
    'Recipient Last Name (Surname)': asText(recipient.last),
    'Recipient Country': recipient.country,
    'Recipient Address Line 1': asText(recipient.line_1),
    'Recipient Address Line 2': asText(recipient.line_2),
    'Recipient City/Town': asText(recipient.city),
    'Recipient State/Province/Territory': asText(recipient.state),
    'Recipient ZIP/Postal Code': asText(recipient.postcode),
    'Form Account Number': accountOf(row),
    '2nd TIN Notice': hadSecond(recipient.notices, created) ? 'Y' : 'N',
  };
}

const payerValues = (payer: TaxPayer): Values => ({
  ...{ 'Payer TIN Type': 'EIN', 'Payer Taxpayer ID Number': payer.tin, 'Payer Name Type': 'B' },
  ...{ 'Payer Business or Entity Name Line 1': asText(payer.name), 'Payer Country': 'US' },
  ...{ 'Payer Address Line 1': asText(payer.line_1), 'Payer Address Line 2': asText(payer.line_2 ?? '') },
  ...{ 'Payer City/Town': asText(payer.city), 'Payer State/Province/Territory': payer.state },
  ...{ 'Payer ZIP/Postal Code': payer.postcode, 'Payer Phone Type': 'D', 'Payer Phone': payer.phone },
});

/** An amount of 0 stands only where it corrects one; elsewhere a box without an amount is empty. */
const inBox = ({ boxes, kind }: ReturnedRow, box: string): string => {
  const cents = boxes[box] ?? 0;
  return cents === 0 && kind === 'original' ? '' : dollars(cents);
};

const valuesOf: Readonly<Record<TaxReturnForm, Filled>> = {
  '1099-nec': (run, row, recipient) => ({
    ...common('1099-nec', run, row, recipient),
    'Box 1 - Nonemployee Compensation': inBox(row, '1'),
    'Box 2 - Payer made direct sales totaling $5000 or more of consumer products to a recipient for resale':
      'N',
    'Box 4 - Federal income tax withheld': inBox(row, '4'),
  }),
  '1099-misc': (run, row, recipient) => ({
    ...common('1099-misc', run, row, recipient),
    ...{ 'FATCA Filing Requirements': 'N', 'Box 2 - Royalties': inBox(row, '2') },
    'Box 3 - Other Income': inBox(row, '3'),
    'Box 4 - Federal income tax withheld': inBox(row, '4'),
    'Box 7 - Direct sales of $5000 or more of consumer products to a recipient for resale': 'N',
  }),
  '1042-s': ({ year, payer }, row, recipient) => {
    const { code, rate, exemption } = readLine(row);
    return {
      ...{ 'Tax Year': String(year), 'Box 1 Income code': code, 'Box 2 Gross income': inBox(row, '2') },
      ...{ 'Box 3 Chapter indicator': '3', 'Box 3a Exemption code': exemption, 'Box 3b Tax rate': rate },
      // 15: the payee is not subject to chapter 4 withholding (instructions, “Exemption Codes”).
      ...{ 'Box 4a Exemption code': '15', 'Box 4b Tax rate': '00.00' },
      'Box 7a Federal tax withheld': inBox(row, '7a'),
      'Box 9 Overwithheld tax repaid to recipient': inBox(row, '9'),
      'Box 10 Total withholding credit': inBox(row, '10'),
      "Box 12a Withholding agent's EIN": payer.tin,
      "Box 12d Withholding agent's name": asText(payer.name),
      "Box 12h Withholding agent's address": asText(joined([payer.line_1, payer.line_2], ', ')),
      "Box 12i Withholding agent's city, state, ZIP": asText(
        `${payer.city}, ${payer.state} ${payer.postcode}`,
      ),
      "Box 13a Recipient's name": asText(nameOf(recipient)),
      "Box 13b Recipient's country (ISO 3166-1)": recipient.country,
      "Box 13c Recipient's address": asText(joined([recipient.line_1, recipient.line_2], ', ')),
      "Box 13d Recipient's city, province, postal code, country": asText(placeOf(recipient)),
      "Box 13e Recipient's U.S. TIN": recipient.tin,
      'Box 13f Ch. 3 status code': recipient.status,
      'Box 13g Ch. 4 status code': recipient.status4,
      "Box 13i Recipient's foreign tax identification number": asText(recipient.foreignTin),
      "Box 13k Recipient's account number": accountOf(row),
      "Box 13l Recipient's date of birth": recipient.birth.replaceAll('-', ''),
    };
  },
};

/** What the line of a 1042-S says: income code, basis points and exemption code (`boxes.ts`). */
export function readLine({ line }: Pick<ReturnedRow, 'line'>) {
  const [code = '', points = '0', exemption = ''] = line.split(' ');
  const [whole = '', rest = ''] = (Number(points) / 100).toFixed(2).split('.');
  return { code, rate: `${whole.padStart(2, '0')}.${rest}`, exemption };
}

const joined = (parts: readonly (string | undefined)[], by: string): string => parts.filter(Boolean).join(by);

export const placeOf = ({ city, state, postcode, country }: Recipient): string =>
  joined([city, state, postcode, country], ', ');
