/** Where a payee who leaves would hear of the result. The mock writes to nobody. */
import { maskPhone } from '../../contract/forms/phone.ts';
import { notifies, takesTexts, type Notification } from '../../contract/steps/notifications.ts';
import type { StepName } from '../../contract/steps.ts';
import type { MockContext } from './step.ts';

/** Returns the part of the requirement that promises a message; nothing where none would come. */
export function notificationOf(
  { flow }: MockContext,
  step: StepName,
): { readonly notification?: Notification } {
  const phone = flow.user?.phone ?? flow.phone?.e164;
  const takes = takesTexts(flow.phoneChannel, flow.user?.phoneVerified ?? false);
  return notifies[step] && phone && takes ? { notification: { channel: 'sms', to: maskPhone(phone) } } : {};
}
