/** What the payee answered, in the words in which it was asked. */
import { wholeName } from '../../../contract/forms/names.ts';
import { inWords } from '../../../ui/date-field.ts';
import { readBirth } from '../../../ui/date-parts.ts';
import { countryList } from '../../../ui/lists.ts';
import type { Page } from '../read-forms.ts';
import type { Scope } from '../scope.ts';

/** One answer. Without a label, the heading above it says what it is. */
export interface Row {
  readonly label?: string;
  readonly value: string;
  /** The name of the field, where only the end of the value is shown until the payee wants to see it. */
  readonly secret?: string;
}

/** The fields of a name, which is shown whole. */
const nameFields = ['first_name', 'last_name', 'name', 'business_name'];
/** Certified on its page, in words too long for a list. */
const left = ['status_certified'];

/** Asked with the address, and no part of it. */
const work = [
  'place_of_work',
  'us_work_percent',
  'country_confirmed',
  'us_indicia_reason',
  'us_indicia_explanation',
];

/** Whoever looks over a shoulder need not read these. */
const secrets = ['tin', 'foreign_tax_id', 'us_tax_id'];
/** Returns the end of a number, without the signs in it. */
export const masked = (value: string): string => `••• ${value.replace(/[^\p{L}\p{N}]/gu, '').slice(-4)}`;

/** Returns what lists the answers of a page. `numberName`: what the payee's country calls its tax number. */
export const answersOf =
  (scope: Scope, numberName = '') =>
  (page: Page, fields: readonly string[]): readonly Row[] => {
    if (page === 'address') {
      const isWork = (field: string) => work.includes(field);
      return [
        {
          value: addressOf(
            scope,
            fields.filter((field) => !isWork(field)),
          ),
        },
        ...fields.filter(isWork).flatMap((field) => rowOf(scope, field, numberName)),
      ];
    }
    const isNamed = fields.some((field) => nameFields.includes(field));
    return [
      ...(isNamed ? [{ value: wholeNameOf(scope, fields) }] : []),
      ...fields
        .filter((field) => !nameFields.includes(field) && !left.includes(field))
        .flatMap((field) => rowOf(scope, field, numberName)),
    ];
  };

const wholeNameOf = ({ view }: Scope, fields: readonly string[]): string =>
  fields.includes('first_name')
    ? wholeName(view.form.raw)
    : view.form.value(fields.includes('name') ? 'name' : 'business_name').trim();

/** Returns the address as on an envelope, without what is empty. */
function addressOf(scope: Scope, fields: readonly string[]): string {
  const texts = (wanted: (field: string) => boolean) =>
    fields
      .filter(wanted)
      .map((field) => valueOf(scope, field, scope.view.form.value(field).trim()))
      .filter(Boolean);
  const isLine = (field: string) => field.startsWith('line_');
  const isCountry = (field: string) => field === 'country';
  const place = texts((field) => !isLine(field) && !isCountry(field)).join(' ');
  return [...texts(isLine), place, ...texts(isCountry)].filter(Boolean).join('\n');
}

/** Returns the answer of one field. What was left empty, or not ticked, is not listed. */
function rowOf(scope: Scope, field: string, numberName: string): readonly Row[] {
  const { form, localizer } = scope.view;
  const value = form.value(field).trim();
  const label = localizer.first([
    `compliance.${field}.label.${form.value('entity_type')}`,
    `compliance.${field}.label`,
  ]);
  if (!value || value === 'false') return [];
  if (value === 'true') return [{ value: label }];
  // Where its own name is not known, the heading says already that it is a tax number.
  const name = field === 'foreign_tax_id' ? numberName : label;
  const row = { ...(name && { label: name }), value: valueOf(scope, field, value) };
  return [secrets.includes(field) ? { ...row, secret: field } : row];
}

function valueOf({ view }: Scope, field: string, value: string): string {
  const { locale } = view.localizer;
  if (!value) return '';
  if (field === 'date_of_birth') return inWords(readBirth(locale, value), locale);
  if (/rate|percent/.test(field)) return `${value.replace(/[\s%٪]/g, '')}\u00a0%`;
  if (field.endsWith('country')) return countryList(locale).nameOf(value);
  return view.localizer.first([`compliance.${field}.${value}`]) || value;
}
