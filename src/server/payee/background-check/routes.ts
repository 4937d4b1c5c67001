/** The requests of `background-check`. */
import type { StepRoutes } from '../session/step.ts';
import { acknowledgeDisclosure, authorizeCheck } from './authorize.ts';
import { continueBackgroundCheck, submitDetails } from './submit.ts';

export const routes: StepRoutes = {
  submissions: {
    'POST /session/background-check/details': submitDetails,
    'POST /session/background-check/disclosure': acknowledgeDisclosure,
    'POST /session/background-check/authorization': authorizeCheck,
    'POST /session/background-check/continue': continueBackgroundCheck,
  },
};
