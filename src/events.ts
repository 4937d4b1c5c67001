/**
 * Every public event. All of them bubble and cross shadow roots. None carries personal data: there are only
 * ids, step names, codes and numbers. The ids of flows and users are UUIDs.
 */
import type { ProblemCode } from './contract/problems.ts';
import type { StepOutcome } from './contract/steps/session.ts';
import type { StepName, StepReason } from './contract/steps.ts';

export type { ProblemCode, StepName, StepOutcome, StepReason };

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

/** What is known of a flow whose session is open. `steps`: the whole plan, in order. */
export interface ReadyDetail {
  readonly flowId: string;
  readonly steps: readonly StepName[];
  readonly userId: string | null;
}

/** The session is open and the first screen is about to be shown. Once for each flow that is loaded. */
export class DotsReadyEvent extends DotsEvent<ReadyDetail> {
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

/** What is known of a completed flow. */
export interface FlowCompletedDetail {
  /** The `webhook-id` of the `flow.completed` webhook. */
  readonly eventId: string;
  readonly flowId: string;
  readonly completedSteps: readonly StepName[];
  readonly userId: string | null;
}

/** The whole flow is completed. Once. */
export class DotsFlowCompletedEvent extends DotsEvent<FlowCompletedDetail> {
  static override readonly type = 'dots-flow-completed';
}

/** Where the flow sends the browser at its end. */
export interface RedirectDetail {
  readonly flowId: string;
  readonly url: string;
}

/**
 * The browser is about to leave. `preventDefault()` keeps it here, so that a single-page app routes by
 * itself.
 */
export class DotsRedirectEvent extends DotsEvent<RedirectDetail> {
  static override readonly type = 'dots-redirect';
}

/** Why a flow can no longer be run. */
export interface FlowExpiredDetail {
  readonly flowId: string | null;
  readonly reason: 'expired' | 'canceled';
}

/** The flow can no longer be run: its time is over, or the partner canceled it. */
export class DotsFlowExpiredEvent extends DotsEvent<FlowExpiredDetail> {
  static override readonly type = 'dots-flow-expired';
}

/** From which screen the payee asked to leave. `ended`: the flow has expired or was canceled. */
export interface ExitDetail {
  readonly flowId: string | null;
  readonly reason: 'completed' | 'failed' | 'ended';
}

/** The payee asked to leave from a screen that offers it. The host decides what that means. */
export class DotsExitEvent extends DotsEvent<ExitDetail> {
  static override readonly type = 'dots-exit';
}

/**
 * What went wrong. `code` is a key of `problemCatalogue`; `retryable` says whether trying again can help.
 * `step` may be one that this version of the element does not know. `fields` names what was not right: wire
 * names, or the properties of `config`.
 */
export interface ErrorDetail {
  readonly code: ProblemCode;
  readonly retryable: boolean;
  readonly flowId: string | null;
  readonly step: StepName | (string & {}) | null;
  readonly fields: readonly string[];
}

/** Something went wrong that the payee sees. */
export class DotsErrorEvent extends DotsEvent<ErrorDetail> {
  static override readonly type = 'dots-error';
}

/** How long something took, in milliseconds. */
export interface MetricDetail {
  readonly name: 'session-opened' | 'step-shown' | 'request';
  readonly step: StepName | (string & {}) | null;
  readonly duration: number;
}

/** A measurement for the host's own monitoring. */
export class DotsMetricEvent extends DotsEvent<MetricDetail> {
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
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- and from there to the window
  interface WindowEventMap extends DotsFlowEventMap {}
}
