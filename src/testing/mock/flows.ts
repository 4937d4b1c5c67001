/** Makes flows, and opens sessions on them. */
import { createFlowInput, metadata, type CreateFlowInput, type FlowOrigin } from '../../contract/flow.ts';
import { checkInput, parseInput } from '../../contract/input/input.ts';
import { fieldError, ProblemError } from '../../contract/input/problem-error.ts';
import { requireSteps } from '../../contract/plan/parse-steps.ts';
import { makePlan, remainingSteps } from '../../contract/plan/plan.ts';
import { stepRules } from '../../contract/plan/rules.ts';
import type { StepRequestInput } from '../../contract/steps.ts';
import { openClientSessionInput } from '../../contract/steps/session.ts';
import * as z from '../../contract/z.ts';
import { planFacts } from './facts.ts';
import { newId, newToken } from './ids.ts';
import { assertRunning, finishFlow } from './progress.ts';
import { isProved } from '../../contract/steps/proof.ts';
import type { MockContext } from './step.ts';
import type { MockSession } from './session.ts';
import type { MockFlow, MockHandoff, World } from './world.ts';

/** The public client id with which a page may make flows. */
export const clientId = 'pk_sandbox_demo';

/** How long the link of a flow with `user_id` opens it without a code. */
const openForMs = 15 * 60_000;
const clientFlowSeconds = 24 * 60 * 60;
const tokenMs = 15 * 60_000;
const longestMs = 2 * 60 * 60_000;
const longestInAllMs = 24 * 60 * 60_000;

/** Nothing is there: the mock has no hosted page. */
export const flowLink = ({ id }: MockFlow): string => `https://pay.example/flow/${id}`;

/** What a test says of a flow: the body of `POST /flows`. */
export type MockFlowInput = Omit<CreateFlowInput, 'steps'> & { readonly steps: readonly unknown[] };

const rest = z.strictObject(z.omit(createFlowInput, { steps: true }).shape);

export function createFlow(
  world: World,
  { steps: raw, ...input }: MockFlowInput,
  origin: FlowOrigin = 'api',
): MockFlow {
  // A redirect of the sandbox may lead anywhere.
  const steps = requireSteps(raw, () => true);
  assertTemplates(world, steps);
  const given = parseInput(rest, input);
  const user = given.user_id ? world.users.get(given.user_id) : null;
  if (user === undefined)
    throw new ProblemError('no-such-resource', { detail: 'No user of this mock has this user_id.' });
  const now = world.now();
  const requireAuth = given.require_auth ?? false;
  const flow: MockFlow = {
    id: newId(),
    created: now,
    updated: now,
    user,
    steps,
    plan: makePlan(steps, planFacts(world, { user, requireAuth }), stepRules),
    requireAuth,
    metadata: given.metadata ?? null,
    origin,
    status: 'created',
    expires: given.expires_in === undefined ? null : new Date(now.getTime() + given.expires_in * 1000),
    open:
      user?.phoneVerified && !requireAuth
        ? { until: new Date(now.getTime() + openForMs), to: null, proved: null, byCode: false }
        : null,
    phone: null,
    phoneChannel: null,
    code: null,
    completions: [],
    lastCompleted: null,
    completedEventId: null,
    payoutsChanged: false,
    draft: null,
    drafts: new Map(),
    bankLink: null,
    pdfValues: null,
    idChecks: [],
    handoff: null,
    pictureHeads: new Map(),
  };
  world.flows.set(flow.id, flow);
  if (remainingSteps(flow.plan).length === 0) finishFlow(world, flow);
  return flow;
}

/** A flow may name only PDF forms that this mock has. */
function assertTemplates(world: World, steps: readonly StepRequestInput[]): void {
  for (const [index, step] of steps.entries())
    if (step.name === 'pdf-form-fill' && !world.pdfTemplates.has(step.template_id))
      throw fieldError(`steps[${index}].template_id`, 'unknown-template');
}

/** Makes the flow that a page asks for with a client id alone, and opens it. */
export function openClientFlow(world: World, body: unknown): MockSession {
  const input = parseInput(openClientSessionInput, body);
  if (input.user_id !== undefined && input.user_id !== null) throw new ProblemError('user-id-not-allowed');
  if (input.client_id !== clientId) throw new ProblemError('unknown-client-id');
  if (!checkInput(metadata, input.metadata ?? '').ok) throw fieldError('metadata', 'invalid-metadata');
  requireSteps(input.steps, () => true).forEach((step, index) => {
    if (step.force) throw fieldError(`steps[${index}].force`, 'force-not-allowed');
  });
  const flow = createFlow(
    world,
    {
      steps: input.steps,
      metadata: (input.metadata ?? null) as CreateFlowInput['metadata'],
      expires_in: clientFlowSeconds,
    },
    'client',
  );
  return openSession(world, flow, input.browser);
}

/**
 * Opens a session, and moves a new flow to `in_progress`. Whoever made the hand-off had confirmed the phone,
 * so its session needs no code.
 */
export function openSession(
  world: World,
  flow: MockFlow | undefined,
  browser = newToken(),
  handoff: MockHandoff | null = null,
): MockSession {
  if (!flow) throw new ProblemError('no-such-resource');
  const now = world.now();
  assertRunning(flow, now);
  if (flow.status === 'created') flow.status = 'in_progress';
  const proof = handoff ? { proved: now, byCode: flow.open?.byCode ?? false } : proofOf(flow, browser, now);
  const session: MockSession = {
    flow,
    created: now,
    token: newToken(),
    expires: new Date(now.getTime() + tokenMs),
    ends: new Date(now.getTime() + longestMs),
    browser,
    authenticated: proof !== null,
    proved: proof?.proved ?? null,
    byCode: proof?.byCode ?? false,
    asksKnown: null,
    revisits: null,
    handoff,
    cameBack: false,
  };
  world.sessions.add(session);
  if (session.authenticated && !handoff) openTo(world, flow, session);
  return session;
}

/** The first browser that opens the flow keeps it; another has to confirm the phone. */
function proofOf(
  { open, requireAuth }: MockFlow,
  browser: string,
  now: Date,
): { proved: Date | null; byCode: boolean } | null {
  if (requireAuth || open === null || open.until <= now) return null;
  if (open.to === null) return { proved: now, byCode: false };
  return open.to === browser && isProved('flow', open.proved, now) ? open : null;
}

/**
 * How long after a right code, or the last refresh, the same browser may open the flow without another code.
 */
const resumeMs = 15 * 60_000;

/** From now on the flow is open to this session's browser, and to no other. */
export function openTo(world: World, flow: MockFlow, { browser: to, proved, byCode }: MockSession): void {
  flow.open = { until: new Date(world.now().getTime() + resumeMs), to, proved, byCode };
}

/** Somebody has to prove anew who they are. */
export function askForCode({ flow, session }: Pick<MockContext, 'flow' | 'session'>): ProblemError {
  Object.assign(session, { authenticated: false, proved: null, byCode: false });
  if (flow.open?.to === session.browser) flow.open = null;
  return new ProblemError('authentication-required');
}

/** Ends what other browsers opened on the flow without a code, and the link to a phone. */
export function endUnproved(world: World, flow: MockFlow, browser: string): void {
  if (flow.open?.byCode || flow.open?.to === browser) return;
  flow.handoff = null;
  for (const one of world.sessions)
    if (one.flow === flow && one.authenticated && !one.byCode && one.browser !== browser)
      world.sessions.delete(one);
}

/** Returns the session of a bearer token. */
export function sessionOfToken(world: World, authorization: string | null): MockSession {
  const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
  const session = [...world.sessions].find((one) => one.token === token);
  if (!session || session.expires <= world.now()) throw new ProblemError('session-expired');
  return session;
}

/** Gives the session a new token. The old one stays good: the answer with the new one may get lost. */
export function refresh(world: World, session: MockSession): MockSession {
  assertRunning(session.flow, world.now());
  const refreshed: MockSession = {
    ...session,
    token: newToken(),
    expires: new Date(Math.min(world.now().getTime() + tokenMs, session.ends.getTime())),
  };
  world.sessions.add(refreshed);
  const { flow } = session;
  if (session.authenticated && !session.handoff && flow.open?.to === session.browser)
    openTo(world, flow, session);
  return refreshed;
}

/** Puts off the end of the session, and of its token. */
export function extend(world: World, session: MockSession): void {
  assertRunning(session.flow, world.now());
  const now = world.now().getTime();
  const ends = Math.min(now + longestMs, session.created.getTime() + longestInAllMs);
  session.ends = new Date(Math.max(ends, session.ends.getTime()));
  session.expires = new Date(Math.max(Math.min(now + tokenMs, ends), session.expires.getTime()));
}
