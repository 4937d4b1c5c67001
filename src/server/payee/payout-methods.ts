/** Adds, removes and chooses payout methods. Account data goes in sealed and comes out masked. */
import type { Context } from 'hono';
import { uuid } from '../../contract/index.ts';
import type { PayoutMethodInput } from '../../contract/index.ts';
import type { Queryable } from '../db/database.ts';
import { insertPayoutMethod, payoutMethodsOf, removePayoutMethod, setDefaultPayoutMethod } from '../db/payout-methods.ts';
import type { UserRow } from '../db/users.ts';
import type { Deps } from '../deps.ts';
import { readJson } from '../http/body.ts';
import { ProblemError, fieldError, fieldProblem } from '../http/problem.ts';
import { changePayouts } from './manage-payouts.ts';
import { detailsOf } from './method-details.ts';
import { sealMethod } from './method-secrets.ts';
import { parseMethod } from './parse-method.ts';
import { userChanged } from './user-changed.ts';

export async function addPayoutMethod(c: Context, deps: Deps): Promise<Response> {
  return changePayouts(c, deps, async (tx, _context, user) => {
    await insertMethod(deps, tx, user, parseMethod(await readJson(c), user));
    return true;
  });
}

/** Whoever adds it, the payee or the partner: the bank is asked, the data sealed, the first method becomes the default. */
export async function insertMethod(deps: Deps, tx: Queryable, user: UserRow, method: PayoutMethodInput): Promise<string> {
  const bank = method.platform === 'ach' || method.platform === 'cash_app' ? method : null;
  const refused = bank && (await deps.providers.banks.check(bank.routing_number, bank.account_number));
  if (refused) throw fieldError('account_number', refused);

  const id = deps.newId();
  const { masked, field } = detailsOf(method);
  const first = (await payoutMethodsOf(tx, user.id)).length === 0;
  const added = await insertPayoutMethod(tx, {
    id,
    user_id: user.id,
    created: deps.clock.now(),
    platform: method.platform,
    details_sealed: sealMethod(deps, id, method),
    fingerprint: fingerprintOf(deps, method),
    masked,
    bank_name: bank && deps.providers.banks.nameOf(bank.routing_number),
    account_type: method.platform === 'ach' ? method.account_type : null,
    is_default: first,
  });
  if (!added) throw new ProblemError('payout-method-exists', { errors: [fieldProblem(field, 'payout-method-exists')] });
  await userChanged(deps, tx, user, 'user.updated.payout_method');
  if (first) await userChanged(deps, tx, user, 'user.updated.default_payout_method_changed');
  return id;
}

/** Equal for equal accounts, whosever they are and however they were typed. */
export const fingerprintOf = (deps: Pick<Deps, 'vault'>, method: PayoutMethodInput): Buffer =>
  deps.vault.fingerprint('payout method', detailsOf(method).identity);

export async function deletePayoutMethod(c: Context, deps: Deps): Promise<Response> {
  return changePayouts(c, deps, async (tx, _context, user) => {
    const id = idOf(c);
    const before = await defaultOf(tx, user);
    if (!(await removePayoutMethod(tx, user.id, id, deps.clock.now()))) throw new ProblemError('no-such-resource');
    // Where money goes is never guessed: another method becomes the default only when there is no other choice.
    const left = await payoutMethodsOf(tx, user.id);
    if (left.length === 1 && left[0] && !left[0].is_default) await setDefaultPayoutMethod(tx, user.id, left[0].id);
    await userChanged(deps, tx, user, 'user.updated.payout_method');
    if ((await defaultOf(tx, user)) !== before) await userChanged(deps, tx, user, 'user.updated.default_payout_method_changed');
    return true;
  });
}

export async function chooseDefaultPayoutMethod(c: Context, deps: Deps): Promise<Response> {
  return changePayouts(c, deps, async (tx, _context, user) => {
    const id = idOf(c);
    const methods = await payoutMethodsOf(tx, user.id);
    const chosen = methods.find((method) => method.id === id);
    if (!chosen) throw new ProblemError('no-such-resource');
    if (chosen.is_default) return false;
    await setDefaultPayoutMethod(tx, user.id, id);
    await userChanged(deps, tx, user, 'user.updated.default_payout_method_changed');
    return true;
  });
}

async function defaultOf(tx: Queryable, user: UserRow): Promise<string | null> {
  return (await payoutMethodsOf(tx, user.id)).find((method) => method.is_default)?.id ?? null;
}

/** What is no UUID is no method either; PostgreSQL would answer it with an error of its own. */
function idOf(c: Context): string {
  const id = c.req.param('id') ?? '';
  if (!uuid.safeParse(id).success) throw new ProblemError('no-such-resource');
  return id;
}
