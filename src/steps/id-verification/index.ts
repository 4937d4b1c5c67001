/**
 * The module of `id-verification`, which the manifest loads. The camera and the link for the phone come in
 * chunks of their own.
 */
import { idVerification as messages } from '../../locales/en/id-verification.ts';
import type { StepModule } from '../step-element.ts';
import { IdVerificationStep } from './id-verification-step.ts';
import { parts } from '../shared/parts.ts';

export default {
  tag: 'dots-id-verification',
  element: IdVerificationStep,
  messages,
  parts,
} satisfies StepModule;
