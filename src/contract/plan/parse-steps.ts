/**
 * Turns the raw `steps` of a request into steps with options, or names the mistake in each one that is wrong.
 */
import type { FieldProblem } from '../problems.ts';
import { guideSteps } from '../step-input.ts';
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

/**
 * Hears of an option that is left aside: nobody knows it, or it has no meaning for the step. Without a
 * listener such an option is refused, because nobody would learn that it was mistyped.
 */
export type LeftAside = (field: string) => void;

export function parseSteps(raw: unknown, mayLeadTo: MayLeadTo, leftAside?: LeftAside): ParsedSteps {
  if (!Array.isArray(raw))
    return {
      ok: false,
      errors: [
        raw === undefined
          ? fieldProblem('steps', 'required')
          : fieldProblem('steps', 'invalid-type', 'It has to be a list of names of steps.'),
      ],
    };
  if (raw.length === 0) return { ok: false, errors: [fieldProblem('steps', 'required')] };
  if (raw.length > maximumSteps)
    return { ok: false, errors: [fieldProblem('steps', 'too-long', `At most ${maximumSteps}.`)] };

  const seen = new Set<StepName>();
  const results = raw.map((entry: unknown, index) => parseEntry(entry, index, seen, mayLeadTo, leftAside));
  const errors = results.flatMap((result) => (result.ok ? [] : result.errors));
  return errors.length > 0
    ? { ok: false, errors }
    : { ok: true, steps: results.flatMap((result) => (result.ok ? result.steps : [])) };
}

/** Returns the steps, and throws `invalid-input` where `parseSteps` would return errors. */
export function requireSteps(raw: unknown, mayLeadTo: MayLeadTo): StepRequestInput[] {
  const parsed = parseSteps(raw, mayLeadTo);
  if (!parsed.ok) throw new ProblemError('invalid-input', { errors: parsed.errors });
  return parsed.steps;
}

/** Reads one entry: a step, or what the vendor's guides call two of them. */
function parseEntry(
  entry: unknown,
  index: number,
  seen: Set<StepName>,
  mayLeadTo: MayLeadTo,
  leftAside?: LeftAside,
): ParsedSteps {
  const refuse = (field: string, code: FieldProblem['code'], wanted = ''): ParsedSteps => ({
    ok: false,
    errors: [fieldProblem(`steps[${index}]${field}`, code, wanted)],
  });

  const given = typeof entry === 'string' ? { name: entry } : entry;
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return refuse('', 'invalid-type', 'It has to be the name of a step, or an object with one.');
  const said = (given as { name?: unknown }).name;
  if (said === undefined) return refuse('.name', 'required');
  const names = namesOf(said);
  if (names.length === 0) return refuse('', 'unknown-step');
  if (names.some((name) => seen.has(name))) return refuse('', 'duplicate-step');
  const steps: StepRequestInput[] = [];
  for (const name of names) {
    seen.add(name);
    const options = optionsOf(name, given, (option) => {
      leftAside?.(`steps[${index}].${option}`);
      return leftAside !== undefined;
    });
    const checked = checkInput(stepOptions[name], { ...options, name }, ['steps', index]);
    if (!checked.ok)
      return {
        ok: false,
        errors: checked.errors.map((error) =>
          error.code === 'unknown' ? fieldProblem(error.field, 'unknown-option') : error,
        ),
      };
    steps.push(checked.data);
  }
  const [step] = steps;
  if (step?.name === 'redirect' && !mayLeadTo(step.redirect_url))
    return refuse('.redirect_url', 'insecure-url');
  return { ok: true, steps };
}

/** Every option that some step has. The vendor has one more, which asks for money of a card. */
const allOptions = new Set(Object.values(stepOptions).flatMap(({ shape }) => Object.keys(shape)));
const vendorOnly = 'payment_intent_id';

/**
 * Returns what is asked of this very step. Null asks for nothing, and neither do the defaults of the one
 * shape that the vendor's clients send with every step. `leaveAside` returns whether an option that has no
 * meaning here may be dropped.
 */
function optionsOf(name: StepName, given: object, leaveAside: (option: string) => boolean): object {
  return Object.fromEntries(
    Object.entries(given).filter(([option, value]) => {
      const isKnown = allOptions.has(option) || option === vendorOnly;
      if (value === null && isKnown) return false;
      if (Object.hasOwn(stepOptions[name].shape, option) || option === vendorOnly) return true;
      if (isKnown && value === (option === 'auto_payout_enabled')) return false;
      return !leaveAside(option);
    }),
  );
}

/** Returns the steps that a name means: none when it is no name of a step. */
function namesOf(said: unknown): readonly StepName[] {
  if (typeof said !== 'string') return [];
  if (Object.hasOwn(guideSteps, said)) return guideSteps[said as keyof typeof guideSteps];
  return stepNames.filter((name) => name === said);
}
