/** Every mutation a payee can ask for, as data. Paths are relative to `/v2/session`. */
export interface StepRequest {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

const post = (path: string, body: unknown = {}): StepRequest => ({ method: 'POST', path, body });

export const requests = {
  sendCode: (phone: { country: string; phone_number: string } | null, channel: 'sms' | 'voice') =>
    post('/authentication/code', { ...phone, channel }),
  checkCode: (code: string) => post('/authentication/check', { code }),
  /** Submits the main form of a step, or finishes a step that has none. */
  submit: (step: string, values?: unknown) => post(`/${step}`, values),
  /** Goes on while the tax number is still being checked. */
  continueCompliance: () => post('/compliance/continue'),
  addMethod: (method: unknown) => post('/payout-methods', method),
  removeMethod: (id: string): StepRequest => ({ method: 'DELETE', path: `/payout-methods/${encodeURIComponent(id)}` }),
  makeDefault: (id: string): StepRequest => ({ method: 'PUT', path: `/payout-methods/${encodeURIComponent(id)}/default`, body: {} }),
  setAutoPayout: (enabled: boolean): StepRequest => ({ method: 'PUT', path: '/auto-payout', body: { enabled } }),
};
