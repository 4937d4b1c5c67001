/**
 * Tells payees of a result for which they had to wait. What to tell is noted in the transaction of the
 * result, and sent afterwards by a job, so it is told exactly when the result was stored.
 *
 * It is told whether or not somebody has the page open. No process knows what the others' payees look at, and
 * a page that is open in a forgotten tab is not being read.
 */
import type { NotifyingStep } from '../../contract/steps/notifications.ts';
import { insertNotification } from '../db/notifications.ts';
import type { FlowRow } from '../db/flows.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { findUserById } from '../db/users.ts';
import { textablePhone } from './phone.ts';

/**
 * Has the payee told, now or at `at`, that there is something new at `step`. The same about the same thing
 * is told once, however often this is called. Nobody is told whose phone takes no texts.
 */
export async function notify(
  deps: Deps,
  tx: Queryable,
  flow: FlowRow,
  { step, about, at }: { readonly step: NotifyingStep; readonly about: string; readonly at?: Date },
): Promise<void> {
  if (!deps.providers.notifications) return;
  const user = flow.user_id === null ? null : await findUserById(tx, flow.user_id);
  if (user?.disabled || textablePhone(flow, user) === null) return;
  const id = deps.newId();
  const isNew = await insertNotification(tx, {
    id,
    flow_id: flow.id,
    step,
    about,
    created: deps.clock.now(),
  });
  if (isNew) await deps.jobs.enqueue(tx, { kind: 'send-notification', notificationId: id }, at);
}
