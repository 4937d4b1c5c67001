/** The requests of `onboarding`. */
import type { StepRoutes } from '../session/step.ts';
import { submitOnboarding } from './submit.ts';

export const routes: StepRoutes = {
  submissions: {
    'POST /session/onboarding': submitOnboarding,
  },
};
