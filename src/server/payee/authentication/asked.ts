/** Who is asked for something known, and for what. The rules are those of `contract/steps/known-state.ts`. */
import { asksForKnown, knownOf, usualKnownAfterDays } from '../../../contract/steps/known-state.ts';
import { isProved } from '../../../contract/steps/proof.ts';
import type { Known } from '../../../contract/steps/known-state.ts';
import { maskedAccountOf } from '../../../contract/bank/method-details.ts';
import { isKnownBrowser } from '../../db/known-browsers.ts';
import { payoutMethodsOf } from '../../db/payout-methods.ts';
import { newestTaxForm } from '../../db/tax-forms.ts';
import { findUser } from '../../db/users.ts';
import type { UserRow } from '../../db/users.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { openMethod } from '../../payout-methods/sealed-details.ts';
import { openTaxFields } from '../../tax/sealed-fields.ts';
import { openDateOfBirth } from '../../users/sealed-fields.ts';
import { knownPhone } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';

export interface Asked {
  readonly user: UserRow;
  readonly known: Known;
}

/**
 * Returns whom this session has to prove to be, after a right code. Null: nobody, or the question no longer
 * stands, because the code is old, or the user is gone, has another phone or has nothing on file. Then a
 * new code decides.
 */
export async function askedOf(deps: Deps, tx: Queryable, context: PayeeContext): Promise<Asked | null> {
  const { app, session } = context;
  if (session.authenticated || session.asks_known === null) return null;
  if (!isProved('answer', session.proved, deps.clock.now())) return null;
  const user = await findUser(tx, app.id, session.asks_known);
  const isTheirs = user?.phone_e164 === knownPhone(context);
  const known = user && isTheirs ? await knownOn(deps, tx, user) : null;
  return user && known && { user, known };
}

/** Returns whether the code alone is not enough for this user in this browser. */
export async function isAsked(
  deps: Deps,
  tx: Queryable,
  user: UserRow,
  { session }: Pick<PayeeContext, 'session'>,
): Promise<boolean> {
  const visit = {
    now: deps.clock.now(),
    // Nobody knows who has had the number since a partner wrote it down.
    last: user.confirmed ?? user.created,
    isNewBrowser: !(await isKnownBrowser(tx, user.id, session.browser)),
    afterDays: deps.config.knownAfterDays ?? usualKnownAfterDays,
  };
  return asksForKnown(visit) && (await knownOn(deps, tx, user)) !== null;
}

async function knownOn(deps: Deps, tx: Queryable, user: UserRow): Promise<Known | null> {
  const form = await newestTaxForm(tx, user.id);
  const methods = await payoutMethodsOf(tx, user.id);
  return knownOf({
    form: form && openTaxFields(deps, form),
    partnerSaid: openDateOfBirth(deps, user),
    accounts: methods.flatMap((method) => maskedAccountOf(method, () => openMethod(deps, method)) ?? []),
  });
}
