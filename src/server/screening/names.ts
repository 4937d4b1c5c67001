/** Every name by which a user is screened, and what is known beside it. */
import type { AccountHolderInput } from '../../contract/bank/account-holder.ts';
import { realName, wholeName } from '../../contract/forms/names.ts';
import type { UploadedForm } from '../../contract/forms/tax-uploads.ts';
import type { ComplianceInput } from '../../contract/steps/compliance-requests.ts';
import type { CustomerDetails } from '../../contract/partner/payment-customers.ts';
import { customersOfUser } from '../db/payment-customers.ts';
import { payoutMethodsOf } from '../db/payout-methods.ts';
import { newestTaxForm } from '../db/tax-forms.ts';
import { uploadsForReturns } from '../db/tax-uploads.ts';
import type { UserRow } from '../db/users.ts';
import { openMethod } from '../payout-methods/sealed-details.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import type { ScreenedName } from '../ports/screening.ts';
import { openTaxFields } from '../tax/sealed-fields.ts';
import { openPaper } from '../tax/uploads/person.ts';
import type { PaperPerson } from '../tax/uploads/person.ts';
import { openCustomer } from '../users/customer-details.ts';
import { openDateOfBirth } from '../users/sealed-fields.ts';

interface Beside {
  readonly country: string | null;
  readonly dateOfBirth?: string | null;
}

const named = (
  role: ScreenedName['role'],
  name: string | null | undefined,
  { country, dateOfBirth = null }: Beside,
): ScreenedName[] =>
  name?.trim() ? [{ role, name: name.trim(), first: '', last: '', country, dateOfBirth }] : [];

type Known = Pick<UserRow, 'first_name' | 'last_name' | 'country'>;

/** Returns the user's own name. `dateOfBirth`: what the partner gave, where it is not that of a form. */
export const personOf = (
  { first_name, last_name, country }: Known,
  dateOfBirth: string | null = null,
): ScreenedName[] => {
  const [first, last] = [realName(first_name), realName(last_name)];
  const name = wholeName({ first_name, last_name });
  return name ? [{ role: 'person', name, first, last, country, dateOfBirth }] : [];
};

/** Returns the names on a tax form: of the person or the business, the trade name, and who signs. */
export function namesOnForm(form: ComplianceInput): ScreenedName[] {
  switch (form.form) {
    case 'w9': {
      const beside = { country: form.country ?? 'US' };
      return [
        ...(form.entity_type === 'individual'
          ? personOf({ ...form, ...beside }, form.date_of_birth)
          : named('business', form.business_name, beside)),
        ...named('trade_name', form.doing_business_as, beside),
      ];
    }
    case 'w8ben':
      return named('person', form.name, { country: form.country, dateOfBirth: form.date_of_birth });
    case 'w8bene':
      return [
        ...named('business', form.business_name, { country: form.incorporation_country }),
        ...named('signer', form.signer_name, { country: form.country }),
      ];
  }
}

/** Returns the name on a form that was uploaded. Form 8233 is of people, whose status on a 1042-S is `16`. */
export const namesOnPaper = (form: UploadedForm, paper: PaperPerson): ScreenedName[] => {
  const isPerson = form === '8233' || paper.chapter3_status === '16';
  return named(isPerson ? 'person' : 'business', paper.name, { country: paper.country ?? null });
};

/** Returns the name in which an account is. Most rails have none. */
export function holderNames(method: object, country: string | null): ScreenedName[] {
  const { account_holder: holder, account_holder_name: typed } = method as {
    readonly account_holder?: AccountHolderInput;
    readonly account_holder_name?: unknown;
  };
  const name = holder?.name ?? typed;
  return typeof name === 'string'
    ? named('account_holder', name, { country: holder?.address?.country ?? country })
    : [];
}

/** Returns the names of somebody whom the app debits. */
export const namesOfCustomer = (details: CustomerDetails, country: string | null): ScreenedName[] => {
  const { first_name, middle_name, last_name, business_name, address } = details;
  const beside = { country: address?.country ?? country };
  const person = personOf({ first_name: first_name ?? null, last_name: last_name ?? null, ...beside });
  return [
    ...person.map((one) =>
      middle_name ? { ...one, name: `${one.first} ${middle_name} ${one.last}`.trim() } : one,
    ),
    ...named('business', business_name, beside),
  ];
};

/** Returns every name that is known of a user, each once. */
export async function namesOf(deps: Deps, db: Queryable, user: UserRow): Promise<ScreenedName[]> {
  const form = await newestTaxForm(db, user.id);
  const names = [
    ...personOf(user, openDateOfBirth(deps, user)),
    ...(form ? namesOnForm(openTaxFields(deps, form)) : []),
    ...(await uploadsForReturns(db, [user.id])).flatMap((upload) =>
      namesOnPaper(upload.form, openPaper(deps, upload) ?? {}),
    ),
    ...(await payoutMethodsOf(db, user.id)).flatMap((row) =>
      holderNames(openMethod(deps, row), user.country),
    ),
    ...(await customersOfUser(db, user.id)).flatMap((row) =>
      namesOfCustomer(openCustomer(deps, row), user.country),
    ),
  ];
  return [...new Map(names.map((name) => [JSON.stringify(name), name])).values()];
}
