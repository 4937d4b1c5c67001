/**
 * The calls of the authentication step. They are the only submissions that a session may make before the
 * phone is confirmed.
 */
import { checkCodeInput, sendCodeInput } from '../../../contract/steps/authentication-requests.ts';
import { knownInput } from '../../../contract/steps/known-request.ts';
import { change } from './operation.ts';
import type { Operation } from './operation.ts';

export const authenticationOperations: readonly Operation[] = [
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
    errors: ['code-expired', 'no-code-sent', 'too-many-attempts'],
    method: 'post',
    path: '/session/authentication/check',
    summary: 'Check a code',
    body: checkCodeInput,
  },
  {
    ...change,
    id: 'answerKnown',
    method: 'post',
    path: '/session/authentication/known',
    summary: 'Say something that only the payee knows',
    body: knownInput,
  },
];
