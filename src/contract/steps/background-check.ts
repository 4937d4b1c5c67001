/**
 * The background-check step: what the payee is asked, shows and signs before a consumer report about them is
 * ordered.
 *
 * The Fair Credit Reporting Act asks two things of whoever wants such a report for employment purposes,
 * before it is ordered: a disclosure in a document that consists solely of it, and the person's written
 * authorization (15 USC §1681b(b)(2)(A)). Courts take "solely" literally: a waiver, or a state's notice, on
 * the same page spoils it (Syed v. M-I, 853 F.3d 492, 9th Cir. 2017; Gilberg v. California Check Cashing
 * Stores, 913 F.3d 1169, 9th Cir. 2019). Hence `disclosure` and `authorization` are two screens, and the
 * states' notices stand on the second.
 *
 * The words (locales/en/background-check.ts) are a starting point and no legal advice. Counsel of whoever has
 * the check made has to approve them before anybody signs. A host page can replace them by `config.messages`;
 * the hosted page cannot. The record of the signature names `disclosureVersion` whichever words were shown,
 * so whoever replaces them has to keep their own versions.
 */
import * as z from '../z.ts';
import { notification } from './notifications.ts';
import { isCalendarDate, isPast, isRecent } from '../forms/dates.ts';
import { isSsn } from '../forms/numbers.ts';
import { typed } from './base.ts';
import { digits, fullName, personName, text, usAddress } from '../forms/fields.ts';

/**
 * The vendor's words (docs.dots.dev/guides/flow-payouts). Nothing was ordered before `started`; `pending`
 * may last days.
 */
export const backgroundCheckStatuses = [
  'not_started',
  'started',
  'pending',
  'consider',
  'pass',
  'failed',
  'canceled',
  'expired',
  'information_mismatch',
] as const;
export type BackgroundCheckStatus = (typeof backgroundCheckStatuses)[number];

/**
 * Which text of disclosure and authorization was shown. It is kept with the signature, and changes whenever
 * the words do.
 */
export const disclosureVersion = '2026-11-29';

/**
 * The summary of rights (15 USC §1681g(c)(1), 12 CFR part 1022, appendix K). The address is the one that the
 * form itself gives. The law wants it given with an investigative report (§1681d) and before an adverse
 * decision (§1681b(b)(3)); here everybody is shown it.
 */
export const rightsSummaryUrl = 'https://www.consumerfinance.gov/learnmore';

/**
 * States whose law adds a notice of its own. `copy`: the notice has to offer a box by which the person gets a
 * free copy of the report. The laws are California Civ. Code §1786.16(b)(1) and §1786.22, Minnesota Stat.
 * §13C.02 subds. 1 to 3, New York Gen. Bus. Law §380-b(b), §380-e and §380-g(d), and Oklahoma Stat. tit. 24
 * §148.
 *
 * Only these are known here. Other duties of a state, a city or a trade stay the partner's. So does what
 * nobody here knows: California also wants the agency's name, address, telephone number and web site, in a
 * document of its own (§1786.16(a)(2)(B)), and New York a copy of Article 23-A of the Correction Law where
 * there is a conviction.
 */
export const stateNotices = {
  CA: { copy: true },
  MN: { copy: true },
  NY: { copy: false },
  OK: { copy: true },
} as const satisfies Readonly<Record<string, { readonly copy: boolean }>>;

/**
 * Years of age from which on a check can be made: from the eighteenth birthday on. "US users over 18"
 * (docs.dots.dev/flows/overview).
 */
export const backgroundCheckAge = 18;

/** The details by which a person is looked up, in the order of the form. */
export const identityFields = [
  'first_name',
  'last_name',
  'date_of_birth',
  'ssn',
  'line_1',
  'line_2',
  'city',
  'state',
  'postcode',
] as const;
export type IdentityField = (typeof identityFields)[number];

/**
 * A real day in the past. Being too young for a check is no mistake in the form, so it is not refused here.
 */
const birthDate = text(10).check(
  z.refine((date: string) => !date || isCalendarDate(date), 'invalid-date'),
  z.refine((date: string) => !isCalendarDate(date) || isPast(date), 'date-in-future'),
  z.refine((date: string) => !isCalendarDate(date) || isRecent(date), 'too-old'),
);

/** Records are searched by Social Security number; an ITIN (9xx) leads to none. */
const searchableSsn = digits('invalid-ssn').check(
  z.refine((number: string) => isSsn(number) && !number.startsWith('9'), 'invalid-ssn'),
);

/** The person to look up. Only what the requirement asks for is sent. */
export const backgroundCheckDetails = z.object({
  first_name: personName,
  last_name: personName,
  date_of_birth: birthDate,
  ssn: searchableSsn,
  ...usAddress,
});
export type BackgroundCheckDetails = z.infer<typeof backgroundCheckDetails>;

/**
 * Returns whether a detail may be left empty, and stays as it is on file. These two never go back to the
 * page, so a payee who comes back from the papers would have to type them a second time.
 */
export const mayStay = (phase: BackgroundCheckPhase, field: IdentityField): boolean =>
  (phase === 'disclosure' || phase === 'authorization') && (field === 'ssn' || field === 'date_of_birth');

/** Returns the schema of the details that are asked for. */
export const detailsAsked = (phase: BackgroundCheckPhase, fields: readonly IdentityField[]) =>
  z.object(
    Object.fromEntries(
      fields.map((field) => {
        const { [field]: schema } = backgroundCheckDetails.shape;
        return [field, mayStay(phase, field) ? z.optional(schema) : schema];
      }),
    ),
  );

/** Any part of the details, as they are sent. */
export const backgroundCheckDetailsInput = z.partial(backgroundCheckDetails);

/**
 * The written authorization: which text was shown, and the name typed under it (a signature: 15 USC
 * §7006(5)).
 */
export const backgroundCheckAuthorization = z.object({
  disclosure_version: z.string('required'),
  signature: fullName,
  consent: z.literal(true, 'consent-required'),
  /** The box of the states' notices: "send me a copy". */
  copy: z.optional(z.boolean('invalid-boolean')),
});

/**
 * `unavailable`: no check can be made; the field `unavailable` says why. `stopped`: the earlier check ended
 * without a report, and another may be begun. `details`: the payee fills in `fields`. `disclosure`: the
 * document is shown, and nothing else. `authorization`: the payee signs. `review`: the check is ordered and
 * its report awaited. `reported`: the partner has the report.
 */
const backgroundCheckPhases = [
  'unavailable',
  'stopped',
  'details',
  'disclosure',
  'authorization',
  'review',
  'reported',
] as const;
type BackgroundCheckPhase = (typeof backgroundCheckPhases)[number];

/** Says that the disclosure was shown. */
export const backgroundCheckDisclosure = z.object({ disclosure_version: z.string('required') });

/** What `background-check` shows. */
export const backgroundCheckRequirement = z.object({
  step: z.literal('background-check'),
  notification,
  hide_continue_button: z.boolean(),
  phase: z.enum(backgroundCheckPhases),
  /**
   * `country`: the payee is not in the US. `age`: they are too young. `tries`: the details failed to match
   * too often. Null in every other phase.
   */
  unavailable: z.nullable(z.enum(['country', 'age', 'tries'])),
  /**
   * What to ask for, in order: what is not on file, and everything after `information_mismatch`. With a paper
   * that is not signed yet it is what the payee may still go back to and correct.
   */
  fields: z.array(z.enum(identityFields)),
  prefill: z.record(z.string(), z.string()),
  typed,
  /** `••• 6789`. Null until one is known. */
  masked_ssn: z.nullable(z.string()),
  /** The name to sign with. */
  name: z.nullable(z.string()),
  /** The state whose notice is due: a key of `stateNotices`. */
  state_notice: z.nullable(z.string()),
  status: z.enum(backgroundCheckStatuses),
});
