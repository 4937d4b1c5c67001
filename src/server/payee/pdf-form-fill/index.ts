/** `pdf-form-fill`: the payee fills in the partner's PDF form. */
import { stepRules } from '../../../contract/plan/rules.ts';
import type { ServerStep } from '../session/step.ts';
import { pdfFormFillRequirement } from './requirement.ts';
import { routes } from './routes.ts';

export const pdfFormFill: ServerStep<'pdf-form-fill'> = {
  ...stepRules['pdf-form-fill'],
  requirement: pdfFormFillRequirement,
  routes,
  isAwaited: null,
};
