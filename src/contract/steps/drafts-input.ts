/** Reads a draft that the element sends. */
import { fieldProblem, ProblemError } from '../input/problem-error.ts';
import { parseInput } from '../input/input.ts';
import { stepNames, type StepName } from '../steps.ts';
import * as z from '../z.ts';
import { draftFields, largestDraft, type Draft } from './drafts.ts';
import { keepsAnswer } from './pdf-drafts.ts';

/** Body of `PUT /session/draft`. */
export const draftInput = z.object({
  step: z.enum(stepNames, 'invalid-choice'),
  values: z.record(z.string(), z.string('invalid-type')),
});

/** Until when the draft is kept, unless the step is done before. */
export const draftAnswer = z.object({ kept_until: z.string() });

/**
 * Returns the step and what was typed in it.
 * @throws ProblemError when it is too large
 */
export function readDraft(raw: unknown): { readonly step: StepName; readonly values: Draft } {
  const { step, values } = parseInput(draftInput, raw);
  if (JSON.stringify(values).length > largestDraft) throw new ProblemError('payload-too-large');
  return { step, values };
}

/**
 * @param pdf the fields that the payee answers, where the step is a partner's form
 * @throws ProblemError when there are fields or answers that are not kept
 */
export function assertKept(step: StepName, values: Draft, pdf: Parameters<typeof keepsAnswer>[0]): void {
  const kept = draftFields(step);
  const errors = Object.entries(values)
    .filter(([field, value]) =>
      step === 'pdf-form-fill' ? !keepsAnswer(pdf, field, value) : !kept.includes(field),
    )
    .map(([field]) => fieldProblem(`values.${field}`, 'unknown'));
  if (errors.length > 0) throw new ProblemError('invalid-input', { errors });
}
