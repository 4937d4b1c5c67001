/** Who is asked for something known, and for what. The rules are those of `contract/steps/known-state.ts`. */
import { asksForKnown, knownOf, usualKnownAfterDays } from '../../../contract/steps/known-state.ts';
import { isProved } from '../../../contract/steps/proof.ts';
import type { Known } from '../../../contract/steps/known-state.ts';
import { maskedAccountOf } from '../../../contract/bank/method-details.ts';
import { isKnownBrowser } from '../../db/known-browsers.ts';
import type { FlowRow } from '../../db/flows.ts';
import { findPayoutLink } from '../../db/payout-links.ts';
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
  { flow, session }: Pick<PayeeContext, 'flow' | 'session'>,
): Promise<boolean> {
  const visit = {
    now: deps.clock.now(),
    last: await lastSeen(tx, user, flow),
    isNewBrowser: !(await isKnownBrowser(tx, user.id, session.browser)),
    afterDays: deps.config.knownAfterDays ?? usualKnownAfterDays,
  };
  return asksForKnown(visit) && (await knownOn(deps, tx, user)) !== null;
}

/**
 * Returns since when nobody knows who has the number: since the user was let in, or since the partner wrote
 * it down. Whoever was never here, and is named in a payout link, is whom the partner means today: it has
 * them paid at this very number, and has nothing of theirs that could be asked for but what it wrote itself.
 */
async function lastSeen(tx: Queryable, user: UserRow, flow: FlowRow): Promise<Date | null> {
  if (user.confirmed || flow.payout_link_id === null) return user.confirmed ?? user.created;
  const link = await findPayoutLink(tx, flow.payout_link_id);
  const isNamed = link?.user_id === user.id || link?.phone_e164 === user.phone_e164;
  return isNamed ? null : user.created;
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
