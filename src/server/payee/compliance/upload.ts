/** Takes a tax form that is filled in elsewhere, as a signed PDF. The partner looks at it afterwards. */
import type { Context } from 'hono';
import { maximumUpload } from '../../../contract/forms/tax-uploads.ts';
import { parseInput } from '../../../contract/input/input.ts';
import { ProblemError, fieldError } from '../../../contract/input/problem-error.ts';
import { uploadQuery } from '../../../contract/steps/compliance-uploads.ts';
import { updateFlow } from '../../db/flows.ts';
import { flowChanged } from '../../db/signals.ts';
import { readBytes } from '../../http/body.ts';
import { charge } from '../../http/limits.ts';
import { lookAtPdf } from '../../pdf/in-worker.ts';
import type { Deps } from '../../ports/deps.ts';
import { saveUpload } from '../../tax/uploads/save.ts';
import { assertCurrent, assertRunning, loadContext } from '../session/context.ts';
import { requirePayee } from '../session/sessions.ts';
import { stayAtForm } from './came-back.ts';
import { shownUpload } from './shown-upload.ts';

/** It takes no Idempotency-Key: the same file for the same form is the same upload. */
export async function uploadTaxForm(c: Context, deps: Deps): Promise<Response> {
  const session = await requirePayee(deps, c);
  const { form } = parseInput(uploadQuery, { form: c.req.query('form') });
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/pdf')
    throw new ProblemError('unsupported-media-type', {
      detail: 'Send the PDF itself as the body, with the Content-Type application/pdf.',
      headers: { accept: 'application/pdf' },
    });
  await charge(deps, 'tax form upload', { flow: session.flow_id });
  // Read and looked at before the transaction: a phone on a slow line must not lock the flow's row.
  const pdf = await readBytes(c, maximumUpload);
  const { app } = await loadContext(deps.db, session, { lock: false });
  const looked = await lookAtPdf(app.id, pdf);
  if (!looked.ok) throw fieldError('file', looked.code);
  const upload = await deps.db.transaction(async (tx) => {
    const context = await loadContext(tx, session, { lock: true });
    const { flow, user } = context;
    assertRunning(flow, deps.clock.now());
    assertCurrent(context, 'compliance', deps.clock.now());
    if (!user) throw new ProblemError('user-info-missing');
    const saved = await saveUpload(deps, tx, { user, flow }, form, pdf);
    await stayAtForm(tx, context);
    await updateFlow(tx, flow.id, { updated: deps.clock.now() });
    flowChanged(tx, flow.id);
    return saved;
  });
  c.header('cache-control', 'no-store');
  return c.json(shownUpload(upload), 201);
}
