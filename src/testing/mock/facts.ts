/** The facts from which the plan is made, as the server collects them (`server/flows/facts.ts`). */
import { wholeName } from '../../contract/forms/names.ts';
import { countryOfPhone } from '../../contract/forms/phone.ts';
import { cameBack } from '../../contract/money/transfers.ts';
import type { PlanFacts } from '../../contract/plan/step-rules.ts';
import { leastPayout, type railsFor } from '../../contract/rails/terms.ts';
import { isReported } from '../../contract/steps/background-check-state.ts';
import { isOnFile } from '../../contract/tax/form-on-file.ts';
import { taxAnswer, type TaxAnswer } from '../../contract/tax/rules.ts';
import type { MockFlow, MockUser, World } from './world.ts';

export const profileFields = ['first_name', 'last_name', 'email', 'country'] as const;
export type ProfileField = (typeof profileFields)[number];

export const missingFields = (user: MockUser | null): ProfileField[] =>
  profileFields.filter((field) => !user?.[field]);

/** Returns where the payee lives; null while it is not known. */
export const countryOf = (user: MockUser | null): string | null =>
  user ? (user.country ?? countryOfPhone(user.phone)) : null;

/** What decides which rails pay the payee: where they live, and whether they are a US person. */
export const payeeOf = (user: MockUser | null): Parameters<typeof railsFor> => [
  countryOf(user),
  [],
  user?.taxForms.at(-1)?.fields.form === 'w9',
];

export const fullNameOf = (user: MockUser | null): string => wholeName(user ?? {});

/** A payee whose name may be on a sanctions list is not paid until that is cleared. */
export const isHeld = ({ ofac }: MockUser): boolean => ofac !== 'unflagged';

/** Returns what the payee can withdraw, and the least that one payout takes, in cents. */
export const purseOf = (user: MockUser): { balance: number; least: number } => ({
  balance: isHeld(user) ? 0 : user.balance,
  least: leastPayout(...payeeOf(user)),
});

export function planFacts(
  world: World,
  { user, requireAuth }: Pick<MockFlow, 'user' | 'requireAuth'>,
): PlanFacts {
  return {
    hasUser: user !== null,
    requireAuth,
    phoneVerified: user?.phoneVerified ?? false,
    profileComplete: user !== null && missingFields(user).length === 0,
    taxFormOnFile: hasForm(world, user),
    taxFormDue: user !== null && taxFormDue(world, user, 0).must,
    backgroundReported: isReported(user?.checks.at(-1)?.status),
    paymentMethodVerified: user?.paymentMethods.some(({ status }) => status === 'verified') ?? false,
    idVerified: user?.identity === 'verified',
    idVerificationDue: user?.ofac === 'id_verification_required',
    filledTemplates: user?.filledTemplates ?? [],
    sandbox: true,
  };
}

const hasForm = (world: World, user: MockUser | null): boolean =>
  user?.taxUpload?.state === 'approved' ||
  isOnFile(user?.taxForms.at(-1) ?? null, world.now(), user?.country);

const paidIn = (user: MockUser, year: number): number =>
  user.payouts
    .filter((payout) => payout.created.getUTCFullYear() === year && !cameBack[payout.status])
    .reduce((sum, payout) => sum + payout.amount, 0);

/** Returns the cents that were paid this year, with `paying` on top. */
export const paidInYear = (world: World, user: MockUser, paying: number): number =>
  paidIn(user, world.now().getUTCFullYear()) + paying;

/** Returns what the tax rules say. `paying` is the cents about to be paid on top of this year's. */
export function taxFormDue(world: World, user: MockUser, paying: number): TaxAnswer {
  const year = world.now().getUTCFullYear();
  const form = user.taxForms.at(-1) ?? null;
  const answer = taxAnswer({
    country: countryOf(user),
    year,
    paid: paidIn(user, year) + paying,
    paidLastYear: paidIn(user, year - 1),
    isContradicted: form?.tin_status === 'mismatched',
  });
  return answer.must && hasForm(world, user) ? { ...answer, must: false } : answer;
}
