import type { StepName } from '../contract/steps.ts';
import type { CodeChannel } from '../contract/steps/authentication.ts';
/**
 * Mutations that a payee can ask for, as data. This file is in the first download, so it has only what the
 * first screens need; the requests of other steps stand with those steps.
 */
/**
 * One mutation, or (`GET`) one more look at the session. `path` is relative to `/v2/session`; `body` is sent
 * as JSON.
 */
export interface StepRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

const post = (path: string, body: unknown = {}): StepRequest => ({ method: 'POST', path, body });

export const requests = {
  /** Sends a code. `phone` is null when the payee is known and only confirms again. */
  sendCode: (phone: { country: string; phone_number: string } | null, channel: CodeChannel) =>
    post('/authentication/code', { ...phone, channel }),
  /** Submits the main form of a step, or finishes a step that has none. `values`: the step's input schema. */
  submit: (step: StepName, values?: unknown) => post(`/${step}`, values),
};
