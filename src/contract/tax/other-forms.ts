/**
 * Which form somebody outside the United States needs whom Forms W-8BEN and W-8BEN-E do not fit: a table by
 * the answers to at most three questions. The rows follow the boxes “Do not use this form if” at the top of
 * Forms W-8BEN and W-8BEN-E, and the Instructions for the Requester of Forms W-8; each has its regulation.
 */
import type { TaxFormName } from '../forms/tax.ts';
import type { UploadedForm } from '../forms/tax-uploads.ts';

/**
 * Who is paid. `pass_on`: a partnership, a trust or an agent that takes the money for others. `exempt`: a
 * government, an international organisation, a central bank, or an organisation that is exempt from tax.
 */
export const otherPayees = ['person', 'business', 'pass_on', 'exempt'] as const;
export type OtherPayee = (typeof otherPayees)[number];

/**
 * `own_work`: does the person do the work themselves, in the United States? `treaty`: does a treaty free that
 * work from tax? `us_business`: is the income connected with a business in the United States? `status`: is
 * the chapter 4 status none of those on the form here?
 */
export type OtherQuestion = 'own_work' | 'treaty' | 'us_business' | 'status';

export type OtherAnswers = { readonly payee?: OtherPayee | undefined } & Readonly<
  Partial<Record<OtherQuestion, boolean | undefined>>
>;

/** `upload`: that form is uploaded. `fill`: the form here is the right one after all. */
export type Outcome =
  | { readonly ask: 'payee' | OtherQuestion }
  | { readonly upload: UploadedForm }
  | { readonly fill: Exclude<TaxFormName, 'w9'> };

interface Row extends OtherAnswers {
  readonly payee: OtherPayee;
  readonly outcome: Exclude<Outcome, { readonly ask: unknown }>;
}

/** The order of the answers in a row is that of the questions. */
const rows: readonly Row[] = [
  // Foreign partnerships, trusts and intermediaries: Treas. Reg. §1.1441-1(c)(13), (e)(3); §1.1441-5(c), (e).
  { payee: 'pass_on', outcome: { upload: 'w8imy' } },
  // 26 USC §892, §895, §501(c), §1443(b): Treas. Reg. §1.1441-8, §1.1441-9.
  { payee: 'exempt', outcome: { upload: 'w8exp' } },
  // 26 USC §1441(c)(4)(A): Treas. Reg. §1.1441-4(b)(1)(iv), (b)(2). Form W-8ECI is not for such work.
  { payee: 'person', own_work: true, treaty: true, outcome: { upload: '8233' } },
  // Without a treaty 30 % is withheld from it (§1.1441-1(b)(1)), as with a Form W-8BEN that claims nothing.
  { payee: 'person', own_work: true, treaty: false, outcome: { fill: 'w8ben' } },
  // 26 USC §1441(c)(1), §1442(b): Treas. Reg. §1.1441-4(a).
  { payee: 'person', own_work: false, us_business: true, outcome: { upload: 'w8eci' } },
  { payee: 'person', own_work: false, us_business: false, outcome: { fill: 'w8ben' } },
  { payee: 'business', us_business: true, outcome: { upload: 'w8eci' } },
  // A status without its part of the form certifies nothing: Treas. Reg. §1.1471-3(c)(3)(iii).
  { payee: 'business', us_business: false, status: true, outcome: { upload: 'w8bene' } },
  { payee: 'business', us_business: false, status: false, outcome: { fill: 'w8bene' } },
];

const questions = ['own_work', 'treaty', 'us_business', 'status'] as const;

/** Returns the form, or what has to be asked next. Answers to what is not asked count for nothing. */
export function otherFormOf(answers: OtherAnswers): Outcome {
  if (!answers.payee) return { ask: 'payee' };
  let left = rows.filter(({ payee }) => payee === answers.payee);
  for (;;) {
    const open = questions.find((name) => !isSame(left, name));
    if (!open) break;
    const said = answers[open];
    if (said === undefined) return { ask: open };
    left = left.filter((row) => row[open] === said);
  }
  return left[0]?.outcome ?? { ask: 'payee' };
}

/** Whether the question is answered in all rows alike: then it was asked already. */
const isSame = (left: readonly Row[], name: OtherQuestion): boolean =>
  left.every((row) => row[name] === left[0]?.[name]);

/** Returns which questions are on screen: those that were answered, and the next one. */
export function askedOf(answers: OtherAnswers): readonly ('payee' | OtherQuestion)[] {
  const asked: ('payee' | OtherQuestion)[] = [];
  let known: OtherAnswers = {};
  for (;;) {
    const outcome = otherFormOf(known);
    if (!('ask' in outcome)) return asked;
    const { ask } = outcome;
    asked.push(ask);
    if (answers[ask] === undefined) return asked;
    known = { ...known, [ask]: answers[ask] };
  }
}
