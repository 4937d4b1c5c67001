/** The module of `onboarding`, which the manifest loads. */
import { onboarding as messages } from '../../locales/en/onboarding.ts';
import type { StepModule } from '../step-element.ts';
import { OnboardingStep } from './onboarding-step.ts';
import { parts } from '../shared/parts.ts';

export default { tag: 'dots-onboarding', element: OnboardingStep, messages, parts } satisfies StepModule;
