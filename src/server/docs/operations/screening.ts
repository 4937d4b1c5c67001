/** Names on sanctions lists, and what is decided about them. */
import { pageOf } from '../../../contract/flow.ts';
import {
  decideMatchInput,
  sanctionsList,
  sanctionsListInput,
  screeningMatch,
} from '../../../contract/partner/screening.ts';
import type { Operation } from './operation.ts';

const matchPage = pageOf(screeningMatch);

/** What both decisions have in common. */
const decide = {
  method: 'post',
  tag: 'Screening',
  security: 'basic',
  body: decideMatchInput,
  idempotent: true,
  status: 200,
  answer: screeningMatch,
} as const;

export const screeningOperations: readonly Operation[] = [
  {
    id: 'listScreeningMatches',
    method: 'get',
    path: '/screening-matches',
    tag: 'Screening',
    summary: 'List names that are like one on a sanctions list',
    description:
      'Newest first. `state=held` lists what waits for somebody to decide: until then payouts of that user wait as `flagged`. A match whose `verdict` is `id_verification_required` is released by the payee’s identity document; about all others you decide. `role` `place` is an address that may be in a sanctioned region of Ukraine.',
    security: 'basic',
    query: ['page', 'matches'],
    status: 200,
    answer: matchPage,
  },
  {
    ...decide,
    id: 'releaseScreeningMatch',
    path: '/screening-matches/{id}/release',
    summary: 'Say that the listed one is somebody else',
    description:
      'Compare date of birth, country and whatever the entry has beside the name, and write down in `reason` what differs. The user’s payouts go on, unless another match holds them. The same name is not asked about again for this entry, also in later versions of the list. A match that was confirmed can be released as well, after a mistake or with a licence. Money goes out by it, so the key needs `users` and `money`. Saying it again changes nothing.',
  },
  {
    ...decide,
    id: 'confirmScreeningMatch',
    path: '/screening-matches/{id}/confirm',
    summary: 'Say that it is the listed one',
    description:
      'The user becomes `disabled`, and what they have is blocked: it stays in their wallet, and in payouts that wait as `flagged`. It is neither paid out, nor given back, nor taken back by a transfer. Who holds blocked property reports it to OFAC within ten business days (31 CFR §501.603), and again by 30 September of each year; this server does not. Saying it again changes nothing.',
  },
  {
    id: 'changeSanctionsList',
    method: 'put',
    path: '/sandbox/sanctions-list',
    tag: 'Sandbox',
    summary: 'Change the sandbox’s sanctions list',
    description:
      'Sandbox mode only. Puts words on the simulated list in place of those that were there, beside the names that always are (`Sanctioned`, `Review`). Everybody is screened again, as with a new version of a real list: a person whose last name it is, and whatever else has the word in its name, is held as `flagged`, with the webhook `screening_match.held`.',
    security: 'basic',
    sandboxOnly: true,
    body: sanctionsListInput,
    idempotent: true,
    status: 200,
    answer: sanctionsList,
  },
];
