/** What the redirect step needs to know: where to go. */
import type { RequirementOf } from '../../../contract/steps/session.ts';
import { optionsOf } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';

/** Returns the address, which was checked when the flow was made (`flows/parse-steps.ts`). */
export function redirectRequirement({ flow }: PayeeContext): RequirementOf<'redirect'> {
  const options = optionsOf(flow, 'redirect');
  return {
    step: 'redirect',
    hide_continue_button: options?.hide_continue_button ?? false,
    redirect_url: options?.redirect_url ?? '',
  };
}
