/** Payout methods as the payee sees them: what is kept of each, and why nothing is sent to some. */
import { waitOfNext } from '../../contract/bank/new-methods.ts';
import type { PayoutMethod } from '../../contract/bank/payout-methods.ts';
import { correctionOf } from '../../contract/money/method-correction.ts';
import { methodObject } from '../../contract/rails/method-object.ts';
import { hadMethods, newMethodsOf } from '../db/new-methods.ts';
import { failuresOfMethods, pausedMethodsOf } from '../db/paused-methods.ts';
import { payoutMethodsOf } from '../db/payout-methods.ts';
import type { UserRow } from '../db/users.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { openMethod } from './sealed-details.ts';

/** Returns from when money goes to the user's new methods, as this server is set up. */
export const newMethods = (deps: Pick<Deps, 'clock' | 'config'>, tx: Queryable, user: Pick<UserRow, 'id'>) =>
  newMethodsOf(tx, user.id, deps.config.payoutMethodWaitMs ?? 0, deps.clock.now());

/** Returns how long a method waits that this user adds now, as the requirements of two steps have it. */
export async function newMethodsWait(
  { clock, config }: Pick<Deps, 'clock' | 'config'>,
  tx: Queryable,
  user: UserRow | null,
): Promise<{ new_methods_wait?: number }> {
  const waitMs = config.payoutMethodWaitMs ?? 0;
  if (!user || waitMs === 0) return {};
  const age = { isFirst: !(await hadMethods(tx, user.id)), userCreated: user.created };
  const seconds = waitOfNext(age, waitMs, clock.now());
  return seconds === undefined ? {} : { new_methods_wait: seconds };
}

export async function shownMethods(
  deps: Pick<Deps, 'clock' | 'config' | 'vault'>,
  tx: Queryable,
  user: UserRow | null,
): Promise<PayoutMethod[]> {
  if (!user) return [];
  const paused = await pausedMethodsOf(tx, user.id);
  const waiting = await newMethods(deps, tx, user);
  const failures = await failuresOfMethods(tx, user.id);
  return (await payoutMethodsOf(tx, user.id)).map((row) => {
    const from = waiting.get(row.id)?.toISOString();
    const failure = failures.get(row.id);
    const correction = failure && correctionOf(openMethod(deps, row), failure);
    return methodObject({
      ...row,
      paused: paused.has(row.id),
      ...(from && { usable_from: from }),
      ...(correction && { correction }),
    });
  });
}
