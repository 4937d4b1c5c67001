/** Turns what was typed into what is sent, screen by screen. The schemas are the server's own. */
import {
  backgroundCheckAuthorization,
  detailsAsked,
  disclosureVersion,
  mayStay,
} from '../../contract/steps/background-check.ts';
import type { RequirementOf } from '../../contract/steps/session.ts';
import { sameName } from '../../contract/forms/names.ts';
import { explainBirth, readBirth } from '../../ui/date-parts.ts';
import type { Raw, Reading } from '../../ui/form-controller.ts';
import { readSchema } from '../../ui/read-schema.ts';
import type { StepRequest } from '../../api/requests.ts';
import { requests } from './requests.ts';

type Requirement = RequirementOf<'background-check'>;

/** Which screen is shown. It is the phase, unless the payee went one further or back without the server. */
export type Screen = Requirement['phase'];

/**
 * Returns the fields of a screen in the order on it. `copy` is not among them, because it cannot be wrong.
 */
export function fieldsOn(screen: Screen, requirement: Requirement): readonly string[] {
  if (screen === 'details') return requirement.fields;
  if (screen === 'authorization') return ['signature', 'consent'];
  return [];
}

/** Returns the request that the main button of a screen sends, or what is wrong with the fields. */
export function readScreen(
  screen: Screen,
  requirement: Requirement,
  raw: Raw,
  locale: string,
  now: string,
): Reading<StepRequest> {
  switch (screen) {
    case 'details':
      return mapped(readDetails(requirement, raw, locale, now), requests.details);
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

/**
 * Checks the fields that are asked, and no others. What may be empty is left out then; the others are sent
 * empty, so that the schema says that they are missing.
 */
function readDetails(
  { phase, fields }: Requirement,
  raw: Raw,
  locale: string,
  now: string,
): Reading<unknown> {
  const candidate: Record<string, string> = {};
  for (const field of fields) {
    const text = raw[field] ?? '';
    if (text.trim() || !(field === 'line_2' || mayStay(phase, field)))
      candidate[field] = field === 'date_of_birth' ? readBirth(locale, text) : text;
  }
  return explainBirth(readSchema(detailsAsked(phase, fields), candidate, now), raw, locale);
}

/** The signature has to be the name on file, whatever its case and spaces. The server checks it again. */
function readAuthorization({ name }: Requirement, raw: Raw): Reading<StepRequest> {
  const { signature = '', consent, copy } = raw;
  const reading = readSchema(backgroundCheckAuthorization, {
    disclosure_version: disclosureVersion,
    signature,
    consent: consent === 'true',
    copy: copy === 'true',
  });
  if (!reading.ok || sameName(signature, name)) {
    return mapped(reading, ({ signature, consent, copy }) =>
      requests.authorization({ signature, consent, copy: copy ?? false }),
    );
  }
  return { ok: false, errors: [{ field: 'signature', code: 'signature-mismatch' }] };
}

/** Turns the value of a good reading into another. What is wrong stays wrong. */
const mapped = <T, U>(reading: Reading<T>, map: (value: T) => U): Reading<U> =>
  reading.ok ? { ok: true, value: map(reading.value) } : reading;
