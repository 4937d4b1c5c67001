/** Why nothing is done for a user, and what to do, in one wording for all calls. */
import { ProblemError } from '../../contract/input/problem-error.ts';
import type { UserRow } from '../db/users.ts';

export const noSuchUser = (named = 'with this id'): ProblemError =>
  new ProblemError('no-such-resource', {
    detail: `The app has no user ${named}. POST /users makes one, GET /users lists them.`,
  });

export const disabled = 'You have disabled the user. POST /users/{id}/enable takes it back.';

const listed =
  'The user’s name is on a sanctions list, so they are disabled. GET /screening-matches?user_id= has what was found; POST /screening-matches/{id}/release when it is somebody else.';

/** Of a user whom nothing keeps out that the partner could take back by enabling them. */
export const stillListed = (): ProblemError => new ProblemError('conflicting-state', { detail: listed });

export const confirmedAs = (match: string): ProblemError =>
  new ProblemError('conflicting-state', {
    detail: `You have confirmed that the user is on a sanctions list, so they stay disabled. POST /screening-matches/${match}/release takes it back: after a mistake, or with a licence.`,
  });

/** Says who keeps a disabled user from everything: each way out opens what it says, and nothing else. */
export const whyDisabled = ({ disabled: byPartner, ofac_status }: UserRow): string =>
  [...(byPartner ? [disabled] : []), ...(ofac_status === 'flagged' ? [listed] : [])].join(' ') ||
  'The user is disabled.';

export const unconfirmed =
  'Money cannot be taken from a user who has not confirmed their phone number: run a flow, or send them a token with POST /users/{id}/send-verification-token.';

export const blocked =
  'The user’s name is on a sanctions list: what they have is neither paid out nor given back. Decide with POST /screening-matches/{id}/release, or report it (docs/operations.md).';

export const invalidTransaction = (detail: string): ProblemError =>
  new ProblemError('invalid-transaction', { detail });
