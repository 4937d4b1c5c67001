/**
 * What goes wrong. Each returns the moment from which everything has to go on by itself: when what was taken
 * away is there again.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../../test/fuzz/mutate.ts';
import type { Stop } from './cluster.ts';
import type { Member } from './member.ts';
import type { Site } from './processes.ts';

type Happens = (site: Site, by: Chance) => Promise<number>;

/** A process is gone for a moment, and another is started in its place. */
const replaced =
  (members: (site: Site) => readonly Member[], signal: 'SIGKILL' | 'SIGTERM'): Happens =>
  async (site, by) => {
    const member = by.of(members(site));
    await member.stop(signal);
    member.start();
    await member.ready();
    return performance.now();
  };

const databaseAway =
  (how: Stop): Happens =>
  async ({ cluster }, by) => {
    cluster.stopPostgres(how);
    await sleep(by.number(3000));
    cluster.startPostgres();
    return performance.now();
  };

const faults = {
  'kill a server': replaced(({ servers }) => servers, 'SIGKILL'),
  'kill a worker': replaced(({ workers }) => workers, 'SIGKILL'),
  'restart a server': replaced(({ servers }) => servers, 'SIGTERM'),
  'restart a worker': replaced(({ workers }) => workers, 'SIGTERM'),
  'restart PostgreSQL': databaseAway('fast'),
  'crash PostgreSQL': databaseAway('immediate'),
  'restart PgBouncer': async ({ cluster }, by) => {
    await cluster.stopBouncer();
    await sleep(by.number(2000));
    await cluster.startBouncer();
    return performance.now();
  },
  'crash everything': async ({ cluster, servers, workers }) => {
    const all = [...servers, ...workers];
    await Promise.all(all.map((member) => member.stop('SIGKILL')));
    cluster.stopPostgres('immediate');
    cluster.startPostgres();
    for (const member of all) member.start();
    await Promise.all(all.map((member) => member.ready()));
    return performance.now();
  },
} satisfies Readonly<Record<string, Happens>>;

export type Fault = keyof typeof faults;
export { faults };
