/** Adds, removes and chooses payout methods. Account data goes in sealed and comes out masked. */
import type { Context } from 'hono';
import { uuid } from '../../../contract/flow.ts';
import { updateFlow } from '../../db/flows.ts';
import { payoutMethodsOf, removePayoutMethod, setDefaultPayoutMethod } from '../../db/payout-methods.ts';
import type { SessionRow } from '../../db/sessions.ts';
import type { UserRow } from '../../db/users.ts';
import { readJson } from '../../http/body.ts';
import { isProved } from '../../../contract/steps/proof.ts';
import { ProblemError } from '../../../contract/input/problem-error.ts';
import { asksBank } from '../../payout-methods/insert.ts';
import { parseMethod } from '../../payout-methods/parse.ts';
import { addScreenedMethod } from '../../screening/methods.ts';
import { holderNames } from '../../screening/names.ts';
import { screenBefore } from '../../screening/screen.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { chargeUser, willAsk } from '../../users/charge.ts';
import { userChanged } from '../../users/user-changed.ts';
import { loadContext, signedIn } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';
import { askForCode } from '../session/sessions.ts';
import type { PayeeWork } from '../session/step.ts';
import { changePayouts } from './submit.ts';

/**
 * Adds a method, by a code that is not old. The payee and the partner add methods by the same function
 * (`payout-methods/insert.ts`).
 */
export async function addPayoutMethod(
  c: Context,
  deps: Deps,
  session: SessionRow,
  correctedId?: string,
): Promise<PayeeWork> {
  const raw = await readJson(c);
  const before = await loadContext(deps.db, session, { lock: false });
  const isOld = ({ session: { authenticated, proved } }: PayeeContext) =>
    authenticated && !isProved('destination', proved, deps.clock.now());
  const payee = isOld(before) ? null : signedIn(before);
  if (payee && (await willAsk(() => asksBank(parseMethod(raw, payee)))))
    await chargeUser(deps, 'bank account', payee);
  const names = () => (payee ? holderNames(parseMethod(raw, payee), payee.country) : []);
  if (payee && (await willAsk(() => names().length > 0))) {
    await chargeUser(deps, 'name on a form', payee);
    await screenBefore(deps, names());
  }
  const add = changePayouts(deps, async (tx, context, user) => {
    if (correctedId === undefined) {
      await addScreenedMethod(deps, tx, user, parseMethod(raw, user));
      return true;
    }
    const corrected = (await payoutMethodsOf(tx, user.id)).find(({ id }) => id === correctedId);
    if (!corrected) throw new ProblemError('no-such-resource');
    const method_id = await addScreenedMethod(deps, tx, user, parseMethod(raw, user), { corrected });
    // The payout that is asked for again goes to the corrected one.
    const { payout_draft: draft } = context.flow;
    if (draft?.method_id === correctedId && !draft.transfer_id)
      context.flow = await updateFlow(tx, context.flow.id, {
        payout_draft: { ...draft, method_id, quote: null },
      });
    return true;
  });
  return (tx, context) => (isOld(context) ? askForCode(tx, context) : add(tx, context));
}

/** Puts a corrected method in the place of one, as the default too. It is added like any other. */
export const correctPayoutMethod = (c: Context, deps: Deps, session: SessionRow): Promise<PayeeWork> =>
  addPayoutMethod(c, deps, session, idOf(c));

/** Removes a method. A payout that is on its way to it still goes there. */
export function deletePayoutMethod(c: Context, deps: Deps): PayeeWork {
  return changePayouts(deps, async (tx, _context, user) => {
    const id = idOf(c);
    const before = await defaultOf(tx, user);
    if (!(await removePayoutMethod(tx, user.id, id, deps.clock.now())))
      throw new ProblemError('no-such-resource');
    // The server never guesses where money goes: another method becomes the default only when it is the only
    // choice.
    const remaining = await payoutMethodsOf(tx, user.id);
    if (remaining.length === 1 && remaining[0] && !remaining[0].is_default)
      await setDefaultPayoutMethod(tx, user.id, remaining[0].id);
    await userChanged(deps, tx, user, 'user.updated.payout_method');
    if ((await defaultOf(tx, user)) !== before)
      await userChanged(deps, tx, user, 'user.updated.default_payout_method_changed');
    return true;
  });
}

export function chooseDefaultPayoutMethod(c: Context, deps: Deps): PayeeWork {
  return changePayouts(deps, async (tx, _context, user) => {
    const id = idOf(c);
    const methods = await payoutMethodsOf(tx, user.id);
    const chosen = methods.find((method) => method.id === id);
    if (!chosen) throw new ProblemError('no-such-resource');
    // Choosing what is chosen changes nothing, so the partner hears nothing.
    if (chosen.is_default) return false;
    await setDefaultPayoutMethod(tx, user.id, id);
    await userChanged(deps, tx, user, 'user.updated.default_payout_method_changed');
    return true;
  });
}

async function defaultOf(tx: Queryable, user: UserRow): Promise<string | null> {
  return (await payoutMethodsOf(tx, user.id)).find((method) => method.is_default)?.id ?? null;
}

/**
 * Returns the id in the route. An id that is no UUID names no method; PostgreSQL would reject it with an
 * error of its own.
 */
function idOf(c: Context): string {
  const id = c.req.param('id') ?? '';
  if (!uuid.safeParse(id).success) throw new ProblemError('no-such-resource');
  return id;
}
