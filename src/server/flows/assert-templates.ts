/** A flow may name only PDF templates that its app has. */
import { uuid } from '../../contract/flow.ts';
import type { StepRequestInput } from '../../contract/steps.ts';
import { findPdfTemplate } from '../db/pdf-templates.ts';
import { fieldError } from '../../contract/input/problem-error.ts';
import type { Queryable } from '../ports/database.ts';

export async function assertTemplates(
  tx: Queryable,
  appId: string,
  steps: readonly StepRequestInput[],
): Promise<void> {
  for (const [index, step] of steps.entries()) {
    if (step.name !== 'pdf-form-fill') continue;
    const template = uuid.safeParse(step.template_id).success
      ? await findPdfTemplate(tx, appId, step.template_id)
      : null;
    if (!template || template.deleted) throw fieldError(`steps[${index}].template_id`, 'unknown-template');
  }
}
