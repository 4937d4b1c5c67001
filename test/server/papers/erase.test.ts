/** Two servers erase papers at the same moment: each paper has one link that says so. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verifyPapers } from '../../../src/server/audit/verify.ts';
import { erasePapers } from '../../../src/server/papers/erase.ts';
import { database } from '../db/databases.ts';
import { meanwhile } from '../db/meanwhile.ts';
import { foreigner } from '../payee/payee.ts';
import { createTestServer } from '../support.ts';
import { withTaxForm } from './signed.ts';

if (database.name === 'PostgreSQL')
  test('two servers erase a record once', async () => {
    const server = await createTestServer();
    const { db, deps, clock, partner } = server;
    const user = await withTaxForm(server, foreigner, 0);
    await server.runDueJobs();
    await server.asPartner('DELETE', `/v2/users/${user}`);
    clock.advance(6 * 366 * 24 * 3_600_000);
    const chain = (tx: { query(sql: string): Promise<unknown> }) =>
      tx.query('select 1 from paper_chains for update');
    await meanwhile(db, chain, [() => erasePapers(deps), () => erasePapers(deps)], async () => undefined);
    const links = await db.query<{ subject_id: string }>(
      `select subject_id from papers where kind = 'erasure'`,
    );
    assert.deepEqual([links.length, new Set(links.map((link) => link.subject_id)).size], [2, 2]);
    assert.deepEqual((await verifyPapers(deps, partner.id)).faults, []);
  });
