/**
 * Snapshots as the server would answer them, for tests of the browser half. All persons and numbers are made
 * up.
 */
import type { Completion, RequirementOf, Snapshot } from '../../src/contract/steps/session.ts';
import type { StepName } from '../../src/contract/steps.ts';

export const flowId = '5f0f8f8f-f8f8-48f8-88f8-f8f8f8f8f8f8';

type Requirements = { readonly [N in StepName]: RequirementOf<N> };

const requirements = {
  authentication: {
    step: 'authentication',
    hide_continue_button: false,
    phase: 'phone',
    known_phone: false,
    masked_phone: null,
    default_country: 'US',
    calling_code: '1',
    channel: 'sms',
    resend_in: 0,
    attempts_left: 5,
  },
  onboarding: {
    step: 'onboarding',
    hide_continue_button: false,
    fields: ['first_name', 'last_name', 'email', 'country'],
    prefill: { country: 'US' },
  },
  compliance: {
    step: 'compliance',
    hide_continue_button: false,
    reason: 'requested',
    form: 'w9',
    why: 'us-reporting',
    threshold: 2_000_00,
    reporting: null,
    country: 'US',
    tax_id_verification: 'unsubmitted',
    masked_tin: null,
    signature_required: false,
    prefill: {},
  },
  'id-verification': {
    step: 'id-verification',
    hide_continue_button: false,
    reason: 'requested',
    phase: 'choose',
    default_country: 'US',
    name: 'Ada Example',
    document: null,
    needs: ['front', 'selfie'],
    uploads: [],
    limits: {
      max_bytes: 10 * 1024 * 1024,
      min_long_side: 480,
      min_short_side: 300,
      types: ['image/jpeg', 'image/png', 'image/webp'],
      chunk_bytes: 256 * 1024,
    },
    tries_left: 3,
    rejection: null,
    manual: false,
    handoff: { state: 'none', code: null, role: null, holds: true, expires_in: null },
  },
  'background-check': {
    step: 'background-check',
    hide_continue_button: false,
    phase: 'disclosure',
    unavailable: null,
    fields: [],
    prefill: {},
    masked_ssn: null,
    name: 'Ada Example',
    state_notice: null,
    status: 'not_started',
  },
  'manage-payments': {
    step: 'manage-payments',
    hide_continue_button: false,
    methods: [],
    in_us: true,
    linking: true,
    link: null,
    mandate: { version: '2026-11-22', text: ['I authorize Acme Studio to debit my account.'] },
  },
  'pdf-form-fill': {
    step: 'pdf-form-fill',
    hide_continue_button: false,
    phase: 'fill',
    title: 'Contractor agreement',
    pages: 1,
    fields: [],
    values: {},
    signature: false,
    name: 'Ada Example',
  },
  'manage-payouts': {
    step: 'manage-payouts',
    hide_continue_button: false,
    methods: [],
    rails: [{ platform: 'ach', arrives_in: { from: 1440, to: 4320 }, fee: 0 }],
    method_prefill: {},
    auto_payout: { shown: true, enabled: false },
    require_default_payout_method: false,
    require_auto_payout_method: false,
    blockers: [],
  },
  payout: {
    step: 'payout',
    hide_continue_button: false,
    balance: 12000,
    held: 0,
    methods: [],
    rails: [],
    method_prefill: {},
    auto_payout: { shown: true, enabled: false },
    draft: null,
    notice: null,
    review: null,
    payout: null,
  },
  redirect: { step: 'redirect', hide_continue_button: false, redirect_url: 'https://partner.example/done' },
} as const satisfies Requirements;

const order: readonly StepName[] = ['authentication', 'onboarding', 'compliance', 'manage-payouts'];

export interface SnapshotOptions {
  /** The step the payee stands at; null = everything is done. */
  readonly at?: StepName | null;
  readonly steps?: readonly StepName[];
  readonly requirement?: Partial<Record<string, unknown>>;
  readonly more?: Partial<Snapshot>;
}

/** Returns a flow of which everything before `at` is completed. */
export function snapshotAt({
  at = 'authentication',
  steps = order,
  requirement = {},
  more = {},
}: SnapshotOptions = {}): Snapshot {
  const reached = at === null ? steps.length : steps.indexOf(at);
  const done = steps.slice(0, reached);
  return {
    flow: {
      id: flowId,
      status: at === null ? 'completed' : 'in_progress',
      user_id: null,
      link: `https://pay.example/flow/${flowId}`,
      expires_at: null,
    },
    app_name: 'Acme Studio',
    now: '2026-11-28T12:00:00.000Z',
    sandbox: true,
    authenticated: reached > 0,
    plan: steps.map((name, index) => ({
      name,
      state: index < reached ? 'completed' : index === reached ? 'active' : 'pending',
      reason: name === 'authentication' || name === 'onboarding' ? 'no-user' : 'requested',
    })),
    current: at === null ? null : { ...requirements[at], ...requirement },
    waiting: false,
    completions: done.map((step, index) => completion(step, index + 1, steps)),
    completed_event_id: at === null ? 'msg_flow' : null,
    ...more,
  };
}

function completion(step: StepName, sequence: number, steps: readonly StepName[] = order): Completion {
  return {
    event_id: `msg_${step}`,
    step,
    reason: 'requested',
    outcome: 'saved',
    sequence,
    completed_steps: steps.slice(0, sequence),
    remaining_steps: steps.slice(sequence),
    user_id: null,
  };
}

export function sessionAt(options: SnapshotOptions = {}) {
  return {
    token: 'token-1',
    expires_at: '2026-11-22T20:00:00.000Z',
    expires_in: 900,
    snapshot: snapshotAt(options),
  };
}
