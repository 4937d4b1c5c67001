/** A payee’s session, and the steps up to the tax form. */
import { taxPreview } from '../../../contract/forms/tax-document.ts';
import { checkCodeInput, sendCodeInput } from '../../../contract/steps/authentication-requests.ts';
import { complianceInput } from '../../../contract/steps/compliance-requests.ts';
import { onboardingInput } from '../../../contract/steps/onboarding.ts';
import {
  openClientSessionInput,
  openSessionInput,
  session,
  snapshot,
} from '../../../contract/steps/session.ts';
import { change } from '../operation.ts';
import type { Operation } from '../operation.ts';

export const sessionOperations: readonly Operation[] = [
  {
    id: 'openSession',
    method: 'post',
    path: '/flows/{id}/sessions',
    tag: 'Payee session',
    summary: 'Open a session on a flow',
    description:
      'What `<dots-flow>` does first. From a browser only on an allowed origin of the app. The body may be sent as text/plain, which spares a preflight.',
    security: 'none',
    body: openSessionInput,
    status: 201,
    answer: session,
  },
  {
    id: 'openClientSession',
    method: 'post',
    path: '/sessions',
    tag: 'Payee session',
    summary: 'Create a flow with a client id alone, and open a session on it',
    description:
      'For pages without a back end: only from an allowed origin, without `user_id`, rate limited. The flow expires after 24 hours.',
    security: 'none',
    body: openClientSessionInput,
    status: 201,
    answer: session,
  },
  {
    id: 'getSession',
    method: 'get',
    path: '/session',
    tag: 'Payee session',
    summary: 'Read where the flow stands',
    security: 'session',
    status: 200,
    answer: snapshot,
  },
  {
    id: 'refreshSession',
    method: 'post',
    path: '/session/refresh',
    tag: 'Payee session',
    summary: 'Exchange the token for a new one',
    description: 'The old token works for 30 more seconds.',
    security: 'session',
    status: 200,
    answer: session,
  },
  {
    ...change,
    id: 'sendCode',
    method: 'post',
    path: '/session/authentication/code',
    summary: 'Send a code',
    body: sendCodeInput,
  },
  {
    ...change,
    id: 'checkCode',
    method: 'post',
    path: '/session/authentication/check',
    summary: 'Check a code',
    body: checkCodeInput,
  },
  {
    ...change,
    id: 'submitOnboarding',
    method: 'post',
    path: '/session/onboarding',
    summary: 'Submit names, e-mail address and country',
    body: onboardingInput,
  },
  {
    ...change,
    id: 'submitCompliance',
    method: 'post',
    path: '/session/compliance',
    summary: 'Submit a tax form',
    body: complianceInput,
  },
  {
    id: 'previewCompliance',
    method: 'post',
    path: '/session/compliance/preview',
    tag: 'Payee session',
    summary: 'Read a tax form before signing it',
    description:
      'Checks the form as submitting does, signature aside, and returns it line by line and as a PDF (base64). Files nothing.',
    security: 'session',
    body: complianceInput,
    status: 200,
    answer: taxPreview,
  },
  {
    ...change,
    id: 'continueCompliance',
    method: 'post',
    path: '/session/compliance/continue',
    summary: 'Go on while the tax number is being checked',
  },
];
