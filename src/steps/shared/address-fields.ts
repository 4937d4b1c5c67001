/** The fields of an address, in the shape of its country. Every form with an address has this block. */
import { html, type TemplateResult } from 'lit';
import type { AddressField, AddressShape } from '../../contract/forms/addresses.ts';
import { zipCode } from '../../contract/forms/fields.ts';
import { textField, type FormView, type TextSpec } from '../../ui/fields.ts';
import { stateList } from '../../ui/lists.ts';
import { longSelect, type LongList } from '../../ui/long-select.ts';

export interface AddressSpec {
  readonly shape: AddressShape;
  readonly label: (field: AddressField) => string;
  /** Returns a postal code, or a state, as the country writes it. The field shows that once it is left. */
  readonly spell: (field: 'state' | 'postcode', typed: string) => string;
  /** The states to choose from, where they are not typed. */
  readonly states?: LongList;
  /** Whether a postal code has only digits. */
  readonly digits: boolean;
}

/** WHATWG autofill tokens. */
const tokens: Readonly<Record<AddressField, string>> = {
  line_1: 'address-line1',
  line_2: 'address-line2',
  city: 'address-level2',
  state: 'address-level1',
  postcode: 'postal-code',
};

/** Returns the fields from top to bottom. The short ones stand two in a row, where there is room for both. */
export function addressFields(view: FormView, spec: AddressSpec): readonly TemplateResult[] {
  return rowsOf(spec.shape.fields).map((row) => {
    const fields = row.map((name) => addressField(view, spec, name));
    return fields.length < 2 ? html`${fields}` : html`<div class="row ${columns(row)}">${fields}</div>`;
  });
}

/** Returns an address in the United States. */
export function usAddressFields(view: FormView, label: AddressSpec['label']): readonly TemplateResult[] {
  const { localizer } = view;
  // The forms of other countries have other words for a wrong code, which must not stay.
  localizer.put({ 'field.postcode.invalid-postcode': localizer.t('field.invalid-postcode') });
  return addressFields(view, {
    shape: us,
    label,
    spell: (_, typed) => zipCode(typed),
    states: stateList(localizer.locale),
    digits: true,
  });
}

const us: AddressShape = {
  fields: ['line_1', 'line_2', 'city', 'state', 'postcode'],
  needed: ['line_1', 'city', 'state', 'postcode'],
};

function addressField(view: FormView, spec: AddressSpec, name: AddressField): TemplateResult {
  const base = {
    name,
    label: spec.label(name),
    autocomplete: tokens[name],
    optional: !spec.shape.needed.includes(name),
  };
  if (name === 'state' && spec.states) return longSelect(view, { ...base, list: spec.states });
  return textField(view, { ...base, ...partSpec(spec, name) });
}

/** Returns what is particular to one of the fields. */
function partSpec({ spell, digits }: AddressSpec, name: AddressField): Partial<TextSpec> {
  if (name !== 'state' && name !== 'postcode') return {};
  const onInput = (event: Event) => {
    const input = event.target as HTMLInputElement;
    if (event.type === 'change') input.value = spell(name, input.value);
  };
  if (name === 'state') return { onInput };
  return {
    onInput,
    className: 'number',
    autocapitalize: 'characters',
    ...(digits && { inputmode: 'numeric' }),
  };
}

const isLine = (name: AddressField): boolean => name.startsWith('line_');

/**
 * Returns the fields of each row. Of three short fields in a row one has a row of its own, and the postal
 * code shares the other, because three columns break words.
 */
function rowsOf(fields: readonly AddressField[]): readonly (readonly AddressField[])[] {
  const rows: AddressField[][] = [];
  for (const name of fields) {
    const row = rows.at(-1);
    if (row?.[0] && !isLine(row[0]) && !isLine(name)) row.push(name);
    else rows.push([name]);
  }
  return rows.flatMap((row) => {
    if (row.length < 3) return [row];
    const at = row.at(-1) === 'postcode' ? 1 : 2;
    return [row.slice(0, at), row.slice(at)];
  });
}

/** The postal code is the shorter of two. */
function columns([first, second]: readonly AddressField[]): string {
  if (first === 'postcode') return 'narrow-wide';
  return second === 'postcode' ? 'wide-narrow' : 'two';
}
