/**
 * Which boxes of an information return a payee's year fills, in cents; a pure rule. What was to be kept back
 * elsewhere (mode `report`) counts as kept back: whoever chose that mode keeps it back. What was released
 * does not.
 *
 * It is simplified: payments to corporations are left out whatever they are for, though those for legal and
 * medical services are reported (Treas. Reg. §1.6041-3(p)(1)); what is for whom is not known here. Nothing
 * is reported by state. Royalties and other income of US persons are taken for boxes 2 and 3 of the
 * 1099-MISC, because rents, prizes and the like are not told apart.
 */
import type { TaxPart, TaxTotal } from '../../../contract/money/tax-totals.ts';
import type { TaxReturnForm } from '../../../contract/money/tax-returns.ts';
import type { ComplianceInput } from '../../../contract/steps/compliance-requests.ts';
import { ruleFor } from '../../../contract/tax/rules.ts';

/** One return. `line` tells apart those of one payee on one form; its boxes are cents. */
export interface ReturnLine {
  readonly line: string;
  readonly boxes: Readonly<Record<string, number>>;
}

/** From USD 10 on (26 USC §6050N(a)), which Pub. L. 119-21 left. */
const royaltyThreshold = 10_00;

/** Returns what has to be reported of a payee. `fields`: their newest form; null: there is none. */
export function returnsOf(
  form: TaxReturnForm,
  total: Pick<TaxTotal, 'year' | 'parts' | 'paid_elsewhere'>,
  fields: ComplianceInput | null,
): ReturnLine[] {
  switch (form) {
    case '1099-nec':
      return nec(total, fields);
    case '1099-misc':
      return misc(total, fields);
    case '1042-s':
      return foreign(total);
  }
}

type Given = Parameters<typeof returnsOf>[1];

const taxOf = (parts: readonly TaxPart[]): number =>
  parts.reduce((sum, part) => sum + part.withheld + part.withheld_elsewhere - part.released, 0);
const grossOf = (parts: readonly TaxPart[]): number => parts.reduce((sum, { gross }) => sum + gross, 0);

/**
 * Payments to US persons, wherever the work was done. Those of before there was withholding have no chapter;
 * whoever has no W-8 counts as a US person.
 */
const domestic = ({ parts }: Given, fields: ComplianceInput | null, type: TaxPart['income_type']) =>
  parts.filter(
    (part) =>
      part.income_type === type &&
      part.reason !== 'exempt-payee' &&
      (part.chapter === '24' || (part.chapter === null && (fields?.form ?? 'w9') === 'w9')),
  );

/** Somebody whose form, or whose payments, say that they are no US person. */
const isForeign = ({ parts }: Given, fields: ComplianceInput | null): boolean =>
  fields ? fields.form !== 'w9' : parts.some(({ chapter }) => chapter === '3');

/** Treas. Reg. §1.6041-3(p)(1): a corporation. What was kept back of it is reported nonetheless. */
const isCorporation = (fields: ComplianceInput | null): boolean =>
  fields?.form === 'w9' &&
  fields.entity_type === 'business' &&
  /^(?:[cs]_corporation|llc_[cs])$/.test(fields.tax_classification ?? '');

/**
 * 26 USC §6041A(a), from the year's threshold on; with backup withholding whatever the amount is (General
 * Instructions for Certain Information Returns, part N; Form 1099-NEC instructions, “File Form 1099-NEC”).
 */
function nec(total: Given, fields: ComplianceInput | null): ReturnLine[] {
  const parts = domestic(total, fields, 'services');
  const elsewhere = isForeign(total, fields) ? 0 : total.paid_elsewhere;
  const [paid, tax] = [grossOf(parts) + elsewhere, taxOf(parts)];
  const isReported = paid >= ruleFor('US', total.year).threshold && !isCorporation(fields);
  return isReported || tax > 0 ? [{ line: '', boxes: { '1': paid, '4': tax } }] : [];
}

/** 26 USC §6050N for royalties (box 2), §6041 for other income (box 3). */
function misc(total: Given, fields: ComplianceInput | null): ReturnLine[] {
  const royalties = domestic(total, fields, 'royalties');
  const other = domestic(total, fields, 'other');
  const of = (parts: readonly TaxPart[], threshold: number): number => {
    const paid = grossOf(parts);
    return (paid >= threshold && !isCorporation(fields)) || taxOf(parts) > 0 ? paid : 0;
  };
  const boxes = {
    '2': of(royalties, royaltyThreshold),
    '3': of(other, ruleFor('US', total.year).threshold),
    '4': taxOf([...royalties, ...other]),
  };
  return boxes['2'] + boxes['3'] > 0 ? [{ line: '', boxes }] : [];
}

/**
 * Box 1 of Form 1042-S (its instructions, “Income Codes”): compensation for independent personal services,
 * other royalties (copyrights and the like), other income.
 */
const incomeCodes = { services: '17', royalties: '12', other: '23' } as const;

/**
 * What foreign persons had from the United States, from the first dollar on, with tax or without (Treas. Reg.
 * §1.1461-1(c)(1), (2)). Each type of income at each rate is a form of its own (instructions, “Multiple
 * Payments”).
 */
function foreign({ parts }: Given): ReturnLine[] {
  const lines = new Map<string, TaxPart[]>();
  for (const part of parts) {
    if (part.chapter !== '3' || part.income_type === null || part.us_gross === 0) continue;
    const line = `${incomeCodes[part.income_type]} ${Math.round((part.rate ?? 0) * 10_000)} ${exemption(part)}`;
    lines.set(line, [...(lines.get(line) ?? []), part]);
  }
  return [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([line, of]) => {
      const kept = of.reduce((sum, part) => sum + part.withheld + part.withheld_elsewhere, 0);
      const repaid = of.reduce((sum, { released }) => sum + released, 0);
      const gross = of.reduce((sum, { us_gross }) => sum + us_gross, 0);
      return { line, boxes: { '2': gross, '7a': kept, '9': repaid, '10': kept - repaid } };
    });
}

/**
 * Box 3a (instructions, “Exemption Codes”): `01`, effectively connected; `02`, exempt under the Code; `04`,
 * exempt under a treaty; `00`, not exempt. Of a rate of 0 that was approved for an intermediary or on a whole
 * Form W-8BEN-E nobody told the ground: a treaty is the usual one. A foreign government has a code of its own
 * (`24`, section 892), and those to whom an intermediary passes money on have returns of their own: the
 * partner, who has read the form, changes the line.
 */
function exemption({ rate, reason }: TaxPart): '00' | '01' | '02' | '04' {
  if (rate !== 0) return '00';
  if (reason === 'effectively-connected') return '01';
  if (reason === 'exempt-organization') return '02';
  const isTreaty =
    reason === 'treaty' ||
    reason === 'treaty-services' ||
    reason === 'intermediary' ||
    reason === 'approved-form';
  return isTreaty ? '04' : '00';
}
