/**
 * Approves or refuses a form that was uploaded. What was decided may be decided anew, after a mistake. The
 * step that waits for it goes on, and the payee is told.
 */
import { fieldError, ProblemError } from '../../../contract/input/problem-error.ts';
import type { ApproveUploadInput } from '../../../contract/partner/tax-uploads.ts';
import { activeStep } from '../../../contract/plan/plan.ts';
import { isLate } from '../../../contract/steps/notifications.ts';
import { countsFrom, uploadedFormRows, uploadHoldsUntil } from '../../../contract/tax/uploaded-forms.ts';
import { lockFlow, updateFlow } from '../../db/flows.ts';
import type { FlowRow } from '../../db/flows.ts';
import { flowChanged } from '../../db/signals.ts';
import { replaceApproved, taxUploadsOf, updateTaxUpload } from '../../db/tax-uploads.ts';
import type { TaxUploadRow } from '../../db/tax-uploads.ts';
import { lockUser } from '../../db/users.ts';
import type { UserRow } from '../../db/users.ts';
import { completeStep } from '../../flows/complete-step.ts';
import { flowStatus } from '../../flows/flow-object.ts';
import { aboutUpload } from '../../notifications/about-upload.ts';
import { notify } from '../../notifications/notify.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { userChanged } from '../../users/user-changed.ts';
import { sealPerson } from './person.ts';
import { tellOfUpload } from './tell.ts';

export interface Named {
  readonly app: string;
  readonly user: string;
  readonly upload: string;
  /** The key by which it is decided. */
  readonly key: string;
}

interface Found {
  readonly upload: TaxUploadRow;
  readonly user: UserRow;
  readonly flow: FlowRow | null;
}

export async function approveUpload(
  deps: Deps,
  tx: Queryable,
  named: Named,
  input: ApproveUploadInput,
): Promise<TaxUploadRow> {
  const found = await lockAll(tx, named);
  const { upload } = found;
  const terms = termsOf(deps, upload, input);
  // For each type of income one form counts.
  await replaceApproved(tx, upload, terms.income_types);
  return decided(deps, tx, found, {
    ...{ state: 'approved', decided: deps.clock.now(), api_key_id: named.key, reason: input.reason },
    ...{ ...terms, person_sealed: sealPerson(deps, upload, found.user, input) },
  });
}

export async function refuseUpload(
  deps: Deps,
  tx: Queryable,
  named: Named,
  reason: string,
): Promise<TaxUploadRow> {
  return decided(deps, tx, await lockAll(tx, named), {
    ...{ state: 'refused', decided: deps.clock.now(), api_key_id: named.key, reason },
    ...{ rate: null, income_types: [], counts_from: null, holds_until: null },
  });
}

/** The flow is locked first, as everywhere: whoever has the lock on it may change what belongs to it. */
async function lockAll(tx: Queryable, named: Named): Promise<Found> {
  const find = async () => (await taxUploadsOf(tx, named.user)).find(({ id }) => id === named.upload);
  const seen = await find();
  const flow = seen?.flow_id ? await lockFlow(tx, seen.flow_id) : null;
  const user = await lockUser(tx, named.app, named.user);
  const upload = await find();
  if (!user || !upload) throw new ProblemError('no-such-resource');
  if (upload.state === 'replaced')
    throw new ProblemError('conflicting-state', {
      detail:
        'Another form has replaced this one. Decide about that one, or let the payee upload this one again.',
    });
  return { upload, user, flow };
}

/**
 * Returns what the form counts for.
 * @throws ProblemError where the rule does not know it, or does not allow it
 */
function termsOf(deps: Deps, { form, created }: TaxUploadRow, input: ApproveUploadInput) {
  const row = uploadedFormRows[form];
  const rate = input.rate ?? row.usual;
  if (rate === null) throw fieldError('rate', 'required');
  if (row.rates && !row.rates.includes(rate)) throw fieldError('rate', 'invalid-choice');
  const income_types = row.incomeTypes.filter((type) => input.income_types?.includes(type) ?? true);
  if (income_types.length === 0) throw fieldError('income_types', 'invalid-choice');
  const from = mailedOn(input.mailed_on, { form, created }) ?? deps.clock.now();
  const counts_from = countsFrom(form, from);
  const holds_until = uploadHoldsUntil(form, input.signed_on ? new Date(input.signed_on) : created);
  // It would count for nothing, and the payee would wait for a payout that needs another.
  if (holds_until && holds_until <= counts_from) throw fieldError('signed_on', 'too-old');
  return { rate, income_types, counts_from, holds_until };
}

/** Returns when a Form 8233 was mailed: the partner has signed it before, and so has had it. */
function mailedOn(
  day: string | undefined,
  { form, created }: Pick<TaxUploadRow, 'form' | 'created'>,
): Date | null {
  if (form !== '8233') {
    if (day !== undefined) throw notMailed();
    return null;
  }
  if (day === undefined) throw fieldError('mailed_on', 'required');
  if (day < created.toISOString().slice(0, 10)) throw fieldError('mailed_on', 'too-old');
  return new Date(day);
}

function notMailed(): ProblemError {
  const message = 'This counts for Form 8233 alone. Leave it out.';
  return new ProblemError('invalid-input', {
    detail: message,
    errors: [{ field: 'mailed_on', code: 'unknown', message }],
  });
}

async function decided(
  deps: Deps,
  tx: Queryable,
  { upload, user, flow }: Found,
  patch: Partial<TaxUploadRow> & { readonly state: 'approved' | 'refused' },
): Promise<TaxUploadRow> {
  const now = deps.clock.now();
  const row = await updateTaxUpload(tx, upload.id, patch);
  await userChanged(deps, tx, user);
  await tellOfUpload(deps, tx, user, row, `tax_upload.${patch.state}`);
  // What waits in the wallet for a form may leave now.
  if (row.state === 'approved' && user.auto_payout_enabled)
    await deps.jobs.enqueue(tx, { kind: 'auto-payout', userId: user.id, cause: row.id });
  if (!flow) return row;
  await updateFlow(tx, flow.id, { updated: now });
  flowChanged(tx, flow.id);
  const waits = activeStep(flow.plan)?.name === 'compliance' && flowStatus(flow, now) === 'in_progress';
  // Whoever went on meanwhile sees nothing of it, however soon it is refused.
  if (isLate(row.created, now) || (row.state === 'refused' && !waits))
    await notify(deps, tx, flow, { step: 'compliance', about: aboutUpload(row) });
  if (row.state === 'approved' && waits) await completeStep(deps, tx, flow, 'compliance', 'verified');
  return row;
}
