/** The module of `redirect`, which the manifest loads. */
import { redirect as messages } from '../../locales/en/redirect.ts';
import { RedirectStep } from './redirect-step.ts';
import type { StepModule } from '../step-element.ts';

export default { tag: 'dots-redirect', element: RedirectStep, messages } satisfies StepModule;
