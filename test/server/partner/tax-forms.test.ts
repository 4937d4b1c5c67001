import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PDFDocument } from 'pdf-lib';
import { taxPreview } from '../../../src/contract/forms/tax-document.ts';
import { user as userObject } from '../../../src/contract/partner/users.ts';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { pageOf } from '../../../src/contract/flow.ts';
import { taxFormObject } from '../../../src/contract/forms/tax-document.ts';
import { company, foreigner, introduced, person, profile } from '../payee/payee.ts';
import { textOf } from '../../support/pdf-text.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';

const basic = `Basic ${btoa('pk_sandbox_demo:sk_sandbox_demo')}`;
const get = (server: TestServer, path: string, authorization = basic) =>
  server.app.request(`/v2${path}`, { headers: { authorization } });

async function filed(form: object, country: string) {
  const server = await createTestServer();
  const payee = await introduced(server, ['compliance'], { ...profile, country });
  const { flow } = await payee.does('/session/compliance', form);
  const list = `/users/${flow.user_id ?? ''}/tax-forms`;
  const page = pageOf(taxFormObject).parse(await (await get(server, list)).json());
  return { server, list, forms: page.data };
}

describe('the tax forms of a user', () => {
  it('are listed with masked numbers, and their PDF has the whole form', async () => {
    const { server, list, forms } = await filed(company, 'US');
    const [form] = forms;
    assert.deepEqual(
      [
        form?.form,
        form?.entity_type,
        form?.tax_classification,
        form?.tax_id_verification,
        form?.masked_tin,
        form?.holds_until,
        form?.current,
      ],
      ['w9', 'business', 'llc_p', 'matched', '••• 6789', null, true],
    );
    assert.ok(!JSON.stringify(forms).includes('3456789'));
    const answer = await get(server, form?.pdf ?? '');
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'application/pdf');
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.equal(
      answer.headers.get('content-disposition'),
      `attachment; filename="w9-${form?.id ?? ''}.pdf"`,
    );
    const pdf = await PDFDocument.load(await answer.arrayBuffer());
    assert.equal(pdf.getTitle(), 'Substitute Form W-9 (Rev. March 2024)');
    assert.equal(form?.pdf, `${list}/${form?.id ?? ''}/pdf`);
  });

  it('are kept sealed as they were signed: the PDF after the job is the one from before it', async () => {
    const { server, forms } = await filed(foreigner, 'DE');
    const [form] = forms;
    const before = await PDFDocument.load(await (await get(server, form?.pdf ?? '')).arrayBuffer());
    await server.runDueJobs();
    const [row] = await server.db.query<{ pdf_sealed: Buffer | null }>('select pdf_sealed from tax_forms');
    assert.ok(row?.pdf_sealed);
    assert.ok(!Buffer.from(row.pdf_sealed).toString('latin1').includes('%PDF'));
    const after = await PDFDocument.load(await (await get(server, form?.pdf ?? '')).arrayBuffer());
    assert.deepEqual(
      [after.getTitle(), after.getCreationDate()],
      [before.getTitle(), before.getCreationDate()],
    );
    assert.equal(form?.holds_until, `${server.clock.now().getUTCFullYear() + 4}-01-01T00:00:00.000Z`);
  });

  it('certify who filed them, and how that is known, and have a place for the signature', async () => {
    const { server, forms } = await filed(person, 'US');
    const text = await textOf(new Uint8Array(await (await get(server, forms[0]?.pdf ?? '')).arrayBuffer()));
    for (const said of [
      'Signature of U.S. person',
      'Confirmed electronically by the payee',
      'Certificate of electronic filing',
      'By a one-time code to the phone ending in 0100',
      'Step onboarding completed',
    ])
      assert.ok(text.includes(said), said);
    assert.ok(!text.includes('no signature is required'));
  });

  it('are no one else’s', async () => {
    const { server, list, forms } = await filed(foreigner, 'DE');
    const other = '00000000-0000-4000-8000-000000000000';
    for (const path of [
      `/users/${other}/tax-forms`,
      `${list}/${other}/pdf`,
      `/users/${other}/tax-forms/${forms[0]?.id ?? ''}/pdf`,
    ])
      assert.equal((await get(server, path)).status, 404, path);
    assert.equal((await get(server, list, 'Basic bm86bm8=')).status, 401);
  });
});

describe('a payee whom the IRS has notified of backup withholding', () => {
  // Form W-9 (Rev. March 2024), Part II: “You must cross out item 2 above if you have been notified …”.
  for (const [who, form] of Object.entries({ person, company }))
    it(`crosses out item 2 of the certification: ${who}`, async () => {
      const notified = { ...form, subject_to_backup_withholding: true };
      const { server, list, forms } = await filed(notified, 'US');
      assert.equal(forms[0]?.subject_to_backup_withholding, true);
      const answer = await get(server, list.replace('/tax-forms', ''));
      assert.equal(userObject.parse(await answer.json()).compliance.w9?.subject_to_backup_withholding, true);
    });

  it('sees it on the form before it is filed', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance']);
    const preview = async (change: object) => {
      const { body } = await payee.call('POST', '/session/compliance/preview', { ...person, ...change });
      return taxPreview.parse(body);
    };
    const [usual, notified] = [await preview({}), await preview({ subject_to_backup_withholding: true })];
    assert.deepEqual([usual.document.struck, notified.document.struck], [undefined, [2]]);
    assert.match(notified.document.certification[2] ?? '', /^2\. I am not subject to backup withholding/);
    assert.equal(usual.document.sections.at(-1)?.title, 'Part I. Taxpayer Identification Number (TIN)');
    assert.equal(notified.document.sections.at(-1)?.title, 'Part II. Certification instructions');
  });

  it('needs not say it again when the number did not match', async () => {
    const payee = await introduced(await createTestServer(), ['compliance']);
    const { current } = await payee.does('/session/compliance', {
      ...person,
      tin: '412550001',
      subject_to_backup_withholding: true,
    });
    const { tax_id_verification, prefill } = current as RequirementOf<'compliance'>;
    assert.deepEqual([tax_id_verification, prefill['subject_to_backup_withholding']], ['mismatched', 'true']);
  });

  it('is told apart from everybody else, and from those whom a W-8 does not ask', async () => {
    assert.equal((await filed(person, 'US')).forms[0]?.subject_to_backup_withholding, false);
    assert.equal((await filed(foreigner, 'DE')).forms[0]?.subject_to_backup_withholding, null);
  });
});
