/** Takes the answer to what is asked for beside the code. */
import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { parseInput } from '../../../contract/input/input.ts';
import { ProblemError, fieldError, fieldProblem } from '../../../contract/input/problem-error.ts';
import { knownInput } from '../../../contract/steps/known-request.ts';
import type { SessionRow } from '../../db/sessions.ts';
import { readJson } from '../../http/body.ts';
import { charge, isLimitReached } from '../../http/limits.ts';
import type { Deps } from '../../ports/deps.ts';
import { assertRunning, loadContext } from '../session/context.ts';
import type { PayeeWork } from '../session/step.ts';
import { askedOf } from './asked.ts';
import type { Asked } from './asked.ts';
import { assertAsksForCode, letIn, lockAsKnown } from './let-in.ts';

/**
 * Lets the payee in when the answer is right. Each try counts against the user, whatever flow, browser or
 * code it comes with: the limit is on guessing what the user knows.
 */
export async function answerKnown(c: Context, deps: Deps, session: SessionRow): Promise<PayeeWork> {
  const input = parseInput(knownInput, await readJson(c));
  const before = await loadContext(deps.db, session, { lock: false });
  assertRunning(before.flow, deps.clock.now());
  const asked = await askedOf(deps, deps.db, before);
  if (!asked) throw new ProblemError('step-not-current');
  // What is not given at all is no try.
  if (input[asked.known.asks] === undefined) throw fieldError(asked.known.asks, 'required');
  await countTry(deps, asked, before.app.id);
  const keyed = (text: string) => deps.vault.fingerprint('something known', text);

  return async (tx, context) => {
    assertAsksForCode(deps, context);
    const { user, known } = (await askedOf(deps, tx, context)) ?? {};
    if (!user || !known) throw new ProblemError('step-not-current');
    const locked = await lockAsKnown(tx, user, user.phone_e164);
    const said = keyed(input[known.asks] ?? '');
    if (!known.answers.some((answer) => timingSafeEqual(said, keyed(answer))))
      // Returned and not thrown: the same request, sent again after a cut, is answered alike and is no other
      // try.
      return fieldError(known.asks, 'wrong-answer');
    await letIn(deps, tx, context, locked);
    return undefined;
  };
}

/** The problem names the field as well, so that the element can say at it when to go on and whom to ask. */
async function countTry(deps: Deps, { user, known }: Asked, app: string): Promise<void> {
  try {
    await charge(deps, 'something known', { user: user.id, app });
  } catch (error) {
    if (!isLimitReached(error)) throw error;
    const errors = [fieldProblem(known.asks, 'too-many-requests')];
    throw new ProblemError('too-many-requests', { ...error.extra, errors });
  }
}
