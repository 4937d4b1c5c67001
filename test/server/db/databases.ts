/** The databases that tests run on: PGlite always, PostgreSQL when TEST_DATABASE_URL names one. */
import { randomBytes } from 'node:crypto';
import type { Database } from '../../../src/server/ports/database.ts';
import { openPg } from '../../../src/server/db/pg.ts';
import { openPglite } from '../../../src/server/db/pglite.ts';
import { freshImage } from './fresh-image.ts';

export interface TestDatabase {
  readonly name: 'PGlite' | 'PostgreSQL';
  /** An empty database; `close` removes what it made. */
  readonly open: () => Promise<Database>;
}

const connectionString = process.env['TEST_DATABASE_URL'];
const embedded: TestDatabase = {
  name: 'PGlite',
  open: async () => openPglite(undefined, await freshImage()),
};
const named: TestDatabase | null = connectionString
  ? { name: 'PostgreSQL', open: () => openSchema(connectionString) }
  : null;

/** For suites about SQL, which run on each database. */
export const databases: readonly TestDatabase[] = named ? [embedded, named] : [embedded];

/** For all other suites: the database that is asked for. */
export const database: TestDatabase = named ?? embedded;

/** Makes a schema of its own, so that files may run side by side. */
async function openSchema(url: string): Promise<Database> {
  const schema = `test_${randomBytes(6).toString('hex')}`;
  const db = openPg({ connectionString: url, schema });
  await db.script(`create schema ${schema}`);
  return {
    ...db,
    async close() {
      await db.script(`drop schema ${schema} cascade`);
      await db.close();
    },
  };
}
