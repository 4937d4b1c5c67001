/** Payout methods as the payee sees them, and why nothing is sent to some of them. */
import { usableFrom, waitOfNext } from '../../../contract/bank/new-methods.ts';
import { correctionOf } from '../../../contract/money/method-correction.ts';
import type { PayoutMethod } from '../../../contract/bank/payout-methods.ts';
import { methodObject } from '../../../contract/rails/method-object.ts';
import type { MockMethod, MockUser, World } from '../world.ts';
import { failureOfMethod, isPaused } from './paused.ts';

/** Returns the methods that the payee has now. */
export const methodsOf = (user: MockUser | null): MockMethod[] =>
  (user?.methods ?? []).filter(({ removed }) => !removed);

/** Returns from when money goes to a method; null when it does already. */
export function waitsUntil(world: World, user: MockUser, method: MockMethod): Date | null {
  const before = user.methods.slice(0, user.methods.indexOf(method));
  const age = {
    knownSince: method.knownSince,
    isFirst: before.every(({ identity }) => identity === method.identity),
    userCreated: user.created,
  };
  return usableFrom(age, world.methodWaitMs, world.now());
}

/** Returns how long a method waits that the payee adds now. */
export function newMethodsWait(world: World, user: MockUser | null): { new_methods_wait?: number } {
  if (!user) return {};
  const age = { isFirst: !user.methods.length, userCreated: user.created };
  const seconds = waitOfNext(age, world.methodWaitMs, world.now());
  return seconds === undefined ? {} : { new_methods_wait: seconds };
}

export const shownMethods = (world: World, user: MockUser | null): PayoutMethod[] =>
  methodsOf(user).map((one) => {
    const from = user && waitsUntil(world, user, one)?.toISOString();
    const correction = user && correctionOf(one.details, failureOfMethod(user, one));
    return methodObject({
      ...one,
      paused: !!user && isPaused(user, one),
      ...(from && { usable_from: from }),
      ...(correction && { correction }),
    });
  });
