/**
 * English: the languages are all put together like this. The element has the words in its code, and never
 * loads this file.
 */
import type { Language } from '../catalogue.ts';
import { authentication } from './authentication.ts';
import { authenticationCode } from './authentication-code.ts';
import { authenticationKnown } from './authentication-known.ts';
import { onboarding } from './onboarding.ts';
import { shell } from './shell.ts';

export default {
  authentication: () => [Promise.resolve({ shell, authentication })],
  'authentication-code': () => [Promise.resolve({ authenticationCode })],
  'authentication-known': () => [Promise.resolve({ authenticationKnown })],
  onboarding: () => [Promise.resolve({ onboarding })],
  compliance: () => [import('./compliance.ts')],
  'compliance-business': () => [import('./compliance-business.ts')],
  'compliance-w8': () => [import('./compliance-w8.ts')],
  'compliance-w8bene': () => [import('./compliance-w8bene.ts')],
  'compliance-claim': () => [import('./compliance-claim.ts')],
  'compliance-other': () => [import('./compliance-other.ts')],
  'compliance-review': () => [import('./compliance-review.ts')],
  'id-verification': () => [import('./id-verification.ts')],
  'id-verification-capture': () => [import('./id-verification-capture.ts')],
  'id-verification-handoff': () => [import('./id-verification-handoff.ts')],
  'background-check': () => [import('./background-check.ts')],
  'manage-payments': () => [import('./bank-account.ts'), import('./manage-payments.ts')],
  'bank-link': () => [import('./bank-link.ts')],
  'pdf-form-fill': () => [import('./pdf-form-fill.ts')],
  'manage-payouts': () => [
    import('./bank-account.ts'),
    import('./payout-methods.ts'),
    import('./manage-payouts.ts'),
  ],
  'intl-bank': () => [import('./intl-bank.ts')],
  payout: () => [import('./bank-account.ts'), import('./payout-methods.ts'), import('./payout.ts')],
  redirect: () => [import('./redirect.ts')],
  closing: () => [import('./closing.ts')],
  ending: () => [import('./payout-methods.ts'), import('./ending.ts')],
  server: () => [import('./server.ts')],
} satisfies Language;
