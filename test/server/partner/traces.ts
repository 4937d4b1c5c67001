/** A payee with a name that nobody else has, who did all that there is to do, and what is kept of them. */
import { findUserById } from '../../../src/server/db/users.ts';
import type { UserRow } from '../../../src/server/db/users.ts';
import { saveUpload } from '../../../src/server/tax/uploads/save.ts';
import assert from 'node:assert/strict';
import { disclosureVersion } from '../../../src/contract/steps/background-check.ts';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { placeOf } from '../../../src/server/start/reseal.ts';
import { sealedColumns, sealedKinds } from '../../../src/server/db/sealed.ts';
import type { SealedRow } from '../../../src/server/db/sealed.ts';
import { agreementPdf } from '../../support/pdf-forms.ts';
import { allowedOrigin, basicAuth } from '../support.ts';
import type { TestServer } from '../support.ts';
import { tries } from '../payee/identity.ts';
import { introduced } from '../payee/payee.ts';
import { payer } from '../tax/audit.ts';

const name = { first_name: 'Zenobia', last_name: 'Quillfeather' };
const phone = { country: 'US', phone_number: '(415) 555-0147' };
const profile = { ...name, email: 'zenobia@quill.example', country: 'US' };
const address = { line_1: '77 Peregrine Alley', city: 'Springfield', state: 'IL', postcode: '62701' };
const person = {
  ...{ form: 'w9', entity_type: 'individual', ...name, ...address },
  ...{ date_of_birth: '1987-03-19', tin: '412-67-8143' },
};
const account = {
  routing_number: '110000000',
  account_number: '000987612345',
  account_type: 'checking',
};

/** What of them may be found in a value, however it is written. Of a phone the end may stand alone. */
export const traces =
  /zenobia|quillfeather|quill\.example|415\W{0,2}555\W?0147|"0147"|peregrine|1987-03-19|412-?67-?8143|987612345/i;

/** Does everything, and returns the id of the user. */
export async function leaveTraces(server: TestServer): Promise<string> {
  let calls = 0;
  const ask = async (method: string, path: string, body?: object): Promise<Record<string, unknown>> => {
    const once = { 'idempotency-key': `call-${(calls += 1)}` };
    const answer = await server.asPartner(method, `/v2${path}`, body, method === 'GET' ? {} : once);
    assert.ok(answer.ok, `${path}: ${await answer.clone().text()}`);
    return (await answer.json()) as Record<string, unknown>;
  };
  const upload = await server.app.request('/v2/pdf-templates?name=Agreement', {
    method: 'POST',
    headers: { authorization: basicAuth(), 'content-type': 'application/pdf' },
    body: new Uint8Array(await agreementPdf()),
  });
  assert.equal(upload.status, 201, await upload.clone().text());
  const { id: template_id } = (await upload.json()) as { id: string };
  const steps = [
    ...(['compliance', 'id-verification', 'background-check', 'manage-payments', 'manage-payouts'] as const),
    { name: 'pdf-form-fill', template_id } as const,
  ];
  const payee = await introduced(server, steps, profile, phone);
  const form = await server.app.request('/v2/session/compliance/upload?form=w8eci', {
    method: 'PUT',
    headers: {
      ...{ origin: allowedOrigin, authorization: `Bearer ${payee.token}` },
      'content-type': 'application/pdf',
    },
    body: new Uint8Array(await agreementPdf()),
  });
  assert.equal(form.status, 201, await form.clone().text());
  const userId = payee.seen.flow.user_id ?? '';
  const { data: forms } = (await ask('GET', `/users/${userId}/tax-uploads`)) as { data: { id: string }[] };
  const reason = 'Zenobia Quillfeather lives in the US.';
  const decided = `/users/${userId}/tax-uploads/${forms[0]?.id ?? ''}`;
  await ask('POST', `${decided}/refuse`, { reason });
  await payee.does('/session/compliance', person);
  // Another one, which came in another flow, was approved first.
  const { id: later } = await server.db.transaction(async (tx) => {
    const user = (await findUserById(tx, userId)) as UserRow;
    return saveUpload(server.deps, tx, { user, flow: { id: payee.flowId } }, 'w8exp', await agreementPdf());
  });
  const another = `/users/${userId}/tax-uploads/${later}`;
  await ask('POST', `${another}/approve`, { reason, name: 'Zenobia Quillfeather' });
  await ask('POST', `${another}/refuse`, { reason });
  await tries(server, payee);
  const check = '/session/background-check';
  const { date_of_birth, tin: ssn } = person;
  await payee.does(`${check}/details`, { ...name, date_of_birth, ssn, ...address });
  await payee.does(`${check}/disclosure`, { disclosure_version: disclosureVersion });
  const signature = 'Zenobia Quillfeather';
  await payee.does(`${check}/authorization`, {
    ...{ disclosure_version: disclosureVersion, signature, consent: true },
  });
  await server.runDueJobs();
  server.clock.advance(5_000);
  await server.runDueJobs();
  await payee.does('/session', undefined, 'GET');
  const { mandate } = payee.seen.current as RequirementOf<'manage-payments'>;
  const given = { source: 'manual', ...account, mandate_version: mandate.version, consent: true };
  await payee.does('/session/payment-methods', given);
  await server.runDueJobs();
  await payee.does('/session/manage-payments');
  await payee.does('/session/payout-methods', { platform: 'ach', ...account });
  await payee.does('/session/manage-payouts');
  await payee.does('/session/pdf-form-fill', { f1: signature, f4: 'Part time', f7: 'true' });
  await payee.does('/session/pdf-form-fill/confirm', { consent: true, signature });

  const user_id = payee.seen.flow.user_id ?? '';
  const metadata = { note: signature };
  await ask('PATCH', `/users/${user_id}`, { metadata });
  await ask('PUT', `/users/${user_id}/addresses`, { ...address, country: 'US' });
  await ask('POST', `/users/${user_id}/b-notices`, {});
  await ask('POST', `/users/${user_id}/send-verification-token`, {});
  await ask('POST', '/payment-customers', { user_id });
  await ask('POST', '/flows', { steps: ['manage-payouts'], user_id, metadata });
  await ask('POST', '/payout-links', { amount: 100, user_id, memo: signature, delivery: { method: 'all' } });
  await ask('POST', '/transfers', { user_id, amount: -300_000, metadata });
  await ask('POST', '/payouts', { user_id, amount: 300_000, platform: 'ach', metadata });
  const row = { amount: 1_000, fund: true, platform: 'ach', idempotency_key: crypto.randomUUID(), metadata };
  await ask('POST', '/payout-batches', { items: [{ user_id, ...row }] });
  for (let round = 0; round < 6; round += 1) {
    await server.runDueJobs();
    server.clock.advance(4 * 24 * 3_600_000);
  }
  server.clock.set('2027-01-20T09:00:00.000Z');
  await ask('POST', '/tax-returns', { year: 2026, form: '1099-nec', payer });
  await ask('PUT', '/sandbox/sanctions-list', { names: ['Quillfeather'] });
  await server.runDueJobs();
  const { data } = (await ask('GET', `/screening-matches?user_id=${user_id}`)) as { data: { id: string }[] };
  assert.ok(data[0], 'no match was found');
  for (const { id } of data)
    await ask('POST', `/screening-matches/${id}/release`, { reason: 'Z. Quillfeather is somebody else.' });
  await ask('PUT', '/sandbox/sanctions-list', { names: ['sanctioned'] });
  await server.runDueJobs();
  return user_id;
}

/** Returns the columns that say something of them, opened where they are sealed: `table.column`. */
export async function tracesIn({ db, deps }: TestServer): Promise<string[]> {
  const found = new Set<string>();
  const columns = await db.query<{ table: string; column: string }>(
    `select c.table_name as table, c.column_name as column from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.data_type <> 'bytea'`,
  );
  assert.ok(columns.length > 300);
  for (const { table, column } of columns)
    for (const { text } of await db.query<{ text: string }>(
      `select "${column}"::text as text from "${table}" where "${column}" is not null`,
    ))
      if (traces.test(text)) found.add(`${table}.${column}`);
  for (const kind of sealedKinds) {
    const { table, column, key, more }: Sealed = sealedColumns[kind];
    const wanted = [key, more ?? [], `${column} as sealed`].flat().join(', ');
    for (const row of await db.query<SealedRow>(
      `select ${wanted} from ${table} t where length(${column}) > 0`,
    )) {
      const plain = deps.vault.openBytes(placeOf[kind](row), row.sealed);
      // A picture and a PDF say who it is in ways that no search finds.
      if (traces.test(plain.toString('latin1')) || files.has(kind)) found.add(`${table}.${column}`);
    }
  }
  return [...found].sort();
}

interface Sealed {
  readonly table: string;
  readonly column: string;
  readonly key: readonly string[];
  readonly more?: string;
}
const files: ReadonlySet<string> = new Set([
  ...['document content', 'id image', 'id upload', 'tax form pdf', 'tax upload', 'bank link'],
]);
