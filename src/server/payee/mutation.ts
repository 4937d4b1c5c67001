/** What all submissions of a payee have in common. */
import type { Context } from 'hono';
import { hasDraft } from '../../contract/steps/drafts.ts';
import { deleteDraft } from '../db/drafts.ts';
import { updateFlow } from '../db/flows.ts';
import { flowChanged } from '../db/signals.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import { withEarlyAnswers } from '../http/ask-outside.ts';
import { idempotentOnFlow, wasAnswered } from '../http/idempotent.ts';
import { localeOfRequest } from '../language/words.ts';
import type { Deps } from '../ports/deps.ts';
import type { Queryable } from '../ports/database.ts';
import { currentStep, lockRunning } from './session/context.ts';
import type { PayeeContext } from './session/context.ts';
import { hintsOf } from './session/hints.ts';
import { refreshSession, requireSession, secondsLeft } from './session/sessions.ts';
import type { Submission } from './session/step.ts';
import { buildSnapshot } from './snapshot.ts';

/**
 * Runs the work that `submission` asks for once per Idempotency-Key, alone on its flow. Responds with the new
 * snapshot. The session is read and the submission checked before the transaction; whether the flow still
 * runs is decided inside it, after its row was locked.
 */
export const mutate = (c: Context, deps: Deps, submission: Submission): Promise<Response> =>
  withEarlyAnswers(() => change(c, deps, submission));

async function change(c: Context, deps: Deps, submission: Submission): Promise<Response> {
  const session = await requireSession(deps, c);
  const work = (await wasAnswered(c, deps, session)) ? null : await submission(c, deps, session);
  return idempotentOnFlow(c, deps, session, lockRunning(deps, session), async (tx, context) => {
    const now = deps.clock.now();
    const step = currentStep(context, now);
    // The kept answer was too old by a moment.
    if (!work) throw new ProblemError('resource-busy', { retryAfter: 1 });
    const wasIn = context.session.authenticated;
    const refusal = await work(tx, context);
    // A refusal that was returned keeps its effects. No snapshot is made: the problem is the answer.
    if (refusal) return refusal;
    // What was typed is with the server now.
    if (step && hasDraft(step)) await deleteDraft(tx, context.flow.id, step);
    const { authenticated, takes_renewed } = context.session;
    // The payee's messages are in the payee's language, and not in that of whoever has the link.
    const language = authenticated ? localeOfRequest(c) : context.flow.language;
    // Other windows on this flow, and other processes' streams, watch `updated`. A step that ends has set it.
    if (context.flow.updated < now || context.flow.language !== language)
      context.flow = await updateFlow(tx, context.flow.id, { updated: now, language });
    flowChanged(tx, context.flow.id);
    // Whoever knew the token before the payee signed in must not share what it opens now.
    const token = !wasIn && authenticated && takes_renewed ? await renew(c, deps, tx, context) : {};
    const body = { ...(await buildSnapshot(deps, tx, context, hintsOf(c))), ...token };
    return { status: 200, body, session: context.session };
  });
}

async function renew(c: Context, deps: Deps, tx: Queryable, context: PayeeContext): Promise<object> {
  const { token, session } = await refreshSession(deps, tx, c, context.session);
  context.session = session;
  return { renewed: { token, expires_in: secondsLeft(deps, session) } };
}
