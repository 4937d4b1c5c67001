/**
 * Every public event. All bubble and cross shadow roots; none carries personal data: ids, step names, codes and numbers only.
 */
import type { ProblemCode } from './contract/problems.ts';
import type { StepOutcome } from './contract/steps/session.ts';
import type { StepName, StepReason } from './contract/steps.ts';

abstract class DotsEvent<D> extends CustomEvent<D> {
  /** Each class has its own. */
  static readonly type: string;

  constructor(detail: D, cancelable = false) {
    super(new.target.type, { detail, bubbles: true, composed: true, cancelable });
  }
}

export interface StepPosition {
  readonly flowId: string;
  readonly step: StepName;
  readonly reason: StepReason;
}

/** The session is open and the first screen is about to be shown. Once for each flow that is loaded. */
export class DotsReadyEvent extends DotsEvent<{
  readonly flowId: string;
  readonly steps: readonly StepName[];
  readonly userId: string | null;
}> {
  static override readonly type = 'dots-ready';
}

/** A step is about to be shown. `preventDefault()` holds it back until `load()` is called. */
export class DotsBeforeStepEvent extends DotsEvent<StepPosition> {
  static override readonly type = 'dots-before-step';
}

export class DotsStepStartedEvent extends DotsEvent<StepPosition> {
  static override readonly type = 'dots-step-started';
}

export interface StepCompletedDetail {
  /** Equals the `webhook-id` of the webhook that tells your server of the same step. */
  readonly eventId: string;
  readonly flowId: string;
  readonly step: StepName;
  readonly reason: StepReason;
  readonly outcome: StepOutcome;
  /** 1, 2, 3, … within the flow. */
  readonly sequence: number;
  readonly completedSteps: readonly StepName[];
  readonly remainingSteps: readonly StepName[];
  readonly userId: string | null;
}

export class DotsStepCompletedEvent extends DotsEvent<StepCompletedDetail> {
  static override readonly type = 'dots-step-completed';
}

export class DotsFlowCompletedEvent extends DotsEvent<{
  /** Equals the `webhook-id` of the `flow.completed` webhook. */
  readonly eventId: string;
  readonly flowId: string;
  readonly completedSteps: readonly StepName[];
  readonly userId: string | null;
}> {
  static override readonly type = 'dots-flow-completed';
}

/** The browser is about to leave. `preventDefault()` keeps it here, so that a single-page app routes by itself. */
export class DotsRedirectEvent extends DotsEvent<{ readonly flowId: string; readonly url: string }> {
  static override readonly type = 'dots-redirect';
}

export class DotsFlowExpiredEvent extends DotsEvent<{
  readonly flowId: string | null;
  readonly reason: 'expired' | 'canceled';
}> {
  static override readonly type = 'dots-flow-expired';
}

/** The payee asked to leave from a screen that offers it. The host decides what that means. */
export class DotsExitEvent extends DotsEvent<{
  readonly flowId: string | null;
  readonly reason: 'completed' | 'failed' | 'ended';
}> {
  static override readonly type = 'dots-exit';
}

export class DotsErrorEvent extends DotsEvent<{
  readonly code: ProblemCode;
  readonly retryable: boolean;
  readonly flowId: string | null;
  readonly step: string | null;
}> {
  static override readonly type = 'dots-error';
}

/** A measurement in milliseconds, for the host's own monitoring. */
export class DotsMetricEvent extends DotsEvent<{
  readonly name: 'session-opened' | 'step-shown' | 'request';
  readonly step: string | null;
  readonly duration: number;
}> {
  static override readonly type = 'dots-metric';
}

export interface DotsFlowEventMap {
  'dots-ready': DotsReadyEvent;
  'dots-before-step': DotsBeforeStepEvent;
  'dots-step-started': DotsStepStartedEvent;
  'dots-step-completed': DotsStepCompletedEvent;
  'dots-flow-completed': DotsFlowCompletedEvent;
  'dots-redirect': DotsRedirectEvent;
  'dots-flow-expired': DotsFlowExpiredEvent;
  'dots-exit': DotsExitEvent;
  'dots-error': DotsErrorEvent;
  'dots-metric': DotsMetricEvent;
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merges the map into the DOM's own
  interface HTMLElementEventMap extends DotsFlowEventMap {}
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the events bubble to the document
  interface DocumentEventMap extends DotsFlowEventMap {}
}
