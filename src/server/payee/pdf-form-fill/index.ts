/** `pdf-form-fill`: the payee fills in the partner's PDF form. */
import type { ServerStep } from '../session/step.ts';
import { pdfFormFillRequirement } from './requirement.ts';
import { routes } from './routes.ts';
import { rule } from './rule.ts';

export const pdfFormFill: ServerStep<'pdf-form-fill'> = {
  ...rule,
  requirement: pdfFormFillRequirement,
  routes,
  isAwaited: null,
};
