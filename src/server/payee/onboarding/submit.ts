/** Takes the profile of the payee: only the fields that were asked for. */
import type { Context } from 'hono';
import { sameName, wholeName } from '../../../contract/forms/names.ts';
import { onboardingInput } from '../../../contract/steps/onboarding.ts';
import { updateFlow } from '../../db/flows.ts';
import { isKnownBrowser, rememberBrowser } from '../../db/known-browsers.ts';
import type { SessionRow } from '../../db/sessions.ts';
import { findUserByPhone, insertUser, lockUser, updateUser } from '../../db/users.ts';
import type { UserRow } from '../../db/users.ts';
import { missingFields } from '../../flows/facts.ts';
import type { ProfileField } from '../../flows/facts.ts';
import { readJson } from '../../http/body.ts';
import { parseInput } from '../../../contract/input/input.ts';
import { ProblemError, fieldProblem } from '../../../contract/input/problem-error.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { callingCodeOf } from '../../../contract/forms/phone.ts';
import { noteChange } from '../../tax/note-change.ts';
import { userChanged } from '../../users/user-changed.ts';
import { refuseSanctioned } from '../../../contract/sanctions/refuse.ts';
import { personOf } from '../../screening/names.ts';
import { noteFound, screenBefore, screened, worstOf } from '../../screening/screen.ts';
import { openDateOfBirth } from '../../users/sealed-fields.ts';
import { claimLinkOf } from '../../payout-links/claim.ts';
import { charge } from '../../http/limits.ts';
import { willAsk } from '../../users/charge.ts';
import { assertCurrent, assertEnabled, currentStep, loadContext } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';
import { askForCode } from '../session/sessions.ts';
import type { PayeeWork } from '../session/step.ts';
import { endStep } from '../session/visit.ts';
import { fieldsAsked } from './requirement.ts';

type Profile = Record<ProfileField, string | null>;

export async function submitOnboarding(c: Context, deps: Deps, session: SessionRow): Promise<PayeeWork> {
  const raw = await readJson(c);
  const before = await loadContext(deps.db, session, { lock: false });
  const phone = before.user?.phone_e164 ?? before.flow.phone_e164;
  const said = () => onlyAsked(parseInput(onboardingInput, raw), fieldsAsked(before));
  const asks = () => currentStep(before, deps.clock.now()) === 'onboarding' && said() !== null;
  if (phone !== null && session.authenticated && (await willAsk(asks))) {
    await charge(deps, 'name', { phone, app: before.app.id });
    await screenBefore(deps, named(deps, before.user, { ...nobody, ...before.user, ...said() }));
  }
  return async (tx, context) => {
    assertCurrent(context, 'onboarding', deps.clock.now());
    const given = onlyAsked(parseInput(onboardingInput, raw), fieldsAsked(context));
    const user = await saveProfile(deps, tx, context, given);
    if (!user) return askForCode(tx, context);
    context.user = user;
    if (context.flow.user_id === null)
      context.flow = await updateFlow(tx, context.flow.id, { user_id: user.id });
    context.flow = await claimLinkOf(deps, tx, context.flow, user);
    return endStep(deps, tx, context, 'onboarding', 'saved');
  };
}

/**
 * Returns the fields that were asked for, and nothing else that was sent: what is on file cannot be
 * overwritten by a request that nobody was shown a form for.
 */
function onlyAsked(
  input: Partial<Record<ProfileField, string | undefined>>,
  fields: readonly ProfileField[],
): Partial<Profile> {
  const absent = fields.filter((field) => input[field] === undefined);
  if (absent.length > 0)
    throw new ProblemError('invalid-input', {
      errors: absent.map((field) => fieldProblem(field, 'required')),
    });
  refuseSanctioned([{ country: input.country }]);
  return Object.fromEntries(fields.map((field) => [field, input[field] as string]));
}

/**
 * Makes the user, or changes the known one. The phone comes from the flow, where it was confirmed, and never
 * from the request. Null: somebody else got the number since.
 */
async function saveProfile(
  deps: Deps,
  tx: Queryable,
  { app, flow, session, user }: PayeeContext,
  given: Partial<Profile>,
): Promise<UserRow | null> {
  if (user) return changeProfile(deps, tx, user, given);

  const profile: Profile = { ...nobody, ...given };
  const phone = flow.phone_e164;
  if (phone === null) throw new ProblemError('authentication-required');
  const found = await screened(deps, named(deps, null, profile));
  const created = await insertUser(tx, {
    id: deps.newId(),
    app_id: app.id,
    created: deps.clock.now(),
    ...profile,
    phone_e164: phone,
    calling_code: callingCodeOf(flow.phone_country ?? 'US'),
    phone_verified: true,
    confirmed: deps.clock.now(),
    ofac_status: worstOf(found),
    metadata: null,
  });
  if (created) {
    await noteFound(deps, tx, created, found);
    await rememberBrowser(tx, created.id, session.browser, created.created);
    return created;
  }
  const other = (await findUserByPhone(tx, app.id, phone)) as UserRow;
  assertEnabled(other);
  // The code said who had the number then. Who has it now, another one has to show.
  if (!(await isKnownBrowser(tx, other.id, session.browser))) return null;
  // The same person finished onboarding in another flow a moment ago. That user stays, and gains only what it
  // lacks.
  const lacking = Object.fromEntries(missingFields(other).map((field) => [field, profile[field]]));
  return changeProfile(deps, tx, other, lacking, { phone_verified: true });
}

/**
 * Changes a profile and screens it again. What payees say of themselves may put them on hold, never release
 * them: another name is typed easily, and only a document tells who they are. A document that was verified
 * earlier proves nothing about a name that came later.
 */
async function changeProfile(
  deps: Deps,
  tx: Queryable,
  { id, app_id }: UserRow,
  given: Partial<Profile>,
  more: Partial<UserRow> = {},
): Promise<UserRow> {
  // The row is read and locked now, because a verdict on a document may have come in between.
  const before = (await lockUser(tx, app_id, id)) as UserRow;
  const after = { ...before, ...given };
  const found = await screened(deps, named(deps, before, after));
  const ofac_status = await noteFound(deps, tx, before, found);
  const renamed = before.id_status === 'verified' && !sameName(wholeName(after), wholeName(before));
  const patch = { ...given, ...more, ofac_status, ...(renamed ? { id_status: 'unverified' as const } : {}) };
  const user = await updateUser(tx, id, { ...patch, updated: deps.clock.now() });
  if (given.country) await noteChange(deps, tx, user, { country: given.country });
  const isOther = Object.entries(given).some(([field, value]) => value !== before[field as ProfileField]);
  if (renamed || ofac_status !== before.ofac_status || isOther) await userChanged(deps, tx, user);
  return user;
}

const nobody: Profile = { first_name: null, last_name: null, email: null, country: null };

/** Returns the payee's name, with the date of birth that the partner gave. */
const named = (deps: Deps, user: UserRow | null, profile: Profile) =>
  personOf(profile, user && openDateOfBirth(deps, user));
