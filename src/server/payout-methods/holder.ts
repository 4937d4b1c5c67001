/**
 * Whose an account is: what the partner said of it, or what is known of the payee. It is put together when it
 * is asked for, so accounts that were added before anybody asked have a holder as well.
 *
 * An account of somebody else is refused when it is added. Whoever adds it is there and can name another; a
 * bank would send the money back days later (ISO 20022 `BE01`, “inconsistent with end customer”), and what
 * is reported to tax authorities would be about somebody who was not paid. Names agree in doubt, as with
 * documents: one word in common is enough, because people marry and banks shorten, and what is written in
 * another script cannot be compared. `flags.name_mismatch` tells the partner of what agrees in part.
 */
import type { AccountHolder, AccountHolderInput } from '../../contract/bank/account-holder.ts';
import { wholeName } from '../../contract/forms/names.ts';
import { fieldError } from '../../contract/input/problem-error.ts';
import type { UserAddress } from '../../contract/partner/user-requests.ts';
import type { ComplianceInput } from '../../contract/steps/compliance-requests.ts';
import { businessName } from '../../contract/steps/known-tax-number.ts';
import { newestTaxForm } from '../db/tax-forms.ts';
import type { UserRow } from '../db/users.ts';
import { sharesName } from '../identity/same-person.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { openTaxFields } from '../tax/sealed-fields.ts';
import { openAddress } from '../users/sealed-fields.ts';

/** What is known of somebody who may hold an account. */
export interface Payee {
  readonly user: Pick<UserRow, 'first_name' | 'last_name'>;
  readonly form: ComplianceInput | null;
  /** As the partner gave it. */
  readonly address: UserAddress | null;
}

export async function knownPayee(deps: Deps, tx: Queryable, user: UserRow): Promise<Payee> {
  const form = await newestTaxForm(tx, user.id);
  return { user, form: form && openTaxFields(deps, form), address: openAddress(deps, user) };
}

/** What a method says of its holder. Most say nothing. */
interface Said {
  readonly account_holder?: AccountHolderInput;
  readonly account_holder_name?: string;
}

const saidName = ({ account_holder, account_holder_name }: Said): string | undefined =>
  account_holder?.name ?? account_holder_name;

/** Returns the holder of an account with these details. */
export function holderOf(method: object, payee: Payee): AccountHolder {
  const said = method as Said;
  const business = businessName(payee.form);
  const name = saidName(said) ?? business ?? wholeName(payee.user);
  const isBusiness = business !== null && sharesName(business, name);
  return {
    name,
    type: said.account_holder?.type ?? (isBusiness ? 'business' : 'person'),
    address: said.account_holder?.address ?? addressOn(payee.form) ?? ofPartner(payee.address),
  };
}

function addressOn(form: ComplianceInput | null): AccountHolder['address'] {
  const city = form?.city;
  if (!form || !city) return null;
  const { line_1, line_2, state, postcode } = form;
  return {
    line_1,
    line_2,
    city,
    state,
    postcode,
    country: ('country' in form ? form.country : undefined) ?? 'US',
  };
}

function ofPartner(address: UserAddress | null): AccountHolder['address'] {
  if (!address) return null;
  const { line_1, line_2, city, state, postcode, country } = address;
  return { line_1, line_2, city, state, postcode, country };
}

/** @throws ProblemError `owner-mismatch` where no name of the payee has a word of the holder's */
export async function refuseOthers(deps: Deps, tx: Queryable, user: UserRow, method: object): Promise<void> {
  const said = method as Said;
  const name = saidName(said);
  if (name === undefined) return;
  const own = wholeName(user);
  if (sharesName(own, name)) return;
  const { form } = await knownPayee(deps, tx, user);
  const others = [
    businessName(form),
    form?.form === 'w9' ? form.doing_business_as : null,
    form?.form === 'w8ben' ? form.name : null,
  ];
  if (others.some((known) => known && sharesName(known, name))) return;
  throw fieldError(said.account_holder ? 'account_holder.name' : 'account_holder_name', 'owner-mismatch', {
    detail: 'Name an account of the payee; of their business once its tax form is filed.',
  });
}
