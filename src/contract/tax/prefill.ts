/**
 * The fields that may go back to the payee. Tax numbers, the date of birth and the signature are typed anew
 * each time.
 */
export const taxPrefillFields = [
  'entity_type',
  'first_name',
  'last_name',
  'business_name',
  'tax_classification',
  'other_classification',
  'doing_business_as',
  'subject_to_backup_withholding',
  'name',
  'signer_name',
  'incorporation_country',
  'chapter3_status',
  'chapter4_status',
  'securities_market',
  'formed_on',
  'tax_id_country',
  'line_1',
  'line_2',
  'city',
  'state',
  'postcode',
  'country',
  'citizenship_country',
  'place_of_work',
  'us_work_percent',
  'us_indicia_reason',
] as const;

/** Returns what is there, as a form has it: text, also of a number, and `true` for a box that was ticked. */
export const filled = (values: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === true || typeof value === 'number' || (typeof value === 'string' && value)
        ? [[name, String(value)]]
        : [],
    ),
  );
