import type { RequirementOf } from '../../../contract/steps/session.ts';
import type { MultiScreenStep } from '../../multi-screen-step.ts';

/** A step on which payout methods are listed and added. */
export type PayoutStepElement = MultiScreenStep<RequirementOf<'manage-payouts'> | RequirementOf<'payout'>>;
