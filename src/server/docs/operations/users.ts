/** Users and what belongs to them, in the vendor's v2 shape. */
import { access } from '../../../contract/partner/accesses.ts';
import { userExport } from '../../../contract/partner/export.ts';
import {
  addPayoutMethodInput,
  changePhoneInput,
  createUserInput,
  sendVerificationTokenInput,
  updateUserInput,
  userAddress,
  userComplianceInput,
  verifyUserInput,
} from '../../../contract/partner/user-requests.ts';
import { kept } from '../../../contract/partner/kept.ts';
import { partnerPayoutMethod, user } from '../../../contract/partner/users.ts';
import { pageOf } from '../../../contract/flow.ts';
import * as z from '../../../contract/z.ts';
import type { Operation } from './operation.ts';

const accepted = z.object({ success: z.literal(true) });
const userPage = pageOf(user);
const accessPage = pageOf(access);
const deletedUser = z.extend(user, { kept: z.array(kept) });

/** What the calls that change a user have in common. Most return the user as it is afterwards. */
const changeUser = { tag: 'Users', security: 'basic', idempotent: true, status: 200, answer: user } as const;

export const userOperations: readonly Operation[] = [
  {
    id: 'createUser',
    errors: ['auth-username-already-exists', 'too-many-requests'],
    method: 'post',
    path: '/users',
    tag: 'Users',
    summary: 'Create a user',
    description:
      'The phone number is the identity: when the app already has a user with it, that user is answered, with status 200. Metadata, date of birth, `1099_adjustment` and excluded rails are taken over as by `PATCH`. Names, email address and username stay; where they differ, the header `Ignored-Fields` names them.',
    security: 'basic',
    body: createUserInput,
    idempotent: true,
    status: 201,
    also: { 200: 'The app already had a user with this phone number: that user.' },
    answer: user,
  },
  {
    id: 'listUsers',
    method: 'get',
    path: '/users',
    tag: 'Users',
    summary: 'List users, newest first',
    description:
      'Deleted users are left out, and `status` narrows the list down. Use it to bring your own records in line; for news of single users the `user.updated` webhooks need no asking.',
    security: 'basic',
    query: ['page', 'users'],
    status: 200,
    answer: userPage,
  },
  {
    id: 'getUser',
    method: 'get',
    path: '/users/{id}',
    tag: 'Users',
    summary: 'Retrieve a user',
    description:
      '`wallet` says what may be withdrawn, and `compliance` which forms are on file and what is odd about the user. Call it after a `user.updated` webhook, which says that something has changed.',
    security: 'basic',
    status: 200,
    answer: user,
  },
  {
    ...changeUser,
    id: 'updateUser',
    method: 'patch',
    path: '/users/{id}',
    summary: 'Change a user',
    description:
      'What is absent stays; `null` clears. Names and email address are the payee’s own to change; they, the phone, the status, and whatever else a user shows or another call takes are refused here.',
    body: updateUserInput,
  },
  {
    id: 'exportUser',
    method: 'get',
    path: '/users/{id}/export',
    tag: 'Users',
    summary: 'Export everything that is kept of a user',
    description:
      'For a payee who asks what is known of them (GDPR, articles 15 and 20): what they typed, whole numbers included, and their files in base64. A key needs the scopes `users`, `flows` and `money`, or `all`: the ids of flows and the links of payouts are in it, with which one may act for the payee. Photos are in it for as long as they are kept.',
    security: 'basic',
    status: 200,
    answer: userExport,
  },
  {
    id: 'listUserAccesses',
    method: 'get',
    path: '/users/{id}/accesses',
    tag: 'Users',
    summary: 'List who read what is known of a user, newest first',
    description:
      'Each call below `/users` that was answered with data of the user, and each of the documents of their flows: when, with which API key, and by which call. It is written down before the answer goes out, is never changed, is kept for a year, and can be read when the user is deleted. Flows, transfers and deliveries are not in it.',
    security: 'basic',
    query: ['page'],
    status: 200,
    answer: accessPage,
  },
  {
    ...changeUser,
    id: 'disableUser',
    method: 'post',
    path: '/users/{id}/disable',
    summary: 'Keep a user out',
    description:
      'Their sessions end, no flow of theirs opens, and nothing is paid out to them, until `enable`. A payout on its way stays on its way.',
  },
  {
    ...changeUser,
    id: 'enableUser',
    errors: ['conflicting-state'],
    method: 'post',
    path: '/users/{id}/enable',
    summary: 'Let a user in again',
    description:
      'Takes `POST /users/{id}/disable` back: their links open again, and payouts that waited go on, unless their name is still being looked at. Where some wait, the key needs `money`, too. `user.updated` follows. Refused with `conflicting-state` of a user who stays disabled, because of a sanctions list: `POST /screening-matches/{id}/release` is the way out.',
  },
  {
    ...changeUser,
    id: 'endUserSessions',
    method: 'post',
    path: '/users/{id}/end-sessions',
    summary: 'End the sessions of a user',
    description:
      'Whoever opens one of their flows again is asked for a code, also within the first 15 minutes.',
  },
  {
    ...changeUser,
    id: 'vouchForUser',
    method: 'post',
    path: '/users/{id}/vouch',
    summary: 'Vouch for a user',
    description:
      'For a payee who cannot say what they are asked beside the code, because their papers are lost. For 24 hours the code alone lets them in, in any browser. Make sure first, by a way of your own, that the person who asks you is the payee and has the phone; if the number is another one by now, change it instead.',
  },
  {
    ...changeUser,
    id: 'changeUserPhone',
    method: 'put',
    path: '/users/{id}/phone',
    summary: 'Give a user another phone',
    description:
      'For a payee who lost their number, or whose number is somebody else’s by now. Sessions and links of the old one end, and flows that exist ask for a code to the new one. Automatic payouts are switched off and no payout method is the default any more, because whoever had the old number may have chosen them. The methods stay in the list. The payee chooses anew, or you do (`PATCH /users/{id}`).',
    body: changePhoneInput,
  },
  {
    ...changeUser,
    id: 'deleteUser',
    errors: ['debit-to-come', 'wallet-not-empty'],
    method: 'delete',
    path: '/users/{id}',
    summary: 'Delete a user',
    description:
      'Their open flows are canceled, their phone number is free again, and what is known of them is removed. `kept` says what the law wants kept, and until when; then it is removed as well. PDF forms that the payee confirmed are in it too: they stay with their flows, without an end. Movements of money stay, about nobody. Refused with `wallet-not-empty` while the user has money, a payout is on its way, or what was withheld of one is neither remitted nor released, and with `debit-to-come` while a payment has not ended: cancel it, or wait. What they have not claimed of payout links goes back to the app, for which the key needs `money`, too. Returns the user as they were.',
    answer: deletedUser,
  },
  {
    ...changeUser,
    id: 'submitUserCompliance',
    errors: ['user-info-missing', 'too-many-requests'],
    method: 'put',
    path: '/users/{id}/compliance',
    summary: 'Submit a tax form for a user',
    description:
      '`w9` or `w8ben`. Numbers, treaties and signatures are checked as on the payee’s own form. A number that the tax authority contradicts is no error: `compliance.tax_id_verification` says `mismatched`, and the form may be submitted again. `w9.subject_to_backup_withholding` crosses out item 2 of the certification.',
    body: userComplianceInput,
  },
  {
    ...changeUser,
    id: 'setUserAddress',
    method: 'put',
    path: '/users/{id}/addresses',
    summary: 'Set the address of a user',
    description:
      'Countries and US states may be written as names; they are kept as codes. Tax forms take them so, too.',
    body: userAddress,
  },
  {
    id: 'sendVerificationToken',
    errors: ['too-many-requests'],
    method: 'post',
    path: '/users/{id}/send-verification-token',
    tag: 'Users',
    summary: 'Send the user a token by text or call',
    description:
      'Good for ten minutes and five tries. In the sandbox nothing is sent and the token is 123456.',
    security: 'basic',
    query: ['lang'],
    body: sendVerificationTokenInput,
    idempotent: true,
    status: 202,
    answer: accepted,
  },
  {
    ...changeUser,
    id: 'verifyUser',
    errors: ['wrong-token', 'too-many-attempts'],
    method: 'post',
    path: '/users/{id}/verify',
    summary: 'Confirm the phone number with the token',
    description: 'A wrong or expired token is answered with 400 and `wrong-token`.',
    body: verifyUserInput,
  },
  {
    id: 'listPayoutMethods',
    method: 'get',
    path: '/users/{id}/payout-methods',
    tag: 'Users',
    summary: 'List where a user is paid',
    description:
      'A bank account abroad is called `intl_transfer` here and in `default_payout_method_details`, and `intl_bank` as a rail.',
    security: 'basic',
    status: 200,
    answer: z.array(partnerPayoutMethod),
  },
  {
    ...changeUser,
    id: 'addUserPayoutMethod',
    errors: ['user-unverified', 'payout-method-exists', 'too-many-requests'],
    method: 'put',
    path: '/users/{id}/payout-methods',
    summary: 'Add a payout method for a user',
    description:
      'Only for users whose phone number is confirmed. Adding the same account again returns the method that is there. The first method becomes the default.',
    body: addPayoutMethodInput,
    answer: partnerPayoutMethod,
  },
];
