/** Which addresses a `redirect` may lead to. `contract/plan/parse-steps.ts` has the rest of the rules. */
import type { StepRequestInput } from '../../contract/steps.ts';
import { parseSteps as parse, requireSteps as require } from '../../contract/plan/parse-steps.ts';
import type { LeftAside, MayLeadTo, ParsedSteps } from '../../contract/plan/parse-steps.ts';
import { urlProblem } from '../webhooks/url-safety.ts';

export const parseSteps = (
  raw: unknown,
  where: { readonly sandbox: boolean },
  leftAside?: LeftAside,
): ParsedSteps => parse(raw, mayLeadToIn(where), leftAside);

/** Returns the steps, and throws `invalid-input` where `parseSteps` would return errors. */
export const requireSteps = (raw: unknown, where: { readonly sandbox: boolean }): StepRequestInput[] =>
  require(raw, mayLeadToIn(where));

/**
 * Outside the sandbox a payee is sent to https addresses only, and never into somebody's internal network. It
 * is the rule for webhooks: a name that exists in a network only is of that network.
 */
const mayLeadToIn =
  ({ sandbox }: { readonly sandbox: boolean }): MayLeadTo =>
  (url) =>
    sandbox || urlProblem(url, 'public') === null;
