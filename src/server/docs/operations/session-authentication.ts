/** The calls of the authentication step. */
import { checkCodeInput, sendCodeInput } from '../../../contract/steps/authentication-requests.ts';
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
    method: 'post',
    path: '/session/authentication/check',
    summary: 'Check a code',
    body: checkCodeInput,
  },
];
