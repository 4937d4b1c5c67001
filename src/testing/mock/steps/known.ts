/** What the mock asks for beside a code. Tries are not limited, as they hardly are in a sandbox. */
import { maskedAccountOf } from '../../../contract/bank/method-details.ts';
import { parseInput } from '../../../contract/input/input.ts';
import { fieldError, ProblemError } from '../../../contract/input/problem-error.ts';
import { activeStep, replan } from '../../../contract/plan/plan.ts';
import { stepRules } from '../../../contract/plan/rules.ts';
import { knownInput } from '../../../contract/steps/known-request.ts';
import {
  asksForKnown,
  knownOf,
  usualKnownAfterDays,
  type Known,
} from '../../../contract/steps/known-state.ts';
import { planFacts } from '../facts.ts';
import { endUnproved, openTo } from '../flows.ts';
import { isProved } from '../../../contract/steps/proof.ts';
import { completeStep } from '../progress.ts';
import type { MockContext, Submission } from '../step.ts';
import type { MockUser } from '../world.ts';

/** Returns the phone to which a code goes when the payee cannot choose. */
export const knownPhone = ({ flow }: MockContext): string | null =>
  flow.user?.phone ?? flow.phone?.e164 ?? null;

const knownOn = ({ taxForms, methods, dateOfBirth }: MockUser): Known | null =>
  knownOf({
    form: taxForms.at(-1)?.fields ?? null,
    partnerSaid: dateOfBirth,
    accounts: methods
      .filter(({ removed }) => !removed)
      .flatMap(
        ({ details, masked }) => maskedAccountOf({ platform: details.platform, masked }, () => details) ?? [],
      ),
  });

/** Returns whether the code alone is not enough for this user in this browser. */
export function isAsked({ world, session }: MockContext, user: MockUser): boolean {
  const isNewBrowser = !user.browsers.has(session.browser);
  const visit = { now: world.now(), last: user.confirmed, isNewBrowser, afterDays: usualKnownAfterDays };
  return asksForKnown(visit) && knownOn(user) !== null;
}

/** Returns whom this session has to prove to be, after a right code. */
export function askedOf({ world, session }: MockContext): { user: MockUser; known: Known } | null {
  const isOld = !isProved('answer', session.proved, world.now());
  const user = session.authenticated || isOld ? null : session.asksKnown;
  const known = user && knownOn(user);
  return user && known && { user, known };
}

/** Opens the session. Only now the user counts as seen, and the browser as theirs. */
export function letIn({ world, flow, session }: MockContext, user: MockUser | null): void {
  endUnproved(world, flow, session.browser);
  Object.assign(session, { authenticated: true, asksKnown: null, proved: world.now(), byCode: true });
  flow.user = user;
  if (user) seen({ world, session }, user);
  openTo(world, flow, session);
  if (activeStep(flow.plan)?.name === 'authentication')
    completeStep(world, flow, 'authentication', 'verified');
  else if (activeStep(flow.plan)?.name === 'onboarding')
    // The names of a payee whom this flow did not know before are on file.
    flow.plan = replan(flow.plan, flow.steps, planFacts(world, flow), stepRules);
}

/** Notes that a code let the user in just now. */
export function seen({ world, session }: Pick<MockContext, 'world' | 'session'>, user: MockUser): void {
  user.phoneVerified = true;
  user.confirmed = world.now();
  user.browsers.add(session.browser);
}

export const answerKnown: Submission = (context, { body }) => {
  const input = parseInput(knownInput, body);
  const asked = askedOf(context);
  if (!asked) throw new ProblemError('step-not-current');
  const { asks, answers } = asked.known;
  if (input[asks] === undefined) throw fieldError(asks, 'required');
  if (!answers.includes(input[asks])) throw fieldError(asks, 'wrong-answer');
  letIn(context, asked.user);
};
