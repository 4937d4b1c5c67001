/**
 * The module of `compliance`, which the manifest loads. The W-8s and the last page come in chunks of their
 * own.
 */
import { compliance as messages } from '../../locales/en/compliance.ts';
import type { StepModule } from '../step-element.ts';
import { ComplianceStep } from './compliance-step.ts';
import { parts } from '../shared/parts.ts';

export default { tag: 'dots-compliance', element: ComplianceStep, messages, parts } satisfies StepModule;
