/**
 * A payee’s session: opened, read, refreshed, extended. The steps' own calls are in `session-<step>.ts`.
 * The element makes all of these calls; a partner's server makes none.
 */
import {
  openClientSessionInput,
  openSessionInput,
  session,
  snapshot,
  visitInput,
} from '../../../contract/steps/session.ts';
import { draftAnswer, draftInput } from '../../../contract/steps/drafts-input.ts';
import * as z from '../../../contract/z.ts';
import type { Operation } from './operation.ts';

/** Null: no bank is known by this number, which does not mean that there is none. */
const bank = z.object({ bank_name: z.nullable(z.string()) });

export const sessionOperations: readonly Operation[] = [
  {
    id: 'openSession',
    errors: ['flow-canceled', 'flow-expired', 'origin-not-allowed', 'user-disabled'],
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
    errors: ['origin-not-allowed', 'unknown-client-id', 'user-id-not-allowed'],
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
    description:
      '`current` is what the payee has to do now, with all that a page needs for it. An open page need not ask again and again: `GET /session/events` sends the same whenever it changes.',
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
    description:
      'The old token works for 30 more seconds. Used after that, it ends the session: somebody has a copy.',
    security: 'session',
    status: 200,
    answer: session,
  },
  {
    id: 'comeBack',
    method: 'post',
    path: '/session/return',
    tag: 'Payee session',
    summary: 'Go on with what a completed flow left open',
    description:
      'The snapshot then asks for what is missing (a code first, where the phone was not confirmed in this browser), or has the `summary` of what was done.',
    security: 'session',
    status: 200,
    answer: snapshot,
  },
  {
    id: 'endSession',
    method: 'delete',
    path: '/session',
    tag: 'Payee session',
    summary: 'Sign out',
    description: 'Ends the session. The same browser needs a code to open the flow again.',
    security: 'session',
    status: 204,
  },
  {
    id: 'extendSession',
    method: 'post',
    path: '/session/extend',
    tag: 'Payee session',
    summary: 'Put off the end of the session',
    description:
      'The payee asked for more time. `session_ends_at` is then two hours from now, and at most a day after the session was opened. The token stays the same.',
    security: 'session',
    status: 200,
    answer: snapshot,
  },
  {
    id: 'saveDraft',
    method: 'put',
    path: '/session/draft',
    tag: 'Payee session',
    summary: 'Keep what was typed and not sent yet',
    description:
      'For the current step, for an hour, sealed. It comes back as `typed` of the requirement until the step is done. Only the fields that are listed for the step, of which none is secret.',
    security: 'session',
    body: draftInput,
    status: 200,
    answer: draftAnswer,
  },
  {
    id: 'visitStep',
    method: 'post',
    path: '/session/visit',
    tag: 'Payee session',
    summary: 'Go back to an earlier step, or on to the one that is due',
    description:
      'Takes `back_to` of the snapshot, or the step that is due. What is changed there is saved, and `user.updated` tells of it; the step is not completed a second time.',
    security: 'session',
    body: visitInput,
    status: 200,
    answer: snapshot,
  },
  {
    id: 'nameBank',
    method: 'get',
    path: '/session/banks/{routing_number}',
    tag: 'Payee session',
    summary: 'Name the bank of a routing number',
    description:
      'Shows whose a routing number is while somebody types it, so that they see a mistake before they send it. It is a help for the eye; the account is checked when it is added.',
    security: 'session',
    status: 200,
    answer: bank,
  },
  {
    id: 'events',
    method: 'get',
    path: '/session/events',
    tag: 'Payee session',
    summary: 'Stream of snapshots',
    description:
      'Server-sent events, read with fetch so that the token can be a header: `event: snapshot`, data a Snapshot; a comment every 20 seconds.',
    security: 'session',
    status: 200,
    answer: 'event-stream',
  },
];
