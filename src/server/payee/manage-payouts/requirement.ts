/** What `manage-payouts` shows: where the money goes, and what keeps the payee from going on. */
import { asksTaxNumber, businessName, taxNumberMark } from '../../../contract/steps/known-tax-number.ts';
import { methodPrefill as prefillFor } from '../../../contract/rails/method-object.ts';
import { wholeName } from '../../../contract/forms/names.ts';
import type { RequirementOf } from '../../../contract/steps/session.ts';
import { newestTaxForm } from '../../db/tax-forms.ts';
import type { UserRow } from '../../db/users.ts';
import { railOffers, railsNotOffered } from '../../payout-methods/rail-offers.ts';
import { newMethodsWait, shownMethods } from '../../payout-methods/shown.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { countryOf } from '../../tax/residence.ts';
import { openTaxFields } from '../../tax/sealed-fields.ts';
import { optionsOf } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';

type Blockers = RequirementOf<'manage-payouts'>['blockers'];

export async function managePayoutsRequirement(
  deps: Deps,
  tx: Queryable,
  { flow, user, owed }: PayeeContext,
): Promise<RequirementOf<'manage-payouts'>> {
  const options = optionsOf(flow, 'manage-payouts');
  const methods = await shownMethods(deps, tx, user);
  const needsDefault = options?.require_default_payout_method ?? false;
  const needsAuto = options?.require_auto_payout_method ?? false;
  const enabled = user?.auto_payout_enabled ?? false;
  // The element shows these beside its button, and the server refuses to end the step while there are any.
  const blockers: Blockers = [
    ...(needsDefault && !methods.some((method) => method.is_default)
      ? (['default-payout-method-required'] as const)
      : []),
    ...(needsAuto && !enabled ? (['auto-payout-required'] as const) : []),
  ];
  return {
    step: 'manage-payouts',
    // A finished flow has nothing to continue with.
    hide_continue_button: owed !== null || (options?.hide_continue_button ?? false),
    methods,
    rails: railOffers(user, deps.clock.now()),
    ...railsNotOffered(user),
    method_prefill: await methodPrefill(deps, tx, user),
    ...(await newMethodsWait(deps, tx, user)),
    // If a partner hid the switch and also demanded that it be on, the payee would be locked in. Therefore
    // the demand wins.
    auto_payout: { shown: needsAuto || options?.auto_payout_enabled !== false, enabled },
    require_default_payout_method: needsDefault,
    require_auto_payout_method: needsAuto,
    blockers,
  };
}

/** Returns what a new method of this payee starts with. */
export async function methodPrefill(
  deps: Deps,
  tx: Queryable,
  user: UserRow | null,
): Promise<Record<string, string>> {
  const country = countryOf(user);
  const form = user && (await newestTaxForm(tx, user.id));
  const isOpened = form && (form.entity_type === 'business' || asksTaxNumber(country));
  const fields = isOpened ? openTaxFields(deps, form) : null;
  const holder = businessName(fields) ?? wholeName(user ?? {});
  return prefillFor(country, holder, user?.email, taxNumberMark(fields, country));
}
