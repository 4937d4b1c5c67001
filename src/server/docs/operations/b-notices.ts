/** “B” notices of the IRS about a user's number. */
import { bNotice, changeBNoticeInput, recordBNoticeInput } from '../../../contract/partner/b-notices.ts';
import { pageOf } from '../../../contract/flow.ts';
import type { Operation } from './operation.ts';

const bNoticePage = pageOf(bNotice);

export const bNoticeOperations: readonly Operation[] = [
  {
    id: 'recordBNotice',
    method: 'post',
    path: '/users/{id}/b-notices',
    tag: 'Users',
    summary: 'Record that the IRS says that a user’s name and number do not match',
    description:
      'For each payee on a CP2100 or CP2100A notice, within 15 business days (IRS Publication 1281). After a first notice the user is asked for a new W-9; without one 24 % of payouts is withheld after 30 business days (Treas. Reg. §31.3406(d)-5). After the second within three calendar years a W-9 does not do: record the letter that they bring. Writing to the payee is yours. The same day again returns the same notice, with status 200.',
    security: 'basic',
    body: recordBNoticeInput,
    idempotent: true,
    status: 201,
    also: { 200: 'A notice of this day was recorded before: that notice.' },
    answer: bNotice,
  },
  {
    id: 'listBNotices',
    method: 'get',
    path: '/users/{id}/b-notices',
    tag: 'Users',
    summary: 'List the B-notices about a user, newest first',
    description:
      'All that were recorded, with where each stands today: whether it is the first or the second, from which day something is withheld, and what has answered it.',
    security: 'basic',
    status: 200,
    answer: bNoticePage,
  },
  {
    id: 'changeBNotice',
    method: 'patch',
    path: '/users/{id}/b-notices/{notice_id}',
    tag: 'Users',
    summary: 'Say that the letter has come, or that the notice was a mistake',
    description:
      '`letter`: name and number were confirmed, by the IRS with Letter 147C or by the SSA, and nothing is withheld any more. `undone`: it was recorded for the wrong user. Send one of the two. Saying it again returns the same.',
    security: 'basic',
    body: changeBNoticeInput,
    idempotent: true,
    status: 200,
    answer: bNotice,
  },
];
