/**
 * The two papers of the Fair Credit Reporting Act. The disclosure is shown alone first, then the
 * authorization is signed (15 USC §1681b(b)(2)(A)).
 */
import type { Context } from 'hono';
import { sameName, wholeName } from '../../../contract/forms/names.ts';
import {
  backgroundCheckAuthorization,
  backgroundCheckDisclosure,
  disclosureVersion,
  stateNotices,
} from '../../../contract/steps/background-check.ts';
import { updateBackgroundCheck } from '../../db/background-checks.ts';
import type { SessionRow } from '../../db/sessions.ts';
import { readJson } from '../../http/body.ts';
import { parseInput } from '../../../contract/input/input.ts';
import { fieldError } from '../../../contract/input/problem-error.ts';
import type { Deps } from '../../ports/deps.ts';
import { chargeUser, willAsk } from '../../users/charge.ts';
import { loadContext, signedIn } from '../session/context.ts';
import type { PayeeWork } from '../session/step.ts';
import { orderCheck } from './order.ts';
import { sealAuthorization, signCheck } from './paper.ts';
import type { SignedAuthorization } from './paper.ts';
import { keepDraft, notNow, stateNow } from './submit.ts';

/**
 * Notes that the payee has read the disclosure, and begins the check where there is none yet. After a check
 * that was stopped, the payee begins here again.
 */
export function acknowledgeDisclosure(c: Context, deps: Deps): PayeeWork {
  return async (tx, context) => {
    const { phase, check, known } = await stateNow(deps, tx, context);
    if (phase !== 'disclosure' && phase !== 'stopped') throw notNow();
    assertCurrentText(parseInput(backgroundCheckDisclosure, await readJson(c)));
    const draft = await keepDraft(deps, tx, context, check, known);
    await updateBackgroundCheck(tx, draft.id, { disclosed_at: deps.clock.now() });
  };
}

/** Takes the signature, stores what was signed, and orders the report. */
export async function authorizeCheck(c: Context, deps: Deps, session: SessionRow): Promise<PayeeWork> {
  const raw = await readJson(c);
  const before = await loadContext(deps.db, session, { lock: false });
  const user = signedIn(before);
  const orders = async () => {
    const { phase, known } = await stateNow(deps, deps.db, before);
    const { signature } = parseInput(backgroundCheckAuthorization, raw);
    return phase === 'authorization' && sameName(signature, wholeName(known));
  };
  if (user && (await willAsk(orders))) await chargeUser(deps, 'background check', user);
  return async (tx, context) => {
    const { phase, check, known } = await stateNow(deps, tx, context);
    if (phase !== 'authorization' || !check?.disclosed_at) throw notNow();
    const input = parseInput(backgroundCheckAuthorization, raw);
    assertCurrentText(input);
    if (!sameName(input.signature, wholeName(known))) throw fieldError('signature', 'signature-mismatch');
    const state = known.state ?? '';
    // Some states want a notice of their own above the signature. Only there may the payee ask for a copy.
    const notice = Object.hasOwn(stateNotices, state) ? state : null;
    const signed: SignedAuthorization = {
      disclosure_version: input.disclosure_version,
      disclosed_at: check.disclosed_at.toISOString(),
      signed_at: deps.clock.now().toISOString(),
      signature: input.signature,
      state_notice: notice,
      copy: notice !== null && (input.copy ?? false),
    };
    const authorization_sealed = sealAuthorization(deps, check, signed);
    const authorized = await updateBackgroundCheck(tx, check.id, { authorization_sealed });
    await signCheck(c, deps, tx, context, authorized);
    await orderCheck(deps, tx, context, authorized);
  };
}

/** Throws when the words changed while the page was open, so that nobody signs what they were not shown. */
function assertCurrentText({ disclosure_version: version }: { readonly disclosure_version: string }): void {
  if (version !== disclosureVersion) throw fieldError('disclosure_version', 'outdated-text');
}
