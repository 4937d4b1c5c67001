/**
 * `/users/{id}/payout-methods`: where a user is paid. `PUT` adds a method. Adding the same account twice
 * returns the same method.
 */
import type { Context } from 'hono';
import type { output } from 'zod/v4/core';
import { accountHolderInput } from '../../contract/bank/account-holder.ts';
import type { AccountHolderInput } from '../../contract/bank/account-holder.ts';
import { isBankRail } from '../../contract/bank/rails.ts';
import { refuseSanctioned } from '../../contract/sanctions/refuse.ts';
import type { SanctionedPlace } from '../../contract/sanctions/places.ts';
import type { PayoutMethodInput } from '../../contract/bank/method-inputs.ts';
import type { PartnerPayoutMethod } from '../../contract/partner/users.ts';
import { addPayoutMethodInput, payoutMethodExtras } from '../../contract/partner/user-requests.ts';
import { bankSpecs } from '../../contract/bank/bank-specs.ts';
import { venmoByPhone } from '../../contract/bank/method-inputs.ts';
import * as z from '../../contract/z.ts';
import type { Queryable } from '../ports/database.ts';
import {
  findPayoutMethodByFingerprint,
  payoutMethodsOf,
  setDefaultPayoutMethod,
  setPayoutMethodDetails,
  setPayoutMethodMeta,
} from '../db/payout-methods.ts';
import type { PayoutMethodRow } from '../db/payout-methods.ts';
import { findUser, lockUser, updateUser } from '../db/users.ts';
import type { UserRow } from '../db/users.ts';
import type { Deps } from '../ports/deps.ts';
import { checkMetadata } from '../http/metadata.ts';
import { checkInput, parseInput } from '../../contract/input/input.ts';
import { idempotent } from '../http/idempotent.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import { parseMethod } from '../payout-methods/parse.ts';
import { addScreenedMethod } from '../screening/methods.ts';
import { holderNames } from '../screening/names.ts';
import { screenUser } from '../screening/screen.ts';
import { asksBank, fingerprintOf } from '../payout-methods/insert.ts';
import { chargeUser, willAsk } from '../users/charge.ts';
import { userChanged } from '../users/user-changed.ts';
import type { PartnerEnv } from './authenticate.ts';
import { holderOf, knownPayee, refuseOthers } from '../payout-methods/holder.ts';
import { openMethod, sealMethod } from '../payout-methods/sealed-details.ts';
import { payoutMethodObject, listedPayoutMethod } from './payout-method-object.ts';
import { fieldsOf, readObject } from './requests.ts';

/** Every field of every rail, of whichever kind: the schema of the rail checks it once it is known. */
const payoutMethodShape = z.object({
  ...Object.fromEntries(
    [
      ...Object.keys(addPayoutMethodInput.shape),
      ...['bank_country', 'account_holder_name'],
      ...Object.values(bankSpecs).flatMap(({ fields }) => fields.map(({ name }) => name)),
    ].map((name) => [name, z.optional(z.unknown())]),
  ),
  ...payoutMethodExtras.shape,
});

/** Returns all methods at once. The vendor's answer is a bare list without pages. */
export async function listUserPayoutMethods(deps: Deps, user: UserRow): Promise<PartnerPayoutMethod[]> {
  const withHolder = await holders(deps, deps.db, user);
  return (await payoutMethodsOf(deps.db, user.id)).map((row) =>
    withHolder(row, listedPayoutMethod(deps, row)),
  );
}

/**
 * Adds a method, or changes the note and the settings of the one that is there. The user's row is locked, so
 * two calls with the same account lead to one method.
 */
export async function addUserPayoutMethod(
  c: Context<PartnerEnv>,
  deps: Deps,
  userId: string,
): Promise<Response> {
  const body = await readObject(c);
  const extras = fieldsOf(c, payoutMethodShape, body);
  checkMetadata(extras.metadata);
  const app = c.get('partner');
  const before = await findUser(deps.db, app.id, userId);
  if (before && (await willAsk(() => asksBank(readMethod(body, before)))))
    await chargeUser(deps, 'bank account', before);
  if (before && (await willAsk(() => holderNames(readMethod(body, before), before.country).length > 0)))
    await chargeUser(deps, 'name on a form', before);
  return idempotent(c, deps, app.id, async (tx) => {
    const user = await lockUser(tx, app.id, userId);
    if (!user) throw new ProblemError('no-such-resource');
    // Otherwise an account could be added for somebody whose phone number is a stranger's (the vendor's
    // change log, "Dots API v2").
    if (!user.phone_verified) throw new ProblemError('user-unverified');
    // The body is checked only now, because which rails are open depends on the user.
    const method = readMethod(body, user);
    const holder = readHolder(body);
    const doubts = refuseSanctioned(placeOf(holder));
    const known = await findPayoutMethodByFingerprint(tx, user.id, fingerprintOf(deps, method));
    const id = known?.id ?? (await addScreenedMethod(deps, tx, user, method, { doubts }));
    if (known && holder) await sayHolder(deps, tx, user, known, holder, doubts);
    await applyExtras(deps, tx, user, id, extras);
    const row = (await payoutMethodsOf(tx, user.id)).find((one) => one.id === id) as PayoutMethodRow;
    const withHolder = await holders(deps, tx, user);
    return { status: 200, body: withHolder(row, payoutMethodObject(deps, row)) };
  });
}

/** Venmo finds people by phone number too. The payee's own form asks for the handle alone. */
function readMethod(body: Record<string, unknown>, user: UserRow): PayoutMethodInput {
  const holder = readHolder(body);
  const method = readAccount({ ...(holder && { account_holder_name: holder.name }), ...body }, user);
  return holder && isBankRail(method.platform)
    ? ({ ...method, account_holder: holder } as unknown as PayoutMethodInput)
    : method;
}

/** Returns what is said of the holder; problems have the partner's names. */
function readHolder({ account_holder: said }: Record<string, unknown>): AccountHolderInput | null {
  if (said === undefined || said === null) return null;
  const checked = checkInput(accountHolderInput, said, ['account_holder']);
  if (!checked.ok) throw new ProblemError('invalid-input', { errors: checked.errors });
  return checked.data;
}

const placeOf = (holder: AccountHolderInput | null) =>
  holder?.address ? [{ ...holder.address, within: 'account_holder.address.' }] : [];

/** The account is known, and its holder is told otherwise. */
async function sayHolder(
  deps: Deps,
  tx: Queryable,
  user: UserRow,
  row: PayoutMethodRow,
  holder: AccountHolderInput,
  doubts: readonly SanctionedPlace[],
): Promise<void> {
  const details = { ...openMethod(deps, row), account_holder: holder };
  await refuseOthers(deps, tx, user, details);
  await setPayoutMethodDetails(tx, row.id, sealMethod(deps, row, details));
  await screenUser(deps, tx, user, holderNames(details, user.country), doubts);
}

/** Returns what adds the holder to a bank account. */
async function holders(deps: Deps, tx: Queryable, user: UserRow) {
  const payee = await knownPayee(deps, tx, user);
  return (row: PayoutMethodRow, shown: PartnerPayoutMethod): PartnerPayoutMethod =>
    isBankRail(row.platform) ? { ...shown, account_holder: holderOf(openMethod(deps, row), payee) } : shown;
}

function readAccount(body: Record<string, unknown>, user: UserRow): PayoutMethodInput {
  const byPhone = body['platform'] === 'venmo' && filled(body['phone_number']) && !filled(body['handle']);
  if (!byPhone) return parseMethod(body, user);
  // This checks that the rail is open to the user, for a phone number as well.
  parseMethod({ platform: 'venmo', handle: 'unknown' }, user);
  return parseInput(venmoByPhone, body);
}

/**
 * Applies what the vendor lets a partner say beside the account. `is_default: false` asks for nothing:
 * another method has to be made the default instead.
 */
async function applyExtras(
  deps: Deps,
  tx: Queryable,
  user: UserRow,
  id: string,
  { is_default, auto_payout_enabled, metadata }: output<typeof payoutMethodExtras>,
): Promise<void> {
  if (metadata !== undefined) await setPayoutMethodMeta(tx, id, metadata);
  const current = (await payoutMethodsOf(tx, user.id)).find((method) => method.is_default);
  if (is_default && current?.id !== id) {
    await setDefaultPayoutMethod(tx, user.id, id);
    await userChanged(deps, tx, user, 'user.updated.default_payout_method_changed');
  }
  if (typeof auto_payout_enabled === 'boolean' && auto_payout_enabled !== user.auto_payout_enabled) {
    await updateUser(tx, user.id, { auto_payout_enabled, updated: deps.clock.now() });
    await userChanged(deps, tx, user);
  }
}

/** Some clients send empty text for what they do not have. */
const filled = (value: unknown): boolean => value !== undefined && value !== null && value !== '';
