/** What is signed before a background check, as it is stored and as the chain of papers knows it. */
import type { Context } from 'hono';
import { disclosureVersion } from '../../../contract/steps/background-check.ts';
import type { BackgroundCheckRow } from '../../db/background-checks.ts';
import { signPaper } from '../../papers/chain.ts';
import { shownText } from '../../papers/signing.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { sealedRow } from '../../users/sealed-row.ts';
import type { PayeeContext } from '../session/context.ts';
import { signingOf } from '../session/signing.ts';

/** The authorization as it is stored. It is enough to print the paper again. */
export interface SignedAuthorization {
  readonly disclosure_version: string;
  readonly disclosed_at: string;
  readonly signed_at: string;
  readonly signature: string;
  /** The state whose notice stood above the signature. */
  readonly state_notice: string | null;
  /** The payee wants a copy of the report. */
  readonly copy: boolean;
}

const sealed = sealedRow<SignedAuthorization>('background check authorization');

export const sealAuthorization = (
  deps: Pick<Deps, 'vault'>,
  check: Pick<BackgroundCheckRow, 'id' | 'user_id'>,
  signed: SignedAuthorization,
): Buffer => sealed.seal(deps, check, signed);

/** Returns what was signed; null while nothing was. */
export const openAuthorization = (
  deps: Pick<Deps, 'vault'>,
  check: BackgroundCheckRow,
): SignedAuthorization | null =>
  check.authorization_sealed && sealed.open(deps, check, check.authorization_sealed);

/** What of a check is signed. Null in it: the signature no longer holds. */
export const authorizationContent = (deps: Pick<Deps, 'vault'>, check: BackgroundCheckRow): object => ({
  id: check.id,
  user_id: check.user_id,
  flow_id: check.flow_id,
  disclosed_at: check.disclosed_at,
  authorization: openAuthorization(deps, check),
});

/** Writes down that the authorization was signed, or that it holds no longer. */
export const signCheck = async (
  c: Context,
  deps: Deps,
  tx: Queryable,
  context: PayeeContext,
  check: BackgroundCheckRow,
): Promise<void> =>
  signPaper(deps, tx, context.app.id, {
    ...{ kind: 'background-check', subject_id: check.id, user_id: check.user_id },
    content: authorizationContent(deps, check),
    signing: await signingOf(c, deps, tx, context),
    texts: [shownText('Disclosure and authorization', disclosureVersion, null)],
  });
