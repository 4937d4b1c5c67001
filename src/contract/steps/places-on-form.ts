/** Where somebody is, as their tax form says. */
import type { NamedPlace } from '../sanctions/refuse.ts';
import type { ComplianceInput } from './compliance-requests.ts';

/** Returns where the payee lives or is, and where a business was founded. A W-9 may be of somebody abroad. */
export function placesOnForm(form: ComplianceInput): NamedPlace[] {
  return [
    { ...form, country: form.country ?? 'US' },
    ...(form.form === 'w8bene'
      ? [{ country: form.incorporation_country, field: 'incorporation_country' }]
      : []),
  ];
}
