/** Drafts: what was typed in a step and not sent yet. */
import { draftLifetime, type Draft } from '../../contract/steps/drafts.ts';
import { readDraft } from '../../contract/steps/drafts-input.ts';
import type { StepName } from '../../contract/steps.ts';
import { assertCurrent, assertRunning } from './progress.ts';
import type { MockContext } from './step.ts';

/** Keeps what was typed, in place of what was kept before. */
export function saveDraft(context: MockContext, body: unknown): { readonly kept_until: string } {
  const { step, values } = readDraft(body);
  const now = context.world.now();
  assertRunning(context.flow, now);
  assertCurrent(context, step);
  const expires = new Date(now.getTime() + draftLifetime);
  context.flow.drafts.set(step, { values, expires });
  return { kept_until: expires.toISOString() };
}

/** Returns the part of the requirement that has the draft; nothing when there is none. */
export function draftOf({ world, flow }: MockContext, step: StepName): { readonly typed?: Draft } {
  const kept = flow.drafts.get(step);
  return kept && kept.expires > world.now() ? { typed: kept.values } : {};
}
