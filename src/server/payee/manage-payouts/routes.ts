/** The requests of `manage-payouts`. */
import type { StepRoutes } from '../session/step.ts';
import {
  addPayoutMethod,
  chooseDefaultPayoutMethod,
  correctPayoutMethod,
  deletePayoutMethod,
} from './methods.ts';
import { finishManagePayouts, setAutoPayout } from './submit.ts';

export const routes: StepRoutes = {
  submissions: {
    'POST /session/payout-methods': addPayoutMethod,
    'PUT /session/payout-methods/:id': correctPayoutMethod,
    'DELETE /session/payout-methods/:id': deletePayoutMethod,
    'PUT /session/payout-methods/:id/default': chooseDefaultPayoutMethod,
    'PUT /session/auto-payout': setAutoPayout,
    'POST /session/manage-payouts': finishManagePayouts,
  },
};
