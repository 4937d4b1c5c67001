/**
 * What the element gives to the flow's controller. It stands apart from the controller, so that tests can
 * make one without an element.
 */
import type { ReactiveControllerHost } from 'lit';
import type { FlowsClient } from '../api/client.ts';
import type { DotsFlowConfig } from '../config.ts';

/** The element, as far as the controller knows it: events are dispatched on it, and it renders. */
export type FlowControllerHost = ReactiveControllerHost & Element;

export interface FlowControllerOptions {
  readonly host: FlowControllerHost;
  /** Returns the configuration of the moment, or null while nothing was configured. */
  readonly config: () => DotsFlowConfig | null;
  /** Called for every flow that is opened, with the configuration that leads to it. */
  readonly createClient: (config: DotsFlowConfig) => FlowsClient;
  /** Leaves the page. It is given from outside, so that tests can stay. */
  readonly navigate: (url: string) => void;
}
