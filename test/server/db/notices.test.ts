/** Signals between processes. Needs PostgreSQL. */
import assert from 'node:assert/strict';
import { once, EventEmitter } from 'node:events';
import { after, before, beforeEach, afterEach, describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { openNotices } from '../../../src/server/db/notices.ts';
import type { Notices } from '../../../src/server/db/notices.ts';
import { openPg } from '../../../src/server/db/pg.ts';
import type { Database } from '../../../src/server/ports/database.ts';
import { flowChanged, onChanged } from '../../../src/server/db/signals.ts';
import { createLog } from '../../../src/server/ports/log.ts';
import { joinSignals } from '../../../src/server/start/signals.ts';
import { wireTo } from './cut-connection.ts';
import { createOwn } from './databases.ts';

const testDatabase = process.env['TEST_DATABASE_URL'];

for (const server of testDatabase ? [testDatabase] : []) {
  describe('notices between processes', () => {
    let own: Awaited<ReturnType<typeof createOwn>>;
    let db: Database;
    let opened: { close(): Promise<void> }[];
    before(async () => void (own = await createOwn(server)));
    after(() => own.remove());
    beforeEach(() => {
      db = openPg({ connectionString: own.url });
      opened = [db];
    });
    afterEach(async () => {
      for (const one of opened.reverse()) await one.close();
    });

    /** A process that tells, and listens on `listenUrl` if there is one. */
    function join(listenUrl: string | null, toldBy: Database = db) {
      const events = new EventEmitter();
      const heard: string[] = [];
      const notices = openNotices({
        db: toldBy,
        listenUrl,
        onHeard(id) {
          heard.push(id);
          events.emit('heard');
        },
        onError: () => {},
        onDeaf: () => events.emit('deaf'),
      });
      opened.push(notices);
      return { notices, events, heard };
    }
    const hears = async ({ hears: isHearing }: Notices, wanted = true) => {
      while (isHearing() !== wanted) await setImmediate();
    };

    it('bring what one tells to the others, once, and not to itself', async () => {
      const [here, there] = [join(own.url), join(own.url)];
      await Promise.all([hears(here.notices), hears(there.notices)]);
      const ids = Array.from({ length: 450 }, (_, index) => `flow ${index}`);
      for (const id of [...ids, ...ids]) here.notices.tell(id);
      while (there.heard.length < ids.length) await once(there.events, 'heard');
      there.notices.tell('an answer');
      while (here.heard.length === 0) await once(here.events, 'heard');
      assert.deepEqual(there.heard.toSorted(), ids.toSorted());
      assert.deepEqual(here.heard, ['an answer']);
    });

    it('are told before a process leaves', async () => {
      const [here, there] = [join(null), join(own.url)];
      await hears(there.notices);
      here.notices.tell('the last');
      await here.notices.close();
      while (there.heard.length === 0) await once(there.events, 'heard');
      assert.deepEqual(there.heard, ['the last']);
    });

    it('are heard again when the connection broke, and meanwhile they are known not to be', async () => {
      const wire = await wireTo(own.url);
      const { notices, events, heard } = join(wire.url);
      await hears(notices);
      wire.cut();
      await hears(notices, false);
      wire.mend();
      await hears(notices);
      join(null).notices.tell('later');
      while (heard.length === 0) await once(events, 'heard');
      assert.deepEqual(heard, ['later']);
      wire.close();
    });

    it('are known to be lost where a pooler passes none on', async () => {
      // Notices stay in their database, so this connection hears those of ours as little as a pooler's does.
      const elsewhere = await createOwn(server);
      const { notices, events } = join(elsewhere.url);
      await once(events, 'deaf');
      assert.equal(notices.hears(), false);
      await elsewhere.remove();
    });

    it('ring for whoever waits in a server, and tell what changed in it', async () => {
      const closers: (() => Promise<void>)[] = [];
      const hearsOthers = joinSignals(
        { databaseUrl: own.url, databaseListenUrl: null },
        { db, log: createLog('silent') },
        true,
        closers,
      );
      opened.push({ close: () => closers[0]?.() ?? Promise.resolve() });
      const other = join(own.url);
      while (!hearsOthers()) await setImmediate();
      await hears(other.notices);
      const rang = new Promise<void>((resolve) => void onChanged('of the other', resolve));
      other.notices.tell('of the other');
      await rang;
      await db.transaction((tx) => Promise.resolve(flowChanged(tx, 'of this one')));
      while (other.heard.length === 0) await once(other.events, 'heard');
      assert.deepEqual(other.heard, ['of this one']);
    });
  });
}
