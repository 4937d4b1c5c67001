/**
 * The module of `manage-payments`, which the manifest loads. The words of bank accounts are shared with the
 * steps of payout methods.
 */
import { bankAccount } from '../../locales/en/bank-account.ts';
import { managePayments } from '../../locales/en/manage-payments.ts';
import { ManagePaymentsStep } from './manage-payments-step.ts';
import type { StepModule } from '../step-element.ts';
import { parts } from '../shared/parts.ts';

export default {
  tag: 'dots-manage-payments',
  element: ManagePaymentsStep,
  messages: { ...bankAccount, ...managePayments },
  parts,
} satisfies StepModule;
