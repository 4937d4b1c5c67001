/** Where somebody is, as their tax form says. */
import type { NamedPlace } from '../sanctions/refuse.ts';
import type { ComplianceInput } from './compliance-requests.ts';

/** Returns where the payee lives or is, and where a business was founded. A W-9 here has US addresses. */
export function placesOnForm(form: ComplianceInput): NamedPlace[] {
  if (form.form === 'w9') return [];
  return [
    form,
    ...(form.form === 'w8bene'
      ? [{ country: form.incorporation_country, field: 'incorporation_country' }]
      : []),
  ];
}
