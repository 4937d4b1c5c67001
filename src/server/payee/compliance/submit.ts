/** Takes a tax form, has its number checked, and ends the step once the tax authority has no objection. */
import type { Context } from 'hono';
import type { ComplianceInput } from '../../../contract/steps/compliance-requests.ts';
import type { Deps } from '../../ports/deps.ts';
import { completeStep } from '../../flows/complete-step.ts';
import { readJson } from '../../http/body.ts';
import { ProblemError } from '../../http/problem.ts';
import { limit } from '../../http/rate-limit.ts';
import { wordsOfRequest } from '../../language/words.ts';
import { explained } from '../../tax/document/explain.ts';
import { taxDocumentOf } from '../../tax/document/document.ts';
import { printTaxDocument } from '../../tax/document/pdf.ts';
import { parseComplianceInput } from '../../tax/parse-form.ts';
import { isTinPending } from './requirement.ts';
import { assertCurrent, assertRunning, loadContext } from '../session/context.ts';
import { mutate } from '../mutation.ts';
import { requireSession } from '../session/sessions.ts';
import { saveTaxForm } from '../../tax/save-form.ts';

export async function submitCompliance(c: Context, deps: Deps): Promise<Response> {
  return mutate(c, deps, async (tx, context) => {
    assertCurrent(context, 'compliance', deps.clock.now());
    const form = await saveTaxForm(
      deps,
      tx,
      context,
      parseComplianceInput(await readJson(c), deps.clock.now().getUTCFullYear()),
    );
    // A mismatch is no error of the request: the form is kept, and the snapshot says that the number has to be typed again.
    if (form.form !== 'w9') context.flow = await completeStep(deps, tx, context.flow, 'compliance', 'saved');
    else if (form.tin_status === 'matched')
      context.flow = await completeStep(deps, tx, context.flow, 'compliance', 'verified');
  });
}

/** The form as it would be filed, to read and keep before signing. Files nothing; the signature may still be missing. */
export async function previewCompliance(c: Context, deps: Deps): Promise<Response> {
  const context = await loadContext(deps.db, await requireSession(deps, c), { lock: false });
  const now = deps.clock.now();
  assertRunning(context.flow, now);
  assertCurrent(context, 'compliance', now);
  await limit(deps, `tax form preview ${context.flow.id}`, { points: 30, windowSeconds: 600 });
  const year = now.getUTCFullYear();
  const fields = parseComplianceInput(unsigned(await readJson(c)), year);
  const words = await wordsOfRequest(c);
  const document = explained(taxDocumentOf(fields, year), words);
  // What nobody signed yet is not written down as signed, not even in the attachment.
  const pdf = await printTaxDocument(document, {
    status: 'draft',
    at: now,
    requester: context.app.name,
    fields: withoutSignature(fields),
    words,
  });
  c.header('cache-control', 'no-store');
  return c.json({ document, pdf: Buffer.from(pdf).toString('base64') });
}

/** As if it were signed, so that everything else is checked. */
function unsigned(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null) return raw;
  const { name, signer_name: signer } = raw as { name?: unknown; signer_name?: unknown };
  return { ...raw, signature: signer ?? name ?? '', consent: true, capacity: true, status_certified: true };
}

function withoutSignature(fields: ComplianceInput): object {
  const { signature: _, consent: __, ...rest } = { signature: '', consent: true, ...fields };
  return rest;
}

/** Goes on while the number is still being checked; the verdict comes later, as `user.updated`. */
export async function continueCompliance(c: Context, deps: Deps): Promise<Response> {
  return mutate(c, deps, async (tx, context) => {
    assertCurrent(context, 'compliance', deps.clock.now());
    if (!(await isTinPending(tx, context)))
      throw new ProblemError('step-not-current', { detail: 'No tax number is being checked.' });
    context.flow = await completeStep(deps, tx, context.flow, 'compliance', 'pending');
  });
}
