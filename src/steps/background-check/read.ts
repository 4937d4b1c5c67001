/** From what was typed to what is sent, screen by screen. */
import {
  backgroundCheckAuthorization,
  backgroundCheckDetails,
  disclosureVersion,
  type IdentityField,
} from '../../contract/steps/background-check.ts';
import type { RequirementOf } from '../../contract/steps/session.ts';
import { sameName } from '../../contract/forms/fields.ts';
import { z } from '../../contract/z.ts';
import { readDate } from '../../ui/date-field.ts';
import type { Raw, Reading } from '../../ui/form-controller.ts';
import { readSchema } from '../../ui/read-schema.ts';
import type { StepRequest } from '../../api/requests.ts';
import { requests } from './requests.ts';

type Requirement = RequirementOf<'background-check'>;

/** Which screen is shown: the phase, except where the payee went one further or back without the server being asked. */
export type Screen = Requirement['phase'];

export function fieldsOn(screen: Screen, requirement: Requirement): readonly string[] {
  if (screen === 'details') return requirement.fields;
  if (screen === 'authorization') return ['signature', 'consent'];
  return [];
}

export function readScreen(
  screen: Screen,
  requirement: Requirement,
  raw: Raw,
  locale: string,
): Reading<StepRequest> {
  switch (screen) {
    case 'details':
      return mapped(readDetails(requirement.fields, raw, locale), requests.details);
    case 'disclosure':
      return { ok: true, value: requests.disclosure() };
    case 'authorization':
      return readAuthorization(requirement, raw);
    case 'stopped':
      // Nothing is asked of the server yet: the disclosure comes first, and is sent when it was read.
      return { ok: true, value: requests.disclosure() };
    default:
      return { ok: true, value: requests.goOn() };
  }
}

function readDetails(fields: readonly IdentityField[], raw: Raw, locale: string): Reading<unknown> {
  const { shape } = backgroundCheckDetails;
  const candidate: Record<string, string> = {};
  for (const field of fields) {
    const text = raw[field] ?? '';
    if (text.trim() || field !== 'line_2')
      candidate[field] = field === 'date_of_birth' ? readDate(locale, text) : text;
  }
  return readSchema(z.object(Object.fromEntries(fields.map((field) => [field, shape[field]]))), candidate);
}

function readAuthorization({ name }: Requirement, raw: Raw): Reading<StepRequest> {
  const { signature = '', consent, copy } = raw;
  const reading = readSchema(backgroundCheckAuthorization, {
    disclosure_version: disclosureVersion,
    signature,
    consent: consent === 'true',
    copy: copy === 'true',
  });
  if (!reading.ok || sameName(signature) === sameName(name)) {
    return mapped(reading, ({ signature, consent, copy }) =>
      requests.authorization({ signature, consent, copy: copy ?? false }),
    );
  }
  return { ok: false, errors: [{ field: 'signature', code: 'signature-mismatch' }] };
}

const mapped = <T, U>(reading: Reading<T>, map: (value: T) => U): Reading<U> =>
  reading.ok ? { ok: true, value: map(reading.value) } : reading;
