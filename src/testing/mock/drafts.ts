/** Drafts: what was typed in a step and not sent yet. */
import { draftLifetime, type Draft } from '../../contract/steps/drafts.ts';
import { assertKept, readDraft } from '../../contract/steps/drafts-input.ts';
import { typedFields } from '../../contract/steps/pdf-form-fill-state.ts';
import type { StepName } from '../../contract/steps.ts';
import { assertCurrent, assertRunning } from './progress.ts';
import type { MockContext } from './step.ts';
import { templateOf } from './steps/pdf-form-fill.ts';

/** Keeps what was typed, in place of what was kept before. */
export function saveDraft(context: MockContext, body: unknown): { readonly kept_until: string } {
  const { step, values } = readDraft(body);
  const now = context.world.now();
  assertRunning(context.flow, now);
  assertCurrent(context, step);
  const form = step === 'pdf-form-fill' ? templateOf(context).fields : [];
  assertKept(step, values, typedFields(form));
  const expires = new Date(now.getTime() + draftLifetime);
  context.flow.drafts.set(step, { values, expires });
  return { kept_until: expires.toISOString() };
}

/** Returns the part of the requirement that has the draft; nothing when there is none. */
export function draftOf({ world, flow }: MockContext, step: StepName): { readonly typed?: Draft } {
  const kept = flow.drafts.get(step);
  return kept && kept.expires > world.now() ? { typed: kept.values } : {};
}
