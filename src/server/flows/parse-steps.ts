/** Which addresses a `redirect` may lead to. `contract/plan/parse-steps.ts` has the rest of the rules. */
import ipaddr from 'ipaddr.js';
import type { StepRequestInput } from '../../contract/steps.ts';
import { parseSteps as parse, requireSteps as require } from '../../contract/plan/parse-steps.ts';
import type { MayLeadTo, ParsedSteps } from '../../contract/plan/parse-steps.ts';
import { isPublicAddress } from '../webhooks/url-safety.ts';

export const parseSteps = (raw: unknown, where: { readonly sandbox: boolean }): ParsedSteps =>
  parse(raw, mayLeadToIn(where));

/** Returns the steps, and throws `invalid-input` where `parseSteps` would return errors. */
export const requireSteps = (raw: unknown, where: { readonly sandbox: boolean }): StepRequestInput[] =>
  require(raw, mayLeadToIn(where));

const mayLeadToIn =
  ({ sandbox }: { readonly sandbox: boolean }): MayLeadTo =>
  (url) =>
    sandbox || isPublicHttps(url);

/**
 * Outside the sandbox a payee is sent to https addresses only, and never into somebody's internal network.
 */
function isPublicHttps(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:' || hostname === 'localhost' || hostname.endsWith('.localhost')) return false;
  const literal = hostname.replace(/^\[|\]$/g, '');
  return !ipaddr.isValid(literal) || isPublicAddress(literal);
}
