/** Asks the tax authority again about a number that it could not judge at once. Bears being run twice. */
import { lockFlow, updateFlow } from '../../db/flows.ts';
import { findTaxForm, newestTaxFormOfFlow, updateTaxForm } from '../../db/tax-forms.ts';
import type { TaxFormRow } from '../../db/tax-forms.ts';
import { findUserById } from '../../db/users.ts';
import { completeStep } from '../../flows/complete-step.ts';
import { flowStatus } from '../../flows/flow-object.ts';
import { flowChanged } from '../../flows/flow-signals.ts';
import { activeStep } from '../../flows/plan.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { openTaxFields, tinSubject } from '../../tax/sealed-fields.ts';
import { userChanged } from '../../users/user-changed.ts';

export async function checkTin(deps: Deps, taxFormId: string): Promise<void> {
  const asked = await findTaxForm(deps.db, taxFormId);
  if (asked?.tin_status !== 'pending') return;
  const subject = tinSubject(openTaxFields(deps, asked));
  if (!subject) return;
  const attempt = asked.tin_attempts + 1;
  const verdict = await deps.providers.tins.match({ ...subject, attempt });

  await deps.db.transaction(async (tx) => {
    // The flow first, as everywhere: whoever holds it may change what belongs to it.
    const flow = asked.flow_id === null ? null : await lockFlow(tx, asked.flow_id);
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
    }
    if (flow && (await waitsForIt(deps, tx, flow, judged))) {
      await completeStep(deps, tx, flow, 'compliance', 'verified');
      return;
    }
    const user = await findUserById(tx, form.user_id);
    if (user) await userChanged(deps, tx, user);
  });
}

/** The payee still sits at the step, and did not file another form since. */
async function waitsForIt(
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
