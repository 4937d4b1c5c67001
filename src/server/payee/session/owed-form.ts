/**
 * Whether the payee is asked once more for a tax form that they went on from while it was looked at, because
 * it was refused since, or its number was. The step is not completed a second time.
 */
import { newestTaxForm } from '../../db/tax-forms.ts';
import { newestTaxUpload } from '../../db/tax-uploads.ts';
import { completionTimes } from '../../db/completions.ts';
import type { FlowRow } from '../../db/flows.ts';
import type { SessionRow } from '../../db/sessions.ts';
import type { UserRow } from '../../db/users.ts';
import type { Queryable } from '../../ports/database.ts';

interface Place {
  readonly flow: Pick<FlowRow, 'id' | 'plan'>;
  readonly session: Pick<SessionRow, 'created' | 'revisits' | 'only_step'>;
  readonly user: Pick<UserRow, 'id'> | null;
}

/**
 * Returns whether the form comes before everything else. Whoever has the page open at another step is not
 * torn away from it: the form is shown when the link is opened again, or when a payout needs it.
 */
export async function owesForm(tx: Queryable, place: Place): Promise<boolean> {
  const { session } = place;
  if (session.only_step !== null) return false;
  const verdict = await verdictSince(tx, place);
  if (verdict === null) return false;
  return session.revisits === 'compliance' || (verdict !== 'pending' && verdict <= session.created);
}

/** Returns whether the form that was filed or uploaded in this flow was refused since. */
export const isFormRefused = async (tx: Queryable, place: Omit<Place, 'session'>): Promise<boolean> =>
  (await verdictSince(tx, place)) instanceof Date;

/** Returns when it was refused, or that it waits for a verdict; null where nothing is asked of the payee. */
async function verdictSince(
  tx: Queryable,
  { flow, user }: Omit<Place, 'session'>,
): Promise<Date | 'pending' | null> {
  if (!user || !flow.plan.some(({ name, state }) => name === 'compliance' && state === 'completed'))
    return null;
  const done = await completionTimes(tx, flow.id);
  if (!done.some(({ step, outcome }) => step === 'compliance' && outcome === 'pending')) return null;
  const upload = await newestTaxUpload(tx, user.id);
  if (upload?.flow_id === flow.id && upload.state === 'submitted') return 'pending';
  if (upload?.flow_id === flow.id && upload.state === 'refused') return upload.decided;
  const form = await newestTaxForm(tx, user.id);
  if (form?.flow_id !== flow.id) return null;
  if (form.tin_status === 'pending') return 'pending';
  return form.tin_status === 'mismatched' ? (form.tin_checked ?? form.created) : null;
}
