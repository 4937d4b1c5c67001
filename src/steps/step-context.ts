/** What a step is told besides its requirement, and how it asks for something. */
import type { SessionRequest } from '../api/client.ts';
import type { StepRequest } from '../api/requests.ts';
import type { Answer } from '../api/transport.ts';
import type { FlowProblem } from '../flow/problem.ts';
import type { Localizer } from '../locales/localizer.ts';

/** What became of a request. `superseded`: another answer overtook it, or the element moved on. */
export type StepResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly problem: FlowProblem }
  | { readonly kind: 'superseded' };

/** Values the host page knows already (`config.prefill`). Never secrets. */
export type Prefill = Readonly<
  Partial<Record<'first_name' | 'last_name' | 'email' | 'country' | 'phone_number', string>>
>;

/** Any other request to the session: bytes going up, an answer that is no snapshot. Throws only when aborted. */
export type Call = (path: string, init: SessionRequest, signal: AbortSignal) => Promise<Answer>;

export interface StepContext {
  readonly appName: string;
  readonly sandbox: boolean;
  readonly localizer: Localizer;
  readonly prefill: Prefill;
  /** Resolves when the answer has been handed down to the step. */
  readonly send: (request: StepRequest) => Promise<StepResult>;
  /** A question to the API that changes nothing (naming a bank). Resolves to null when it cannot be answered now. */
  readonly ask: (path: string, signal: AbortSignal) => Promise<unknown>;
  readonly call: Call;
  /** Brings the requirement up to date after a `call` that changed something. */
  readonly refresh: () => Promise<void>;
  /** Says something to screen readers, politely. */
  readonly announce: (text: string) => void;
}
