/** The requests of `redirect`. */
import type { StepRoutes } from '../session/step.ts';
import { finishRedirect } from './submit.ts';

export const routes: StepRoutes = {
  submissions: {
    'POST /session/redirect': finishRedirect,
  },
};
