/** What is stored of a form that was filed, and what follows. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProblemError } from '../../../src/contract/input/problem-error.ts';
import { parseTaxForm } from '../../../src/contract/tax/parse-form.ts';
import type { UserRow } from '../../../src/server/db/users.ts';
import { withAnswers } from '../../../src/server/http/ask-outside.ts';
import type { Deps } from '../../../src/server/ports/deps.ts';
import type { Queryable, Row } from '../../../src/server/ports/database.ts';
import { saveTaxForm } from '../../../src/server/tax/save-form.ts';
import { company, foreignCompany, foreigner, person } from '../payee/payee.ts';

const now = new Date('2026-06-01T12:00:00Z');
type TinVerdict = Awaited<ReturnType<Deps['providers']['tins']['match']>>;
const user = { id: 'user-1' } as UserRow;

async function file(
  form: object,
  verdict: TinVerdict = { status: 'matched' },
  flow: { id: string } | null = null,
) {
  const asked: unknown[] = [];
  const jobs: unknown[][] = [];
  let inserted: readonly unknown[] = [];
  const tx: Queryable = {
    query: <R extends Row>(sql: string, values: readonly unknown[] = []) => {
      if (sql.includes('into tax_forms')) inserted = values;
      return Promise.resolve((sql.startsWith('update users') ? [user] : []) as Row[] as R[]);
    },
  };
  const deps = {
    clock: { now: () => now },
    newId: () => 'form-1',
    vault: { seal: () => Buffer.from('sealed') },
    jobs: { enqueue: (_tx: Queryable, ...job: unknown[]) => Promise.resolve(void jobs.push(job)) },
    providers: { tins: { match: (subject: unknown) => Promise.resolve(asked.push(subject) && verdict) } },
  } as unknown as Deps;
  const row = await withAnswers(() => saveTaxForm(deps, tx, { flow, user }, parseTaxForm(form)));
  assert.deepEqual(inserted, Object.values(row));
  return { row, asked, jobs };
}
const print = [{ kind: 'print-tax-form', taxFormId: 'form-1' }];

describe('a form that is filed', () => {
  it('of a W-9 has its number compared, and the last four digits kept', async () => {
    const { row, asked, jobs } = await file(person);
    assert.deepEqual(asked, [{ tin: '123456789', tinType: 'ssn', name: 'Jane Doe', attempt: 1 }]);
    assert.deepEqual(
      [row.user_id, row.flow_id, row.created, row.entity_type],
      ['user-1', null, now, 'individual'],
    );
    assert.deepEqual(
      [row.tin_last4, row.tin_status, row.tin_checked, row.tin_attempts],
      ['6789', 'matched', now, 1],
    );
    assert.deepEqual(jobs, [print]);
    assert.equal((await file(company)).row.entity_type, 'business');
  });

  it('is asked about again later while the tax authority has not answered', async () => {
    const { row, jobs } = await file(person, { status: 'pending', retryInMs: 60_000 });
    assert.deepEqual([row.tin_status, row.tin_checked, row.tin_attempts], ['pending', null, 1]);
    assert.deepEqual(jobs, [
      print,
      [{ kind: 'check-tin', taxFormId: 'form-1' }, new Date(now.getTime() + 60_000)],
    ]);
  });

  it('from abroad has no number to compare', async () => {
    for (const [form, entity] of [
      [foreigner, null],
      [foreignCompany, 'business'],
    ] as const) {
      const { row, asked, jobs } = await file(form, { status: 'matched' }, { id: 'flow-1' });
      assert.deepEqual([asked, jobs], [[], [print]]);
      assert.deepEqual(
        [row.flow_id, row.entity_type, row.tin_last4, row.tin_status, row.tin_checked, row.tin_attempts],
        ['flow-1', entity, null, 'unsubmitted', null, 0],
      );
    }
  });

  it('is refused without a user', async () => {
    await assert.rejects(
      saveTaxForm({} as Deps, {} as Queryable, { flow: null, user: null }, parseTaxForm(person)),
      (error) => error instanceof ProblemError && error.code === 'user-info-missing',
    );
  });
});
