/** German. */
import type { Language } from '../catalogue.ts';
import { authentication } from './authentication.ts';
import { shell } from './shell.ts';

export default {
  authentication: () => [Promise.resolve({ shell, authentication })],
  onboarding: () => [],
  compliance: () => [],
  'compliance-w8': () => [],
  'compliance-review': () => [],
  'id-verification': () => [],
  'id-verification-capture': () => [],
  'id-verification-handoff': () => [],
  'background-check': () => [],
  'manage-payments': () => [],
  'bank-link': () => [],
  'pdf-form-fill': () => [],
  'manage-payouts': () => [],
  'intl-bank': () => [],
  payout: () => [],
  redirect: () => [],
  closing: () => [],
  server: () => [],
} satisfies Language;
