/**
 * What a step is told besides its requirement, and how it reaches the host. The controller runs what a step
 * sends.
 */
import type { SessionRequest } from '../api/client.ts';
import type { StepRequest } from '../api/requests.ts';
import type { Answer } from '../api/transport.ts';
import type { FlowProblem } from '../flow/problem.ts';
import type { Localizer } from '../locales/localizer.ts';

/** What became of a request. `superseded`: another answer overtook it, or the flow went on meanwhile. */
export type StepResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly problem: FlowProblem }
  | { readonly kind: 'superseded' };

/**
 * Values that the host page knows already (`config.prefill`). Never secrets: any script on the page could
 * read them.
 */
export type Prefill = Readonly<
  Partial<Record<'first_name' | 'last_name' | 'email' | 'country' | 'phone_number', string>>
>;

/**
 * Makes any other request to the session: one that sends bytes, or whose answer is no snapshot. It rejects
 * only when aborted.
 */
export type Call = (path: string, init: SessionRequest, signal: AbortSignal) => Promise<Answer>;

/** Another object whenever something in it changes, so that steps are rendered anew. */
export interface StepContext {
  /** The partner's name, as the payee knows it. */
  readonly appName: string;
  /** The server's time when it last answered, RFC 3339. The device's own clock decides nothing. */
  readonly now: string;
  /** No money and no real person is behind this flow. */
  readonly sandbox: boolean;
  readonly localizer: Localizer;
  readonly prefill: Prefill;
  /** Runs a mutation. Resolves when its answer has been handed down to the step. */
  readonly send: (request: StepRequest) => Promise<StepResult>;
  /**
   * Reads something that changes nothing, for instance the name of a bank. Resolves to null when there is no
   * answer now.
   */
  readonly ask: (path: string, signal: AbortSignal) => Promise<unknown>;
  readonly call: Call;
  /** Brings the requirement up to date after a `call` that changed something. */
  readonly refresh: () => Promise<void>;
  /** Says something to screen readers, politely. */
  readonly announce: (text: string) => void;
  /** Returns why a part of the step is not here. `error`: what loading it threw. */
  readonly explain: (error: unknown) => Promise<FlowProblem>;
}
