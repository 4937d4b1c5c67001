/**
 * Every limit of this server, in one table; `docs/limits.md` repeats it for operators. Codes cost money and
 * annoy people; whatever asks somebody outside costs money too, and its answers tell a thief which numbers,
 * accounts and names are real.
 */
import { countUses } from './rate-limit.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import type { Deps } from '../ports/deps.ts';

/** What is counted. `address`: the client's, an IPv6 one by its /64. `country`: of the phone. */
type Scope = 'address' | 'phone' | 'country' | 'user' | 'flow' | 'app';

interface Bound {
  readonly per: Scope;
  readonly points: number;
  readonly windowSeconds: number;
}

const hourly = (per: Scope, points: number): Bound => ({ per, points, windowSeconds: 3600 });
const daily = (per: Scope, points: number): Bound => ({ per, points, windowSeconds: 24 * 3600 });

/**
 * The order counts: who asks is charged before the one whom it is about. Otherwise an attacker who is over
 * their own limit would go on using up a victim's.
 */
export const limits = {
  code: [
    hourly('address', 20),
    hourly('phone', 5),
    daily('phone', 10),
    daily('country', 5_000),
    daily('app', 10_000),
  ],
  'payout link': [daily('phone', 20), daily('app', 10_000)],
  'something known': [daily('user', 3)],
  opening: [hourly('address', 600), hourly('flow', 300)],
  'flow by client id': [hourly('address', 30)],
  'tax number': [daily('user', 10), daily('phone', 10), daily('app', 5_000)],
  'bank account': [daily('user', 10), daily('phone', 10), daily('app', 5_000)],
  'small deposits': [daily('user', 5), daily('phone', 5), daily('app', 5_000)],
  'bank sign-in': [daily('user', 20), daily('phone', 20), daily('app', 5_000)],
  'bank look-up': [hourly('flow', 300)],
  name: [daily('phone', 10), daily('app', 10_000)],
  'name on a form': [daily('user', 20), daily('phone', 20), daily('app', 20_000)],
  'identity check': [daily('user', 12), daily('phone', 12), daily('app', 5_000)],
  'background check': [daily('user', 5), daily('phone', 5), daily('app', 2_000)],
  'identity picture': [daily('flow', 120)],
  'link to the phone': [daily('flow', 40)],
  'opening on the phone': [hourly('address', 60)],
  'refused opening': [hourly('address', 60)],
  'tax form preview': [{ per: 'flow', points: 30, windowSeconds: 600 }],
  'tax form upload': [daily('flow', 20)],
  'PDF form': [{ per: 'flow', points: 30, windowSeconds: 600 }],
} as const satisfies Readonly<Record<string, readonly Bound[]>>;

export type Limited = keyof typeof limits;

/** A sandbox asks nobody outside, and test suites do everything often. */
const sandboxFactor = 1_000;
/** The share of an app's day at which its operator is warned. */
const warnedAt = 0.8;

/**
 * Counts one use of `what` against each bound whose scope is named in `who`. Call it before the transaction
 * of the thing that it guards (see `countUses`).
 * @throws ProblemError `too-many-requests` with the seconds after which it goes on
 */
export async function charge(
  deps: Deps,
  what: Limited,
  who: Readonly<Partial<Record<Scope, string>>>,
): Promise<void> {
  const bounds: readonly Bound[] = limits[what];
  const counted = bounds.flatMap(({ per, points, windowSeconds }) => {
    const id = who[per];
    if (id === undefined) return [];
    // A phone belongs to its app: two partners may know the same person.
    const key = [what, per, windowSeconds, per === 'address' ? '' : (who.app ?? ''), id].join(' ');
    return { per, key, windowSeconds, points: points * (deps.config.sandbox ? sandboxFactor : 1) };
  });
  if (counted.length === 0) return;
  const uses = await countUses(deps, counted);
  for (const [at, { used, retryAfter }] of uses.entries()) {
    const { per, points: most } = counted[at] as (typeof counted)[number];
    const about = { limit: what, per, most, app: who.app };
    if (retryAfter !== null) {
      deps.meters?.add('limits', { limit: what, per });
      if (per === 'app' || per === 'country') deps.log.error(about, 'limit reached');
      throw new ProblemError('too-many-requests', { retryAfter });
    }
    if (per === 'app' && used === Math.ceil(most * warnedAt)) deps.log.warn(about, 'limit nearly reached');
  }
}

/** Whether an error says that a limit is reached. */
export const isLimitReached = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && error.code === 'too-many-requests';
