import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Database } from '../../../src/server/ports/database.ts';
import { migrate } from '../../../src/server/db/migrate.ts';
import { databases } from '../db/databases.ts';
import { createTestServer } from '../support.ts';
import { bankAccount, introduced, messages, newFlow, openFlow, person, profile } from './payee.ts';

for (const { name, open } of databases) suite(name, open);

// PGlite runs one transaction after another. Only PostgreSQL lets two requests really meet.
function suite(name: string, open: () => Promise<Database>): void {
  describe(`doubled requests on ${name}`, () => {
    let opened: Promise<Database> | undefined;
    const start = async () => {
      opened ??= open().then(async (db) => {
        await migrate(db);
        return db;
      });
      return createTestServer({ db: await opened });
    };
    after(async () => (await opened)?.close());

    it('complete a step once, whichever of them comes first', async () => {
      const server = await start();
      const payee = await openFlow(server, (await newFlow(server, ['compliance', 'manage-payouts'])).id);
      const twice = async (path: string, body: object) => {
        const answers = await Promise.all([payee.call('POST', path, body), payee.call('POST', path, body)]);
        assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409], path);
        const late = answers.find(({ status }) => status === 409);
        assert.equal(late?.body.error_code, 'step-not-current');
        assert.equal(late?.body.plan, undefined, 'a refused step carries no data');
      };
      await payee.does('/session/authentication/code', { country: 'US', phone_number: '415 555 0100' });
      await twice('/session/authentication/check', { code: '123456' });
      await twice('/session/onboarding', profile);
      await twice('/session/compliance', person);
      await payee.does('/session/payout-methods', bankAccount);
      await twice('/session/manage-payouts', {});
      const done = await payee.does('/session', undefined, 'GET');
      const told = await messages(server);
      assert.deepEqual(
        told.map(({ id }) => id),
        [...done.completions.map(({ event_id }) => event_id), done.completed_event_id],
      );
      assert.equal(done.completions.length, 4);
    });

    it('with one Idempotency-Key both get the first answer', async () => {
      const server = await start();
      const payee = await introduced(server, ['compliance', 'manage-payouts']);
      const submit = () =>
        payee.call('POST', '/session/compliance', person, { 'idempotency-key': 'intent-2' });
      const together = await Promise.all([submit(), submit()]);
      for (const { status, body } of together)
        assert.ok(status === 200 || body.error_code === 'resource-busy');
      const [one, two] = [await submit(), await submit()];
      assert.equal(one.status, 200);
      assert.deepEqual(two.body, one.body);
      assert.equal(
        (await messages(server)).filter(({ payload }) => payload['step'] === 'compliance').length,
        1,
      );
      const other = await payee.call(
        'POST',
        '/session/compliance',
        { ...person, city: 'Elsewhere' },
        { 'idempotency-key': 'intent-2' },
      );
      assert.deepEqual([other.status, other.body.error_code], [409, 'idempotency-conflict']);
    });

    it('from two windows complete a step once', async () => {
      const server = await start();
      const one = await introduced(server, ['compliance']);
      const two = await openFlow(server, one.flowId);
      const answers = await Promise.all([
        one.call('POST', '/session/compliance', person),
        two.call('POST', '/session/compliance', person),
      ]);
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
    });

    it('of a job change nothing the second time', async () => {
      const server = await start();
      const payee = await introduced(server, ['compliance']);
      await payee.does('/session/compliance', { ...person, tin: '123450002' });
      const [form] = await server.db.query<{ id: string }>('select id from tax_forms');
      await Promise.all(
        [1, 2].map(() =>
          server.deps.jobs.enqueue(server.db, { kind: 'check-tin', taxFormId: form?.id ?? '' }),
        ),
      );
      server.clock.advance(5_000);
      // The check and two repetitions of it, and the printing of the form.
      assert.equal(await server.runDueJobs(), 4);
      assert.equal((await messages(server, 'flow.updated')).length, 3);
    });
  });
}
