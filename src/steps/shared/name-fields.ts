/**
 * The fields of a person's name. Whoever has one name only ticks a box and is asked for one. The form then
 * holds what is sent in place of the other name (`contract/forms/names.ts`). A name from elsewhere that is
 * such a stand-in sets the box; one that is typed does not.
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

/** The box, and beside each name what was typed there before the box was ticked. */
const box = 'one_name';
const before = (name: NameField): string => `${name}_before`;
/** What the box says when both names are asked. */
const both = 'none';

/** Returns the names that are asked, side by side, and the box below them. */
export function nameFields(view: FormView, { asked, labels }: NameFieldsSpec): TemplateResult {
  const { form } = view;
  const missing = missingName(view, asked);
  const shown = asked.filter((name) => name !== missing);
  const fields = shown.map((name) =>
    textField(view, {
      name,
      label: labels[missing ? 'name' : name],
      autocomplete: missing ? 'name' : tokens[name],
      autocapitalize: 'words',
      // Whoever types `FNU` as their papers have it has not ticked the box: the field must not go away.
      onInput: () => form.rewrite(box, missing ?? both),
    }),
  );
  return html`${fields.length === 2 ? html`<div class="row two">${fields}</div>` : fields}
  ${
    asked.length === 0
      ? nothing
      : checkboxField(view, {
          name: box,
          label: labels.one_name,
          optional: true,
          checked: missing !== undefined,
          onChange: (checked) => {
            if (checked) haveOne(view, asked);
            else if (missing) haveBoth(view, missing, shown[0]);
          },
        })
  }`;
}

/** Returns the name that is not asked. Until the payee does something, what is known of them says which. */
function missingName({ form }: FormView, asked: readonly NameField[]): NameField | undefined {
  const said = form.value(box);
  return asked.find((name) => (said ? said === name : form.value(name) === absent[name]));
}

/** Leaves one of the names. What was typed as the other one is not lost. */
function haveOne({ form }: FormView, asked: readonly NameField[]): void {
  const [missing = 'first_name', kept] = asked;
  for (const name of asked) form.rewrite(before(name), form.value(name));
  if (kept && !form.value(kept)) form.set(kept, form.value(missing));
  form.set(missing, absent[missing]);
  form.rewrite(box, missing);
}

/** Asks for both names again, with what was typed before. */
function haveBoth({ form }: FormView, missing: NameField, kept: NameField | undefined): void {
  const typed = form.value(before(missing));
  if (kept && typed && form.value(kept) === typed) form.set(kept, form.value(before(kept)));
  form.set(missing, typed);
  form.rewrite(box, both);
}
