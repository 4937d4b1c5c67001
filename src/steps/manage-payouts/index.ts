/**
 * The module of `manage-payouts`, which the manifest loads. The words of payout methods are shared with
 * `payout`.
 */
import { bankAccount } from '../../locales/en/bank-account.ts';
import { managePayouts } from '../../locales/en/manage-payouts.ts';
import { payoutMethods } from '../../locales/en/payout-methods.ts';
import { ManagePayoutsStep } from './manage-payouts-step.ts';
import type { StepModule } from '../step-element.ts';
import { parts } from '../shared/parts.ts';

export default {
  tag: 'dots-manage-payouts',
  element: ManagePayoutsStep,
  messages: { ...bankAccount, ...payoutMethods, ...managePayouts },
  parts,
} satisfies StepModule;
