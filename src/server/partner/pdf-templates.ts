/**
 * `/pdf-templates`: PDF forms that payees fill in. A template is uploaded once; its labels and prefills can
 * be changed while flows use it. Deleting it only keeps new flows from naming it.
 */
import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import type { Context } from 'hono';
import {
  pdfDateFormats,
  prefillPlace,
  prefillWords,
  updatePdfTemplateInput,
} from '../../contract/steps/pdf-form-fill.ts';
import type { PdfField, PdfTemplate, UpdatePdfTemplateInput } from '../../contract/steps/pdf-form-fill.ts';
import {
  deletePdfTemplate,
  findPdfTemplate,
  insertPdfTemplate,
  listPdfTemplates,
  updatePdfTemplate,
} from '../db/pdf-templates.ts';
import type { PdfTemplateRow } from '../db/pdf-templates.ts';
import type { Deps } from '../ports/deps.ts';
import { readBytes } from '../http/body.ts';
import { readParts } from '../http/parts.ts';
import { ProblemError, fieldError, fieldProblem } from '../../contract/input/problem-error.ts';
import { inspectPdf } from '../pdf/in-worker.ts';
import { maximumPdf } from '../pdf/refuse.ts';
import { openTemplate, sealTemplate } from '../pdf/template-file.ts';
import { authenticatePartner } from './authenticate.ts';
import type { PartnerEnv } from './authenticate.ts';
import { fieldsOf, idParam, pageAnswer, readPage, readFields } from './requests.ts';

export function pdfTemplateRoutes(deps: Deps): Hono<PartnerEnv> {
  const partner = authenticatePartner(deps, 'flows');
  return new Hono<PartnerEnv>()
    .post('/pdf-templates', partner, async (c) => c.json(templateObject(await createTemplate(c, deps)), 201))
    .get('/pdf-templates', partner, async (c) =>
      c.json(pageAnswer(await listPdfTemplates(deps.db, c.get('partner').id, readPage(c)), templateObject)),
    )
    .get('/pdf-templates/:id', partner, async (c) => c.json(templateObject(await ownTemplate(c, deps))))
    .get('/pdf-templates/:id/file', partner, async (c) =>
      pdfAnswer(c, await openTemplate(deps, deps.db, await ownTemplate(c, deps))),
    )
    .put('/pdf-templates/:id', partner, async (c) => {
      const template = await ownTemplate(c, deps);
      const changed = withSettings(template, await readFields(c, updatePdfTemplateInput));
      return c.json(templateObject(await updatePdfTemplate(deps.db, template.id, changed)));
    })
    .delete('/pdf-templates/:id', partner, async (c) => {
      await deletePdfTemplate(deps.db, (await ownTemplate(c, deps)).id, deps.clock.now());
      return c.body(null, 204);
    });
}

/**
 * Takes an upload. Whatever is wrong with the file is a problem of the field `file`, with a code that says
 * what to change. The row is written last, so a refused upload leaves nothing behind.
 */
async function createTemplate(c: Context<PartnerEnv>, deps: Deps): Promise<PdfTemplateRow> {
  const { bytes, name, settings } = await readUpload(c);
  const now = deps.clock.now();
  const inspected = await inspectPdf(c.get('partner').id, bytes, now);
  if (!inspected.ok) throw fieldError('file', inspected.code);
  const { fields, pages } = inspected;
  const id = deps.newId();
  const row = withSettings({ name, date_format: 'YYYY-MM-DD', fields: [...fields] }, settings);
  return insertPdfTemplate(deps.db, {
    ...row,
    id,
    app_id: c.get('partner').id,
    created: now,
    pages,
    size: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    file_sealed: sealTemplate(deps, { id, app_id: c.get('partner').id }, bytes),
  });
}

/**
 * Reads the file from the body (with its name in `?name=`), or from the part `file` beside the parts `name`,
 * `date_format` and `fields` (JSON).
 */
async function readUpload(
  c: Context,
): Promise<{ bytes: Buffer; name: string; settings: UpdatePdfTemplateInput }> {
  const contentType = c.req.header('content-type') ?? '';
  const type = contentType.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/pdf' && type !== 'multipart/form-data') {
    throw new ProblemError('unsupported-media-type', {
      detail: 'Send the file as application/pdf, or as the part `file` of multipart/form-data.',
    });
  }
  // `multipart/form-data` has other parts beside the file. The limit leaves room for them; `capped` then
  // looks at the file alone.
  const body = await readBytes(c, maximumPdf + 64 * 1024);
  if (type === 'application/pdf')
    return { bytes: capped(body), name: c.req.query('name')?.trim().slice(0, 100) || 'Form', settings: {} };

  const parts = await readParts(body, contentType);
  const file = parts.get('file');
  if (!(file instanceof Blob)) throw fieldError('file', 'required');
  const bytes = capped(Buffer.from(await file.arrayBuffer()));
  const settingsPart = parts.get('fields');
  // A part that is a file where text is expected counts as absent.
  const text = (name: string) => (typeof parts.get(name) === 'string' ? { [name]: parts.get(name) } : {});
  const settings = fieldsOf(c, updatePdfTemplateInput, {
    ...text('name'),
    ...text('date_format'),
    ...(typeof settingsPart === 'string' ? { fields: readFieldsPart(settingsPart) } : {}),
  });
  return {
    bytes,
    name:
      file.name
        .replace(/\.pdf$/i, '')
        .trim()
        .slice(0, 100) || 'Form',
    settings,
  };
}

/** The limit is on the PDF itself, in bytes (`maximumPdf`). */
function capped(bytes: Buffer): Buffer {
  if (bytes.byteLength > maximumPdf) throw new ProblemError('payload-too-large');
  return bytes;
}

function readFieldsPart(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ProblemError('invalid-json', { detail: 'The part `fields` is not JSON.' });
  }
}

/** What a partner may change: everything but the file and what was read from it. */
type Changeable = Pick<PdfTemplateRow, 'name' | 'date_format' | 'fields'>;

/**
 * Returns the template with the partner's settings. Settings name a field as the PDF does. A name that the
 * PDF does not have is a mistake, so it is a problem. All problems are reported at once.
 */
function withSettings<T extends Changeable>(
  template: T,
  { name, date_format, fields = {} }: UpdatePdfTemplateInput,
): Changeable {
  const errors = Object.entries(fields).flatMap(([name, settings]) => {
    const before = template.fields.find((field) => field.name === name);
    if (!before) return [fieldProblem(`fields.${name}`, 'unknown')];
    // Several lines, a box or a choice cannot be a date, and cannot be hidden while it is filled in.
    const oneLine = before.type === 'text' || before.type === 'date';
    const { type, secret, prefill } = settings;
    return [
      ...(type !== undefined && !oneLine
        ? [fieldProblem(`fields.${name}.type`, 'invalid-choice', lineOnly)]
        : []),
      ...(secret && !before.secret && !oneLine
        ? [fieldProblem(`fields.${name}.secret`, 'invalid-choice', lineOnly)]
        : []),
      ...(prefill && prefill !== before.prefill && namesNothing(prefill)
        ? [fieldProblem(`fields.${name}.prefill`, 'invalid-choice', prefillChoices)]
        : []),
    ];
  });
  if (errors.length > 0) throw new ProblemError('invalid-input', { errors });
  return {
    name: name ?? template.name,
    date_format: date_format ?? template.date_format ?? pdfDateFormats[0],
    fields: template.fields.map((field): PdfField => {
      const settings = fields[field.name] ?? {};
      // Each option of a list from which several can be chosen is a box of its own. They share the settings.
      const [option] = field.type === 'checkbox' ? field.options : [];
      if (option === undefined) return { ...field, ...defined(settings) };
      const { label, hint } = settings;
      return { ...field, ...defined({ hint, label: label && `${label}: ${option}` }) };
    }),
  };
}

const prefillChoices = `It may name ${prefillWords.map((word) => `{{${word}}}`).join(', ')}.`;
/**
 * Returns whether some `{{…}}` is no word that can be prefilled. It would be printed as it stands into the
 * payee's form.
 */
const namesNothing = (prefill: string): boolean =>
  [...prefill.matchAll(prefillPlace)].some(
    ([, word]) => !prefillWords.some((known) => known === word?.trim()),
  );
const lineOnly = 'Only a text or date field of one line has this.';

/** Leaves out what was not sent, so that it does not overwrite what is there. */
const defined = (settings: object) =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));

/** Returns the app's template. A deleted one is gone for its partner, even where flows still use it. */
async function ownTemplate(c: Context<PartnerEnv>, deps: Deps): Promise<PdfTemplateRow> {
  const template = await findPdfTemplate(deps.db, c.get('partner').id, idParam(c));
  if (!template || template.deleted) throw new ProblemError('no-such-resource');
  return template;
}

function templateObject(row: PdfTemplateRow): PdfTemplate {
  const { id, created, name, pages, size, sha256, date_format, fields } = row;
  return { id, created: created.toISOString(), name, pages, size, sha256, date_format, fields };
}

/**
 * Returns a PDF as a download. It is never shown in place: somebody's file is not a page of this server. The
 * name is reduced to letters, digits, dots and dashes, so that it cannot break out of the header.
 */
export function pdfAnswer(c: Context, bytes: Buffer, fileName = 'form.pdf'): Response {
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${fileName.replace(/[^\w.-]+/g, '-')}"`,
    'cache-control': 'no-store',
  });
}
