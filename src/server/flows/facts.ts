/** Collects the facts about a flow and its user from which the plan engine decides. */
import { isReported } from '../../contract/steps/background-check-state.ts';
import type { FlowRow } from '../db/flows.ts';
import { payeeFacts } from '../db/payee-facts.ts';
import type { UserRow } from '../db/users.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import type { PlanFacts } from '../../contract/plan/step-rules.ts';
import { taxFormDueOf } from '../tax/due.ts';
import { noticeState } from '../../contract/tax/b-notices.ts';
import { isOnFile } from '../../contract/tax/form-on-file.ts';
import { isUploadOnFile } from '../../contract/tax/uploaded-forms.ts';
import { countryOf } from '../tax/residence.ts';
import { taxAnswer } from '../../contract/tax/rules.ts';
import type { TaxAnswer } from '../../contract/tax/rules.ts';

export const profileFields = ['first_name', 'last_name', 'email', 'country'] as const;
export type ProfileField = (typeof profileFields)[number];

export const missingFields = (user: Pick<UserRow, ProfileField> | null): ProfileField[] =>
  profileFields.filter((field) => !user?.[field]);

/** What the end of a flow asks besides. */
export interface AboutPayouts {
  readonly autoPayout: boolean;
}

/**
 * `apartFrom` is the id of a flow. What was done in that flow does not count. Names, PDF forms and a verified
 * identity end their step at once, so it makes no difference for them.
 */
export async function planFacts(
  deps: Deps,
  tx: Queryable,
  flow: Pick<FlowRow, 'app_id' | 'user_id' | 'require_auth'>,
  apartFrom: string | null = null,
): Promise<PlanFacts & AboutPayouts> {
  const now = deps.clock.now();
  const known =
    flow.user_id === null
      ? null
      : await payeeFacts(tx, flow.app_id, flow.user_id, { year: now.getUTCFullYear(), apartFrom });
  const { user, form, upload, check } = known ?? { user: null, form: null, upload: null, check: null };
  return {
    hasUser: user !== null,
    requireAuth: flow.require_auth,
    phoneVerified: user?.phone_verified ?? false,
    profileComplete: user !== null && missingFields(user).length === 0,
    // Of what has changed another form is asked for as soon as the payee is there, and not in 30 days.
    taxFormOnFile:
      isUploadOnFile(upload, now) ||
      (isOnFile(form, now, user?.country ?? null) &&
        !form?.changed &&
        !(user && noticeState(user.b_notices, form, now).wantsForm) &&
        (apartFrom === null || form?.flow_id !== apartFrom)),
    taxFormDue: known !== null && taxFormDueOf(known.user, { now, sums: known.paid, form, upload }).must,
    filledTemplates: known?.filledTemplates ?? [],
    backgroundReported: check !== null && isReported(check.status) && check.flow_id !== apartFrom,
    paymentMethodVerified: known?.paymentMethodVerified ?? false,
    idVerified: user?.id_status === 'verified',
    idVerificationDue: user?.ofac_status === 'id_verification_required',
    sandbox: deps.config.sandbox,
    autoPayout: user?.auto_payout_enabled ?? false,
  };
}

/** Returns what the tax rules say about somebody like this user before the first payment of the year. */
export function taxQuestion(
  deps: Pick<Deps, 'clock'>,
  user: Pick<UserRow, 'country' | 'phone_e164'> | null,
): TaxAnswer {
  return taxAnswer({ country: countryOf(user), year: deps.clock.now().getUTCFullYear(), paid: 0 });
}
