/** What the authentication step shows: the phone number to type, or the code that is awaited. */
import type { RequirementOf } from '../../../contract/steps/session.ts';
import { openCode } from '../../db/sessions.ts';
import type { CodeRow } from '../../db/sessions.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { callingCodeOf, guessCountry, maskPhone, reachedBy } from '../../../contract/forms/phone.ts';
import { knownPhone, optionsOf } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';
import type { Hints } from '../session/hints.ts';
import { askedOf } from './asked.ts';

/** Counted from when the last code was sent. */
const resendMs = 30 * 1000;
/**
 * Five tries at one of a million codes. Another code brings five more, and the limits on sending bound those.
 */
export const maximumAttempts = 5;

/**
 * Returns what the step shows. A known phone is only shown masked, because whoever has the link may get here.
 */
export async function authenticationRequirement(
  deps: Deps,
  tx: Queryable,
  context: PayeeContext,
  hints: Hints,
): Promise<RequirementOf<'authentication'>> {
  const asked = await askedOf(deps, tx, context);
  const code = await awaitedCode(tx, context);
  const knownNumber = knownPhone(context);
  const phone = knownNumber ?? code?.phone_e164 ?? null;
  const country = code?.phone_country ?? guessCountry(hints.acceptLanguage);
  return {
    step: 'authentication',
    hide_continue_button: optionsOf(context.flow, 'authentication')?.hide_continue_button ?? false,
    phase: asked ? 'known' : code ? 'code' : 'phone',
    known_phone: knownNumber !== null,
    masked_phone: phone === null ? null : maskPhone(phone),
    default_country: country,
    calling_code: callingCodeOf(country),
    channel: code?.channel ?? 'sms',
    resend_in: secondsToResend(deps, code),
    attempts_left: maximumAttempts - (code?.attempts ?? 0),
    ...(code && { expires_in: secondsUntil(deps, code.expires_at.getTime()) }),
    ...(asked && { asks: asked.known.asks }),
  };
}

/**
 * Returns the code that this browser may enter. When the payee's phone became known in the meantime (another
 * browser confirmed one, or the partner corrected it), a code to any other number proves nothing.
 */
export async function awaitedCode(db: Queryable, context: PayeeContext): Promise<CodeRow | null> {
  const code = await openCode(db, context.session);
  const knownNumber = knownPhone(context);
  if (knownNumber === null || !code) return code;
  return knownNumber === reachedBy(code.phone_e164, code.channel) ? code : null;
}

/**
 * Returns how long the payee must wait for another code. A phone that is slow to ring is no reason to send
 * one.
 */
export function secondsToResend(deps: Deps, code: CodeRow | null): number {
  return code ? secondsUntil(deps, code.created.getTime() + resendMs) : 0;
}

/** Returns the whole seconds until `end` (milliseconds of the server's clock); 0 once it has passed. */
const secondsUntil = (deps: Deps, end: number): number =>
  Math.max(0, Math.ceil((end - deps.clock.now().getTime()) / 1000));
