/** Makes a flow: checks what was requested, and plans the steps. */
import type { CreateFlowInput } from '../../contract/flow.ts';
import type { StepName, StepRequestInput } from '../../contract/steps.ts';
import type { App } from '../db/apps.ts';
import { insertFlow } from '../db/flows.ts';
import type { FlowRow } from '../db/flows.ts';
import { findUser } from '../db/users.ts';
import { checkMetadata } from '../http/metadata.ts';
import { isAllowedOrigin } from '../http/origins.ts';
import { fieldError } from '../../contract/input/problem-error.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { disabled, invalidTransaction, noSuchUser } from '../users/refusals.ts';
import { assertTemplates } from './assert-templates.ts';
import { finishFlow } from './complete-step.ts';
import { planFacts } from './facts.ts';
import { requireSteps } from './parse-steps.ts';
import { makePlan, remainingSteps } from '../../contract/plan/plan.ts';

/** How long the link of a flow with `user_id` opens it without a code (docs.dots.dev/guides/flow-payouts). */
const openForMs = 15 * 60 * 1000;
/** A flow that a browser made for itself expires after a day unless the request says otherwise. */
const clientFlowSeconds = 24 * 60 * 60;

/** `steps` is raw: it is checked here, for every caller. */
export type FlowInput = Omit<CreateFlowInput, 'steps'> & { readonly steps: unknown };

export async function createFlow(
  deps: Deps,
  tx: Queryable,
  app: App,
  input: FlowInput,
  extra: { readonly clientOrigin?: string } = {},
): Promise<FlowRow> {
  const steps = requireSteps(input.steps, deps.config);
  if (extra.clientOrigin !== undefined) {
    assertClientSteps(steps, deps.config.clientSteps ?? null);
    assertUnforced(steps);
    assertRedirects(steps, [...app.allowed_origins, extra.clientOrigin], deps.config.publicUrl);
  }
  await assertTemplates(tx, app.id, steps);
  const metadata = input.metadata ?? null;
  checkMetadata(metadata);

  const user = input.user_id ? await findUser(tx, app.id, input.user_id) : null;
  if (input.user_id && !user) throw noSuchUser();

  if (user?.disabled) throw invalidTransaction(disabled);

  const now = deps.clock.now();
  const requireAuth = input.require_auth ?? false;
  const lifetime = input.expires_in ?? (extra.clientOrigin === undefined ? null : clientFlowSeconds);
  const facts = await planFacts(deps, tx, {
    app_id: app.id,
    user_id: user?.id ?? null,
    require_auth: requireAuth,
  });
  const flow = await insertFlow(tx, {
    id: deps.newId(),
    app_id: app.id,
    created: now,
    user_id: user?.id ?? null,
    steps,
    plan: makePlan(steps, facts, deps.stepRules),
    require_auth: requireAuth,
    metadata,
    expires_at: lifetime === null ? null : new Date(now.getTime() + lifetime * 1000),
    client_origin: extra.clientOrigin ?? null,
    // The partner vouches for the person; that the phone is theirs, only a code has shown.
    open_until: user?.phone_verified && !requireAuth ? new Date(now.getTime() + openForMs) : null,
  });
  // When everything that was requested is on file already, the payee has nothing to do.
  return remainingSteps(flow.plan).length === 0 ? finishFlow(deps, tx, flow, facts) : flow;
}

/**
 * Refuses steps that cost the partner money, or show a stranger's page where the partner's is expected,
 * unless the operator gives them to whoever has read the client id in a page. `allowed`: null for all.
 */
function assertClientSteps(steps: readonly StepRequestInput[], allowed: readonly StepName[] | null): void {
  steps.forEach(({ name }, index) => {
    if (allowed !== null && !allowed.includes(name))
      throw fieldError(`steps[${index}]`, 'step-not-for-clients');
  });
}

/**
 * Refuses `force` in a flow that a browser made. The client id is public, so anybody could have names, tax
 * forms and verified identities asked for again. Only the partner's server may want that.
 */
function assertUnforced(steps: readonly StepRequestInput[]): void {
  steps.forEach((step, index) => {
    if (step.force) throw fieldError(`steps[${index}].force`, 'force-not-allowed');
  });
}

/**
 * Refuses redirects to foreign origins. The client id is public, so anybody could otherwise make our hosted
 * page lead to theirs.
 */
function assertRedirects(
  steps: readonly StepRequestInput[],
  origins: readonly string[],
  publicUrl: string,
): void {
  steps.forEach((step, index) => {
    if (step.name === 'redirect' && !isAllowedOrigin(step.redirect_url, origins, publicUrl))
      throw fieldError(`steps[${index}].redirect_url`, 'redirect-origin-not-allowed');
  });
}
