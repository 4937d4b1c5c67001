/** Stores a filed tax form, tells the partner, and begins what follows: checking the number, and printing. */
import type { ComplianceInput } from '../../contract/steps/compliance-requests.ts';
import type { FlowRow } from '../db/flows.ts';
import { insertTaxForm } from '../db/tax-forms.ts';
import { replaceTaxUploads } from '../db/tax-uploads.ts';
import type { TaxFormRow } from '../db/tax-forms.ts';
import { updateUser } from '../db/users.ts';
import type { UserRow } from '../db/users.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import { residenceOf } from '../../contract/tax/indicia.ts';
import { askOutside } from '../http/ask-outside.ts';
import { signPaper } from '../papers/chain.ts';
import type { Signing } from '../papers/signing.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { userChanged } from '../users/user-changed.ts';
import { taxFormContent, textsOf } from './paper.ts';
import { sealTaxFields, tinSubject } from './sealed-fields.ts';
import { tellTaxForm, tellVerdict } from './tell-form.ts';

/**
 * `flow` is the flow in which the form was filed; null when the partner filed it. `user` is afterwards as the
 * form has changed them.
 */
export async function saveTaxForm(
  deps: Deps,
  tx: Queryable,
  owner: { user: UserRow | null; readonly flow: Pick<FlowRow, 'id'> | null },
  fields: ComplianceInput,
  signing: Signing,
): Promise<TaxFormRow> {
  const { flow, user } = owner;
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
  const form = {
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
    ...{ changed: null, change: null },
  } satisfies TaxFormRow;
  await insertTaxForm(tx, form);
  // Form 8233 is for services, and stands beside the Form W-8BEN for all other income.
  const spared = form.form === 'w8ben' ? '8233' : null;
  await replaceTaxUploads(tx, user.id, ['submitted', 'approved', 'refused'], spared);
  owner.user = await takeOver(deps, tx, user, fields);
  await signPaper(deps, tx, user.app_id, {
    ...{ kind: 'tax-form', subject_id: id, user_id: user.id, signing },
    content: taxFormContent(deps, form),
    texts: textsOf(fields, now.getUTCFullYear()),
  });
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

/**
 * What was signed is the newest that is known of where the payee lives, and of whether they are a US person.
 * A W-9 may leave the country open.
 */
async function takeOver(deps: Deps, tx: Queryable, user: UserRow, fields: ComplianceInput): Promise<UserRow> {
  const isSaid = fields.country !== undefined || user.country !== null;
  const country = isSaid ? residenceOf(fields) : null;
  const us_person = fields.form === 'w9';
  if (user.country === country && user.us_person === us_person) return user;
  return updateUser(tx, user.id, { country, us_person, updated: deps.clock.now() });
}
