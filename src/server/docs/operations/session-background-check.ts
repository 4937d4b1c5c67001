/**
 * The calls of the background-check step. Disclosure and authorization are two calls, because the law wants
 * two papers (15 USC §1681b(b)(2)(A)).
 */
import {
  backgroundCheckAuthorization,
  backgroundCheckDetailsInput,
  backgroundCheckDisclosure,
} from '../../../contract/steps/background-check.ts';
import { change } from './operation.ts';
import type { Operation } from './operation.ts';

export const backgroundCheckOperations: readonly Operation[] = [
  {
    ...change,
    id: 'submitBackgroundCheckDetails',
    errors: ['user-info-missing'],
    method: 'post',
    path: '/session/background-check/details',
    summary: 'Say who is to be looked up',
    description:
      'Only what the requirement lists in `fields` is read. After `information_mismatch` the corrected details are looked up at once.',
    body: backgroundCheckDetailsInput,
  },
  {
    ...change,
    id: 'acknowledgeBackgroundCheckDisclosure',
    method: 'post',
    path: '/session/background-check/disclosure',
    summary: 'Say that the stand-alone disclosure was read',
    description: 'The disclosure has to stand alone (15 USC §1681b(b)(2)(A)(i)).',
    body: backgroundCheckDisclosure,
  },
  {
    ...change,
    id: 'authorizeBackgroundCheck',
    errors: ['user-info-missing'],
    method: 'post',
    path: '/session/background-check/authorization',
    summary: 'Sign the authorization and order the report',
    description:
      'The report is ordered at once. A report without objections ends the step by itself with outcome `reported`; `consider` and `failed` end it with the same outcome when the payee goes on. What the report says stands in `compliance.background_check` of the user and nowhere else. Notices before and after an adverse action (15 USC §1681b(b)(3), §1681m) are the duty of whoever decides, which is the app.',
    body: backgroundCheckAuthorization,
  },
  {
    ...change,
    id: 'continueBackgroundCheck',
    method: 'post',
    path: '/session/background-check/continue',
    summary: 'Go on: while the report is awaited, after it, or where no check can be made',
    description:
      'Ends the step with outcome `pending`, `reported` or `unavailable`, so that nobody has to wait for an agency. What comes out later is told by `user.updated.background_check`.',
  },
];
