/** `redirect` in the mock: it completes before the browser leaves. */
import { assertCurrent, completeStep } from '../progress.ts';
import { isButtonHidden, optionsOf, type MockStep } from '../step.ts';

export const redirect: MockStep<'redirect'> = {
  requirement: ({ flow }) => ({
    step: 'redirect',
    hide_continue_button: isButtonHidden(flow, 'redirect'),
    redirect_url: optionsOf(flow, 'redirect')?.redirect_url ?? '',
  }),
  submissions: {
    'POST /session/redirect'(context) {
      assertCurrent(context, 'redirect');
      completeStep(context.world, context.flow, 'redirect', 'redirected');
    },
  },
};
