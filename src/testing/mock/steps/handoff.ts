/** The hand-off of `id-verification` to the payee's phone, in the mock. All pages count as one browser. */
import { newIntent } from '../../../api/intent.ts';
import { parseInput } from '../../../contract/input/input.ts';
import { ProblemError } from '../../../contract/input/problem-error.ts';
import {
  handoffReopenMs,
  handoffRole,
  handoffStateNow,
  handoffWaitingMs,
  holdsStep,
  type HandoffRole,
} from '../../../contract/steps/handoff-state.ts';
import type { HandoffState } from '../../../contract/steps/id-documents.ts';
import { handoffSessionInput } from '../../../contract/steps/id-verification.ts';
import { flowLink, openSession } from '../flows.ts';
import { newToken } from '../ids.ts';
import { assertCurrent, assertRunning } from '../progress.ts';
import type { MockContext, MockStep } from '../step.ts';
import type { MockSession } from '../session.ts';
import type { MockHandoff, World } from '../world.ts';

const base = '/session/id-verification/handoff';

export interface HandoffNow {
  readonly kept: MockHandoff | null;
  readonly state: HandoffState;
  readonly role: HandoffRole;
  readonly holds: boolean;
}

/** Returns where the hand-off stands, as this device sees it. */
export function handoffOf({ world, flow, session }: MockContext): HandoffNow {
  const now = world.now();
  const kept = flow.handoff;
  const isPhoneHere = [...world.sessions].some((one) => kept && one.handoff === kept && one.expires > now);
  const state = handoffStateNow(kept, isPhoneHere, now);
  const role = handoffRole(kept, session.handoff !== null);
  return { kept, state, role, holds: holdsStep(role, state) };
}

export const handoffSubmissions: MockStep['submissions'] = {
  [`POST ${base}/cancel`](context) {
    const { kept } = atStarter(context);
    if (kept) kept.state = 'canceled';
  },
  [`POST ${base}/take`](context) {
    assertCurrent(context, 'id-verification');
    const { kept, role, state } = handoffOf(context);
    if (role !== 'phone' || !kept) throw new ProblemError('handed-off');
    if (state === 'canceled') kept.state = 'opened';
  },
};

export const handoffOthers: Required<MockStep>['others'] = {
  [`POST ${base}`](context) {
    atStarter(context);
    const { world, flow } = context;
    endPhone(world, flow.handoff);
    const made: MockHandoff = {
      state: 'waiting',
      code: String(Number.parseInt(newIntent().slice(0, 8), 16) % 10_000).padStart(4, '0'),
      token: newToken(),
      expires_at: new Date(world.now().getTime() + handoffWaitingMs),
    };
    flow.handoff = made;
    return {
      status: 201,
      body: {
        url: `${flowLink(flow)}#handoff=${made.token}`,
        code: made.code,
        expires_at: made.expires_at.toISOString(),
        expires_in: handoffWaitingMs / 1000,
      },
    };
  },
};

export const handoffOpenings: Required<MockStep>['openings'] = {
  'POST /handoff/sessions'(world, { body }) {
    const { token, browser } = parseInput(handoffSessionInput, body);
    const flow = [...world.flows.values()].find(({ handoff }) => handoff?.token === token);
    const kept = flow?.handoff;
    if (!kept) throw new ProblemError('handoff-expired');
    const now = world.now();
    assertRunning(flow, now);
    if (kept.expires_at <= now) throw new ProblemError('handoff-expired');
    endPhone(world, kept);
    if (kept.state === 'waiting') kept.state = 'opened';
    kept.expires_at = new Date(now.getTime() + handoffReopenMs);
    return openSession(world, flow, browser, kept);
  },
};

/** Throws unless this is the device that has the flow. A phone would cut off the one that handed over. */
function atStarter(context: MockContext): HandoffNow {
  assertCurrent(context, 'id-verification');
  if (context.session.handoff) throw new ProblemError('handed-off');
  return handoffOf(context);
}

/** Ends the session that a link has opened. */
function endPhone(world: World, handoff: MockHandoff | null): void {
  const isPhone = (session: MockSession) => handoff !== null && session.handoff === handoff;
  for (const session of world.sessions) if (isPhone(session)) world.sessions.delete(session);
}
