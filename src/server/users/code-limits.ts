/** Whether a code may be sent. Flows and the partner API ask alike, because the same phone rings. */
import type { Phone } from '../../contract/forms/phone.ts';
import { ProblemError, fieldError } from '../../contract/input/problem-error.ts';
import type { App } from '../db/apps.ts';
import { charge } from '../http/limits.ts';
import type { Deps } from '../ports/deps.ts';

/**
 * Call it outside of any transaction: a rollback must not give a point back, and a slow carrier must not keep
 * a row locked. `address`: of the client; undefined when the partner asks. The carrier is asked last: it may
 * charge for its answer.
 * @throws ProblemError `too-many-requests`, or why the number in `phone_number` gets no code
 */
export async function assertCodeAllowed(
  deps: Deps,
  app: Pick<App, 'id'>,
  { e164, country }: Phone,
  channel: 'sms' | 'voice',
  address?: string,
): Promise<void> {
  const countries = deps.config.codeCountries ?? null;
  if (countries !== null && !countries.includes(country))
    throw fieldError('phone_number', 'phone-country-not-offered');
  await charge(deps, 'code', {
    ...(address === undefined ? {} : { address }),
    phone: e164,
    country,
    app: app.id,
  });
  const refused = await deps.providers.codes.check(e164, channel);
  if (refused === 'too-many-requests') throw new ProblemError('too-many-requests', { retryAfter: 3600 });
  if (refused) throw fieldError('phone_number', refused);
}
