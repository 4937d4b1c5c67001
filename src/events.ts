/**
 * Every public event. All of them bubble and cross shadow roots. None carries personal data: there are only
 * ids, step names, codes and numbers. The ids of flows and users are UUIDs.
 */
import type { ProblemCode } from './contract/problems.ts';
import type { StepOutcome } from './contract/steps/session.ts';
import type { StepName, StepReason } from './contract/steps.ts';

abstract class DotsEvent<D> extends CustomEvent<D> {
  /** The DOM event's type. Each class has its own. */
  static readonly type: string;

  constructor(detail: D, cancelable = false) {
    super(new.target.type, { detail, bubbles: true, composed: true, cancelable });
  }
}

/** A step of the plan. `reason`: why the step is in it. */
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

/** A step is on screen. */
export class DotsStepStartedEvent extends DotsEvent<StepPosition> {
  static override readonly type = 'dots-step-started';
}

/** What is known of a completed step. The webhook `flow.updated` says the same. */
export interface StepCompletedDetail {
  /** The `webhook-id` of the webhook that tells your server of the same step. */
  readonly eventId: string;
  readonly flowId: string;
  readonly step: StepName;
  readonly reason: StepReason;
  readonly outcome: StepOutcome;
  /** 1, 2, 3, … within the flow. */
  readonly sequence: number;
  /** Requested steps that are done, in the requested order. */
  readonly completedSteps: readonly StepName[];
  /** Steps of the plan that are still to come, in order. */
  readonly remainingSteps: readonly StepName[];
  readonly userId: string | null;
}

/** The server took a step as completed. Once for each step. */
export class DotsStepCompletedEvent extends DotsEvent<StepCompletedDetail> {
  static override readonly type = 'dots-step-completed';
}

/** The whole flow is completed. Once. */
export class DotsFlowCompletedEvent extends DotsEvent<{
  /** The `webhook-id` of the `flow.completed` webhook. */
  readonly eventId: string;
  readonly flowId: string;
  readonly completedSteps: readonly StepName[];
  readonly userId: string | null;
}> {
  static override readonly type = 'dots-flow-completed';
}

/**
 * The browser is about to leave. `preventDefault()` keeps it here, so that a single-page app routes by
 * itself.
 */
export class DotsRedirectEvent extends DotsEvent<{ readonly flowId: string; readonly url: string }> {
  static override readonly type = 'dots-redirect';
}

/** The flow can no longer be run: its time is over, or the partner canceled it. */
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

/**
 * Something went wrong that the payee sees. `code` is a key of `problemCatalogue`; `retryable` says whether
 * trying again can help. `fields` names what was not right: wire names, or the properties of `config`.
 */
export class DotsErrorEvent extends DotsEvent<{
  readonly code: ProblemCode;
  readonly retryable: boolean;
  readonly flowId: string | null;
  readonly step: string | null;
  readonly fields: readonly string[];
}> {
  static override readonly type = 'dots-error';
}

/** A measurement for the host's own monitoring. `duration` is in milliseconds. */
export class DotsMetricEvent extends DotsEvent<{
  readonly name: 'session-opened' | 'step-shown' | 'request';
  readonly step: string | null;
  readonly duration: number;
}> {
  static override readonly type = 'dots-metric';
}

/** Event types and their classes, for `addEventListener`. */
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
