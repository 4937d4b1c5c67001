/** What the screen for the code says of the number and of the code. */
import type { AuthenticationStep } from './authentication-step.ts';
import { formatPhone, readPhone, unbroken } from './phone.ts';

/**
 * Returns the number that was typed in this visit, when the code went there, so that a wrong digit is seen.
 * Else, and after a reload, what the server shows of it.
 */
export function codePhone({ requirement, view: { form } }: AuthenticationStep): string {
  const { masked_phone: masked, known_phone: known, default_country } = requirement;
  const typed = readPhone(form.value('phone_number'), form.value('country') || default_country);
  const number = typed.ok && !known ? typed.value.phone_number : '';
  const isIt = number !== '' && number.slice(-4) === masked?.slice(-4);
  return unbroken(isIt ? formatPhone(number, default_country).text : masked);
}

/** Says how many tries are left once one was wrong, how long the code works, and that it goes by itself. */
export function codeHint({ t, problem }: AuthenticationStep, seconds: number): string {
  const left = problem?.attemptsLeft ?? 0;
  const minutes = Math.ceil(seconds / 60);
  return [
    left > 0 && t('authentication.attempts', { count: left }),
    minutes > 0 && t('authentication.code.works', { count: minutes }),
    left < 1 && t('authentication.code.itself'),
  ]
    .filter(Boolean)
    .join(' ');
}
