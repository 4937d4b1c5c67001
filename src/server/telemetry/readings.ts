/** What the gauges show. */
import { deliveryBacklog, jobBacklog } from '../db/backlog.ts';
import type { Backlog } from '../db/backlog.ts';
import { openStreams } from '../payee/open-streams.ts';
import type { Deps } from '../ports/deps.ts';
import type { Meters, Reading } from '../ports/meters.ts';
import { jobKinds } from '../ports/queue.ts';

const states = ['due', 'later', 'active'] as const;

export function readGauges(meters: Meters, deps: Pick<Deps, 'db' | 'clock'>): void {
  meters.onLook(async () => process(deps));
  meters.onLook(async () =>
    backlog([...(await jobBacklog(deps.db)), ...(await deliveryBacklog(deps.db, deps.clock.now()))]),
  );
}

function process({ db }: Pick<Deps, 'db'>): Reading[] {
  const connections = Object.entries(db.pool?.() ?? {});
  return [
    { of: 'streams', labels: {}, value: openStreams() },
    ...connections.map(([state, value]) => ({ of: 'connections' as const, labels: { state }, value })),
  ];
}

/** A kind of which nothing waits is said too: an alert cannot tell a missing number from a broken server. */
function backlog(found: readonly Backlog[]): Reading[] {
  return jobKinds.flatMap((kind) => {
    const of = new Map(found.filter((one) => one.kind === kind).map((one) => [one.state, one]));
    return [
      ...states.map((state) => ({
        of: 'waitingJobs' as const,
        labels: { kind, state },
        value: of.get(state)?.count ?? 0,
      })),
      { of: 'oldestJob', labels: { kind }, value: Math.max(0, of.get('due')?.seconds ?? 0) },
    ];
  });
}
