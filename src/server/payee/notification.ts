/** Where a payee who leaves will hear of the result. */
import { notifies } from '../../contract/steps/notifications.ts';
import type { Notification } from '../../contract/steps/notifications.ts';
import type { StepName } from '../../contract/steps.ts';
import { maskPhone } from '../../contract/forms/phone.ts';
import { textablePhone } from '../notifications/phone.ts';
import type { Deps } from '../ports/deps.ts';
import type { PayeeContext } from './session/context.ts';

/** Returns the part of the requirement that promises a message; nothing where none would come. */
export function notificationOf(
  { providers }: Pick<Deps, 'providers'>,
  { flow, user }: Pick<PayeeContext, 'flow' | 'user'>,
  step: StepName,
): { readonly notification?: Notification } {
  const phone = notifies[step] && providers.notifications ? textablePhone(flow, user) : null;
  return phone === null ? {} : { notification: { channel: 'sms', to: maskPhone(phone) } };
}
