/**
 * One schedule over virtual time: a partner moves money, two workers run jobs, die in the middle, are late,
 * or do the same job at once; the clock jumps, the rail and the receiver lose answers. Then all comes to
 * rest.
 */
import type { App } from '../../src/server/db/apps.ts';
import type { PayoutMethodRow } from '../../src/server/db/payout-methods.ts';
import type { UserRow } from '../../src/server/db/users.ts';
import { afterCommit } from '../../src/server/db/transaction-scope.ts';
import { ProblemError } from '../../src/contract/input/problem-error.ts';
import { createPayout } from '../../src/server/ledger/payouts.ts';
import { rescuePayouts } from '../../src/server/ledger/rescue.ts';
import { createTransfer } from '../../src/server/ledger/transfers.ts';
import type { Deps } from '../../src/server/ports/deps.ts';
import type { PayoutProvider } from '../../src/server/ports/payouts.ts';
import type { Job } from '../../src/server/ports/queue.ts';
import { runJob } from '../../src/server/start/run-job.ts';
import { attemptDelivery, takeDue } from '../../src/server/webhooks/deliver.ts';
import { chance } from '../fuzz/mutate.ts';
import { addMethod, addUser, paypal } from '../server/ledger/support.ts';
import type { TestServer } from '../server/support.ts';
import { Run } from './worker.ts';

const minute = 60_000;

interface Waiting {
  readonly job: Job;
  dueAt: number;
}

export interface Seen {
  /** What the rail took, by payout, in cents. */
  readonly paid: Map<string, number>;
  readonly faults: Record<string, number>;
}

export async function playSchedule(server: TestServer, app: App, seed: number, seen: Seen): Promise<void> {
  const by = chance(seed);
  const { clock } = server;
  const now = () => clock.now().getTime();
  const own: TestServer = { ...server, partner: app };
  const user: UserRow = await addUser(own);
  const method: PayoutMethodRow = await addMethod(own, user, paypal);

  const queue: Waiting[] = [];
  let cut = false;
  let rests = false;
  const { payouts: rail } = server.deps.providers;
  const told = async (
    order: Parameters<PayoutProvider['send']>[0],
    ask: () => ReturnType<PayoutProvider['send']>,
  ) => {
    if ((seen.paid.get(order.transferId) ?? order.net) !== order.net) throw new Error('The order changed.');
    seen.paid.set(order.transferId, order.net);
    const report = await ask();
    if (cut) throw new Error('The line was cut.');
    return report;
  };
  const deps: Deps = {
    ...server.deps,
    jobs: {
      enqueue: (tx, job, runAt) => {
        afterCommit(tx, () => queue.push({ job, dueAt: (runAt ?? clock.now()).getTime() }));
        return Promise.resolve();
      },
      hasten: () => Promise.resolve(),
      deliveriesMade: () => {},
    },
    providers: {
      ...server.deps.providers,
      payouts: {
        send: (order) => told(order, () => rail.send(order)),
        look: (order, externalId) => told(order, () => rail.look(order, externalId)),
      },
    },
    fetch: async () => {
      if (cut) throw new Error('The line was cut.');
      return new Response(null, { status: !rests && by.number(4) === 0 ? 500 : 200 });
    },
  };

  const workers: (Run | null)[] = [null, null];
  const count = (fault: string) => void (seen.faults[fault] = (seen.faults[fault] ?? 0) + 1);
  const due = () => queue.filter(({ dueAt }) => dueAt <= now());

  /** Takes a job as a queue does: nobody else gets it for a minute, unless it is done before. */
  function take(): Run | null {
    const waiting = due().at(by.number(1 + due().length) - 1);
    if (waiting === undefined) return null;
    waiting.dueAt = now() + minute;
    return new Run(deps, async (gated) => {
      try {
        await runJob(gated, waiting.job);
        if (queue.includes(waiting)) queue.splice(queue.indexOf(waiting), 1);
      } catch {
        waiting.dueAt = now() + 5000;
      }
    });
  }
  const deliver = () =>
    new Run(deps, async (gated) => {
      const [attempt] = await takeDue(gated, 1);
      if (attempt) await attemptDelivery(gated, attempt);
    });

  async function act(): Promise<void> {
    const which = by.number(2);
    const worker = workers[which] ?? null;
    switch (by.number(12)) {
      case 0:
        await server.db.transaction((tx) =>
          createTransfer(deps, tx, {
            app,
            user,
            amount: (by.number(4) === 0 ? 1 : -1) * (1 + by.number(3000)),
          }),
        );
        return;
      case 1:
      case 2: {
        const amount = by.of([700, 1013, 1014, 2500]);
        const feeParty = by.of(['user', 'platform'] as const);
        const intent = by.of([null, 'a', 'b']);
        const request = { app, user, method, amount, feeParty, fund: by.number(3) > 0 };
        await server.db.transaction((tx) =>
          createPayout(deps, tx, intent === null ? request : { ...request, intent }),
        );
        return;
      }
      case 3:
        count('jumps of the clock');
        return clock.advance(by.of([500, 2000, 5000, 61_000, 3_600_000]));
      case 4:
        if (!worker) return;
        // It died where it stands. What it holds is given to another when its time is over.
        count('deaths of a worker');
        workers[which] = null;
        return;
      case 5:
        if (due().length > 0) count('jobs done twice');
        for (const { job } of due()) queue.push({ job, dueAt: now() });
        return;
      case 6:
        cut = !cut;
        if (cut) count('cut lines');
        return;
      case 7:
        workers[which] ??= by.number(2) === 0 ? deliver() : new Run(deps, (gated) => rescuePayouts(gated));
        break;
      default:
        workers[which] ??= take();
    }
    for (let steps = 1 + by.number(4); steps > 0 && workers[which]; steps -= 1) await go(which);
  }
  async function go(which: number): Promise<void> {
    await workers[which]?.step();
    if (workers[which]?.ended === true) workers[which] = null;
  }

  for (let acts = 12 + by.number(18); acts > 0; acts -= 1)
    await act().catch((error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
    });
  // From here on nobody dies, nothing is cut, and receivers take what they get, so that everything ends. One
  // that failed six times more would be tried again after that.
  cut = false;
  rests = true;
  for (const which of [0, 1]) while (workers[which]) await go(which);
  for (let rounds = 0; rounds < 6; rounds += 1) {
    clock.advance(11 * 60 * minute);
    await rescuePayouts(deps);
    for (let next = due()[0]; next; next = due()[0]) {
      queue.splice(queue.indexOf(next), 1);
      await runJob(deps, next.job);
    }
    for (let attempts = await takeDue(deps, 50); attempts.length > 0; attempts = await takeDue(deps, 50))
      for (const attempt of attempts) await attemptDelivery(deps, attempt);
  }
}
