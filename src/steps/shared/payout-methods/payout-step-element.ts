/** The steps that list and add payout methods, as the controllers and templates here know them. */
import type { RequirementOf } from '../../../contract/steps/session.ts';
import type { MultiScreenStep } from '../../multi-screen-step.ts';

/** Only what both requirements have can be used through it. */
export type PayoutStepElement = MultiScreenStep<RequirementOf<'manage-payouts'> | RequirementOf<'payout'>>;
