/**
 * Texts that no check of readability may shorten: a law, or a form that the law prescribes, has their words.
 * A family of terms ends in a dot. Nothing comes in here because it is hard to say more simply.
 */
import {
  statusCertification,
  w8benCertification,
  w8beneCertification,
  w9Certification,
} from '../src/contract/tax/certifications.ts';
import { mandateFor } from '../src/contract/steps/mandate.ts';
import type { Words } from './words.ts';

/** Each with its source. */
const fixedByLaw: Readonly<Record<string, string>> = {
  'certification.w9.': 'Form W-9 (Rev. March 2024), Part II, word for word',
  'certification.w8ben.': 'Form W-8BEN (Rev. October 2021), Part III, word for word',
  'certification.w8bene.': 'Form W-8BEN-E (Rev. October 2021), Part XXX, word for word',
  'certification.status.': 'Form W-8BEN-E (Rev. October 2021), Parts XXIII, XXV and XXVI, word for word',
  'compliance.status_certified.label.':
    'Form W-8BEN-E (Rev. October 2021), lines 37a, 39, 40a and 40b: “financial institution”, “gross income”, “passive income” and “substantial U.S. owners” are what is certified',
  'background-check.disclosure.report':
    '15 USC §1681b(b)(2)(A)(i): that “a consumer report may be obtained for employment purposes” has to be said, and nothing else',
};

export const isFixed = (term: string): boolean =>
  Object.keys(fixedByLaw).some((fixed) => (fixed.endsWith('.') ? term.startsWith(fixed) : term === fixed));

const numbered = (name: string, texts: readonly string[]): Words =>
  Object.fromEntries(texts.map((text, at) => [`${name}.${at + 1}`, text]));

/** What payees sign in the words of the contract: English, in every language. */
export const signed: Words = {
  ...numbered('mandate', mandateFor({ name: '{app}' }, null).text),
  ...numbered('certification.w9', w9Certification),
  ...numbered('certification.w8ben', w8benCertification),
  ...numbered('certification.w8bene', w8beneCertification),
  ...numbered(
    'certification.status',
    Object.values(statusCertification).flatMap((status) => status?.text ?? []),
  ),
};
