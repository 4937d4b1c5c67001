/** A tax form that a payee uploaded to the mock, and what the partner decides about it. */
import { activeStep } from '../../contract/plan/plan.ts';
import { completeStep, statusOf } from './progress.ts';
import type { MockUser, World } from './world.ts';

/** What was approved counts, and is not shown any more. */
export function shownUpload(upload: MockUser['taxUpload']) {
  if (!upload || upload.state === 'approved') return {};
  const { form, state, reason } = upload;
  return { upload: state === 'refused' ? { form, state, reason } : { form, state: 'submitted' as const } };
}

/** Decides as the partner does. What waits for it goes on. */
export function decideUpload(world: World, user: MockUser, refusal: string | null): void {
  const upload = user.taxUpload;
  if (!upload) throw new Error('This user has uploaded no tax form.');
  upload.state = refusal === null ? 'approved' : 'refused';
  upload.reason = refusal ?? '';
  upload.decided = world.now();
  for (const flow of world.flows.values()) {
    const waits =
      flow.user === user &&
      activeStep(flow.plan)?.name === 'compliance' &&
      statusOf(flow, world.now()) === 'in_progress';
    if (waits && refusal === null) completeStep(world, flow, 'compliance', 'verified');
  }
  world.changed();
}
