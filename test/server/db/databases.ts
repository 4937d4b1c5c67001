/** The databases that tests run on: PGlite always, PostgreSQL when TEST_DATABASE_URL names one. */
import { randomBytes } from 'node:crypto';
import type { Database } from '../../../src/server/ports/database.ts';
import { migrate } from '../../../src/server/db/migrate.ts';
import { openPg } from '../../../src/server/db/pg.ts';
import { openPglite } from '../../../src/server/db/pglite.ts';
import { freshImage, migratedImage } from './fresh-image.ts';

export interface TestDatabase {
  readonly name: 'PGlite' | 'PostgreSQL';
  /** An empty database; `close` removes what it made. */
  readonly open: () => Promise<Database>;
  /** The same, on which all migrations have run. */
  readonly openMigrated: () => Promise<Database>;
}

const server = process.env['TEST_DATABASE_URL'];
const embedded: TestDatabase = {
  name: 'PGlite',
  open: async () => openPglite(undefined, await freshImage()),
  openMigrated: async () => openPglite(undefined, await migratedImage()),
};
const named: TestDatabase | null = server
  ? { name: 'PostgreSQL', open: () => openOwn(server), openMigrated: () => migrated(openOwn(server)) }
  : null;

/** For suites about SQL, which run on each database. */
export const databases: readonly TestDatabase[] = named ? [embedded, named] : [embedded];

/** For all other suites: the database that is asked for. */
export const database: TestDatabase = named ?? embedded;

async function migrated(opening: Promise<Database>): Promise<Database> {
  const db = await opening;
  await migrate(db);
  return db;
}

async function openOwn(server: string): Promise<Database> {
  const { url, remove } = await createOwn(server);
  const db = openPg({ connectionString: url });
  return {
    ...db,
    async close() {
      await db.close();
      await remove();
    },
  };
}

/** Makes a database of its own on the PostgreSQL at `server`, so that files may run side by side. */
export async function createOwn(server: string): Promise<{ url: string; remove: () => Promise<void> }> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const asOwner = async (sql: string) => {
    const db = openPg({ connectionString: server, max: 1 });
    await db.script(sql);
    await db.close();
  };
  // A copy of the empty template meets nobody who is connected to it, unlike one of the default template.
  await asOwner(`create database ${name} template template0`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => asOwner(`drop database ${name} with (force)`) };
}
