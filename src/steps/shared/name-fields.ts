/**
 * The fields of a person's name. Whoever has one name only ticks a box and is asked for one. The form then
 * holds what is sent in place of the other name (`contract/forms/names.ts`), so the box needs no value of its
 * own and a name from elsewhere sets it.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { noFirstName, noLastName } from '../../contract/forms/names.ts';
import { checkboxField } from '../../ui/choices.ts';
import { textField, type FormView } from '../../ui/fields.ts';

type NameField = 'first_name' | 'last_name';

/** What stands in for each name, and the autofill token of its field. */
const absent = { first_name: noFirstName, last_name: noLastName } as const;
const tokens = { first_name: 'given-name', last_name: 'family-name' } as const;

export interface NameFieldsSpec {
  readonly asked: readonly NameField[];
  /** `one_name` is what the box says, and `name` stands at the field of the one name. */
  readonly labels: Readonly<Record<NameField | 'name' | 'one_name', string>>;
}

/** Returns the names that are asked, side by side, and the box below them. */
export function nameFields(view: FormView, { asked, labels }: NameFieldsSpec): TemplateResult {
  const { form } = view;
  const missing = asked.find((name) => form.value(name) === absent[name]);
  const shown = asked.filter((name) => name !== missing);
  const fields = shown.map((name) =>
    textField(view, {
      name,
      label: labels[missing ? 'name' : name],
      autocomplete: missing ? 'name' : tokens[name],
      autocapitalize: 'words',
    }),
  );
  return html`${fields.length === 2 ? html`<div class="row two">${fields}</div>` : fields}
  ${
    asked.length === 0
      ? nothing
      : checkboxField(view, {
          name: 'one_name',
          label: labels.one_name,
          optional: true,
          checked: missing !== undefined,
          onChange: (checked) => {
            if (checked) haveOne(view, asked);
            else if (missing) form.set(missing, '');
          },
        })
  }`;
}

/** Leaves one of the names. What was typed as the other one is not lost. */
function haveOne({ form }: FormView, asked: readonly NameField[]): void {
  const [missing = 'first_name', kept] = asked;
  if (kept && !form.value(kept)) form.set(kept, form.value(missing));
  form.set(missing, absent[missing]);
}
