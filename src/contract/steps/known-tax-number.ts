/**
 * What a tax form tells of the holder of an account, so that nobody is asked twice (WCAG 2.2, 3.3.7). The tax
 * number of the holder of an account abroad comes down as a mark, `•••4725`, which nobody can read it from.
 * Sent back as it is, it stands for the number on file.
 */
import type { PayoutMethodInput } from '../bank/method-inputs.ts';
import { bankSpecOf, compactBankNumber, taxNumberMarkPattern } from '../bank/intl-bank.ts';
import type { ComplianceInput } from './compliance-requests.ts';

/** Returns the name of the business that filed the form; null where a person did. */
export const businessName = (form: ComplianceInput | null): string | null =>
  form && 'business_name' in form ? form.business_name : null;

/** What stands for the digits that are not shown. */
const hidden = '•••';

const taxNumberField = (country: string) =>
  bankSpecOf(country)?.fields.find(({ name }) => name === 'holder_tax_id');

/** Whether banks of the country ask for the holder's tax number. Elsewhere no form needs to be opened. */
export const asksTaxNumber = (country: string | null): boolean =>
  country !== null && taxNumberField(country) !== undefined;

/**
 * Returns the number on file as the banks of `country` want it. Null when there is none, when it is that of
 * another country, or when banks there do not ask.
 */
function numberOn(form: ComplianceInput | null, country: string): string | null {
  if (!form || form.form === 'w9' || (form.tax_id_country ?? form.country) !== country) return null;
  const number = compactBankNumber(form.foreign_tax_id ?? '');
  return taxNumberField(country)?.pattern.test(number) ? number : null;
}

/** Returns what the field of the number starts with; null when it has to be typed. */
export function taxNumberMark(form: ComplianceInput | null, country: string | null): string | null {
  const number = country && numberOn(form, country);
  return number ? hidden + number.slice(-4) : null;
}

/** Whether the method has a mark in place of the number. */
export const hasTaxNumberMark = (method: PayoutMethodInput): boolean =>
  method.platform === 'intl_bank' && taxNumberMarkPattern.test(method['holder_tax_id'] ?? '');

/** Returns the method with the number that its mark stands for; null when the mark stands for none. */
export function withTaxNumber(
  method: PayoutMethodInput,
  form: ComplianceInput | null,
): PayoutMethodInput | null {
  if (method.platform !== 'intl_bank') return method;
  const number = numberOn(form, method.bank_country);
  return number && method['holder_tax_id'] === hidden + number.slice(-4)
    ? { ...method, holder_tax_id: number }
    : null;
}
