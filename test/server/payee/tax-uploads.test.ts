/** Forms that are uploaded because ours do not fit: up to the partner's decision, and what follows. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PDFDocument } from 'pdf-lib';
import { taxUpload } from '../../../src/contract/partner/tax-uploads.ts';
import type { TaxUpload } from '../../../src/contract/partner/tax-uploads.ts';
import type { Problem } from '../../../src/contract/problems.ts';
import { shownUpload } from '../../../src/contract/steps/compliance-uploads.ts';
import { sandboxMessages } from '../../../src/contract/partner/sandbox-messages.ts';
import type { StepName } from '../../../src/contract/steps.ts';
import type { Transfer } from '../../../src/contract/money/transfers.ts';
import { pageOf } from '../../../src/contract/flow.ts';
import type { UploadedForm } from '../../../src/contract/forms/tax-uploads.ts';
import { findUserById } from '../../../src/server/db/users.ts';
import { saveUpload } from '../../../src/server/tax/uploads/save.ts';
import { allowedOrigin, basicAuth, clientId, createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import {
  company,
  fields,
  foreigner,
  introduced,
  messages,
  openFlow,
  person,
  profile,
  states,
} from './payee.ts';
import type { Payee } from './payee.ts';

const signed = async (title = 'Form W-8ECI'): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create();
  pdf.addPage([612, 792]).drawText(title, { x: 50, y: 700 });
  return pdf.save();
};

interface Sent {
  readonly form?: string;
  readonly type?: string;
}

async function begin(steps: StepName[] = ['compliance'], country = 'DE') {
  const server = await createTestServer({ config: { withholding: 'deduct' } });
  const payee = await introduced(server, steps, { ...profile, country });
  const userId = payee.seen.flow.user_id ?? '';
  const send = async (bytes: Uint8Array, { form = 'w8eci', type = 'application/pdf' }: Sent = {}) => {
    const answer = await server.app.request(`/v2/session/compliance/upload?form=${form}`, {
      method: 'PUT',
      headers: { origin: allowedOrigin, authorization: `Bearer ${payee.token}`, 'content-type': type },
      body: bytes as BodyInit,
    });
    return { status: answer.status, body: (await answer.json()) as Problem };
  };
  const path = `/v2/users/${userId}/tax-uploads`;
  const list = async (): Promise<TaxUpload[]> =>
    pageOf(taxUpload).parse(await (await server.asPartner('GET', path)).json()).data;
  const decide = async (what: 'approve' | 'refuse', body: object, at = 0) => {
    const answer = await server.asPartner('POST', `${path}/${(await list())[at]?.id ?? ''}/${what}`, body);
    return { status: answer.status, body: (await answer.json()) as TaxUpload & Problem };
  };
  return { server, payee, userId, path, send, list, decide };
}

/** What the step shows of the upload. */
async function shown(payee: Payee) {
  const { body } = await payee.call('GET', '/session');
  const { current: requirement } = body;
  return requirement?.step === 'compliance' ? requirement.upload : requirement?.step;
}

const give = async (server: TestServer, user_id: string, more: object = {}) =>
  assert.ok((await server.asPartner('POST', '/v2/transfers', { user_id, amount: -100_00, ...more })).ok);

const reason = 'Signed, with a number; line 11 names services.';

describe('a tax form that is uploaded', () => {
  it('waits for the partner, who is told, reads it and approves it; then the step ends', async () => {
    const { server, payee, path, send, list, decide } = await begin();
    const bytes = await signed();
    const { status, body } = await send(bytes);
    assert.equal(status, 201);
    assert.deepEqual(shownUpload.parse(body), { form: 'w8eci', state: 'submitted' });
    assert.deepEqual(await shown(payee), { form: 'w8eci', state: 'submitted' });
    assert.deepEqual(states((await payee.call('GET', '/session')).body).at(-1), 'compliance:active');

    const [upload] = await list();
    assert.deepEqual(
      [upload?.form, upload?.state, upload?.size, upload?.rate, upload?.decided],
      ['w8eci', 'submitted', bytes.byteLength, null, null],
    );
    const file = await server.asPartner('GET', `/v2${upload?.file ?? ''}`);
    assert.equal(file.headers.get('content-type'), 'application/pdf');
    assert.deepEqual(new Uint8Array(await file.arrayBuffer()), bytes);
    const [row] = await server.db.query<{ file_sealed: Buffer }>('select file_sealed from tax_uploads');
    assert.ok(
      !Buffer.from(row?.file_sealed ?? '')
        .toString('latin1')
        .includes('%PDF'),
    );

    const decided = await decide('approve', { reason, signed_on: '2025-12-30' });
    assert.equal(decided.status, 200, JSON.stringify(decided.body));
    assert.deepEqual(
      [decided.body.state, decided.body.rate, decided.body.income_types, decided.body.holds_until],
      ['approved', 0, ['services', 'royalties', 'other'], '2029-01-01T00:00:00.000Z'],
    );
    assert.ok(decided.body.api_key_id);
    const flow = await messages(server);
    assert.deepEqual(
      flow.filter(({ payload }) => payload['step'] === 'compliance').map(({ payload }) => payload['outcome']),
      ['verified'],
    );
    const told = await messages(server, 'tax_upload.');
    assert.deepEqual(told.map(({ event }) => event).sort(), ['tax_upload.approved', 'tax_upload.submitted']);
    assert.ok(!JSON.stringify(told).includes(reason));
    assert.equal(path, `/v2/users/${upload?.user_id ?? ''}/tax-uploads`);
  });

  it('is refused with a sentence for the payee, who sends another one', async () => {
    const { payee, send, list, decide } = await begin();
    await send(await signed());
    assert.equal(
      (await decide('refuse', { reason: 'The date beside the signature is missing.' })).status,
      200,
    );
    assert.deepEqual(await shown(payee), {
      ...{ form: 'w8eci', state: 'refused', reason: 'The date beside the signature is missing.' },
    });
    await send(await signed('with its date'));
    assert.deepEqual(await shown(payee), { form: 'w8eci', state: 'submitted' });
    assert.deepEqual(
      (await list()).map(({ state }) => state),
      ['submitted', 'replaced'],
    );
    for (const what of ['approve', 'refuse'] as const) {
      const { status, body } = await decide(what, { reason }, 1);
      assert.deepEqual([status, body.error_code], [409, 'conflicting-state'], what);
      assert.match(body.detail ?? '', /Another form has replaced this one/);
    }
  });

  it('is the same when it is sent again, and once more by another name', async () => {
    const { server, send, list } = await begin();
    const bytes = await signed();
    await send(bytes);
    await send(bytes);
    assert.equal((await list()).length, 1);
    assert.equal((await messages(server, 'tax_upload.')).length, 1);
    await send(bytes, { form: 'w8exp' });
    assert.deepEqual(
      (await list()).map(({ form, state }) => `${form} ${state}`),
      ['w8exp submitted', 'w8eci replaced'],
    );
  });

  it('has to be a PDF that does nothing by itself, of a form that is uploaded', async () => {
    const { send, list } = await begin();
    const scripted = await PDFDocument.create();
    scripted.addPage();
    scripted.addJavaScript('greeting', 'app.alert("hello")');
    const cases: [Uint8Array, Sent, number, string[]][] = [
      [new TextEncoder().encode('no PDF'), {}, 422, ['file:pdf-unreadable']],
      [
        new Uint8Array([...new TextEncoder().encode('<p>'), ...(await signed())]),
        {},
        422,
        ['file:pdf-unreadable'],
      ],
      [await scripted.save(), {}, 422, ['file:pdf-active-content']],
      [await signed(), { form: 'w9' }, 422, ['form:invalid-choice']],
      [await signed(), { form: '' }, 422, ['form:invalid-choice']],
      [await signed(), { type: 'image/png' }, 415, []],
      [new Uint8Array(5 * 1024 * 1024 + 1), {}, 413, []],
    ];
    for (const [bytes, sent, status, wrong] of cases) {
      const answer = await send(bytes, sent);
      assert.deepEqual([answer.status, fields(answer.body)], [status, wrong], JSON.stringify(sent));
    }
    assert.deepEqual(await list(), []);
    const { title, detail } = (await send(await signed(), { type: 'image/png' })).body;
    assert.equal(
      `${title} ${detail ?? ''}`,
      'The body is of a type that is not taken here. Send the PDF itself as the body, with the Content-Type application/pdf.',
    );
  });

  it('lets the payee go on, and pays nothing until it is approved', async () => {
    const { server, payee, userId, send, decide } = await begin(['compliance', 'manage-payouts']);
    assert.equal((await payee.refused('/session/compliance/continue')).error_code, 'step-not-current');
    await send(await signed());
    const { completions } = await payee.does('/session/compliance/continue');
    assert.equal(completions.at(-1)?.outcome, 'pending');
    await payee.does('/session/payout-methods', { platform: 'paypal', email: 'jane@example.com' });
    await give(server, userId);
    const pay = async () => {
      const answer = await server.asPartner('POST', '/v2/payouts', {
        ...{ user_id: userId, amount: 50_00, platform: 'paypal' },
      });
      return (await answer.json()) as Partial<Pick<Transfer, 'withholding'> & Pick<Problem, 'error_code'>>;
    };
    assert.equal((await pay()).error_code, 'user-info-missing');
    await decide('approve', { reason });
    const paid = await pay();
    assert.deepEqual(
      paid.withholding?.parts.map(({ rate, reason: why, withheld }) => [rate, why, withheld]),
      [[0, 'effectively-connected', 0]],
    );
    // Taken back, it counts for nothing.
    await decide('refuse', { reason: 'The IRS does not know the number.' });
    assert.equal((await pay()).error_code, 'user-info-missing');
  });

  it('frees services from tax by Form 8233 ten days after it was mailed, and for that year', async () => {
    const { server, payee, userId, send, decide } = await begin(['compliance', 'manage-payouts'], 'US');
    await send(await signed(), { form: '8233' });
    const today = server.clock.now().toISOString().slice(0, 10);
    assert.deepEqual(fields((await decide('approve', { reason })).body), ['mailed_on:required']);
    const royalties = { reason, mailed_on: today, income_types: ['royalties'] };
    assert.deepEqual(fields((await decide('approve', royalties)).body), ['income_types:invalid-choice']);
    assert.equal((await decide('approve', { reason, mailed_on: today })).status, 200);
    await payee.does('/session/payout-methods', { platform: 'paypal', email: 'jane@example.com' });
    await give(server, userId);
    const rateOf = async (income_type: string) => {
      const answer = await server.asPartner('POST', '/v2/payouts', {
        ...{ user_id: userId, amount: 10_00, platform: 'paypal', fund: true, income_type },
      });
      const { withholding } = (await answer.json()) as Transfer;
      return withholding?.parts.map(({ rate, reason: why }) => `${rate} ${why}`).join();
    };
    assert.equal(await rateOf('services'), '0.3 no-form');
    server.clock.advance(10 * 24 * 3_600_000);
    assert.equal(await rateOf('services'), '0 treaty-services');
    assert.equal(await rateOf('royalties'), '0.3 no-form');
    server.clock.advance(366 * 24 * 3_600_000);
    assert.equal(await rateOf('services'), '0.3 no-form');
  });

  it('stands beside one about other income, and replaces one about the same', async () => {
    const { server, payee, userId, list, decide } = await begin(['compliance', 'manage-payouts']);
    const approve = async (form: UploadedForm, more: object) => {
      // In whichever flow it came.
      const bytes = await signed(form);
      await server.db.transaction(async (tx) => {
        const user = await findUserById(tx, userId);
        if (user) await saveUpload(server.deps, tx, { user, flow: { id: payee.flowId } }, form, bytes);
      });
      const { status, body } = await decide('approve', { reason, ...more });
      assert.equal(status, 200, JSON.stringify(body));
      return (await list()).map((one) => `${one.form} ${one.state}`);
    };
    const today = server.clock.now().toISOString().slice(0, 10);
    await approve('w8eci', { income_types: ['royalties', 'other'] });
    assert.deepEqual(await approve('8233', { mailed_on: today }), ['8233 approved', 'w8eci approved']);
    await payee.does('/session/payout-methods', { platform: 'paypal', email: 'jane@example.com' });
    const rateOf = async (income_type: string) => {
      const answer = await server.asPartner('POST', '/v2/payouts', {
        ...{ user_id: userId, amount: 10_00, platform: 'paypal', fund: true, income_type },
      });
      const { withholding } = (await answer.json()) as Transfer;
      return withholding?.parts.map(({ rate, reason: why }) => `${rate} ${why}`).join();
    };
    const rates = async () => [await rateOf('services'), await rateOf('royalties'), await rateOf('other')];
    const [connected, none] = ['0 effectively-connected', '0.3 no-form'];
    assert.deepEqual(await rates(), [none, connected, connected]);
    server.clock.advance(10 * 24 * 3_600_000);
    assert.deepEqual(await rates(), ['0 treaty-services', connected, connected]);
    // What holds longest keeps the payee from being asked again.
    server.clock.set('2027-02-01T09:00:00Z');
    assert.deepEqual(await rates(), [none, connected, connected]);
    assert.deepEqual(await approve('w8imy', { rate: 0.1, income_types: ['other'] }), [
      ...['w8imy approved', '8233 approved', 'w8eci replaced'],
    ]);
    assert.deepEqual(await rates(), [none, none, '0.1 intermediary']);
    // Approved again for more, it takes the place of the other.
    assert.equal((await decide('approve', { reason, rate: 0.1 })).status, 200);
    assert.deepEqual(
      (await list()).map(({ state }) => state),
      ['approved', 'replaced', 'replaced'],
    );
  });

  it('takes no dates with which it would count for nothing, or too soon', async () => {
    const { server, send, decide } = await begin(['compliance'], 'US');
    await send(await signed());
    const asked = async (more: object) => fields((await decide('approve', { reason, ...more })).body);
    assert.deepEqual(await asked({ signed_on: '2019-01-01' }), ['signed_on:too-old']);
    const mailed = await decide('approve', { reason, mailed_on: '2026-03-01' });
    assert.deepEqual(fields(mailed.body), ['mailed_on:unknown']);
    assert.equal(mailed.body.errors?.[0]?.message, 'This counts for Form 8233 alone. Leave it out.');
    assert.deepEqual(await asked({ rate: 0.00001 }), ['rate:invalid-number']);
    await send(await signed('Form 8233'), { form: '8233' });
    assert.deepEqual(await asked({ mailed_on: '2026-01-10' }), ['mailed_on:too-old']);
    server.clock.set('2026-12-28T09:00:00Z');
    assert.deepEqual(await asked({ mailed_on: '2026-12-27' }), ['signed_on:too-old']);
    assert.deepEqual(await asked({ mailed_on: '2026-12-10' }), []);
  });

  it('takes the rates that its law has', async () => {
    const cases: [form: string, rate: number | undefined, wrong: string[]][] = [
      ['w8eci', 0.1, ['rate:invalid-choice']],
      ['w8exp', 0.05, ['rate:invalid-choice']],
      ['w8exp', 0.04, []],
      ['w8imy', undefined, ['rate:required']],
      ['w8imy', 0.31, ['rate:invalid-number']],
      ['w8imy', 0.125, []],
      ['w8bene', undefined, ['rate:required']],
      ['w8bene', 0.3, []],
    ];
    for (const [form, rate, wrong] of cases) {
      const { send, decide } = await begin();
      await send(await signed(), { form });
      const { body } = await decide('approve', { reason, ...(rate !== undefined && { rate }) });
      assert.deepEqual(fields(body), wrong, `${form} ${rate}`);
      if (wrong.length === 0) assert.equal(body.rate, rate);
    }
  });

  it('is replaced by a form that is filled in; Form 8233 stands beside a W-8BEN', async () => {
    for (const [form, file, state] of [
      ['w8eci', foreigner, 'replaced'],
      ['8233', foreigner, 'submitted'],
      ['8233', company, 'replaced'],
    ] as const) {
      const { payee, send, list } = await begin();
      await send(await signed(), { form });
      await payee.call('POST', '/session/compliance', { ...file, country_confirmed: true });
      assert.equal((await list())[0]?.state, state, `${form} before ${file.form}`);
    }
  });

  it('is read by whoever may read tax numbers, and decided by whoever may move money', async () => {
    const { server, path, send, list } = await begin();
    await send(await signed());
    const [upload] = await list();
    const as = async (scopes: string[], method: string, end: string, body?: object) => {
      const made = await server.asPartner('POST', '/v2/api-keys', { name: scopes.join(), scopes });
      const { key } = (await made.json()) as { key: string };
      const answer = await server.app.request(`${path}${end}`, {
        method,
        headers: { authorization: basicAuth(clientId, key), 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      });
      return answer.status;
    };
    const file = `/${upload?.id ?? ''}/file`;
    const approve = `/${upload?.id ?? ''}/approve`;
    assert.equal(await as(['read'], 'GET', ''), 200);
    assert.equal(await as(['read'], 'GET', file), 403);
    assert.equal(await as(['users'], 'GET', file), 403);
    assert.equal(await as(['users', 'tax-numbers'], 'GET', file), 200);
    assert.equal(await as(['users'], 'POST', approve, { reason }), 403);
    assert.equal(await as(['money'], 'POST', approve, { reason }), 403);
    assert.equal(await as(['users', 'money'], 'POST', approve, { reason }), 200);
    await server.addApp('pk_other', 'sk_other');
    const other = { authorization: basicAuth('pk_other', 'sk_other') };
    for (const end of ['', file])
      assert.equal((await server.app.request(path + end, { headers: other })).status, 404);
    const calls = await server.db.query<{ call: string }>('select call from accesses');
    assert.ok(calls.some(({ call }) => call === 'GET /users/{id}/tax-uploads/{upload_id}/file'));
  });

  it('is in the export of the user, and kept for five years when they are deleted', async () => {
    const { server, userId, send, decide } = await begin();
    await send(await signed());
    await decide('approve', { reason });
    const exported = (await (await server.asPartner('GET', `/v2/users/${userId}/export`)).json()) as {
      tax_uploads: TaxUpload[];
      files: { of: string }[];
    };
    assert.deepEqual(
      [exported.tax_uploads.map(({ form }) => form), exported.files.map((file) => file.of)],
      [['w8eci'], ['tax_upload']],
    );
    const deleted = (await (await server.asPartner('DELETE', `/v2/users/${userId}`)).json()) as {
      kept: { what: string; count: number }[];
    };
    assert.ok(deleted.kept.some(({ what, count }) => what === 'tax_uploads' && count === 1));
  });
});

/** What was written to the payee. */
async function texts(server: TestServer): Promise<string[]> {
  await server.runDueJobs();
  const answer = await server.asPartner('GET', '/v2/sandbox/messages');
  return sandboxMessages.parse(await answer.json()).data.map(({ text }) => text.replace(/http\S+/, 'LINK'));
}

/** Opens the link once more, as the payee does who was written to. */
async function comesBack(server: TestServer, { flowId }: Payee, browser = 'test'): Promise<Payee> {
  server.clock.advance(1_000);
  return openFlow(server, flowId, browser);
}

const refusal = { reason: 'The date beside the signature is missing.' };
const wentOn: [StepName[], string | undefined][] = [
  [['compliance'], undefined],
  [['compliance', 'manage-payouts'], 'manage-payouts'],
];

describe('a form that is refused after the payee went on', () => {
  for (const [steps, next] of wentOn)
    it(`is shown with its reason when the link is opened again, at ${next ?? 'the end'}`, async () => {
      const { server, payee, send, decide } = await begin(steps);
      await send(await signed());
      await payee.does('/session/compliance/continue');
      server.clock.advance(1_000);
      assert.equal((await decide('refuse', refusal)).status, 200);
      assert.deepEqual(await texts(server), [
        'Acme Market: Your tax form was not accepted. See why, and send another one: LINK',
      ]);
      // Who is somewhere else in the flow is not torn away.
      assert.equal((await payee.call('GET', '/session')).body.current?.step, next);

      const back = await comesBack(server, payee);
      assert.deepEqual(await shown(back), { form: 'w8eci', state: 'refused', ...refusal });
      payee.token = back.token;
      await send(await signed('with its date'));
      assert.deepEqual(await shown(back), { form: 'w8eci', state: 'submitted' });
      const went = await back.does('/session/compliance/continue');
      assert.equal(went.current?.step, next);
      assert.equal(went.completions.length, payee.seen.completions.length);
      await decide('refuse', refusal);
      assert.equal((await texts(server)).length, 2);
      const again = await comesBack(server, payee);
      const filed = await again.does('/session/compliance', { ...foreigner, country_confirmed: true });
      assert.equal(filed.current?.step, next);
      assert.equal((await comesBack(server, payee)).seen.current?.step, next);
    });

  it('ends with what the partner approves meanwhile, and asks strangers for a code', async () => {
    const { server, payee, send, decide } = await begin(['compliance', 'manage-payouts']);
    await send(await signed());
    await payee.does('/session/compliance/continue');
    await decide('refuse', refusal);
    assert.equal((await comesBack(server, payee, 'another')).seen.current?.step, 'authentication');
    const back = await comesBack(server, payee);
    payee.token = back.token;
    await send(await signed('with its date'));
    await decide('approve', { reason });
    assert.equal((await back.call('GET', '/session')).body.current?.step, 'manage-payouts');
    server.clock.advance(15 * 60_000);
    await decide('refuse', refusal);
    assert.match((await texts(server)).at(-1) ?? '', /not accepted/);
  });

  it('is asked for by a payout that needs it, in the page that is open', async () => {
    const { server, payee, userId, send, decide } = await begin(['compliance', 'manage-payouts', 'payout']);
    await send(await signed());
    await payee.does('/session/compliance/continue');
    await payee.does('/session/payout-methods', { platform: 'paypal', email: 'jane@example.com' });
    await payee.does('/session/manage-payouts');
    await give(server, userId);
    server.clock.advance(1_000);
    await decide('refuse', refusal);
    const { current } = (await payee.call('GET', '/session')).body;
    assert.equal(current?.step, 'payout');
    const review = { amount: 50_00, method_id: current.methods[0]?.id };
    const asked = await payee.does('/session/payout/review', review);
    assert.equal(asked.current?.step, 'compliance');
    assert.equal(((await shown(payee)) as { reason?: string }).reason, refusal.reason);
    const filed = await payee.does('/session/compliance', { ...foreigner, country_confirmed: true });
    assert.equal(filed.current?.step, 'payout');
    assert.equal(filed.current.draft?.amount, 50_00);
  });

  it('is the same with a number that the IRS does not know', async () => {
    const { server, payee } = await begin(['compliance', 'manage-payouts'], 'US');
    await payee.does('/session/compliance', { ...person, tin: '123-45-0002' });
    await payee.does('/session/compliance/continue');
    server.deps.providers.tins.match = () => Promise.resolve({ status: 'mismatched' });
    server.clock.advance(6_000);
    assert.deepEqual(await texts(server), [
      'Acme Market: The check of your tax number is done. See the result: LINK',
    ]);
    const back = await comesBack(server, payee);
    const { current } = back.seen;
    assert.equal(current?.step, 'compliance');
    assert.equal(current.tax_id_verification, 'mismatched');
    const filed = await back.does('/session/compliance', { ...person, signature: 'Jane Doe' });
    assert.equal(filed.current?.step, 'compliance');
  });
});

describe('a form that is approved late', () => {
  it('is told of as a form, and not as a number', async () => {
    const { server, payee, send, decide } = await begin(['compliance', 'manage-payouts']);
    await send(await signed());
    await payee.does('/session/compliance/continue');
    server.clock.advance(15 * 60_000);
    await decide('approve', { reason });
    assert.deepEqual(await texts(server), ['Acme Market: Your tax form was accepted. Go on here: LINK']);
  });
});
