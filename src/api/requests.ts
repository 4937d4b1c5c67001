import type { StepName } from '../contract/steps.ts';
import type { CodeChannel } from '../contract/steps/authentication.ts';
/**
 * A mutation that a payee can ask for, as data. Paths are relative to `/v2/session`. This file is in the first download: what other steps
 * ask beyond these stands with them.
 */
export interface StepRequest {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

const post = (path: string, body: unknown = {}): StepRequest => ({ method: 'POST', path, body });

export const requests = {
  sendCode: (phone: { country: string; phone_number: string } | null, channel: CodeChannel) =>
    post('/authentication/code', { ...phone, channel }),
  checkCode: (code: string) => post('/authentication/check', { code }),
  /** Submits the main form of a step, or finishes a step that has none. */
  submit: (step: StepName, values?: unknown) => post(`/${step}`, values),
};
