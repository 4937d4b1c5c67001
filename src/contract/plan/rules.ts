/**
 * When each step counts as satisfied, and whether it moves money. The server and the mock of `src/testing`
 * plan by the same rules. A name without a rule does not compile.
 */
import type { StepRules } from './step-rules.ts';

export const stepRules: StepRules = {
  authentication: {
    isSatisfied: (facts) => facts.hasUser && facts.phoneVerified && !facts.requireAuth,
    movesMoney: false,
  },
  onboarding: {
    isSatisfied: (facts) => facts.hasUser && facts.profileComplete,
    movesMoney: false,
  },
  compliance: {
    // The vendor's sandbox shows a requested form even when it is on file, so that partners can see it
    // repeatedly.
    isSatisfied: (facts, { reason }) => facts.taxFormOnFile && !(facts.sandbox && reason === 'requested'),
    movesMoney: false,
  },
  'id-verification': {
    isSatisfied: (facts) => facts.idVerified && !facts.idVerificationDue,
    movesMoney: false,
  },
  'background-check': {
    isSatisfied: (facts) => facts.backgroundReported,
    movesMoney: false,
  },
  'manage-payments': {
    // Without a continue button the step is a page to manage accounts on. If it were skipped, the page would
    // be empty.
    isSatisfied: (facts, _entry, request) => facts.paymentMethodVerified && !request?.hide_continue_button,
    movesMoney: false,
  },
  'manage-payouts': {
    // The payee may always change where the money goes.
    isSatisfied: null,
    movesMoney: true,
  },
  payout: {
    // Each withdrawal is a new one.
    isSatisfied: null,
    movesMoney: true,
  },
  'pdf-form-fill': {
    isSatisfied: (facts, _entry, request) =>
      request !== undefined && facts.filledTemplates.includes(request.template_id),
    movesMoney: false,
  },
  redirect: {
    // The browser leaves for the partner's page each time.
    isSatisfied: null,
    movesMoney: false,
  },
};
