/**
 * Turns the raw `steps` of a request into steps with options, or names the mistake in each one that is wrong.
 */
import type { FieldProblem } from '../problems.ts';
import { stepNames, stepOptions } from '../steps.ts';
import type { StepName, StepRequestInput } from '../steps.ts';
import { checkInput } from '../input/input.ts';
import { ProblemError, fieldProblem } from '../input/problem-error.ts';

const maximumSteps = 10;

/** Returns whether a `redirect` may lead to this URL. In the sandbox every one may. */
export type MayLeadTo = (url: string) => boolean;

export type ParsedSteps =
  | { readonly ok: true; readonly steps: StepRequestInput[] }
  | { readonly ok: false; readonly errors: FieldProblem[] };

export function parseSteps(raw: unknown, mayLeadTo: MayLeadTo): ParsedSteps {
  if (!Array.isArray(raw))
    return { ok: false, errors: [fieldProblem('steps', raw === undefined ? 'required' : 'invalid-type')] };
  if (raw.length === 0) return { ok: false, errors: [fieldProblem('steps', 'required')] };
  if (raw.length > maximumSteps) return { ok: false, errors: [fieldProblem('steps', 'too-long')] };

  const seen = new Set<StepName>();
  const results = raw.map((entry: unknown, index) => parseStep(entry, index, seen, mayLeadTo));
  const errors = results.flatMap((result) => (result.ok ? [] : result.errors));
  return errors.length > 0
    ? { ok: false, errors }
    : { ok: true, steps: results.flatMap((result) => (result.ok ? [result.step] : [])) };
}

/** Returns the steps, and throws `invalid-input` where `parseSteps` would return errors. */
export function requireSteps(raw: unknown, mayLeadTo: MayLeadTo): StepRequestInput[] {
  const parsed = parseSteps(raw, mayLeadTo);
  if (!parsed.ok) throw new ProblemError('invalid-input', { errors: parsed.errors });
  return parsed.steps;
}

type ParsedStep =
  | { readonly ok: true; readonly step: StepRequestInput }
  | { readonly ok: false; readonly errors: FieldProblem[] };

function parseStep(entry: unknown, index: number, seen: Set<StepName>, mayLeadTo: MayLeadTo): ParsedStep {
  const refuse = (field: string, code: FieldProblem['code']): ParsedStep => ({
    ok: false,
    errors: [fieldProblem(`steps[${index}]${field}`, code)],
  });

  const given = typeof entry === 'string' ? { name: entry } : entry;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return refuse('', 'invalid-type');
  const name = (given as { name?: unknown }).name;
  if (name === undefined) return refuse('.name', 'required');
  if (!isStepName(name)) return refuse('', 'unknown-step');
  if (seen.has(name)) return refuse('', 'duplicate-step');
  seen.add(name);

  const checked = checkInput(stepOptions[name], withoutDefaults(name, given), ['steps', index]);
  if (!checked.ok) {
    const { errors } = checked;
    return {
      ok: false,
      errors: errors.map((error) =>
        error.code === 'unknown' ? fieldProblem(error.field, 'unknown-option') : error,
      ),
    };
  }
  const step: StepRequestInput = checked.data;
  if (step.name === 'redirect' && !mayLeadTo(step.redirect_url))
    return refuse('.redirect_url', 'insecure-url');
  return { ok: true, step };
}

/**
 * Returns the step without an option that means nothing there. The vendor's API description has one shape for
 * every step, with `auto_payout_enabled: true` as a default, and clients generated from it send that along.
 * On a step without automatic payouts `true` asks for nothing; `false` is a mistake and is refused.
 */
function withoutDefaults(name: StepName, given: object): object {
  if (name === 'manage-payouts' || name === 'payout') return given;
  return Object.fromEntries(
    Object.entries(given).filter(([option, value]) => option !== 'auto_payout_enabled' || value !== true),
  );
}

function isStepName(name: unknown): name is StepName {
  return (stepNames as readonly unknown[]).includes(name);
}
