/** Puts a problem into words for the payee. */
import type { FieldError, FlowProblem } from '../flow/problem.ts';
import type { Localizer } from './localizer.ts';

export function problemText(localizer: Localizer, problem: FlowProblem): string {
  const { code, retryAfter } = problem;
  return localizer.first([`error.${code}`, 'error.other'], {
    code,
    minutes: durationText(localizer, retryAfter ?? 60),
  });
}

/** `field.tin.required` beats `field.required` beats a general sentence. */
export function fieldText(localizer: Localizer, { field, code }: FieldError): string {
  return localizer.first([`field.${field}.${code}`, `field.${code}`, 'field.other']);
}

export function durationText({ t }: Localizer, seconds: number): string {
  if (seconds <= 45) return t('duration.seconds', { count: Math.ceil(seconds) });
  return t('duration.minutes', { count: seconds <= 90 ? 1 : Math.ceil(seconds / 60) });
}
