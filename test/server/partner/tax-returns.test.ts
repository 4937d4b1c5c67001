/** Runs of information returns: what their files say, whom they tell of, and what a later run corrects. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PDFDocument } from 'pdf-lib';
import type { UploadedForm } from '../../../src/contract/forms/tax-uploads.ts';
import type { TaxReturn } from '../../../src/contract/money/tax-returns.ts';
import type { TaxTotal } from '../../../src/contract/money/tax-totals.ts';
import type { Transfer } from '../../../src/contract/money/transfers.ts';
import type { Access } from '../../../src/contract/partner/accesses.ts';
import type { Problem } from '../../../src/contract/problems.ts';
import type { UserRow } from '../../../src/server/db/users.ts';
import { namesOf } from '../../../src/server/screening/names.ts';
import { saveUpload } from '../../../src/server/tax/uploads/save.ts';
import { textOf } from '../../support/pdf-text.ts';
import { addMethod, addUser, fileForm, paypal } from '../ledger/support.ts';
import { company, person } from '../payee/payee.ts';
import { createTestServer, basicAuth } from '../support.ts';
import type { TestServer } from '../support.ts';
import { payer } from '../tax/audit.ts';

async function begin() {
  const server = await createTestServer({ config: { withholding: 'deduct' } });
  const payee = async (country: string, phone: string, more: object, form?: object): Promise<UserRow> => {
    const user = await addUser(server, { country, phone_e164: phone });
    await addMethod(server, user, { ...paypal, email: `${phone.slice(1)}@example.com` });
    await fileForm(server, user, more, form);
    return user;
  };
  const jane = await payee('US', '+14155550101', { doing_business_as: 'ignored of people' }, person);
  const firm = await payee('US', '+14155550102', { business_name: 'Doe, Smith & Co' }, company);
  const jana = await payee('DE', '+4915123456789', { place_of_work: 'both', us_work_percent: 25 });
  const settle = async () => {
    for (let round = 0; round < 2; round += 1) {
      await server.runDueJobs();
      server.clock.advance(3_500);
    }
  };
  const pay = async ({ id }: UserRow, amount: number, income_type = 'services') => {
    const body = { user_id: id, amount, platform: 'paypal', fund: true, income_type };
    const answer = await server.asPartner('POST', '/v2/payouts', body);
    assert.equal(answer.status, 201, await answer.clone().text());
    return (await answer.json()) as Transfer;
  };
  return { server, jane, firm, jana, pay, settle };
}

async function run(server: TestServer, form: string, year = 2026): Promise<TaxReturn> {
  server.clock.advance(1_000);
  const answer = await server.asPartner('POST', '/v2/tax-returns', { year, form, payer });
  assert.equal(answer.status, 201, await answer.clone().text());
  return (await answer.json()) as TaxReturn;
}

/** The lines as objects by column. */
async function rows(
  server: TestServer,
  { id }: TaxReturn,
  kind = 'original',
): Promise<Readonly<Record<string, string>>[]> {
  const answer = await server.asPartner('GET', `/v2/tax-returns/${id}/csv?kind=${kind}`);
  assert.equal(answer.status, 200);
  const [head = [], ...lines] = (await answer.text())
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted ?? plain ?? '',
      ),
    );
  return lines.map((line) => {
    assert.equal(line.length, head.length);
    const pairs = head.map((name, at): [string, string] => [name, line[at] ?? '']);
    return Object.fromEntries(pairs.filter(([, value]) => value !== ''));
  });
}

describe('a run of returns', () => {
  it('is of a year that is over', async () => {
    const { server } = await begin();
    const answer = await server.asPartner('POST', '/v2/tax-returns', { year: 2026, form: '1099-nec', payer });
    assert.equal(answer.status, 422);
    const { errors } = (await answer.json()) as { errors: { field: string; code: string }[] };
    assert.deepEqual(
      errors.map(({ field, code }) => [field, code]),
      [['year', 'date-in-future']],
    );
  });

  it('writes the 1099-NEC in the columns of the template', async () => {
    const { server, jane, firm, pay, settle } = await begin();
    await pay(jane, 200_050);
    await pay(firm, 300_000);
    await settle();
    server.clock.set('2027-01-05T09:00:00Z');
    const made = await run(server, '1099-nec');
    assert.deepEqual([made.originals, made.corrections, made.without_number], [2, 0, 0]);
    const common = {
      ...{ 'Form Type': '1099-NEC', 'Tax Year': '2026', 'Payer TIN Type': 'EIN' },
      ...{ 'Payer Taxpayer ID Number': '123456789', 'Payer Name Type': 'B', 'Payer Country': 'US' },
      ...{ 'Payer Business or Entity Name Line 1': 'Acme Market Inc', 'Payer City/Town': 'Springfield' },
      ...{ 'Payer Address Line 1': '1 Market Street', 'Payer State/Province/Territory': 'IL' },
      ...{ 'Payer ZIP/Postal Code': '62701', 'Payer Phone Type': 'D', 'Payer Phone': '2175550100' },
      ...{ 'Recipient Country': 'US', 'Recipient Address Line 1': '1 Main Street' },
      ...{ 'Recipient City/Town': 'Springfield', 'Recipient State/Province/Territory': 'IL' },
      ...{ 'Recipient ZIP/Postal Code': '62701', '2nd TIN Notice': 'N' },
      'Box 2 - Payer made direct sales totaling $5000 or more of consumer products to a recipient for resale':
        'N',
    };
    const account = ({ id }: UserRow) => id.replaceAll('-', '').slice(0, 20);
    assert.deepEqual(
      await rows(server, made),
      [
        {
          ...common,
          ...{ 'Recipient TIN Type': 'EIN', 'Recipient Taxpayer ID Number': '123456789' },
          'Recipient Name Type': 'B',
          'Recipient Business or Entity Name Line 1': 'Doe, Smith & Co',
          'Form Account Number': account(firm),
          'Box 1 - Nonemployee Compensation': '3000.00',
        },
        {
          ...common,
          ...{ 'Recipient TIN Type': 'SSN', 'Recipient Taxpayer ID Number': '123456789' },
          ...{ 'Recipient Name Type': 'I', 'Recipient First Name': 'Jane' },
          'Recipient Last Name (Surname)': 'Doe',
          'Form Account Number': account(jane),
          'Box 1 - Nonemployee Compensation': '2000.50',
        },
      ].sort(order),
    );
  });

  it('says of whom the IRS has complained twice, as it was when the run was made', async () => {
    const { server, jane, firm, pay, settle } = await begin();
    const notify = async ({ id }: UserRow, received: string) => {
      const answer = await server.asPartner('POST', `/v2/users/${id}/b-notices`, { received });
      assert.equal(answer.status, 201, await answer.clone().text());
      return (await answer.json()) as { id: string };
    };
    await pay(jane, 200_050);
    await pay(firm, 300_000);
    await settle();
    await notify(firm, '2026-02-03');
    await notify(jane, '2025-10-01');
    const second = await notify(jane, '2026-02-03');
    server.clock.set('2027-01-05T09:00:00Z');
    const made = await run(server, '1099-nec');
    const told = async () =>
      (await rows(server, made)).map((row) => [row['Recipient Name Type'], row['2nd TIN Notice']]).sort();
    assert.deepEqual(await told(), [
      ['B', 'N'],
      ['I', 'Y'],
    ]);
    server.clock.advance(1_000);
    await server.asPartner('PATCH', `/v2/users/${jane.id}/b-notices/${second.id}`, { undone: true });
    assert.equal((await told())[1]?.[1], 'Y');
  });

  it('writes the 1042-S by boxes', async () => {
    const { server, jana, pay, settle } = await begin();
    await pay(jana, 10_000);
    await settle();
    server.clock.set('2027-01-05T09:00:00Z');
    const [row] = await rows(server, await run(server, '1042-s'));
    assert.deepEqual(
      Object.entries(row ?? {})
        .filter(([name]) => /^Box (?:[1-9]|10|13[a-l]?)[ab]? /.test(name))
        .filter(([name]) => !name.includes('account')),
      [
        ['Box 1 Income code', '17'],
        ['Box 2 Gross income', '25.00'],
        ['Box 3 Chapter indicator', '3'],
        ['Box 3a Exemption code', '00'],
        ['Box 3b Tax rate', '30.00'],
        ['Box 4a Exemption code', '15'],
        ['Box 4b Tax rate', '00.00'],
        ['Box 7a Federal tax withheld', '7.50'],
        ['Box 10 Total withholding credit', '7.50'],
        ["Box 13a Recipient's name", 'Jana Beispiel'],
        ["Box 13b Recipient's country (ISO 3166-1)", 'DE'],
        ["Box 13c Recipient's address", 'Beispielweg 1'],
        ["Box 13d Recipient's city, province, postal code, country", 'Berlin, 10115, DE'],
        ['Box 13f Ch. 3 status code', '16'],
        ["Box 13i Recipient's foreign tax identification number", '86 095 742 719'],
        ["Box 13l Recipient's date of birth", '19880131'],
      ],
    );
  });

  it('corrects what has changed since the one before, and nothing else', async () => {
    const { server, jane, firm, pay, settle } = await begin();
    server.clock.set('2026-12-31T23:59:55.000Z');
    await pay(jane, 300_000);
    await pay(firm, 300_000);
    await pay(firm, 250_014);
    await settle();
    server.clock.set('2027-01-05T09:00:00Z');
    await server.db.query('update test_jobs set run_at = $1', ['2027-02-01T00:00:00Z']);
    const first = await run(server, '1099-nec');
    assert.deepEqual([first.originals, first.corrections], [2, 0]);
    const again = await run(server, '1099-nec');
    assert.deepEqual([again.originals, again.corrections], [0, 0]);
    server.clock.set('2027-02-02T09:00:00Z');
    await server.runDueJobs();
    const later = await run(server, '1099-nec');
    assert.deepEqual([later.originals, later.corrections], [0, 1]);
    assert.deepEqual(await rows(server, later), []);
    const [corrected] = await rows(server, later, 'corrected');
    assert.equal(corrected?.['Box 1 - Nonemployee Compensation'], '3000.00');
    // The first file is as it was.
    assert.deepEqual(
      (await rows(server, first)).map((row) => row['Box 1 - Nonemployee Compensation']).sort(),
      ['3000.00', '5500.14'],
    );
    const none = await run(server, '1099-misc');
    assert.deepEqual([none.originals, none.corrections], [0, 0]);
  });

  it('corrects to nothing what came back whole', async () => {
    const { server, jane, pay, settle } = await begin();
    server.clock.set('2026-12-31T23:59:55.000Z');
    await pay(jane, 250_014);
    await settle();
    server.clock.set('2027-01-05T09:00:00Z');
    await server.db.query('update test_jobs set run_at = $1', ['2027-02-01T00:00:00Z']);
    await run(server, '1099-nec');
    server.clock.set('2027-02-02T09:00:00Z');
    await server.runDueJobs();
    const later = await run(server, '1099-nec');
    assert.deepEqual([later.originals, later.corrections], [0, 1]);
    const [corrected] = await rows(server, later, 'corrected');
    assert.deepEqual(
      [corrected?.['Box 1 - Nonemployee Compensation'], corrected?.['Box 4 - Federal income tax withheld']],
      ['0.00', '0.00'],
    );
    assert.deepEqual(
      [(await run(server, '1099-nec')).corrections, corrected?.['Recipient First Name']],
      [0, 'Jane'],
    );
  });

  it('tells anew under the right number what it told under a wrong one', async () => {
    const { server, jane, firm, jana, pay, settle } = await begin();
    await pay(jane, 250_014);
    await pay(firm, 250_000);
    await pay(jana, 10_000);
    await settle();
    server.clock.set('2027-01-05T09:00:00Z');
    const [nec, foreign] = [await run(server, '1099-nec'), await run(server, '1042-s')];
    assert.deepEqual([nec.originals, foreign.originals], [2, 1]);
    // Another name alone is no error, and neither is the same again.
    await fileForm(server, firm, { business_name: 'Doe & Daughters' }, company);
    await fileForm(server, jane, {}, person);
    assert.deepEqual(
      [await run(server, '1099-nec')].map(({ originals, corrections }) => [originals, corrections]),
      [[0, 0]],
    );
    await fileForm(server, jane, { tin: '234-56-7891' }, person);
    await fileForm(server, jana, {
      ...{ place_of_work: 'both', us_work_percent: 25, foreign_tax_id: '65 929 970 489' },
    });
    const later = await run(server, '1099-nec');
    assert.deepEqual([later.originals, later.corrections], [1, 1]);
    const told = async (made: TaxReturn, kind: string, ...columns: string[]) =>
      (await rows(server, made, kind)).map((row) => columns.map((column) => row[column]));
    const columns = ['Recipient Taxpayer ID Number', 'Box 1 - Nonemployee Compensation'];
    assert.deepEqual(await told(later, 'corrected', ...columns), [['123456789', '0.00']]);
    assert.deepEqual(await told(later, 'original', ...columns), [['234567891', '2500.14']]);
    const amended = await run(server, '1042-s');
    assert.deepEqual([amended.originals, amended.corrections], [0, 1]);
    assert.deepEqual(
      await told(
        amended,
        'corrected',
        "Box 13i Recipient's foreign tax identification number",
        'Box 2 Gross income',
      ),
      [['65 929 970 489', '25.00']],
    );
    for (const form of ['1099-nec', '1042-s']) {
      const { originals, corrections } = await run(server, form);
      assert.deepEqual([form, originals, corrections], [form, 0, 0]);
    }
  });

  it('is the same whether one or two are asked for at once', async () => {
    const { server, jane, pay, settle } = await begin();
    await pay(jane, 250_000);
    await settle();
    server.clock.set('2027-01-05T09:00:00Z');
    const made = await Promise.all([run(server, '1099-nec'), run(server, '1099-nec')]);
    assert.deepEqual(made.map(({ originals }) => originals).sort(), [0, 1]);
    assert.deepEqual(
      made.map(({ corrections }) => corrections),
      [0, 0],
    );
  });

  it('prints the payee’s copy without the whole number', async () => {
    const { server, jane, jana, pay, settle } = await begin();
    await pay(jane, 250_000);
    await pay(jana, 10_000);
    await pay(jana, 10_000, 'other');
    await settle();
    server.clock.set('2027-01-05T09:00:00Z');
    const [nec, foreign] = [await run(server, '1099-nec'), await run(server, '1042-s')];
    const copy = async (user: UserRow, { id }: TaxReturn) =>
      server.asPartner('GET', `/v2/users/${user.id}/tax-returns/${id}/pdf`);
    const answer = await copy(jane, nec);
    assert.equal(answer.headers.get('content-type'), 'application/pdf');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const text = await textOf(bytes);
    for (const part of ['Form 1099-NEC', 'Copy B', 'Jane Doe', '***-**-6789', '12-3456789', '$ 2500.00'])
      assert.ok(text.includes(part), part);
    assert.ok(!text.includes('123456789') && !text.includes('123-45-6789'));
    assert.deepEqual(bytes, new Uint8Array(await (await copy(jane, nec)).arrayBuffer()));
    const both = await PDFDocument.load(await (await copy(jana, foreign)).arrayBuffer());
    assert.equal(both.getPageCount(), 2);
    assert.equal((await copy(jana, nec)).status, 404);
  });

  it('is about a user who was deleted, too', async () => {
    const { server, jane, pay, settle } = await begin();
    await pay(jane, 250_000);
    await settle();
    assert.equal((await server.asPartner('DELETE', `/v2/users/${jane.id}`)).status, 200);
    server.clock.set('2027-01-05T09:00:00Z');
    const totals = await server.asPartner('GET', '/v2/tax-totals?year=2026');
    const { data } = (await totals.json()) as { data: TaxTotal[] };
    assert.deepEqual(
      data.map(({ id, gross }) => [id, gross]),
      [[jane.id, 250_000]],
    );
    const made = await run(server, '1099-nec');
    const [row] = await rows(server, made);
    assert.deepEqual([row?.['Recipient First Name'], made.without_number], ['Jane', 0]);
    const copy = await server.asPartner('GET', `/v2/users/${jane.id}/tax-returns/${made.id}/pdf`);
    assert.equal(copy.status, 200);
  });

  it('is no one else’s, and its file takes the scope of tax numbers and is written down', async () => {
    const { server, jane, pay, settle } = await begin();
    await pay(jane, 250_000);
    await settle();
    server.clock.set('2027-01-05T09:00:00Z');
    const { id } = await run(server, '1099-nec');
    const paths = ['', '/csv'].map((path) => `/v2/tax-returns/${id}${path}`);
    await server.addApp('pk_other', 'sk_other');
    const ask = (path: string, authorization: string) =>
      server.app.request(path, { headers: { authorization } });
    for (const path of [...paths, `/v2/users/${jane.id}/tax-returns/${id}/pdf`])
      assert.equal((await ask(path, basicAuth('pk_other', 'sk_other'))).status, 404, path);
    const keyFor = async (scopes: string[]) => {
      const answer = await server.asPartner('POST', '/v2/api-keys', { name: 'taxes', scopes });
      return basicAuth(undefined, ((await answer.json()) as { key: string }).key);
    };
    const without = await keyFor(['users', 'money']);
    const withIt = await keyFor(['users', 'money', 'tax-numbers']);
    assert.deepEqual(
      [(await ask(paths[0] ?? '', without)).status, (await ask(paths[1] ?? '', without)).status],
      [200, 403],
    );
    assert.equal((await ask(paths[1] ?? '', withIt)).status, 200);
    assert.equal((await ask(paths[1] ?? '', await keyFor(['read']))).status, 403);
    const { data } = (await (await server.asPartner('GET', `/v2/users/${jane.id}/accesses`)).json()) as {
      data: Access[];
    };
    assert.deepEqual(
      data.map(({ call }) => call),
      ['GET /tax-returns/{id}/csv'],
    );
  });

  describe('of a payee who has uploaded their form alone', () => {
    const onPaper = {
      ...{ name: 'Kontor Beispiel GmbH', country: 'AT', us_tin: '98-7000003', foreign_tin: 'ATU12345678' },
      address: { line_1: 'Beispielgasse 2', city: 'Wien', postcode: '1010' },
      ...{ chapter3_status: '15', chapter4_status: '23' },
    };
    const uploaded = async (said: object, form: UploadedForm = 'w8eci') => {
      const { server, pay, settle } = await begin();
      const user = await addUser(server, { country: 'DE', phone_e164: '+4915123456700' });
      await addMethod(server, user, paypal);
      const pdf = await PDFDocument.create();
      pdf.addPage();
      const bytes = await pdf.save();
      const { id } = await server.db.transaction((tx) =>
        saveUpload(server.deps, tx, { user, flow: { id: user.id } }, form, bytes),
      );
      const ask = (method: string, path: string, body?: object) =>
        server.asPartner(method, `/v2/users/${user.id}${path}`, body);
      const address = {
        line_1: 'Musterweg 1',
        city: 'Berlin',
        state: 'BE',
        postcode: '10115',
        country: 'DE',
      };
      assert.ok((await ask('PUT', '/addresses', address)).ok);
      const approve = async (more: object) => {
        const body = { reason: 'Read and compared.', ...more };
        const answer = await ask('POST', `/tax-uploads/${id}/approve`, body);
        return { status: answer.status, said: (await answer.json()) as Problem };
      };
      const { status, said: problem } = await approve(said);
      assert.equal(status, 200, JSON.stringify(problem));
      const paid = async () => {
        await pay(user, 100_000);
        await settle();
        server.clock.set('2027-01-05T09:00:00Z');
      };
      return { server, user, ask, approve, paid };
    };
    const facts = async (server: TestServer, made: TaxReturn, kind = 'original') =>
      (await rows(server, made, kind)).map((row) =>
        [
          ...["Box 13a Recipient's name", "Box 13b Recipient's country (ISO 3166-1)"],
          ...["Box 13c Recipient's address", "Box 13d Recipient's city, province, postal code, country"],
          ...["Box 13e Recipient's U.S. TIN", 'Box 13f Ch. 3 status code', 'Box 13g Ch. 4 status code'],
          "Box 13i Recipient's foreign tax identification number",
        ].map((column) => row[column] ?? ''),
      );
    const told = [
      ...['Kontor Beispiel GmbH', 'AT', 'Beispielgasse 2', 'Wien, 1010, AT', '987000003', '15', '23'],
      'ATU12345678',
    ];

    it('has what the partner read on the paper, also when the payee was deleted', async () => {
      const { server, ask, paid } = await uploaded(onPaper);
      await paid();
      assert.equal((await ask('DELETE', '')).status, 200);
      const made = await run(server, '1042-s');
      assert.deepEqual([made.originals, made.without_number], [1, 0]);
      assert.deepEqual(await facts(server, made), [told]);
    });

    it('has else what is known of the payee, which stays when they are deleted', async () => {
      const { server, user, ask, approve, paid } = await uploaded({});
      await paid();
      const known = ['Ada Example', 'DE', 'Musterweg 1', 'Berlin, BE, 10115, DE', '', '', '', ''];
      const made = await run(server, '1042-s');
      assert.deepEqual([await facts(server, made), made.without_number], [[known], 1]);
      // Approved by a version that asked for nothing.
      await server.db.query('update tax_uploads set person_sealed = null');
      assert.equal((await ask('DELETE', '')).status, 200);
      assert.deepEqual(await facts(server, made), [known]);
      assert.equal((await approve(onPaper)).status, 404, user.id);
    });

    it('keeps what was said when it is approved again, but for what is said anew', async () => {
      const { server, approve, paid, ask } = await uploaded(onPaper);
      assert.equal((await approve({ name: 'Kontor Muster GmbH' })).status, 200);
      await paid();
      const [, ...rest] = told;
      assert.deepEqual(await facts(server, await run(server, '1042-s')), [['Kontor Muster GmbH', ...rest]]);
      const exported = (await (await ask('GET', '/export')).json()) as {
        tax_uploads: { person: Record<string, unknown> }[];
      };
      const { us_tin, country } = exported.tax_uploads[0]?.person ?? {};
      assert.deepEqual([us_tin, country], ['987000003', 'AT']);
      const listed = await (await ask('GET', '/tax-uploads')).text();
      assert.ok(!listed.includes('987000003') && !listed.includes('ATU12345678'));
      const stored = await server.db.query<{ text: string }>(
        'select tax_uploads::text as text from tax_uploads',
      );
      assert.ok(!JSON.stringify(stored).includes(Buffer.from('987000003').toString('hex')));
    });

    it('is amended once the paper was read again', async () => {
      const { server, approve, paid } = await uploaded({});
      await paid();
      await run(server, '1042-s');
      const again = await run(server, '1042-s');
      assert.deepEqual([again.originals, again.corrections], [0, 0]);
      await approve(onPaper);
      const amended = await run(server, '1042-s');
      assert.deepEqual([amended.originals, amended.corrections], [0, 1]);
      assert.deepEqual(await facts(server, amended, 'corrected'), [told]);
    });

    it('is of an individual by Form 8233', async () => {
      const { server, paid } = await uploaded({ mailed_on: '2026-03-02' }, '8233');
      await paid();
      const [row] = await facts(server, await run(server, '1042-s'));
      assert.deepEqual(row?.slice(5, 7), ['16', '']);
    });

    it('is refused with what is wrong on it, and held where its name is on a list', async () => {
      const { server, user, approve } = await uploaded({});
      for (const [more, wrong] of [
        [{ us_tin: '12345' }, 'us_tin:invalid-number'],
        [{ chapter3_status: '5' }, 'chapter3_status:invalid-choice'],
        [{ chapter4_status: 'xx' }, 'chapter4_status:invalid-choice'],
        [{ country: 'XX' }, 'country:invalid-country'],
        [{ address: { city: 'Wien' } }, 'address.line_1:required'],
        [{ country: 'IR' }, 'country:sanctioned-place'],
      ] as const) {
        const { status, said } = await approve(more);
        const errors = said.errors?.map(({ field, code }) => `${field}:${code}`);
        assert.deepEqual([status, errors], [422, [wrong]]);
      }
      assert.equal((await approve({ name: 'Kontor Sanctioned' })).status, 200);
      const matches = await server.asPartner('GET', `/v2/screening-matches?user_id=${user.id}`);
      const { data } = (await matches.json()) as { data: { name: string; state: string; role: string }[] };
      assert.deepEqual(
        data.map(({ name, state, role }) => `${name} ${state} ${role}`),
        ['Kontor Sanctioned held business'],
      );
      // When the list changes it is looked at again.
      const known = await server.db.query<UserRow>('select * from users where id = $1', [user.id]);
      const names = await namesOf(server.deps, server.db, known[0] as UserRow);
      assert.ok(names.some(({ name }) => name === 'Kontor Sanctioned'));
    });
  });
});

/** Users of the same moment come in the order of their ids. */
function order(a: object, b: object): number {
  const account = (row: object) => (row as Record<string, string>)['Form Account Number'] ?? '';
  return account(a) < account(b) ? 1 : -1;
}
