/** Sends what `notify` has noted. Running it twice does no harm. */
import { findApp } from '../db/apps.ts';
import { findFlow } from '../db/flows.ts';
import type { FlowRow } from '../db/flows.ts';
import { findNotification, updateNotification } from '../db/notifications.ts';
import type { NotificationRow } from '../db/notifications.ts';
import { findPaymentMethod } from '../db/payment-methods.ts';
import { findUser } from '../db/users.ts';
import type { UserRow } from '../db/users.ts';
import { flowLink, flowStatus } from '../flows/flow-object.ts';
import { wordsFor } from '../language/words.ts';
import type { Deps } from '../ports/deps.ts';
import { isAboutUpload, uploadTold } from './about-upload.ts';
import { textablePhone } from './phone.ts';

/**
 * The handler of the job `send-notification`. The sender is called outside of any transaction. When this
 * process dies before the answer is noted, the next run sends it with the same reference, by which the sender
 * knows it.
 */
export async function sendNotification(deps: Deps, id: string): Promise<void> {
  const row = await findNotification(deps.db, id);
  if (!row || row.sent) return;
  const flow = await findFlow(deps.db, row.flow_id);
  const app = flow && (await findApp(deps.db, flow.app_id));
  const user = flow?.user_id ? await findUser(deps.db, flow.app_id, flow.user_id) : null;
  const to = flow && user && textablePhone(flow, user);
  const sender = deps.providers.notifications;
  // A payee who was deleted, or whose link is over, is not written to.
  if (!sender || !app || !to || !isOpen(deps, flow)) return;
  const words = await wordsOf(deps, row, user);
  if (!words) return;
  const { t, locale: language } = await wordsFor([flow.language ?? '']);
  const text = t(words, { app: app.name, link: flowLink(flow, deps) });
  await sender.send({ reference: row.id, to, appName: app.name, language, text });
  await updateNotification(deps.db, row.id, { sent: deps.clock.now(), language, text });
}

function isOpen(deps: Deps, flow: FlowRow): boolean {
  const status = flowStatus(flow, deps.clock.now());
  return status !== 'expired' && status !== 'canceled';
}

/** Returns the message, by its name; null where it is no news any more. */
async function wordsOf({ db }: Deps, { step, about }: NotificationRow, { id }: Pick<UserRow, 'id'>) {
  // Two deposits are told of when they should have arrived. The payee may have confirmed them before.
  if (step === 'manage-payments') {
    const method = await findPaymentMethod(db, about);
    if (method?.status !== 'sent' || method.removed !== null) return null;
  }
  if (!isAboutUpload(about)) return `server.notification.${step}` as const;
  const upload = await uploadTold(db, id, about);
  if (upload?.state === 'refused') return 'server.notification.form-refused';
  return upload?.state === 'approved' ? 'server.notification.form-approved' : null;
}
