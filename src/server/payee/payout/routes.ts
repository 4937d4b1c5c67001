/** The requests of `payout`. */
import type { StepRoutes } from '../session/step.ts';
import { confirmPayout, finishPayout, reviewPayout, withdrawAgain } from './submit.ts';

export const routes: StepRoutes = {
  submissions: {
    'POST /session/payout/review': reviewPayout,
    'POST /session/payout': confirmPayout,
    'POST /session/payout/again': withdrawAgain,
    'POST /session/payout/continue': finishPayout,
  },
};
