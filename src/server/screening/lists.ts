/**
 * Screens everybody again when the lists have changed, some users at a time. How far that has got is written
 * down after each bite, so whoever is killed goes on there. Of two who do it at one time, one goes on.
 */
import { insertList, moveOn, newestList, usersBehind } from '../db/screening-lists.ts';
import type { UserRow } from '../db/users.ts';
import type { Deps } from '../ports/deps.ts';
import { namesOf } from './names.ts';
import { askScreening, holdFor } from './screen.ts';

/** Users at one time: each may be several questions to a vendor. */
const bite = 50;

/** How often it is asked whether the lists have changed. */
export const listsEveryMs = 600_000;

/** Begins to screen everybody when there is another version, and goes on where that has stopped. */
export async function lookAtLists(deps: Deps): Promise<void> {
  const version = (await deps.providers.screening.listVersion?.()) ?? null;
  await deps.db.transaction(async (tx) => {
    if (version !== null) await insertList(tx, { version, created: deps.clock.now(), names: [] });
    const newest = await newestList(tx);
    if (newest && !newest.finished)
      await deps.jobs.enqueue(tx, { kind: 'screen-again', version: newest.version });
  });
}

/** The job: screens the next users, and leaves the others to the next job. */
export async function screenAgain(deps: Deps, version: string): Promise<void> {
  const list = await newestList(deps.db);
  // With a newer one everybody is screened anyway.
  if (list?.version !== version || list.finished) return;
  const users = await usersBehind(deps.db, list.place, bite);
  for (const user of users) await screenOne(deps, user);
  const last = users.length === bite ? users.at(-1) : undefined;
  await deps.db.transaction(async (tx) => {
    const next = last
      ? { place: last.id, finished: null }
      : { place: list.place, finished: deps.clock.now() };
    if ((await moveOn(tx, list, next)) && last)
      await deps.jobs.enqueue(tx, { kind: 'screen-again', version });
  });
}

/** A vendor that is away ends the job, which is tried again. One who cannot be read keeps nobody from it. */
async function screenOne(deps: Deps, user: UserRow): Promise<void> {
  const names = await namesOf(deps, deps.db, user).catch((err: unknown) => {
    deps.log.error({ err, user_id: user.id }, 'not screened again');
    return [];
  });
  const found = await askScreening(deps, names);
  if (found.length > 0) await deps.db.transaction((tx) => holdFor(deps, tx, user, found));
}
