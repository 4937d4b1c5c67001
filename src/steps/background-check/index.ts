/** The module of `background-check`, which the manifest loads. */
import { backgroundCheck as messages } from '../../locales/en/background-check.ts';
import type { StepModule } from '../step-element.ts';
import { BackgroundCheckStep } from './background-check-step.ts';
import { parts } from '../shared/parts.ts';

export default {
  tag: 'dots-background-check',
  element: BackgroundCheckStep,
  messages,
  parts,
} satisfies StepModule;
