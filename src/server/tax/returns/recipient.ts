/** Whom a return is about: from the tax form that was filed, or from the user where there is none. */
import { wholeName } from '../../../contract/forms/names.ts';
import type { UploadedForm } from '../../../contract/forms/tax-uploads.ts';
import { tinTypeOf } from '../../../contract/forms/w9.ts';
import type { ComplianceInput } from '../../../contract/steps/compliance-requests.ts';
import type { BNoticeFacts } from '../../../contract/tax/b-notices.ts';
import type { PaperPerson } from '../uploads/person.ts';

export interface Recipient {
  /** A person's name in two parts; a business has one in `business`. */
  readonly first: string;
  readonly last: string;
  readonly business: string;
  /** The second line of a business: its trade name. */
  readonly alias: string;
  /** As the IRS names them. Empty: no US number is known. */
  readonly tinType: 'SSN' | 'EIN' | 'ITIN' | '';
  readonly tin: string;
  readonly foreignTin: string;
  readonly birth: string;
  readonly line_1: string;
  readonly line_2: string;
  readonly city: string;
  readonly state: string;
  readonly postcode: string;
  /** ISO alpha-2. */
  readonly country: string;
  /** Form 1042-S, box 13f: 15, a corporation; 16, an individual (its instructions, Appendix B). */
  readonly status: string;
  /** Box 13g. Empty: no paper told it. */
  readonly status4: string;
  /** What the IRS has said of their number. */
  readonly notices: readonly BNoticeFacts[];
}

const nobody: Recipient = {
  ...{ first: '', last: '', business: '', alias: '', tinType: '', tin: '', foreignTin: '', birth: '' },
  ...{ line_1: '', line_2: '', city: '', state: '', postcode: '', country: '' },
  ...{ status: '', status4: '' },
  notices: [],
};

interface Payee {
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly b_notices: readonly BNoticeFacts[];
}

export function recipientOf(fields: ComplianceInput | null, user: Payee | null): Recipient {
  const notices = user?.b_notices ?? [];
  if (!fields) return { ...nobody, first: user?.first_name ?? '', last: user?.last_name ?? '', notices };
  const { line_1, line_2 = '', city = '', state = '', postcode = '' } = fields;
  const lives = { ...nobody, line_1, line_2, city, state, postcode, notices };
  if (fields.form === 'w9') {
    const ein = tinTypeOf(fields) === 'ein';
    // A number that begins with 9 is an ITIN (26 CFR §301.6109-1(d)(3); IRS, “ITIN”).
    const tinType = ein ? 'EIN' : fields.tin.startsWith('9') ? 'ITIN' : 'SSN';
    const known = { ...lives, tin: fields.tin, tinType, country: countryIn(fields) } as const;
    if (fields.entity_type === 'business')
      return { ...known, business: fields.business_name, alias: fields.doing_business_as ?? '' };
    return { ...known, first: fields.first_name, last: fields.last_name, birth: fields.date_of_birth };
  }
  const { country, foreign_tax_id: foreignTin = '', us_tax_id: tin = '' } = fields;
  const abroad = { ...lives, country, foreignTin, tin: tin.replace(/\D/g, '') };
  if (fields.form === 'w8ben')
    return { ...abroad, business: '', last: fields.name, birth: fields.date_of_birth, status: '16' };
  const status = fields.chapter3_status === 'corporation' ? '15' : '';
  return { ...abroad, business: fields.business_name, status };
}

/** The same from a form that was uploaded. Whether it is of a person or a business, box 13a does not ask. */
export function recipientOnPaper(form: UploadedForm, paper: PaperPerson, user: Payee | null): Recipient {
  const { name = '', country = '', address, us_tin = '', foreign_tin = '' } = paper;
  const { line_1 = '', line_2 = '', city = '', state = '', postcode = '' } = address ?? {};
  return {
    ...{ ...nobody, last: name, line_1, line_2, city, state, postcode, country },
    ...{ tin: us_tin, foreignTin: foreign_tin, birth: paper.date_of_birth ?? '' },
    status: paper.chapter3_status ?? (form === '8233' ? '16' : ''),
    status4: paper.chapter4_status ?? '',
    notices: user?.b_notices ?? [],
  };
}

/** A W-9 may have an address abroad; without a country it is in the United States. */
const countryIn = (fields: object): string =>
  'country' in fields && typeof fields.country === 'string' && fields.country !== '' ? fields.country : 'US';

export const nameOf = ({ first, last, business }: Recipient): string =>
  business || wholeName({ first_name: first, last_name: last }).trim();
