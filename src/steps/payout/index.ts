/** The module of `payout`, which the manifest loads. */
import { bankAccount } from '../../locales/en/bank-account.ts';
import { payoutMethods } from '../../locales/en/payout-methods.ts';
import { payout } from '../../locales/en/payout.ts';
import type { StepModule } from '../step-element.ts';
import { PayoutStep } from './payout-step.ts';
import { parts } from '../shared/parts.ts';

export default {
  tag: 'dots-payout',
  element: PayoutStep,
  messages: { ...bankAccount, ...payoutMethods, ...payout },
  parts,
} satisfies StepModule;
