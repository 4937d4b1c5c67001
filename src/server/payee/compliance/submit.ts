/** Takes a tax form, has its number checked, and ends the step once the tax authority has no objection. */
import type { Context } from 'hono';
import type { ComplianceInput } from '../../../contract/steps/compliance-requests.ts';
import type { SessionRow } from '../../db/sessions.ts';
import { newestTaxForm } from '../../db/tax-forms.ts';
import { lockUser } from '../../db/users.ts';
import { readJson } from '../../http/body.ts';
import { ProblemError, fieldError } from '../../../contract/input/problem-error.ts';
import { charge } from '../../http/limits.ts';
import { withPlaceholderSignature } from '../../../contract/tax/parse-form.ts';
import { wordsOfRequest } from '../../language/words.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { taxDocumentOf } from '../../../contract/tax/document.ts';
import { withoutEmptyLines } from '../../../contract/tax/document-lines.ts';
import { mustSign } from '../../../contract/tax/form-on-file.ts';
import { requesterOf } from '../../papers/signing.ts';
import { explained } from '../../tax/document/explain.ts';
import { refuseSanctioned } from '../../../contract/sanctions/refuse.ts';
import { placesOnForm } from '../../../contract/steps/places-on-form.ts';
import { namesOnForm } from '../../screening/names.ts';
import { screenBefore, screenUser } from '../../screening/screen.ts';
import { printTaxDocument } from '../../tax/document/pdf.ts';
import type { KnownOfPayee } from '../../../contract/tax/indicia.ts';
import { knownOf } from '../../tax/known.ts';
import { parseComplianceInput } from '../../tax/parse-form.ts';
import { saveTaxForm } from '../../tax/save-form.ts';
import { tinSubject } from '../../tax/sealed-fields.ts';
import { chargeUser, willAsk } from '../../users/charge.ts';
import { assertCurrent, assertRunning, loadContext, signedIn } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';
import { requireSession } from '../session/sessions.ts';
import { signingOf } from '../session/signing.ts';
import type { PayeeWork } from '../session/step.ts';
import { endForm, stayAtForm } from './came-back.ts';
import { isPending } from './waits.ts';

/**
 * Files the form. A W-8 has no number to match and ends the step at once. A W-9 ends it when the number
 * matched; otherwise the payee waits, corrects the number, or goes on (`continueCompliance`).
 */
export async function submitCompliance(c: Context, deps: Deps, session: SessionRow): Promise<PayeeWork> {
  const user = signedIn(await loadContext(deps.db, session, { lock: false }));
  const raw = await readJson(c);
  const before = user && (await knownOf(deps, deps.db, user));
  const asks = () => tinSubject(parseComplianceInput(raw, deps.clock.now(), before)) !== null;
  if (user && (await willAsk(asks))) await chargeUser(deps, 'tax number', user);
  if (user && (await willAsk(() => readForm(deps, raw, before) !== null))) {
    await chargeUser(deps, 'name on a form', user);
    await screenBefore(deps, namesOnForm(readForm(deps, raw, before).fields));
  }
  return async (tx, context) => {
    assertCurrent(context, 'compliance', deps.clock.now());
    // Before anything is written: its signature locks the chain, which comes later (`lock-order.ts`).
    context.user = context.user && (await lockUser(tx, context.app.id, context.user.id));
    const known = context.user && (await knownOf(deps, tx, context.user));
    const { fields, doubts } = readForm(deps, raw, known);
    await assertSigned(tx, context, fields);
    const form = await saveTaxForm(deps, tx, context, fields, await signingOf(c, deps, tx, context));
    if (context.user) context.user = await screenUser(deps, tx, context.user, namesOnForm(fields), doubts);
    // A mismatch is not an error of the request. The form is kept, and the snapshot says that the number has
    // to be typed again.
    await stayAtForm(tx, context);
    if (form.form !== 'w9') await endForm(deps, tx, context, 'saved');
    else if (form.tin_status === 'matched') await endForm(deps, tx, context, 'verified');
  };
}

/** @throws ProblemError when the form has to be signed and is not */
async function assertSigned(tx: Queryable, { user }: PayeeContext, fields: ComplianceInput): Promise<void> {
  if (fields.form !== 'w9' || fields.signature) return;
  if (mustSign(user && (await newestTaxForm(tx, user.id)))) throw fieldError('signature', 'required');
}

/** Reads the form, of somebody who is where payees may be paid, or may not be. */
function readForm(deps: Deps, raw: unknown, known: KnownOfPayee | null) {
  const fields = parseComplianceInput(raw, deps.clock.now(), known);
  return { fields, doubts: refuseSanctioned(placesOnForm(fields)) };
}

/**
 * Returns the form as it would be filed, for the payee to read and keep before they sign. It files nothing,
 * and the signature may still be missing.
 */
export async function previewCompliance(c: Context, deps: Deps): Promise<Response> {
  const context = await loadContext(deps.db, await requireSession(deps, c), { lock: false });
  const now = deps.clock.now();
  assertRunning(context.flow, now);
  assertCurrent(context, 'compliance', now);
  // Drawing a PDF takes long enough that a page that asks for it in a loop would slow others down.
  await charge(deps, 'tax form preview', { flow: context.flow.id });
  const year = now.getUTCFullYear();
  const known = context.user && (await knownOf(deps, deps.db, context.user));
  const fields = parseComplianceInput(withPlaceholderSignature(await readJson(c)), now, known);
  const words = await wordsOfRequest(c);
  const document = explained(taxDocumentOf(fields, year), words);
  // The form is not written down as signed before it is, not even in the attachment.
  const pdf = await printTaxDocument(document, {
    form: fields.form,
    status: 'draft',
    at: now,
    requester: requesterOf(context.app),
    fields: withoutSignature(fields),
    words,
  });
  c.header('cache-control', 'no-store');
  return c.json({ document: withoutEmptyLines(document), pdf: Buffer.from(pdf).toString('base64') });
}

/** Returns the fields without signature and consent, which the payee has not given yet. */
function withoutSignature(fields: ComplianceInput): object {
  const { signature: _, consent: __, ...rest } = { signature: '', consent: true, ...fields };
  return rest;
}

/**
 * Lets the payee go on while the number, or an upload, is still being checked. The verdict comes later, as
 * `user.updated`.
 */
export function continueCompliance(_c: Context, deps: Deps): PayeeWork {
  return async (tx, context) => {
    assertCurrent(context, 'compliance', deps.clock.now());
    if (!(await isPending(tx, context)))
      throw new ProblemError('step-not-current', { detail: 'Nothing is being checked.' });
    await endForm(deps, tx, context, 'pending');
  };
}
