/** What the flow's controller is given by the element. */
import type { ReactiveControllerHost } from 'lit';
import type { FlowsClient } from '../api/client.ts';
import type { DotsFlowConfig } from '../config.ts';

export interface FlowControllerHost extends ReactiveControllerHost, EventTarget {
  readonly isConnected: boolean;
}

export interface FlowControllerOptions {
  readonly host: FlowControllerHost;
  readonly config: () => DotsFlowConfig | null;
  readonly createClient: (config: DotsFlowConfig) => FlowsClient;
  /** Leaves the page. Given from outside so that tests can stay. */
  readonly navigate: (url: string) => void;
}
