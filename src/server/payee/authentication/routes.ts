/** The requests of `authentication`. */
import type { StepRoutes } from '../session/step.ts';
import { answerKnown } from './known.ts';
import { checkCode, sendCode } from './submit.ts';

export const routes: StepRoutes = {
  submissions: {
    'POST /session/authentication/code': sendCode,
    'POST /session/authentication/check': checkCode,
    'POST /session/authentication/known': answerKnown,
  },
};
