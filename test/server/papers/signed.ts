/** Signs one paper of each kind. */
import assert from 'node:assert/strict';
import { disclosureVersion } from '../../../src/contract/steps/background-check.ts';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { agreementPdf } from '../../support/pdf-forms.ts';
import { foreigner, introduced, person, profile } from '../payee/payee.ts';
import { basicAuth } from '../support.ts';
import type { TestServer } from '../support.ts';

/** Phones of payees that are not each other. */
const phone = (last: number) => ({ country: 'US', phone_number: `(415) 555-010${last}` });

/** Returns the ids of the users, in the order in which they signed. */
export async function signEverything(server: TestServer): Promise<string[]> {
  const users = [
    await withTaxForm(server, person, 0),
    await withTaxForm(server, foreigner, 1),
    await withMandate(server),
    await withBackgroundCheck(server),
    await withDocument(server),
  ];
  await server.runDueJobs();
  return users;
}

export async function withTaxForm(server: TestServer, form: object, last: number): Promise<string> {
  const country = form === foreigner ? 'DE' : 'US';
  const payee = await introduced(server, ['compliance'], { ...profile, country }, phone(last));
  return (await payee.does('/session/compliance', form)).flow.user_id ?? '';
}

export async function withMandate(server: TestServer, last = 2): Promise<string> {
  const payee = await introduced(server, ['manage-payments'], profile, phone(last));
  const { mandate } = payee.seen.current as RequirementOf<'manage-payments'>;
  const numbers = { routing_number: '110000000', account_number: '000123456789', account_type: 'checking' };
  await payee.does('/session/payment-methods', {
    ...{ source: 'manual', ...numbers, mandate_version: mandate.version, consent: true },
  });
  return payee.seen.flow.user_id ?? '';
}

async function withBackgroundCheck(server: TestServer): Promise<string> {
  const payee = await introduced(server, ['background-check'], profile, phone(3));
  const at = '/session/background-check';
  await payee.does(`${at}/details`, {
    ...{ date_of_birth: '1990-04-12', ssn: '123-45-6789', line_1: '1 Main Street' },
    ...{ city: 'Springfield', state: 'IL', postcode: '62701' },
  });
  await payee.does(`${at}/disclosure`, { disclosure_version: disclosureVersion });
  await payee.does(`${at}/authorization`, {
    ...{ disclosure_version: disclosureVersion, signature: 'Jane Doe', consent: true },
  });
  return payee.seen.flow.user_id ?? '';
}

async function withDocument(server: TestServer): Promise<string> {
  const upload = await server.app.request('/v2/pdf-templates?name=Agreement', {
    method: 'POST',
    headers: { authorization: basicAuth(), 'content-type': 'application/pdf' },
    body: new Uint8Array(await agreementPdf()),
  });
  assert.equal(upload.status, 201);
  const { id } = (await upload.json()) as { id: string };
  const payee = await introduced(server, [{ name: 'pdf-form-fill', template_id: id }], profile, phone(4));
  await payee.does('/session/pdf-form-fill', { f1: 'Jane Doe', f4: 'Part time', f7: 'true' });
  await payee.does('/session/pdf-form-fill/confirm', { consent: true, signature: 'Jane Doe' });
  return payee.seen.flow.user_id ?? '';
}
