/**
 * Fields in which the payee picks instead of types: radio cards, a checkbox, a short native select. Their
 * styles are in `choices-styles.ts`.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { describedBy, field, fieldError, hint, type FieldSpec, type FormView } from './fields.ts';

/** One thing to choose. `value` goes on the wire, `label` is in the payee's language. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** A second, quieter line. Radio cards only. */
  readonly hint?: string | TemplateResult;
}

export interface ChoiceSpec extends FieldSpec {
  readonly choices: readonly Choice[];
  /** Called after the choice became part of the form's state. */
  readonly onChange?: (value: string) => void;
}

/**
 * Returns native radios, each in a card that is clickable as a whole. `label` is the legend. Arrow keys, form
 * autofill and the group's name for screen readers come from the platform.
 */
export function radioCards(view: FormView, spec: ChoiceSpec & { readonly columns?: 1 | 2 }): TemplateResult {
  const { form } = view;
  const { name, choices } = spec;
  const chosen = form.value(name);
  // The role is `radiogroup` instead of the fieldset's own `group`, because only that role may say that it is
  // required or invalid.
  return html`<fieldset
    class="field"
    part="choices"
    role="radiogroup"
    aria-labelledby="${name}-legend"
    aria-required=${spec.optional ? 'false' : 'true'}
    aria-invalid=${form.errorOf(name) ? 'true' : 'false'}
    aria-describedby=${describedBy(view, spec)}
  >
    <legend id="${name}-legend" part="label">${spec.label}</legend>
    ${hint(spec)}
    <div class="cards ${spec.columns === 2 ? 'two' : ''}">
      ${choices.map(
        (choice) =>
          // The whole card is the label, so that all of it can be pressed. Its name is the first line alone:
          // the second is the description, and would be read twice.
          html`<label class="card" part="card">
            <input
              type="radio"
              part="radio"
              name=${name}
              value=${choice.value}
              aria-labelledby=${choice.hint ? `${name}-${choice.value}-label` : nothing}
              aria-describedby=${choice.hint ? `${name}-${choice.value}-hint` : nothing}
              .checked=${live(choice.value === chosen)}
              @change=${() => choose(view, spec, choice.value)}
              @blur=${() => form.leave(name)}
            />
            <span
              ><span class="card-label" part="card-label" id="${name}-${choice.value}-label"
                >${choice.label}</span
              >${
                choice.hint
                  ? html`<span class="hint" part="hint" id="${name}-${choice.value}-hint"
                      >${choice.hint}</span
                    >`
                  : nothing
              }</span
            >
          </label>`,
      )}
    </div>
    ${fieldError(view, name)}
  </fieldset>`;
}

/**
 * Returns one native checkbox. The form's raw value is `'true'` or empty (`form.checked(name)`). `label` may
 * be a whole sentence. A box that stands for something else in the form says whether it is on, and what to
 * do.
 */
export function checkboxField(
  view: FormView,
  spec: Omit<FieldSpec, 'label'> & {
    readonly label: string | TemplateResult;
    readonly checked?: boolean;
    readonly onChange?: (checked: boolean) => void;
  },
): TemplateResult {
  const { form } = view;
  const { name } = spec;
  const words = { ...spec, label: '' };
  const take = spec.onChange ?? ((checked: boolean) => form.set(name, checked ? 'true' : ''));
  return html`<div class="field" part="check">
    <label class="check">
      <input
        type="checkbox"
        part="checkbox"
        id=${name}
        name=${name}
        aria-required=${spec.optional ? nothing : 'true'}
        aria-invalid=${form.errorOf(name) ? 'true' : 'false'}
        aria-describedby=${describedBy(view, words)}
        .checked=${live(spec.checked ?? form.checked(name))}
        @change=${({ target }: Event) => {
          const input = target as HTMLInputElement;
          // In Safari a click gives a box no focus. It would be gone with a field that the box takes away.
          input.focus();
          take(input.checked);
        }}
        @blur=${() => form.leave(name)}
      />
      <span>${spec.label}</span>
    </label>
    ${hint(words)} ${fieldError(view, name)}
  </div>`;
}

/** Returns a native select with a handful of options. For lists of dozens see `long-select.ts`. */
export function selectField(
  view: FormView,
  spec: ChoiceSpec & {
    readonly autocomplete?: string;
  },
): TemplateResult {
  const { form } = view;
  const { name, choices } = spec;
  const chosen = form.value(name);
  // `.selected` is set on the options instead of `.value` on the select, because lit sets the select's own
  // properties before its options exist.
  return field(
    view,
    spec,
    html`<select
      id=${name}
      name=${name}
      class="control"
      part="input select"
      autocomplete=${ifDefined(spec.autocomplete)}
      aria-required=${spec.optional ? 'false' : 'true'}
      aria-invalid=${form.errorOf(name) ? 'true' : 'false'}
      aria-describedby=${describedBy(view, spec)}
      @change=${(event: Event) => choose(view, spec, (event.target as HTMLSelectElement).value)}
      @blur=${() => form.leave(name)}
    >
      <option value="" .selected=${chosen === ''}>${view.localizer.t('label.choose')}</option>
      ${choices.map(
        ({ value, label }) => html`<option value=${value} .selected=${chosen === value}>${label}</option>`,
      )}
    </select>`,
  );
}

/** The form knows the choice before `onChange` runs, so that the callback can change other fields by it. */
function choose({ form }: FormView, { name, onChange }: ChoiceSpec, value: string): void {
  form.set(name, value);
  onChange?.(value);
}
