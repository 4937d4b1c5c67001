/**
 * Whether what a payee claims fits what is known of them. Pure: each line has its source beside it.
 *
 * The United States are the states and the District of Columbia here (26 USC §7701(a)(9)). Somebody may live
 * in Puerto Rico, or have a phone there, and be a nonresident alien (Treas. Reg. §1.1441-1(c)(3)(ii)).
 *
 * An explanation is believed. For an address and a place of birth the rules want documentary evidence as well
 * (Treas. Reg. §1.1441-7(b)(5), §1.1471-4(c)(5)(iv)(B)(2)), which nobody looks at here: partners are told
 * which hints there are, and ask for it.
 */
import type { FieldCode } from '../problems.ts';
import type { ComplianceInput } from '../steps/compliance-requests.ts';
import { needsWords } from '../forms/indicia.ts';
import type { UsIndicium } from '../forms/indicia.ts';
import { withBirthplace } from './us-birthplace.ts';

/** What is known of a payee beside the form. Countries are ISO alpha-2. */
export interface KnownOfPayee {
  /** Where they said, at onboarding or in an earlier form, that they live. Null: they never did. */
  readonly said: string | null;
  /** The country of the address that the partner has given. */
  readonly address: string | null;
  /**
   * Of the phone, by its area code: +1 is shared by the US, Canada and most of the Caribbean
   * (`forms/phone.ts`). It is the only one that is known.
   */
  readonly phone: string | null;
  /** Whether they are paid to an account at a bank in the US. */
  readonly hasUsAccount: boolean;
}

/** Returns what hints at the United States before a form is filed. */
export function usIndiciaOf({ said, address, phone, hasUsAccount }: KnownOfPayee): UsIndicium[] {
  const found: [UsIndicium, boolean][] = [
    // Residence and mailing address: §1.1441-7(b)(5), §1.1471-4(c)(5)(iv)(B)(1)(iii).
    ['us-address', said === 'US' || address === 'US'],
    // A US phone beside a foreign one is not much: it counts where no other is known (IRS Pub. 515,
    // “Establishment of foreign status”). Here one phone is known of each payee.
    // §1.1471-4(c)(5)(iv)(B)(1)(iv).
    ['us-phone', phone === 'US'],
    // Standing instructions to pay to an account in the US: §1.1471-4(c)(5)(iv)(B)(1)(v). Pub. 515 has it for
    // offshore obligations alone; which they are, the server does not know.
    ['us-account', hasUsAccount],
  ];
  return found.flatMap(([name, is]) => (is ? [name] : []));
}

/**
 * Returns the hints that a form leaves open. A form W-9 leaves none. A business is asked about its address
 * alone: the phone, and where somebody was born, are those of the person who signs.
 */
export function openIndicia(form: ComplianceInput, known: readonly UsIndicium[]): UsIndicium[] {
  if (form.form === 'w9') return [];
  if (form.form === 'w8bene') return known.filter((name) => name === 'us-address');
  return withBirthplace(known, form.place_of_birth);
}

type Problem = readonly [field: string, code: FieldCode];

/** Returns what a form lacks in the light of what is known: a reason, or that the other country is right. */
export function claimProblems(form: ComplianceInput, known: KnownOfPayee): Problem[] {
  return [...reasonProblems(form, usIndiciaOf(known)), ...countryProblems(form, known.said)];
}

function reasonProblems(form: ComplianceInput, known: readonly UsIndicium[]): Problem[] {
  const open = openIndicia(form, known);
  if (form.form === 'w9' || open.length === 0) return [];
  const { us_indicia_reason: reason, us_indicia_explanation: words } = form;
  if (!reason) return [['us_indicia_reason', 'required']];
  // No visit and no visa explains a place of birth: it is asked why there is no citizenship
  // (§1.1471-4(c)(5)(iv)(B)(2)(i)).
  if (open.includes('us-birthplace') && !needsWords(reason)) return [['us_indicia_reason', 'invalid-choice']];
  return needsWords(reason) && !words ? [['us_indicia_explanation', 'required']] : [];
}

/** Who said the US at onboarding and files a W-8 gives the reason, which says more than a confirmation. */
function countryProblems(form: ComplianceInput, said: string | null): Problem[] {
  const isOther = said !== null && residenceOf(form) !== said;
  if (!isOther || form.country_confirmed || (said === 'US' && form.form !== 'w9')) return [];
  return [['country_confirmed', 'consent-required']];
}

/** Returns where the payee lives according to a form. A W-9 without a country has an address in the US. */
export const residenceOf = (
  form: Pick<ComplianceInput, 'form'> & { readonly country?: string | undefined },
): string => form.country ?? 'US';
