/**
 * A rolling upgrade under load: three servers of the version before, behind a balancer and PgBouncer, are
 * replaced by ours one after the other. No request may fail.
 *
 * The balancer is a usual one: it asks `/readyz` every half second and sends nothing to a server that is not
 * ready. Where nobody listens it takes the next server, because nothing was sent. It repeats nothing else.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chance } from '../../test/fuzz/mutate.ts';
import { root } from '../imports.ts';
import { check, type Verdict } from './check.ts';
import { Client } from './client.ts';
import { Actor } from './load.ts';
import type { Member } from './member.ts';
import { actorCount, closeSite, openSite, settle } from './processes.ts';

const lookEveryMs = 500;

function git(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args[0]} ended with ${status}: ${stderr}`);
  return stdout.trim();
}

/** The last commit that had fewer migrations than ours. */
const versionBefore = (): string => `${git('log', '-1', '--format=%H', '--', 'src/server/db/migrate.ts')}~1`;

export interface Upgraded extends Verdict {
  readonly from: string;
  readonly requests: number;
  readonly failed: readonly string[];
}

export async function upgrade(seed: number, from = versionBefore()): Promise<Upgraded> {
  const commit = git('rev-parse', '--short', from);
  const old = join(mkdtempSync(join(tmpdir(), 'dots-flow-before-')), 'version');
  git('worktree', 'add', '--detach', old, commit);
  symlinkSync(join(root, 'node_modules'), join(old, 'node_modules'));
  try {
    return { from: commit, ...(await replaceAll(seed, old)) };
  } finally {
    git('worktree', 'remove', '--force', old);
    rmSync(join(old, '..'), { recursive: true, force: true });
  }
}

async function replaceAll(seed: number, old: string): Promise<Omit<Upgraded, 'from'>> {
  const site = await openSite(chance(seed), old);
  const balancer = balance(site.servers, seed);
  const client = new Client(balancer.pick);
  try {
    const actors = Array.from({ length: actorCount }, (_, n) => new Actor(client, site.history, seed, n));
    const acting = Promise.all(actors.map((actor) => actor.act()));
    acting.catch(() => {});
    await sleep(3000);
    for (const member of [...site.servers, ...site.workers]) {
      await member.stop('SIGTERM');
      member.start();
      await member.ready();
      await sleep(2 * lookEveryMs);
      console.log(`  ${member.name} is of this version; ${client.failed.length} requests have failed`);
    }
    await sleep(3000);
    for (const actor of actors) actor.ended = true;
    await acting;
    await settle(site);
    const verdict = await check(site.db, site.history, site.receiver);
    const ends = [...site.servers, ...site.workers].flatMap(({ badEnds }) => badEnds);
    verdict.wrong.push(...client.wrong, ...ends);
    return { ...verdict, requests: client.counts.sent, failed: client.failed };
  } finally {
    client.given = true;
    client.close();
    balancer.end();
    await closeSite(site);
  }
}

/** Picks a server that was ready when it was last looked at. */
function balance(servers: readonly Member[], seed: number) {
  const by = chance(seed + 1);
  const ready = new Set(servers);
  const timer = setInterval(() => {
    for (const server of servers)
      void server.isReady().then((isReady) => (isReady ? ready.add(server) : ready.delete(server)));
  }, lookEveryMs);
  return {
    pick: () => by.of(ready.size > 0 ? [...ready] : servers).url,
    end: () => clearInterval(timer),
  };
}
