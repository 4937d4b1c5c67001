/** What the onboarding step asks for, and what is known already. */
import type { RequirementOf } from '../../../contract/steps/session.ts';
import { findPayoutLink } from '../../db/payout-links.ts';
import { missingFields, profileFields } from '../../flows/facts.ts';
import type { ProfileField } from '../../flows/facts.ts';
import type { Queryable } from '../../ports/database.ts';
import { isRevisit } from '../../../contract/plan/revisits.ts';
import { optionsOf } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';

export async function onboardingRequirement(
  tx: Queryable,
  context: PayeeContext,
): Promise<RequirementOf<'onboarding'>> {
  const { user, flow } = context;
  const fields = fieldsAsked(context);
  // What the partner said of whom a payout link is for. It may be a nickname, so the payee can change it.
  const said = flow.payout_link_id === null ? null : await findPayoutLink(tx, flow.payout_link_id);
  // The country of a confirmed phone is a good guess, and the payee can change it.
  const known: Partial<Record<ProfileField, string | null>> = {
    first_name: user?.first_name ?? said?.first_name ?? null,
    last_name: user?.last_name ?? said?.last_name ?? null,
    email: user?.email ?? said?.email ?? null,
    country: user?.country ?? flow.phone_country,
  };
  return {
    step: 'onboarding',
    hide_continue_button: optionsOf(flow, 'onboarding')?.hide_continue_button ?? false,
    fields,
    prefill: Object.fromEntries(fields.flatMap((field) => (known[field] ? [[field, known[field]]] : []))),
  };
}

/**
 * Returns the fields to ask for: those that are missing, or all of them where the partner wants them looked
 * at again, or the payee came back to them.
 */
export function fieldsAsked(context: PayeeContext): ProfileField[] {
  const { user, flow } = context;
  if (isRevisit(context, 'onboarding')) return [...profileFields];
  return optionsOf(flow, 'onboarding')?.force ? [...profileFields] : missingFields(user);
}
