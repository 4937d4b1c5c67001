import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PDFDocument } from 'pdf-lib';
import { taxPreview } from '../../../src/contract/forms/tax-document.ts';
import { user as userObject } from '../../../src/contract/partner/users.ts';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { pageOf } from '../../../src/contract/flow.ts';
import { taxFormObject, taxNumbers } from '../../../src/contract/forms/tax-document.ts';
import type { UserRow } from '../../../src/server/db/users.ts';
import { fileForm } from '../ledger/support.ts';
import { company, foreigner, introduced, person, profile } from '../payee/payee.ts';
import { textOf } from '../../support/pdf-text.ts';
import { basicAuth, createTestServer } from '../support.ts';
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

describe('what a tax form says', () => {
  const brief = ({ forms }: Awaited<ReturnType<typeof filed>>) =>
    forms.map(({ status, country, claim, rates }) => ({
      ...{ status, country, claim },
      rates: rates.map(({ income_type, us_percent, rate, reason }) =>
        [income_type, us_percent, rate, reason].join(' '),
      ),
    }));

  it('of a US person', async () => {
    assert.deepEqual(brief(await filed(person, 'US')), [
      {
        ...{ status: 'on-file', country: 'US', claim: null },
        rates: ['services', 'royalties', 'other'].map((type) => `${type} 100 0 us-person`),
      },
    ]);
    const mismatched = await filed({ ...person, tin: '412550001' }, 'US');
    assert.deepEqual(
      [mismatched.forms[0]?.status, brief(mismatched)[0]?.rates[0]],
      ['mismatched', 'services 100 0 us-person'],
    );
    assert.equal((await filed({ ...person, tin: '412550002' }, 'US')).forms[0]?.status, 'pending');
  });

  it('of a claim, for each type of income', async () => {
    const claim = {
      ...{ claims_treaty: true, tax_treaty_country: 'DE', tax_treaty_citation: 'Article 12(1)' },
      ...{ tax_treaty_rate: 0, tax_treaty_income_type: 'copyright12' },
      ...{ place_of_work: 'both', us_work_percent: 40 },
    };
    assert.deepEqual(brief(await filed({ ...foreigner, ...claim }, 'DE')), [
      {
        ...{ status: 'on-file', country: 'DE' },
        claim: { country: 'DE', article: 'Article 12(1)', rate: 0, income_type: 'copyright12' },
        rates: [
          'services 40 0.3 treaty-of-other-income',
          'royalties 100 0 treaty',
          'other 100 0.3 treaty-of-other-income',
        ],
      },
    ]);
  });

  it('once it has expired, or was replaced', async () => {
    const { server, list } = await filed(foreigner, 'DE');
    server.clock.set('2030-01-01T00:00:00Z');
    const read = async () => pageOf(taxFormObject).parse(await (await get(server, list)).json()).data;
    assert.deepEqual(
      (await read()).map(({ status, rates }) => [status, rates[0]?.reason]),
      [['expired', 'no-form']],
    );
    const user = { id: list.split('/')[2] ?? '' } as UserRow;
    await fileForm(server, user);
    assert.deepEqual(
      (await read()).map(({ status, rates }) => [status, rates.length]),
      [
        ['on-file', 3],
        ['replaced', 0],
      ],
    );
  });

  it('has its whole numbers for whoever may have them, and it is written down', async () => {
    const { server, list, forms } = await filed({ ...foreigner, us_tax_id: '912-70-1234' }, 'DE');
    const numbers = `${list}/${forms[0]?.id ?? ''}/numbers`;
    const answer = await get(server, numbers);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.deepEqual(taxNumbers.parse(await answer.json()), {
      id: forms[0]?.id,
      numbers: [
        { number: '86 095 742 719', kind: 'foreign', country: 'DE' },
        { number: '912-70-1234', kind: 'ssn', country: 'US' },
      ],
    });
    const keyFor = async (scopes: string[]) => {
      const made = await server.asPartner('POST', '/v2/api-keys', { name: 'taxes', scopes });
      return basicAuth(undefined, ((await made.json()) as { key: string }).key);
    };
    const [users, both] = [await keyFor(['users']), await keyFor(['users', 'tax-numbers'])];
    for (const path of [numbers, forms[0]?.pdf ?? '']) {
      assert.equal((await get(server, path, users)).status, 403, path);
      assert.equal((await get(server, path, both)).status, 200, path);
    }
    assert.equal((await get(server, list, users)).status, 200);
    assert.equal((await get(server, numbers, await keyFor(['read', 'tax-numbers']))).status, 403);
    const accesses = await get(server, list.replace('tax-forms', 'accesses'));
    const { data } = (await accesses.json()) as { data: { call: string }[] };
    assert.equal(data.filter(({ call }) => call === 'GET /users/{id}/tax-forms/{form_id}/numbers').length, 2);
    const w9 = await filed(company, 'US');
    assert.deepEqual(
      (await (await get(w9.server, `${w9.list}/${w9.forms[0]?.id ?? ''}/numbers`)).json()) as unknown,
      { id: w9.forms[0]?.id, numbers: [{ number: '123456789', kind: 'ein', country: 'US' }] },
    );
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
