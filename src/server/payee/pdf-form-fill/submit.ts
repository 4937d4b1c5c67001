/** Takes the answers, shows the payee the filled form, and files it once they have confirmed it. */
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { latinOf, pdfConfirmInput } from '../../../contract/steps/pdf-answers.ts';
import { readPdfValues, signedAs, typedFields } from '../../../contract/steps/pdf-form-fill-state.ts';
import type { PdfValues, SignedName } from '../../../contract/steps/pdf-form-fill-state.ts';
import { keepDocument } from '../../db/documents.ts';
import type { DocumentRow } from '../../db/documents.ts';
import { completeStep } from '../../flows/complete-step.ts';
import type { SessionRow } from '../../db/sessions.ts';
import { askOutside } from '../../http/ask-outside.ts';
import { readJson } from '../../http/body.ts';
import { charge } from '../../http/limits.ts';
import { parseInput } from '../../../contract/input/input.ts';
import { fieldProblem, ProblemError } from '../../../contract/input/problem-error.ts';
import { openContent, sealContent, sealValues } from '../../pdf/document-file.ts';
import type { Filling } from '../../pdf/fill.ts';
import { unprintable } from '../../pdf/fonts.ts';
import { fillInWorker } from '../../pdf/in-worker.ts';
import { documentContentOf } from '../../pdf/paper.ts';
import { openTemplate } from '../../pdf/template-file.ts';
import { signPaper } from '../../papers/chain.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { assertCurrent, loadContext } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';
import { requireSession } from '../session/sessions.ts';
import { signingOf } from '../session/signing.ts';
import type { PayeeWork } from '../session/step.ts';
import { pdfState, personOf } from './state.ts';
import type { PdfState } from './state.ts';

export async function submitPdfValues(c: Context, deps: Deps, session: SessionRow): Promise<PayeeWork> {
  await chargeDrawing(deps, session);
  return async (tx, context) => {
    const state = await stateNow(deps, tx, context);
    const values = readPdfValues(typedFields(state.template.fields), await readJson(c), await unprintable());
    await storeForm(deps, tx, context, state, values);
  };
}

/** Files the form that the payee has read and, where it has a place for it, signed. */
export async function confirmPdf(c: Context, deps: Deps, session: SessionRow): Promise<PayeeWork> {
  await chargeDrawing(deps, session);
  return async (tx, context) => {
    const state = await stateNow(deps, tx, context);
    if (!state.draft)
      throw new ProblemError('step-not-current', { detail: 'The form has not been filled in yet.' });
    const input = parseInput(pdfConfirmInput, await readJson(c));
    const signed = signedAs(personOf(context.user), state.template.fields, input, await unprintable());
    const { document, bytes } = await storeForm(deps, tx, context, state, state.values, signed);
    await signPaper(deps, tx, context.app.id, {
      ...{ kind: 'document', subject_id: document.id, user_id: document.user_id },
      content: documentContentOf(document, state.values, bytes),
      signing: await signingOf(c, deps, tx, context),
    });
    context.flow = await completeStep(deps, tx, context.flow, 'pdf-form-fill', 'saved');
  };
}

/**
 * Drawing a PDF takes long enough that a page that asks for it in a loop would slow others down. A stranger
 * who has the link gets nothing drawn, and so uses nothing up.
 */
async function chargeDrawing(deps: Deps, { authenticated, flow_id: flow }: SessionRow): Promise<void> {
  if (authenticated) await charge(deps, 'PDF form', { flow });
}

/**
 * Returns the filled form as it would be filed, for the payee to read. It is sent as JSON, because a link
 * cannot carry a bearer token.
 */
export async function readPdf(c: Context, deps: Deps): Promise<Response> {
  const context = await loadContext(deps.db, await requireSession(deps, c), { lock: false });
  const { draft } = await stateNow(deps, deps.db, context);
  const bytes = draft && (await openContent(deps, deps.db, draft));
  if (!draft || !bytes) throw new ProblemError('no-such-resource');
  c.header('cache-control', 'no-store');
  return c.json({
    file_name: draft.file_name,
    content_type: 'application/pdf',
    data: bytes.toString('base64'),
  });
}

async function stateNow(deps: Deps, tx: Queryable, context: PayeeContext): Promise<PdfState> {
  assertCurrent(context, 'pdf-form-fill', deps.clock.now());
  return pdfState(deps, tx, context);
}

/**
 * Fills in the PDF from the template each time. A draft is never written over: its fields are gone once it is
 * flat.
 */
async function storeForm(
  deps: Deps,
  tx: Queryable,
  { app, flow, user }: PayeeContext,
  { template }: PdfState,
  values: PdfValues,
  /**
   * The name that stands in the places for a signature, or null when there are none. Absent while it is a
   * draft.
   */
  signed?: SignedName | null,
): Promise<{ document: DocumentRow; bytes: Uint8Array }> {
  const now = deps.clock.now();
  const filling: Filling = {
    fields: template.fields,
    values,
    dateFormat: template.date_format,
    signature: signed ? { ...signed, at: now } : null,
    now,
  };
  const file = await openTemplate(deps, tx, template);
  const asked = [template.id, values, signed, template.fields, template.date_format];
  const { bytes, overfull } = await askOutside(`fill ${JSON.stringify(asked)}`, () =>
    fillInWorker(app.id, file, filling),
  );
  // Nobody can read the rest of a text that goes beyond its field, so it is shortened before it is signed.
  if (overfull.length > 0)
    throw new ProblemError('invalid-input', {
      errors: overfull.map((field) =>
        fieldProblem(latinOf(field) in values ? latinOf(field) : field, 'too-long-for-field'),
      ),
    });
  const id = deps.newId();
  const document: DocumentRow = {
    id,
    app_id: app.id,
    user_id: user?.id ?? null,
    flow_id: flow.id,
    step: 'pdf-form-fill',
    template_id: template.id,
    created: now,
    confirmed: signed === undefined ? null : now,
    file_name: `${template.name}.pdf`,
    size: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    values_sealed: sealValues(deps, { id, flow_id: flow.id }, values),
  };
  await keepDocument(tx, {
    ...document,
    content_sealed: sealContent(deps, { id, flow_id: flow.id }, bytes),
  });
  return { document, bytes };
}
