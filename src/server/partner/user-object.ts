/**
 * The user as partners see it, in the vendor's v2 shape. A field is left out when it has no value and the
 * vendor's description allows no null.
 */
import { businessName } from '../../contract/steps/known-tax-number.ts';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { User } from '../../contract/partner/users.ts';
import { aboutUsers, nothingYet } from '../db/about-users.ts';
import type { AboutUser } from '../db/about-users.ts';
import type { Queryable } from '../ports/database.ts';
import type { UserRow } from '../db/users.ts';
import type { Deps } from '../ports/deps.ts';
import { walletWith } from '../ledger/wallets.ts';
import { openTaxFields } from '../tax/sealed-fields.ts';
import { graceEnds } from '../../contract/tax/circumstances.ts';
import { openIndicia, usIndiciaOf } from '../../contract/tax/indicia.ts';
import { knownFrom } from '../tax/known.ts';
import { taxFormDueOf } from '../tax/due.ts';
import { shownAdjustment } from './adjustment.ts';
import { listedPayoutMethod } from './payout-method-object.ts';
import { cyclePeriodMs, userFlags } from './user-flags.ts';

export async function userObject(deps: Deps, db: Queryable, user: UserRow): Promise<User> {
  const [shown] = await userObjects(deps, db, [user]);
  return shown as User;
}

/** A user who was made a moment ago: nothing has to be read. */
export const newUserObject = (deps: Deps, user: UserRow): User =>
  shownUser(deps, user, nothingYet, deps.clock.now());

/** Reads everything anew, so no flag is out of date: two statements for all of them together. */
export async function userObjects(deps: Deps, db: Queryable, users: readonly UserRow[]): Promise<User[]> {
  const now = deps.clock.now();
  const about = await aboutUsers(
    db,
    users.map(({ id }) => id),
    { year: now.getUTCFullYear(), since: new Date(now.getTime() - cyclePeriodMs) },
  );
  // A user who was deleted a moment ago has a row, too.
  return users.map((user) => shownUser(deps, user, about.get(user.id) as AboutUser, now));
}

function shownUser(deps: Deps, user: UserRow, about: AboutUser, now: Date): User {
  const { form, upload, check, methods, balance, paid } = about;
  const defaultMethod = methods.find((method) => method.is_default);
  // With nothing about to be paid, this is what the law wants of them today.
  const due = taxFormDueOf(user, { now, sums: paid, form, upload });
  const fields = form && openTaxFields(deps, form);
  const work = fields?.form === 'w9' ? null : fields;
  const business = businessName(fields);
  const flags = userFlags(deps, user, about, business);
  const hasW9 = form?.form === 'w9';
  // Before a form is filed, the tax rules guess by the country. The form that was filed settles it.
  const isUs = form ? hasW9 : due.form === 'w9';
  const national =
    parsePhoneNumberFromString(user.phone_e164)?.nationalNumber ??
    user.phone_e164.slice(1 + user.calling_code.length);
  const adjustment = shownAdjustment(user.adjustments_1099);
  return {
    id: user.id,
    created: user.created.toISOString(),
    // Nobody becomes a user before these are known.
    first_name: user.first_name ?? '',
    last_name: user.last_name ?? '',
    email: user.email ?? '',
    username: user.username,
    phone_number: { country_code: user.calling_code, phone_number: national },
    country: user.country,
    ...(defaultMethod
      ? {
          default_payout_method: defaultMethod.platform,
          default_payout_method_details: listedPayoutMethod(deps, defaultMethod),
        }
      : {}),
    auto_payout_enabled: user.auto_payout_enabled,
    // Credit is the vendor's own; nothing here gives any.
    wallet: { ...walletWith(user, balance), credit_balance: 0 },
    status: user.status,
    compliance: {
      tax_id_collected: typeof form?.tin_last4 === 'string',
      address_collected: form !== null,
      tax_id_verification: form?.tin_status ?? 'unsubmitted',
      // A business has no date of birth. A person gives it on every form.
      date_of_birth_collected:
        user.date_of_birth_sealed !== null || (form !== null && form.entity_type !== 'business'),
      must_collect_1099: due.form === 'w9' && due.must,
      '1099_collected': hasW9,
      // The vendor has one word for both W-8s.
      w8_ben_collected: form !== null && !hasW9,
      has_criminal_activity: check?.status === 'failed',
      ...(check && {
        background_check: { status: check.status, updated: check.updated.toISOString() },
      }),
      // One of the flags below is set, or the identity could not be confirmed in any of the tries.
      flagged:
        user.id_status === 'failed' ||
        Object.entries(flags).some(([name, raised]) => name !== 'ofac_status' && raised === true),
      id_verified: user.id_status === 'verified',
      w9: isUs
        ? {
            ...(hasW9 && form.entity_type ? { entity_type: form.entity_type } : {}),
            business_name: business,
            tax_id_collected: hasW9,
            address_collected: hasW9,
            subject_to_backup_withholding:
              fields?.form === 'w9' && fields.subject_to_backup_withholding === true,
          }
        : null,
      place_of_work: work?.place_of_work ?? null,
      us_work_percent: work?.us_work_percent ?? null,
      us_indicia: work ? openIndicia(work, usIndiciaOf(knownFrom(deps, user, methods))) : [],
      us_indicia_explained: Boolean(work?.us_indicia_reason),
      tax_form_change:
        form?.changed && form.change
          ? {
              what: form.change,
              since: form.changed.toISOString(),
              due_by: graceEnds(form.changed).toISOString(),
            }
          : null,
      flags,
    },
    metadata: user.metadata,
    payout_options_exclude_list: user.payout_options_exclude_list as User['payout_options_exclude_list'],
    ...(adjustment && { '1099_adjustment': adjustment }),
  };
}
