/** Goes back to an earlier step of the flow, and forward again to where the flow stands. */
import { parseInput } from '../../../contract/input/input.ts';
import { ProblemError } from '../../../contract/input/problem-error.ts';
import { activeStep, replan } from '../../../contract/plan/plan.ts';
import { isRevisit } from '../../../contract/plan/revisits.ts';
import type { StepName } from '../../../contract/steps.ts';
import { visitInput, type StepOutcome } from '../../../contract/steps/session.ts';
import { updateFlow } from '../../db/flows.ts';
import { updateSession } from '../../db/sessions.ts';
import { completeStep } from '../../flows/complete-step.ts';
import { planFacts } from '../../flows/facts.ts';
import { readJson } from '../../http/body.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { backTo } from './back-to.ts';
import { currentStep, owedStep } from './context.ts';
import type { PayeeContext } from './context.ts';
import type { Submission } from './step.ts';

/** Shows the step in the body: the nearest earlier one that is open to changes, or the one that is due. */
export const visit: Submission = (c, deps) => async (tx, context) => {
  const { step } = parseInput(visitInput, await readJson(c));
  const { session, flow } = context;
  if (!session.authenticated) throw new ProblemError('authentication-required');
  const isDue = activeStep(flow.plan)?.name === step && session.only_step === null;
  if (!isDue && (await backTo(tx, context, currentStep(context, deps.clock.now()))) !== step)
    throw new ProblemError('step-not-current');
  context.session = await updateSession(tx, session.id, { revisits: isDue ? null : step });
};

/** Shows the end of a finished flow again, once the payee has done what they came back for, or leaves it. */
export async function backToEnd(tx: Queryable, context: PayeeContext): Promise<void> {
  context.session = await updateSession(tx, context.session.id, { came_back: false });
  context.owed = await owedStep(tx, context);
}

/**
 * Ends a step. One that the payee came back to is not completed a second time: the flow goes on where it
 * stood, with what the changed data asks for besides.
 */
export async function endStep(
  deps: Deps,
  tx: Queryable,
  context: PayeeContext,
  step: StepName,
  outcome: StepOutcome,
): Promise<void> {
  if (!isRevisit(context, step)) {
    context.flow = await completeStep(deps, tx, context.flow, step, outcome);
    return;
  }
  const { flow } = context;
  const plan = replan(flow.plan, flow.steps, await planFacts(deps, tx, flow), deps.stepRules);
  context.session = await updateSession(tx, context.session.id, { revisits: null });
  context.flow = await updateFlow(tx, flow.id, { plan });
}
