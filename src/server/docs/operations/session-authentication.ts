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
    description:
      'It goes to the payee’s phone where that is known, and to the number in the body where it is not. `resend_in` says when another may be asked for. In sandbox mode the code is `123456`.',
    body: sendCodeInput,
  },
  {
    ...change,
    id: 'checkCode',
    errors: ['code-expired', 'no-code-sent', 'too-many-attempts'],
    method: 'post',
    path: '/session/authentication/check',
    summary: 'Check a code',
    description:
      'After five wrong codes a new one has to be sent. With the right one the session is the payee’s, unless the `phase` is `known` then: something that only they know is asked for as well.',
    body: checkCodeInput,
  },
  {
    ...change,
    id: 'answerKnown',
    method: 'post',
    path: '/session/authentication/known',
    summary: 'Say something that only the payee knows',
    description:
      'Follows a right code where the phone number may be somebody else’s by now: `asks` says what is wanted, the date of birth or the end of an account number. Wrong answers count against the user, in whatever flow they are given.',
    body: knownInput,
  },
];
