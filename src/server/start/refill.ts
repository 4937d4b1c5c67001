/** The command `dots-flow refill`: what the operator's bank has received, or paid, is booked. */
import { randomUUID } from 'node:crypto';
import { ProblemError } from '../../contract/input/problem-error.ts';
import { walletBalance } from '../db/ledger.ts';
import { bookRefill } from '../ledger/refills.ts';
import { realClock } from '../ports/clock.ts';
import type { JobQueue } from '../ports/queue.ts';
import { checkMode } from './check-mode.ts';
import type { Environment } from './config.ts';
import { appOf, withDatabase } from './for-command.ts';
import { ConfigError } from './known.ts';
import { openTestClock } from './test-clock.ts';

export interface Refill {
  /** Dollars and cents, like `25000.00`. */
  readonly amount: string;
  /** The name of the payment at the bank. The same name is booked once. */
  readonly reference: string;
  /** The money left the wallet, or a refill was booked by mistake. */
  readonly out: boolean;
}

/**
 * Books a refill in the database of the environment, whose servers may run meanwhile on PostgreSQL. `say`
 * gets a line for the operator.
 * @throws {ConfigError} when the environment or the request is not right
 */
export async function refill(env: Environment, asked: Refill, say: (line: string) => void): Promise<void> {
  const cents = centsOf(asked.amount);
  const reference = readReference(asked.reference);
  await withDatabase(env, async (db, config) => {
    await checkMode(db, config.sandbox);
    const app = await appOf(db, config);
    const clock = config.sandbox ? await openTestClock(db) : realClock;
    const { row, isNew } = await db
      .transaction((tx) =>
        bookRefill({ newId: randomUUID, clock, jobs: left, config }, tx, {
          ...{ app, reference, amount: asked.out ? -cents : cents },
        }),
      )
      .catch((error: unknown) => {
        throw refusal(error, reference) ?? error;
      });
    const holds = inDollars(await walletBalance(db, { appId: app.id }));
    const what = `${asked.out ? 'out' : 'in'} ${inDollars(cents)} USD, reference ${reference}`;
    say(
      isNew
        ? `Booked ${what}. The wallet of ${app.name} holds ${holds} USD.`
        : `Nothing to do: ${what} was booked on ${row.created.toISOString()}. The wallet of ${app.name} holds ${holds} USD.`,
    );
  });
}

/**
 * A server or a worker sends the webhooks. It looks for them every second, and every five for payout links
 * that wait for the money.
 */
const left: JobQueue = {
  enqueue: () => Promise.resolve(),
  hasten: () => Promise.resolve(),
  deliveriesMade: () => {},
};

/** Text is turned into cents digit by digit, because 0.29 has no exact number. */
function centsOf(text: string): number {
  const [, dollars, cents = '00'] = /^(\d{1,9})(?:\.(\d\d))?$/.exec(text) ?? [];
  const amount = dollars === undefined ? 0 : Number(dollars) * 100 + Number(cents);
  if (amount === 0)
    throw new ConfigError([
      `The amount must be in US dollars, like 25000 or 25000.50, and not ${JSON.stringify(text)}.`,
    ]);
  return amount;
}

function readReference(text: string): string {
  const reference = text.trim();
  if (!/^[^\p{Cc}]{1,200}$/u.test(reference))
    throw new ConfigError([
      'Name the payment: --reference <text>, as your bank does, at most 200 characters. A payment is booked once.',
    ]);
  return reference;
}

const inDollars = (cents: number): string =>
  `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

function refusal(error: unknown, reference: string): ConfigError | null {
  if (!(error instanceof ProblemError)) return null;
  if (error.code === 'idempotency-conflict')
    return new ConfigError([
      `Something else was booked as ${JSON.stringify(reference)} already. Nothing was booked now; name the payment otherwise if it is another one.`,
    ]);
  if (error.code === 'transaction-insufficient-funds')
    return new ConfigError(['The wallet holds less than that. Nothing was booked.']);
  return null;
}
