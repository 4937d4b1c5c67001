/**
 * Asks the tax authority again about a number that it could not judge at once. Running it twice does no harm.
 */
import { isLate } from '../../../contract/steps/notifications.ts';
import { lockFlow, updateFlow } from '../../db/flows.ts';
import { findTaxForm, newestTaxFormOfFlow, updateTaxForm } from '../../db/tax-forms.ts';
import type { TaxFormRow } from '../../db/tax-forms.ts';
import { findUserById } from '../../db/users.ts';
import { completeStep } from '../../flows/complete-step.ts';
import { flowStatus } from '../../flows/flow-object.ts';
import { flowChanged } from '../../db/signals.ts';
import { activeStep } from '../../../contract/plan/plan.ts';
import { notify } from '../../notifications/notify.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { openTaxFields, tinSubject } from '../../tax/sealed-fields.ts';
import { tellVerdict } from '../../tax/tell-form.ts';
import { userChanged } from '../../users/user-changed.ts';

/**
 * The handler of the job `check-tin`. The authority is asked outside of any transaction, so its answer is
 * applied only if the form still waits for one.
 */
export async function checkTin(deps: Deps, taxFormId: string): Promise<void> {
  const pendingForm = await findTaxForm(deps.db, taxFormId);
  if (pendingForm?.tin_status !== 'pending') return;
  const subject = tinSubject(openTaxFields(deps, pendingForm));
  if (!subject) return;
  const attempt = pendingForm.tin_attempts + 1;
  const verdict = await deps.providers.tins.match({ ...subject, attempt });

  await deps.db.transaction(async (tx) => {
    // The flow is locked first, as everywhere: whoever has the lock on it may change what belongs to it.
    const flow = pendingForm.flow_id === null ? null : await lockFlow(tx, pendingForm.flow_id);
    const form = await findTaxForm(tx, taxFormId);
    if (form?.tin_status !== 'pending') return;
    const now = deps.clock.now();
    if (verdict.status === 'pending') {
      await updateTaxForm(tx, form.id, { tin_attempts: attempt });
      return deps.jobs.enqueue(
        tx,
        { kind: 'check-tin', taxFormId },
        new Date(now.getTime() + verdict.retryInMs),
      );
    }
    const judged = await updateTaxForm(tx, form.id, {
      tin_status: verdict.status,
      tin_attempts: attempt,
      tin_checked: now,
    });
    if (flow) {
      await updateFlow(tx, flow.id, { updated: now });
      flowChanged(tx, flow.id);
      // Whoever went on meanwhile sees nothing of it, however soon it comes.
      const wentOn = activeStep(flow.plan)?.name !== 'compliance';
      if (isLate(form.created, now) || (wentOn && judged.tin_status === 'mismatched'))
        await notify(deps, tx, flow, { step: 'compliance', about: form.id });
    }
    const user = await findUserById(tx, form.user_id);
    if (user) {
      await userChanged(deps, tx, user);
      await tellVerdict(deps, tx, user, judged);
    }
    if (flow && (await flowWaitsFor(deps, tx, flow, judged)))
      await completeStep(deps, tx, flow, 'compliance', 'verified');
  });
}

/** Returns whether the payee is still at the step and has filed no other form since. */
async function flowWaitsFor(
  deps: Deps,
  tx: Queryable,
  flow: Parameters<typeof completeStep>[2],
  form: TaxFormRow,
): Promise<boolean> {
  if (
    form.tin_status !== 'matched' ||
    activeStep(flow.plan)?.name !== 'compliance' ||
    flowStatus(flow, deps.clock.now()) !== 'in_progress'
  )
    return false;
  return (await newestTaxFormOfFlow(tx, form.user_id, flow.id))?.id === form.id;
}
