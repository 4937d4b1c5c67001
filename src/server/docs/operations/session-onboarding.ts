/** The calls of the onboarding step. */
import { onboardingInput } from '../../../contract/steps/onboarding.ts';
import { change } from './operation.ts';
import type { Operation } from './operation.ts';

export const onboardingOperations: readonly Operation[] = [
  {
    ...change,
    id: 'submitOnboarding',
    method: 'post',
    path: '/session/onboarding',
    summary: 'Submit names, email address and country',
    description:
      'Makes the app’s user of the phone that was confirmed, or completes what is known of them: from then on the flow has a `user_id`. `flow.updated` tells your server.',
    body: onboardingInput,
  },
];
