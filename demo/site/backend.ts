/**
 * What the page needs of its own back end. There are two: the demo's server, and the mock in this browser.
 */
import type { StepInput } from '../../src/config.ts';
import type { Persona } from './personas.ts';

export interface Webhook {
  readonly id: string;
  readonly event: string;
  readonly step?: string;
  readonly flow_id?: string;
  readonly [field: string]: unknown;
}

export interface FlowRequest {
  readonly steps: readonly StepInput[];
  /** The payee is known already: who they are. */
  readonly known: Persona | null;
}

export interface Backend {
  /** The element's transport. */
  readonly fetch: typeof fetch;
  /** Base of the Flows API for the element. */
  readonly apiUrl: string;
  readonly clientId: string;
  readonly templateId: string;
  /** Makes a flow, and pays its payee as soon as there is one. */
  createFlow(request: FlowRequest, signal?: AbortSignal): Promise<{ readonly id: string }>;
  /** Moves the test clock on by an ISO 8601 duration. Resolves to the time that it is then. */
  advance(duration: string): Promise<Date>;
}

export type Hear = (webhook: Webhook) => void;

/** What a maker has sold, in cents, so that there is something to withdraw. */
export const sales = 300_00;
