/**
 * Puts problems into words for the payee. The words themselves are `error.…` and `field.…` of the catalogue.
 */
import type { FieldError, FlowProblem } from '../flow/problem.ts';
import type { Localizer } from './localizer.ts';

/**
 * Returns the sentence for a refused request. A code that a newer server has, and this version has no words
 * for, gets the general sentence. While nothing but the words of the frame could be loaded, it is the
 * network.
 */
export function problemText(localizer: Localizer, problem: FlowProblem): string {
  const { code, retryAt } = problem;
  return localizer.first([`error.${code}`, 'error.other', 'error.network-error'], {
    code,
    minutes: durationText(localizer, retryAt ? (retryAt - performance.now()) / 1000 : 60),
  });
}

/**
 * Returns the sentence for one field: `field.tin.invalid-ssn` wins over `field.invalid-ssn`, and that over a
 * general sentence. No sentence says of every field that it is required: each says what it wants.
 */
export function fieldText(localizer: Localizer, { field, code }: FieldError): string {
  return localizer.first([`field.${field}.${code}`, `field.${code}`, 'field.other']);
}

/** Returns `45 seconds` or `2 minutes`. Minutes are rounded up, so that nobody comes back too early. */
export function durationText({ t }: Localizer, seconds: number): string {
  if (seconds <= 45) return t('duration.seconds', { count: Math.max(1, Math.ceil(seconds)) });
  return t('duration.minutes', { count: seconds <= 90 ? 1 : Math.ceil(seconds / 60) });
}
