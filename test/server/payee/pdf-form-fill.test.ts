import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { deflateSync } from 'node:zlib';
import { PDFArray, PDFDocument, PDFName } from 'pdf-lib';
import { pdfTemplate as pdfTemplateSchema } from '../../../src/contract/steps/pdf-form-fill.ts';
import type { Problem } from '../../../src/contract/problems.ts';
import type { FlowDocument, PdfTemplate } from '../../../src/contract/steps/pdf-form-fill.ts';
import type { RequirementOf, Snapshot } from '../../../src/contract/steps/session.ts';
import {
  agreementPdf,
  encryptedPdf,
  pdfWithScript,
  pdfWithoutPages,
  pdfWithoutForm,
  simplePdf,
  xfaPdf,
} from '../../support/pdf-forms.ts';
import { attachedJson, textOf } from '../../support/pdf-text.ts';
import { basicAuth, createTestServer, withoutIds } from '../support.ts';
import type { TestServer } from '../support.ts';
import { fields, introduced, newFlow, openFlow, profile, request, states } from './payee.ts';

const step = '/session/pdf-form-fill';
const answers = {
  f1: 'Jane Doe',
  f2: '123-45-6789',
  f3: '2026-04-01',
  f4: 'Part time',
  f5: 'Large',
  f7: 'true',
  f8: 'Größe: señor É',
};

const upload = (
  server: TestServer,
  body: BodyInit,
  headers: Record<string, string> = { 'content-type': 'application/pdf' },
  query = '',
) =>
  server.app.request(`/v2/pdf-templates${query}`, {
    method: 'POST',
    headers: { authorization: basicAuth(), ...headers },
    body,
  });

async function uploaded(server: TestServer, bytes: Buffer): Promise<PdfTemplate> {
  const answer = await upload(server, new Uint8Array(bytes), undefined, '?name=Agreement');
  assert.equal(answer.status, 201, await answer.clone().text());
  return pdfTemplateSchema.parse(await answer.json());
}

/** Returns the bytes of the only document of a flow. */
async function filed(server: TestServer, flowId: string): Promise<Buffer> {
  const list = await server.asPartner('GET', `/v2/flows/${flowId}/documents`);
  const { data } = (await list.json()) as { data: FlowDocument[] };
  const file = await server.asPartner('GET', `/v2/flows/${flowId}/documents/${data[0]?.id}`);
  return Buffer.from(await file.arrayBuffer());
}

const refusal = async (answer: Response) => fields((await answer.json()) as Problem);

const required = (seen: Snapshot): RequirementOf<'pdf-form-fill'> => {
  if (seen.current?.step !== 'pdf-form-fill') assert.fail(`The step is ${seen.current?.step}.`);
  return seen.current;
};

describe('a PDF template', () => {
  it('lists its fields as they stand on paper: type, label, rules', async () => {
    const server = await createTestServer();
    const bytes = await agreementPdf();
    const template = await uploaded(server, bytes);
    assert.deepEqual(
      template.fields.map(({ id, name, type, label, required, page }) => [
        id,
        name,
        type,
        label,
        required,
        page,
      ]),
      [
        ['f1', 'applicant.fullName', 'text', 'Full name', true, 1],
        ['f2', 'applicant.ssn', 'text', 'Social Security number', false, 1],
        ['f3', 'start_date', 'date', 'Start date', false, 1],
        ['f4', 'engagement', 'radio', 'Engagement', true, 1],
        ['f5', 'shirt', 'select', 'Shirt', false, 1],
        ['f6', 'about.you', 'multiline', 'You', false, 1],
        ['f7', 'terms[0]', 'checkbox', 'Terms', true, 1],
        ['f8', 'notes', 'text', 'Notes', false, 2],
        ['f9', 'signature', 'signature', 'Signature', true, 2],
      ],
    );
    assert.deepEqual([template.fields[1]?.max_length, template.fields[1]?.secret], [11, true]);
    assert.deepEqual(template.fields[3]?.options, ['Full time', 'Part time']);
    assert.deepEqual([template.name, template.pages, template.size], ['Agreement', 2, bytes.byteLength]);
    assert.equal(template.sha256, createHash('sha256').update(bytes).digest('hex'));
    const back = await server.asPartner('GET', `/v2/pdf-templates/${template.id}/file`);
    assert.deepEqual(Buffer.from(await back.arrayBuffer()), bytes);
    const [row] = await server.db.query<{ file_sealed: Buffer }>('select file_sealed from pdf_templates');
    assert.equal(row?.file_sealed.includes('%PDF'), false);
  });

  it('is refused, in words, when it cannot be filled in safely', async () => {
    const server = await createTestServer();
    const cases: [string, Buffer][] = [
      ['pdf-unreadable', Buffer.from('This is no PDF.')],
      ['pdf-unreadable', Buffer.from('%PDF-1.7\n%%EOF')],
      ['pdf-without-form', await pdfWithoutForm()],
      ['pdf-active-content', await pdfWithScript()],
      ['pdf-xfa', await xfaPdf()],
      ['pdf-encrypted', await encryptedPdf()],
      ['pdf-unreadable', bomb()],
      ['pdf-unreadable', await pdfWithoutPages()],
    ];
    for (const [code, bytes] of cases) {
      const answer = await upload(server, new Uint8Array(bytes));
      assert.equal(answer.status, 422, code);
      assert.deepEqual(await refusal(answer), [`file:${code}`]);
    }
    assert.equal((await upload(server, new Uint8Array(5 * 1024 * 1024 + 1))).status, 413);
    assert.equal((await upload(server, 'text', { 'content-type': 'text/plain' })).status, 415);
  });

  it('comes as a form with settings, too, and its fields can be set later', async () => {
    const server = await createTestServer();
    const body = new FormData();
    body.set('file', new Blob([new Uint8Array(await simplePdf())], { type: 'application/pdf' }), 'Nick.pdf');
    body.set(
      'fields',
      JSON.stringify({
        Nickname: {
          ...{ label: 'What do friends call you?', required: true, prefill: '{{first_name}}' },
          ...{ colour: 'red' },
        },
      }),
    );
    const answer = await upload(server, body, {});
    assert.equal(answer.headers.get('ignored-fields'), 'fields.Nickname.colour');
    const template = pdfTemplateSchema.parse(await answer.json());
    assert.deepEqual(
      [template.name, template.fields[0]?.label, template.fields[0]?.required],
      ['Nick', 'What do friends call you?', true],
    );
    const changed = await server.asPartner('PUT', `/v2/pdf-templates/${template.id}`, {
      fields: { Nickname: { hint: 'Short', required: false } },
    });
    const {
      fields: [field],
    } = pdfTemplateSchema.parse(await changed.json());
    assert.deepEqual(
      [field?.label, field?.hint, field?.required],
      ['What do friends call you?', 'Short', false],
    );
    assert.deepEqual(
      await refusal(
        await server.asPartner('PUT', `/v2/pdf-templates/${template.id}`, { fields: { Nope: {} } }),
      ),
      ['fields.Nope:unknown'],
    );
  });

  it('may start with what is known of the payee, and names nothing else', async () => {
    const server = await createTestServer();
    const template = await uploaded(server, await simplePdf());
    const prefill = (text: string) =>
      server.asPartner('PUT', `/v2/pdf-templates/${template.id}`, {
        fields: { Nickname: { prefill: text } },
      });
    const taken = pdfTemplateSchema.parse(await (await prefill('{{ first_name }} of {{country}}')).json());
    assert.equal(taken.fields[0]?.prefill, '{{ first_name }} of {{country}}');
    for (const wrong of [
      '{{firstname}}',
      'Dear {{first_name}} {{}}',
      '{{user.email}}',
      '{{toString}}',
      '{{first\nname}}',
    ])
      assert.deepEqual(
        await refusal(await prefill(wrong)),
        ['fields.Nickname.prefill:invalid-choice'],
        wrong,
      );
    assert.match(JSON.stringify(await (await prefill('{{me}}')).json()), /It may name \{\{first_name\}\}, /);
  });

  it('leaves a text in braces that stands in the PDF itself as it is, however long', async () => {
    const server = await createTestServer();
    const text = `Insert {{Your Company, Inc.}} for {{email}} {{${' '.repeat(20_000)}`;
    const template = await uploaded(server, await simplePdf('Company', text));
    const payee = await introduced(server, [{ name: 'pdf-form-fill', template_id: template.id }]);
    assert.equal(required(payee.seen).values['f1'], text.replace('{{email}}', profile.email));

    const short = await uploaded(server, await simplePdf('Company', 'Insert {{Your Company, Inc.}} here'));
    const same = { Company: { prefill: 'Insert {{Your Company, Inc.}} here', required: true } };
    assert.equal(
      (await server.asPartner('PUT', `/v2/pdf-templates/${short.id}`, { fields: same })).status,
      200,
    );
  });

  it('hides no answer that is chosen or written in several lines', async () => {
    const server = await createTestServer();
    const template = await uploaded(server, await agreementPdf());
    const box = template.fields.find(({ type }) => type === 'checkbox') ?? assert.fail('no box');
    const settings = { fields: { [box.name]: { secret: true } } };
    assert.deepEqual(
      await refusal(await server.asPartner('PUT', `/v2/pdf-templates/${template.id}`, settings)),
      [`fields.${box.name}.secret:invalid-choice`],
    );
  });

  it('belongs to its app, and is asked for by name until it is deleted', async () => {
    const server = await createTestServer();
    const template = await uploaded(server, await simplePdf());
    await server.addApp('pk_other', 'sk_other');
    const other = { authorization: basicAuth('pk_other', 'sk_other') };
    assert.equal(
      (await server.asPartner('GET', `/v2/pdf-templates/${template.id}`, undefined, other)).status,
      404,
    );
    const steps = [{ name: 'pdf-form-fill', template_id: template.id }];
    assert.deepEqual(await refusal(await server.asPartner('POST', '/v2/flows', { steps }, other)), [
      'steps[0].template_id:unknown-template',
    ]);
    for (const template_id of ['nonsense', '6f1c0c6e-0000-4000-8000-000000000000'])
      assert.deepEqual(
        await refusal(
          await server.asPartner('POST', '/v2/flows', {
            steps: ['compliance', { name: 'pdf-form-fill', template_id }],
          }),
        ),
        ['steps[1].template_id:unknown-template'],
      );
    assert.equal((await server.asPartner('POST', '/v2/flows', { steps })).status, 200);
    assert.equal((await server.asPartner('DELETE', `/v2/pdf-templates/${template.id}`)).status, 204);
    assert.deepEqual(await (await server.asPartner('GET', '/v2/pdf-templates')).json(), {
      data: [],
      has_more: false,
    });
    assert.deepEqual(await refusal(await server.asPartner('POST', '/v2/flows', { steps })), [
      'steps[0].template_id:unknown-template',
    ]);
  });
});

describe('a PDF form', () => {
  it('is filled in, read, signed and filed, flat, with what was typed in it', async () => {
    const server = await createTestServer();
    const template = await uploaded(server, await agreementPdf());
    const payee = await introduced(server, [{ name: 'pdf-form-fill', template_id: template.id }]);
    assert.deepEqual(
      [required(payee.seen).phase, required(payee.seen).title, required(payee.seen).signature],
      ['fill', 'Agreement', true],
    );
    assert.equal(required(payee.seen).fields.length, 8);

    const read = required(await payee.does(step, answers));
    assert.equal(read.phase, 'confirm');
    assert.deepEqual(read.values, { ...answers, f2: '••• 6789' });
    const preview = await payee.call('GET', `${step}/document`);
    const draft = preview.body as unknown as { file_name: string; data: string };
    assert.equal(draft.file_name, 'Agreement.pdf');
    assert.match(await textOf(Buffer.from(draft.data, 'base64')), /Jane Doe/);
    assert.deepEqual(await (await server.asPartner('GET', `/v2/flows/${payee.flowId}/documents`)).json(), {
      data: [],
    });

    const done = await payee.does(`${step}/confirm`, { signature: 'jane doe', consent: true });
    assert.equal(done.completions.at(-1)?.outcome, 'saved');
    const { data } = (await (
      await server.asPartner('GET', `/v2/flows/${payee.flowId}/documents`)
    ).json()) as { data: FlowDocument[] };
    const [document] = data;
    assert.deepEqual(
      [data.length, document?.step, document?.template_id, document?.content_type],
      [1, 'pdf-form-fill', template.id, 'application/pdf'],
    );
    const file = await server.asPartner('GET', `/v2/flows/${payee.flowId}/documents/${document?.id}`);
    assert.equal(file.headers.get('content-type'), 'application/pdf');
    const bytes = Buffer.from(await file.arrayBuffer());
    assert.equal(createHash('sha256').update(bytes).digest('hex'), document?.sha256);
    const text = await textOf(bytes);
    for (const words of [
      'Jane Doe',
      '123-45-6789',
      '2026-04-01',
      'Large',
      'Größe: señor É',
      'A-17',
      'jane doe',
      'Signed electronically 2026-03-02',
    ])
      assert.ok(text.includes(words), `${words} in ${JSON.stringify(text)}`);
    const pdf = await PDFDocument.load(bytes);
    assert.equal(pdf.getForm().getFields().length, 0);
    assert.equal(
      pdf.getPages().some((page) => (page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)?.size() ?? 0) > 0),
      false,
    );

    const [row] = await server.db.query<{ values_sealed: Buffer; content_sealed: Buffer }>(
      'select values_sealed, content_sealed from documents',
    );
    assert.doesNotMatch(
      Buffer.concat([row?.values_sealed as Buffer, row?.content_sealed as Buffer]).toString('latin1'),
      /Jane|%PDF|6789/,
    );
    assert.doesNotMatch(withoutIds(server.logLines), /6789|Jane/);
  });

  it('says at each field what is wrong', async () => {
    const server = await createTestServer();
    const template = await uploaded(server, await agreementPdf());
    const payee = await introduced(server, [{ name: 'pdf-form-fill', template_id: template.id }]);
    assert.deepEqual(fields(await payee.refused(step, {})), ['f1:required', 'f4:required', 'f7:required']);
    const wrong = {
      f1: 'Jane 🧿',
      f2: '123-45-67890',
      f3: '2026-02-30',
      f4: 'Sometimes',
      f5: 'Huge',
      f7: 'yes',
      f9: 'Jane',
      f99: '',
    };
    assert.deepEqual(fields(await payee.refused(step, wrong)).sort(), [
      'f1:unprintable-characters',
      'f2:too-long',
      'f3:invalid-date',
      'f4:invalid-choice',
      'f5:invalid-choice',
      'f7:invalid-choice',
      'f99:unknown',
      'f9:unknown',
    ]);
    assert.equal((await payee.refused(`${step}/confirm`, { consent: true })).error_code, 'step-not-current');
    await payee.does(step, answers);
    assert.deepEqual(fields(await payee.refused(`${step}/confirm`, { consent: true })), [
      'signature:required',
    ]);
    assert.deepEqual(
      fields(await payee.refused(`${step}/confirm`, { signature: 'Joe Doe', consent: true })),
      ['signature:signature-mismatch'],
    );
    assert.deepEqual(fields(await payee.refused(`${step}/confirm`, { signature: 'Jane Doe' })), [
      'consent:consent-required',
    ]);
    // What was read may be changed, and is then read again.
    assert.equal(
      required(await payee.does(step, { ...answers, f1: 'Jane B. Doe' })).values['f1'],
      'Jane B. Doe',
    );
  });

  it('takes the names of the world, and asks for Latin letters where the PDF has no others', async () => {
    const server = await createTestServer();
    const template = await uploaded(server, await agreementPdf());
    const payee = await introduced(server, [{ name: 'pdf-form-fill', template_id: template.id }], {
      ...profile,
      first_name: '太郎',
      last_name: '山田',
    });
    for (const f1 of ['Łukasz Żółć', 'Nguyễn Văn Đạt', 'Шевченко'])
      assert.equal(required(await payee.does(step, { ...answers, f1 })).values['f1'], f1);

    const f1 = '山田 太郎';
    const refused = await payee.refused(step, { ...answers, f1 });
    assert.deepEqual(fields(refused), ['f1_latin:required']);
    assert.match(refused.errors?.[0]?.message ?? '', /山 田 太 郎/);
    const latin = { ...answers, f1, f1_latin: 'Yamada Taro' };
    assert.deepEqual(required(await payee.does(step, latin)).values, { ...latin, f2: '••• 6789' });
    assert.deepEqual(
      fields(await payee.refused(`${step}/confirm`, { signature: '太郎山田', consent: true })),
      ['signature_latin:required'],
    );
    const signed = { signature: '山田 太郎', signature_latin: 'Taro Yamada', consent: true };
    await payee.does(`${step}/confirm`, signed);
    const file = await filed(server, payee.flowId);
    const text = await textOf(file);
    assert.ok(text.includes('Yamada Taro') && text.includes('Taro Yamada'));
    assert.deepEqual(await attachedJson(file), [
      { field: 'applicant.fullName', label: 'Full name', typed: f1, printed: 'Yamada Taro' },
      { field: 'signature', label: 'Signature', typed: '山田 太郎', printed: 'Taro Yamada' },
    ]);
  });

  it('is signed with one name by somebody who has no other', async () => {
    const server = await createTestServer();
    const template = await uploaded(server, await agreementPdf());
    const payee = await introduced(server, [{ name: 'pdf-form-fill', template_id: template.id }], {
      ...profile,
      first_name: 'FNU',
      last_name: 'Suharto',
    });
    assert.equal(required(payee.seen).name, 'Suharto');
    await payee.does(step, answers);
    await payee.does(`${step}/confirm`, { signature: 'SUHARTO', consent: true });
    const user = await server.asPartner('GET', `/v2/users/${payee.seen.flow.user_id}`);
    const { first_name, last_name } = (await user.json()) as Record<string, unknown>;
    assert.deepEqual([first_name, last_name], ['FNU', 'Suharto']);
  });

  it('is not filed with a text that goes beyond its field', async () => {
    const server = await createTestServer();
    const template = await uploaded(server, await simplePdf());
    const payee = await introduced(server, [{ name: 'pdf-form-fill', template_id: template.id }]);
    assert.deepEqual(fields(await payee.refused(step, { f1: 'M'.repeat(400) })), ['f1:too-long-for-field']);
    assert.equal(required(await payee.does(step, { f1: 'M'.repeat(30) })).phase, 'confirm');
  });

  it('writes dates as the partner wants them, starts with what is known, and needs no signature where there is no place', async () => {
    const server = await createTestServer();
    const template = await uploaded(server, await simplePdf('Start'));
    const settings = { date_format: 'MM/DD/YYYY', fields: { Start: { type: 'date', prefill: '{{today}}' } } };
    assert.equal((await server.asPartner('PUT', `/v2/pdf-templates/${template.id}`, settings)).status, 200);
    const payee = await introduced(server, [{ name: 'pdf-form-fill', template_id: template.id }]);
    assert.deepEqual(
      [required(payee.seen).values, required(payee.seen).signature],
      [{ f1: '2026-03-02' }, false],
    );
    await payee.does(step, { f1: '2026-12-24' });
    await payee.does(`${step}/confirm`, { consent: true });
    const { data } = (await (
      await server.asPartner('GET', `/v2/flows/${payee.flowId}/documents`)
    ).json()) as { data: FlowDocument[] };
    const file = await server.asPartner('GET', `/v2/flows/${payee.flowId}/documents/${data[0]?.id}`);
    assert.match(await textOf(Buffer.from(await file.arrayBuffer())), /12\/24\/2026/);
  });

  it('is not asked for again once it was handed over, unless forced', async () => {
    const server = await createTestServer();
    const template = await uploaded(server, await simplePdf());
    const wanted = { name: 'pdf-form-fill' as const, template_id: template.id };
    const payee = await introduced(server, [wanted]);
    await payee.does(step, { f1: 'Jay' });
    await payee.does(`${step}/confirm`, { consent: true });
    const user_id = payee.seen.flow.user_id;
    const again = await openFlow(server, (await newFlow(server, [wanted, 'manage-payouts'], { user_id })).id);
    assert.equal(states(again.seen)[0], 'pdf-form-fill:skipped');
    const forced = await openFlow(
      server,
      (await newFlow(server, [{ ...wanted, force: true }], { user_id })).id,
    );
    assert.deepEqual(required(forced.seen).values, {});
  });

  it('is read by nobody else', async () => {
    const server = await createTestServer();
    const template = await uploaded(server, await simplePdf());
    const payee = await introduced(server, [{ name: 'pdf-form-fill', template_id: template.id }]);
    await payee.does(step, { f1: 'Jay' });
    assert.equal((await request(server, 'GET', `${step}/document`)).status, 401);
    await payee.does(`${step}/confirm`, { consent: true });
    await server.addApp('pk_other', 'sk_other');
    const answer = await server.asPartner('GET', `/v2/flows/${payee.flowId}/documents`, undefined, {
      authorization: basicAuth('pk_other', 'sk_other'),
    });
    assert.equal(answer.status, 404);
  });
});

/** Returns a few kilobytes that unpack to a hundred megabytes while the file is opened. */
function bomb(): Buffer {
  const packed = deflateSync(Buffer.alloc(100 * 1024 * 1024));
  const head = `%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.byteLength} >>\nstream\n`;
  return Buffer.concat([
    Buffer.from(head),
    packed,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< >>\n%%EOF'),
  ]);
}
