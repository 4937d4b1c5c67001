/** The module of `authentication`, which the manifest loads: the first screen of most flows. */
import { authentication as messages } from '../../locales/en/authentication.ts';
import { AuthenticationStep } from './authentication-step.ts';
import type { StepModule } from '../step-element.ts';

export default { tag: 'dots-authentication', element: AuthenticationStep, messages } satisfies StepModule;
