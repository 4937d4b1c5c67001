/** What a step of the mock is. `steps.ts` lists them all. */
import type { ProblemError } from '../../contract/input/problem-error.ts';
import type { StepName, StepRequestInput } from '../../contract/steps.ts';
import type { RequirementOf } from '../../contract/steps/session.ts';
import type { MockSession } from './session.ts';
import type { MockFlow, World } from './world.ts';

/** What a request acts on. */
export interface MockContext {
  readonly world: World;
  readonly flow: MockFlow;
  readonly session: MockSession;
  /** The `Accept-Language` of the request. */
  readonly language: string;
}

/** The partner's name, as the payee knows it. */
export const appName = 'Acme Market';

export interface MockRequest {
  /** The JSON of the body; `{}` when it is empty. */
  readonly body: unknown;
  /** What stands in the path for `:id` and the like. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The body as it came. */
  readonly bytes: Uint8Array;
  readonly headers: Headers;
}

export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

/**
 * Changes something. Throwing a problem must leave everything as it was; a problem that is *returned* keeps
 * what was changed.
 */
export type Submission = (context: MockContext, request: MockRequest) => ProblemError | void;

export interface MockStep<N extends StepName = StepName> {
  /** Returns what the payee has to do, as the element is told. */
  requirement(context: MockContext): RequirementOf<N>;
  /** By method and path, e.g. `POST /session/onboarding`. Each is answered with the new snapshot. */
  readonly submissions: Readonly<Record<string, Submission>>;
  /** By method and path: questions that change nothing, answered with what is returned. */
  readonly questions?: Readonly<Record<string, (context: MockContext, request: MockRequest) => unknown>>;
  /** By method and path: changes that are answered with something else than the snapshot. */
  readonly others?: Readonly<
    Record<string, (context: MockContext, request: MockRequest) => Answered | ProblemError>
  >;
  /** By method and path: what opens a session elsewhere. */
  readonly openings?: Readonly<Record<string, (world: World, request: MockRequest) => MockSession>>;
  /** Returns whether something outside the page is awaited. */
  isAwaited?(context: MockContext): boolean;
}

/** Returns what the partner requested with this step, or undefined for a step that was added. */
export const optionsOf = <N extends StepName>(
  flow: MockFlow,
  name: N,
): Extract<StepRequestInput, { name: N }> | undefined =>
  flow.steps.find((step): step is Extract<StepRequestInput, { name: N }> => step.name === name);

export const isButtonHidden = (flow: MockFlow, name: StepName): boolean =>
  optionsOf(flow, name)?.hide_continue_button ?? false;
