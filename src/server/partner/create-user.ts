/**
 * Makes a user, or returns the one whom the app knows by this phone number. The status tells which: 201 or
 * 200. A partner may therefore repeat the call without an Idempotency-Key. The partner's own notes on a known
 * user are taken over, and what is the payee's own stays as it is; the answer names it.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Context } from 'hono';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { output } from 'zod/v4/core';
import type { createUserInput } from '../../contract/partner/user-requests.ts';
import type { User } from '../../contract/partner/users.ts';
import type { App } from '../db/apps.ts';
import { findUser, findUserByPhone, insertUser, isUsernameTaken, lockUser } from '../db/users.ts';
import type { UserRow } from '../db/users.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { checkMetadata } from '../http/metadata.ts';
import { charge } from '../http/limits.ts';
import { idempotent, idempotentInOne } from '../http/idempotent.ts';
import { ProblemError, fieldError } from '../../contract/input/problem-error.ts';
import { personOf } from '../screening/names.ts';
import { askScreening, noteFound, worstOf } from '../screening/screen.ts';
import { adjustedBy } from './adjustment.ts';
import { changeUser } from './update-user.ts';
import { newUserObject, userObject } from './user-object.ts';
import { openDateOfBirth, sealDateOfBirth } from '../users/sealed-fields.ts';

export async function createUser(c: Context, deps: Deps, app: App, input: Input): Promise<Response> {
  checkMetadata(input.metadata);
  const phone = e164(input.country_code, input.phone_number);
  // Nobody is asked about a user who is known.
  if (await findUserByPhone(deps.db, app.id, phone))
    return idempotent(c, deps, app.id, async (tx) => {
      const known = await findUserByPhone(tx, app.id, phone);
      // The partner deleted the user a moment ago.
      if (!known) throw new ProblemError('resource-busy', { retryAfter: 1 });
      return { status: 200, body: await userObject(deps, tx, await noted(deps, tx, known, input)) };
    });
  // Screening asks a provider, so it comes before the transaction.
  await charge(deps, 'name', { phone, app: app.id });
  const found = await askScreening(deps, personOf({ ...input, country: null }, input.date_of_birth));
  const id = deps.newId();
  const insert = async (db: Queryable) => {
    const created = await insertUser(db, {
      id,
      app_id: app.id,
      created: deps.clock.now(),
      first_name: input.first_name,
      last_name: input.last_name,
      email: input.email,
      country: null,
      phone_e164: phone,
      calling_code: input.country_code,
      phone_verified: false,
      ofac_status: worstOf(found),
      metadata: input.metadata ?? null,
      ...(input.username === undefined ? {} : { username: input.username }),
      date_of_birth_sealed: input.date_of_birth ? sealDateOfBirth(deps, id, input.date_of_birth) : null,
      adjustments_1099: adjustedBy(input, []) ?? [],
      payout_options_exclude_list: input.payout_options_exclude_list ?? [],
    });
    return created && { status: 201 as const, body: newUserObject(deps, created), created };
  };
  // What is found is written down besides.
  const alone = (db: Queryable) => (found.length > 0 ? Promise.resolve(null) : insert(db));
  return idempotentInOne(c, deps, app.id, alone, async (tx) => {
    const made = await insert(tx);
    if (made) await noteFound(deps, tx, made.created, found);
    if (made) return made;
    // The phone number is who somebody is (docs.dots.dev/references/users): the known user is reused.
    const known = await findUserByPhone(tx, app.id, phone);
    if (known) return { status: 200, body: await userObject(deps, tx, await noted(deps, tx, known, input)) };
    const taken = input.username !== undefined && (await isUsernameTaken(tx, app.id, input.username));
    // When neither is taken any more, the user who was in the way has been deleted since. The same call then
    // succeeds when it is repeated.
    throw taken
      ? new ProblemError('auth-username-already-exists')
      : new ProblemError('resource-busy', { retryAfter: 1 });
  });
}

type Input = output<typeof createUserInput>;

/** Writes down what the partner says of a known user, as `PATCH` does. Said again, it changes nothing. */
async function noted(deps: Deps, tx: Queryable, known: UserRow, input: Input): Promise<UserRow> {
  const user = await lockUser(tx, known.app_id, known.id);
  if (!user) throw new ProblemError('resource-busy', { retryAfter: 1 });
  const { metadata, date_of_birth, payout_options_exclude_list: excluded } = input;
  // Said as nothing, it changes nothing.
  const said = adjustedBy(input, [])?.at(0);
  const isNew = (said: unknown, stored: unknown) =>
    said !== undefined && said !== null && !isDeepStrictEqual(said, stored);
  const news = {
    ...(isNew(metadata, user.metadata) && { metadata }),
    ...(isNew(date_of_birth, openDateOfBirth(deps, user)) && { date_of_birth }),
    ...(isNew(said, said && user.adjustments_1099.find(({ year }) => year === said.year)) && {
      '1099_adjustment': input['1099_adjustment'],
      '1099_adjustment_2024': input['1099_adjustment_2024'],
    }),
    ...(isNew(excluded, user.payout_options_exclude_list) && { payout_options_exclude_list: excluded }),
  };
  if (Object.keys(news).length === 0) return user;
  await changeUser(deps, tx, user, news);
  return (await findUser(tx, user.app_id, user.id)) ?? user;
}

/** Names what was said of a known user and is not so: it is the payee's own to change. */
export const notTakenOver = (said: Input, known: User): string[] =>
  (['first_name', 'last_name', 'email', 'username'] as const).filter(
    (field) => said[field] !== undefined && said[field] !== known[field],
  );

/**
 * Returns the number in E.164. It must have a possible length for its country. Whether it is in use is not
 * checked here: codes are sent only to numbers that `readPhone` accepts.
 */
export function e164(callingCode: string, national: string, field = 'phone_number'): string {
  const parsed = parsePhoneNumberFromString(`+${callingCode}${national}`);
  if (!parsed?.isPossible() || parsed.countryCallingCode !== callingCode)
    throw fieldError(field, 'invalid-phone-number');
  return parsed.number;
}
