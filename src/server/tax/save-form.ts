/** Stores a filed tax form, tells the partner, and begins what follows: checking the number, and printing. */
import type { ComplianceInput } from '../../contract/steps/compliance-requests.ts';
import type { FlowRow } from '../db/flows.ts';
import { insertTaxForm } from '../db/tax-forms.ts';
import type { TaxFormRow } from '../db/tax-forms.ts';
import type { UserRow } from '../db/users.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import { askOutside } from '../http/ask-outside.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { userChanged } from '../users/user-changed.ts';
import { sealTaxFields, tinSubject } from './sealed-fields.ts';
import { tellTaxForm, tellVerdict } from './tell-form.ts';

/** `flow` is the flow in which the form was filed; null when the partner filed it. */
export async function saveTaxForm(
  deps: Deps,
  tx: Queryable,
  { flow, user }: { readonly user: UserRow | null; readonly flow: Pick<FlowRow, 'id'> | null },
  fields: ComplianceInput,
): Promise<TaxFormRow> {
  if (!user) throw new ProblemError('user-info-missing');
  const now = deps.clock.now();
  const id = deps.newId();
  const subject = tinSubject(fields);
  // The payee waits meanwhile, so a matcher that cannot answer at once returns `pending`.
  const verdict =
    subject &&
    (await askOutside(`tax number ${subject.tin} of ${subject.name}`, () =>
      deps.providers.tins.match({ ...subject, attempt: 1 }),
    ));
  const form: TaxFormRow = {
    id,
    user_id: user.id,
    flow_id: flow?.id ?? null,
    created: now,
    form: fields.form,
    entity_type: fields.form === 'w9' ? fields.entity_type : fields.form === 'w8bene' ? 'business' : null,
    fields_sealed: sealTaxFields(deps, { id, user_id: user.id }, fields),
    tin_last4: subject?.tin.slice(-4) ?? null,
    tin_status: verdict?.status ?? 'unsubmitted',
    tin_checked: verdict && verdict.status !== 'pending' ? now : null,
    tin_attempts: verdict ? 1 : 0,
  };
  await insertTaxForm(tx, form);
  await userChanged(deps, tx, user);
  await tellTaxForm(deps, tx, user, form, { event: 'tax_form.filed' });
  await tellVerdict(deps, tx, user, form);
  await deps.jobs.enqueue(tx, { kind: 'print-tax-form', taxFormId: id });
  if (verdict?.status === 'pending')
    await deps.jobs.enqueue(
      tx,
      { kind: 'check-tin', taxFormId: id },
      new Date(now.getTime() + verdict.retryInMs),
    );
  return form;
}
