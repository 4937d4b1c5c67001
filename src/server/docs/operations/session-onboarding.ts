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
    body: onboardingInput,
  },
];
