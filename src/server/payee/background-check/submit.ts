/**
 * Takes the details of the person to be looked up, and lets the payee go on where nothing remains for them to
 * do.
 */
import { asOf } from '../../../contract/forms/dates.ts';
import type { Context } from 'hono';
import { sameName, wholeName } from '../../../contract/forms/names.ts';
import { detailsAsked } from '../../../contract/steps/background-check.ts';
import { checkOutcomes, type KnownPerson } from '../../../contract/steps/background-check-state.ts';
import { insertBackgroundCheck, updateBackgroundCheck } from '../../db/background-checks.ts';
import type { BackgroundCheckRow } from '../../db/background-checks.ts';
import type { SessionRow } from '../../db/sessions.ts';
import { completeStep } from '../../flows/complete-step.ts';
import { readJson } from '../../http/body.ts';
import { parseInput } from '../../../contract/input/input.ts';
import { ProblemError } from '../../../contract/input/problem-error.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { chargeUser, willAsk } from '../../users/charge.ts';
import { assertCurrent, loadContext, signedIn } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';
import type { PayeeWork } from '../session/step.ts';
import { orderCheck } from './order.ts';
import { signCheck } from './paper.ts';
import { sealPerson } from './person.ts';
import { checkState } from './state.ts';
import type { CheckState } from './state.ts';

/**
 * Takes the details that were asked for. Before the signature they are kept for the next screens. After a
 * mismatch they correct the order, which goes out again at once.
 */
export async function submitDetails(c: Context, deps: Deps, session: SessionRow): Promise<PayeeWork> {
  const raw = await readJson(c);
  const before = await loadContext(deps.db, session, { lock: false });
  const orders = async () => {
    const state = await stateNow(deps, deps.db, before);
    readFields(raw, state, deps.clock.now());
    return state.check?.status === 'information_mismatch';
  };
  const user = signedIn(before);
  if (user && (await willAsk(orders))) await chargeUser(deps, 'background check', user);
  return async (tx, context) => {
    const state = await stateNow(deps, tx, context);
    if (state.phase === 'review' || state.phase === 'reported' || state.fields.length === 0) throw notNow();
    const person = { ...state.known, ...readFields(raw, state, deps.clock.now()) };
    const { check } = state;
    if (check?.status !== 'information_mismatch') {
      await keepDraft(deps, tx, context, check, person);
      return;
    }
    const before = state.known;
    const sameSigner = sameName(wholeName(person), wholeName(before));
    const corrected = await updateBackgroundCheck(tx, check.id, {
      details_sealed: sealPerson(deps, check, person),
      ssn_last4: person.ssn?.slice(-4) ?? '',
      updated: deps.clock.now(),
      // The signature was given under the earlier name, so it does not hold for another one.
      ...(sameSigner
        ? {}
        : { status: 'not_started' as const, disclosed_at: null, authorization_sealed: null }),
    });
    if (sameSigner) await orderCheck(deps, tx, context, corrected);
    else await signCheck(c, deps, tx, context, corrected);
  };
}

/** Stores what was typed for the next screens. Nothing is ordered yet. */
export async function keepDraft(
  deps: Deps,
  tx: Queryable,
  { flow, user }: PayeeContext,
  check: BackgroundCheckRow | null,
  person: KnownPerson,
): Promise<BackgroundCheckRow> {
  if (!user) throw new ProblemError('user-info-missing');
  const now = deps.clock.now();
  const ssn_last4 = person.ssn?.slice(-4) ?? '';
  if (check?.status === 'not_started') {
    return updateBackgroundCheck(tx, check.id, {
      details_sealed: sealPerson(deps, check, person),
      ssn_last4,
      updated: now,
    });
  }
  const id = deps.newId();
  return insertBackgroundCheck(tx, {
    id,
    user_id: user.id,
    flow_id: flow.id,
    created: now,
    status: 'not_started',
    details_sealed: sealPerson(deps, { id, user_id: user.id }, person),
    ssn_last4,
    disclosed_at: null,
  });
}

/**
 * Lets the payee go on: without a check where none can be made, before the report while it is awaited, and
 * after the report.
 */
export function continueBackgroundCheck(_c: Context, deps: Deps): PayeeWork {
  return async (tx, context) => {
    const { phase } = await stateNow(deps, tx, context);
    const outcome = checkOutcomes[phase];
    if (outcome === null) throw notNow();
    context.flow = await completeStep(deps, tx, context.flow, 'background-check', outcome);
  };
}

/** Returns where the payee stands, and throws when the step is not theirs to do now. */
export async function stateNow(deps: Deps, tx: Queryable, context: PayeeContext): Promise<CheckState> {
  assertCurrent(context, 'background-check', deps.clock.now());
  return checkState(deps, tx, context);
}

/** The problem of a request that belongs to another screen, for example from a second window. */
export const notNow = () =>
  new ProblemError('step-not-current', { detail: 'This is not what the background check is waiting for.' });

/** Reads only the fields that were asked for, whatever else was sent. */
function readFields(raw: unknown, { phase, fields }: CheckState, now: Date): KnownPerson {
  const given = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>;
  return asOf(now, () => parseInput(detailsAsked(phase, fields), given));
}
