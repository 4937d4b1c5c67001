/**
 * Carries the step over to the payee's phone, which has the better camera. The desktop shows a link with a
 * secret in its fragment. The phone that opens it gets a session of its own that can do this step only. Both
 * show the same four digits. Somebody who was sent the link by another person has no second screen to compare
 * with, and the phone tells them so.
 */
import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { Context } from 'hono';
import { handoffReopenMs, handoffWaitingMs } from '../../../contract/steps/handoff-state.ts';
import { handoffSessionInput } from '../../../contract/steps/id-verification.ts';
import { findApp } from '../../db/apps.ts';
import { findFlow, lockFlow, updateFlow } from '../../db/flows.ts';
import type { FlowRow } from '../../db/flows.ts';
import { findHandoffByToken, insertHandoff, updateHandoff } from '../../db/handoffs.ts';
import type { HandoffRow } from '../../db/handoffs.ts';
import { deleteSession } from '../../db/sessions.ts';
import { flowLink } from '../../flows/flow-object.ts';
import { flowChanged } from '../../db/signals.ts';
import { readJson } from '../../http/body.ts';
import { browserMark } from '../../http/browser.ts';
import { clientAddress } from '../../http/client.ts';
import { idempotentOnFlow } from '../../http/idempotent.ts';
import { parseInput } from '../../../contract/input/input.ts';
import { ProblemError } from '../../../contract/input/problem-error.ts';
import { charge } from '../../http/limits.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { assertCurrent, assertRunning, lockRunning } from '../session/context.ts';
import { refusedApart } from '../session/refused-apart.ts';
import { assertOrigin, openSession, requirePayee } from '../session/sessions.ts';
import type { OpenSession } from '../session/sessions.ts';
import type { PayeeWork } from '../session/step.ts';
import { loadState } from './state.ts';

/**
 * Makes a link, and ends the one before it. The row has only a hash of the secret. The answer that is stored
 * under the Idempotency-Key has the link itself, so that a repeated request gets the same one.
 */
export async function beginHandoff(c: Context, deps: Deps): Promise<Response> {
  // A stranger who has the link must not use up what the payee may do.
  const session = await requirePayee(deps, c);
  await charge(deps, 'link to the phone', { flow: session.flow_id });
  return idempotentOnFlow(c, deps, session, lockRunning(deps, session), async (tx, context) => {
    const now = deps.clock.now();
    assertCurrent(context, 'id-verification', now);
    // If a phone handed the step on, it would cut off the desktop that handed it over.
    if (session.only_step !== null) throw new ProblemError('handed-off');
    const token = randomBytes(32).toString('base64url');
    const expires = new Date(now.getTime() + handoffWaitingMs);
    const code = String(randomInt(10_000)).padStart(4, '0');
    await insertHandoff(tx, {
      id: deps.newId(),
      flow_id: context.flow.id,
      created: now,
      expires_at: expires,
      token_hash: hashOf(token),
      code,
    });
    await updateFlow(tx, context.flow.id, { updated: now });
    flowChanged(tx, context.flow.id);
    // A fragment is not sent to any server, so no log has the secret.
    const url = `${flowLink(context.flow, deps)}#handoff=${token}`;
    return {
      status: 201,
      body: { url, code, expires_at: expires.toISOString(), expires_in: handoffWaitingMs / 1000 },
    };
  });
}

/**
 * Ends the hand-off because the device that started it goes on by itself. A link that nobody has opened yet
 * is void from now on.
 */
export function cancelHandoff(_c: Context, deps: Deps): PayeeWork {
  return async (tx, context) => {
    assertCurrent(context, 'id-verification', deps.clock.now());
    if (context.session.only_step !== null) throw new ProblemError('handed-off');
    const { handoff } = await loadState(tx, context, deps.clock.now());
    if (handoff.row) await updateHandoff(tx, handoff.row.id, { state: 'canceled' });
  };
}

/**
 * Gives the step to the phone again after the starter took it over. The payee has both devices in their hands
 * and knows which one they want.
 */
export function takeHandoff(_c: Context, deps: Deps): PayeeWork {
  return async (tx, context) => {
    assertCurrent(context, 'id-verification', deps.clock.now());
    const { handoff, role } = await loadState(tx, context, deps.clock.now());
    if (role !== 'phone' || !handoff.row) throw new ProblemError('handed-off');
    if (handoff.state === 'canceled') await updateHandoff(tx, handoff.row.id, { state: 'opened' });
  };
}

/**
 * Opens the link on the phone. The session may see and change this step only, and needs no code: the desktop
 * had confirmed the phone before it could make the link.
 */
export async function openHandoff(c: Context, deps: Deps): Promise<(tx: Queryable) => Promise<OpenSession>> {
  const { token, browser: said } = parseInput(handoffSessionInput, await readJson(c, { plainText: true }));
  const hash = hashOf(token);
  const allowed = async (db: Queryable, find: typeof findFlow): Promise<FlowRow> => {
    const found = await findHandoffByToken(db, hash);
    const flow = found && (await find(db, found.flow_id));
    const app = flow && (await findApp(db, flow.app_id));
    if (!flow || !app) throw new ProblemError('handoff-expired');
    assertOrigin(deps, c, app, flow);
    return flow;
  };
  await refusedApart(c, deps, () => allowed(deps.db, findFlow));
  await charge(deps, 'opening on the phone', { address: clientAddress(c, deps) });
  return async (tx) => {
    const flow = await allowed(tx, lockFlow);
    // The hand-off is read again now that the flow's row is locked: of two browsers that open it together,
    // only one is the first.
    const handoff = await findHandoffByToken(tx, hash);
    if (!handoff) throw new ProblemError('handoff-expired');
    const now = deps.clock.now();
    assertRunning(flow, now);
    const browser = browserMark(deps, c, said);
    if (!mayOpen(handoff, browser, now)) throw new ProblemError('handoff-expired');
    const opened = await openSession(deps, tx, c, flow, browser, { onlyStep: 'id-verification' });
    await updateHandoff(tx, handoff.id, {
      ...(handoff.state === 'waiting' ? { state: 'opened' } : {}),
      opened_by: browser,
      session_id: opened.session.id,
      expires_at: new Date(now.getTime() + handoffReopenMs),
    });
    // The same browser opened the link again (a reload). Its earlier session would stay beside the new one.
    if (handoff.session_id) await deleteSession(tx, handoff.session_id);
    // The device that began shows that the phone has arrived.
    await updateFlow(tx, flow.id, { updated: now });
    flowChanged(tx, flow.id);
    return opened;
  };
}

/**
 * Returns whether this browser may open the link. The first browser may; afterwards only the same one, as
 * long as the link is good.
 */
function mayOpen(handoff: HandoffRow, browser: Buffer, now: Date): boolean {
  if (handoff.expires_at <= now) return false;
  if (handoff.state === 'waiting') return true;
  return handoff.opened_by?.equals(browser) ?? false;
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
