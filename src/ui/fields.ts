/**
 * Field templates over native inputs. Label, input, hint and error stand in one shadow root with the form's
 * button, so that autofill, password managers and screen readers all work: a shadow root may surround a form,
 * but never split one.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from '../locales/localizer.ts';
import { fieldText } from '../locales/words.ts';
import type { FormController } from './form-controller.ts';
import { alertIcon } from './icons.ts';

/** What every field template needs to know about where it stands. */
export interface FormView {
  readonly form: FormController<unknown>;
  readonly localizer: Localizer;
}

/** What every kind of field has. */
export interface FieldSpec {
  /** The wire name. It is also the input's `name` and `id`. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | TemplateResult | undefined;
  readonly optional?: boolean;
}

export interface TextSpec extends FieldSpec {
  readonly type?: 'text' | 'email' | 'tel' | 'password';
  /** WHATWG autofill token. `off` only where a saved value would be wrong or unsafe. */
  readonly autocomplete: string;
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel';
  readonly placeholder?: string;
  readonly maxlength?: number;
  readonly spellcheck?: boolean;
  readonly className?: string;
  readonly autocapitalize?: 'none' | 'words' | 'characters';
  /** Shown in front of or behind the input, in the same row. */
  readonly before?: TemplateResult | typeof nothing;
  readonly after?: TemplateResult | typeof nothing;
  /** Called with every change, before the text is taken. It may rewrite the text (`reformat.ts`). */
  readonly onInput?: (event: InputEvent) => unknown;
}

/**
 * Returns a labelled text input. Its value is the form's raw text; what it means is the form's `read` to say.
 */
export function textField(view: FormView, spec: TextSpec): TemplateResult {
  const { form } = view;
  const { name } = spec;
  const take = (event: InputEvent) => {
    spec.onInput?.(event);
    form.set(name, (event.target as HTMLInputElement).value);
  };
  const input = html`<input
    id=${name}
    name=${name}
    class="control ${spec.className ?? ''}"
    part="input"
    type=${spec.type ?? 'text'}
    autocomplete=${spec.autocomplete}
    inputmode=${spec.inputmode ?? nothing}
    placeholder=${spec.placeholder ?? nothing}
    maxlength=${spec.maxlength ?? nothing}
    spellcheck=${spec.spellcheck ?? false}
    autocapitalize=${spec.autocapitalize ?? nothing}
    aria-required=${!spec.optional}
    aria-invalid=${!!form.errorOf(name)}
    aria-describedby=${describedBy(view, spec)}
    .value=${form.value(name)}
    @input=${take}
    @compositionend=${take}
    @change=${take}
    @blur=${() => form.leave(name)}
  />`;
  return field(
    view,
    spec,
    spec.before || spec.after ? html`<div class="joined">${spec.before}${input}${spec.after}</div>` : input,
  );
}

/** Returns label, control, hint and error of one field, connected to each other. */
export function field(view: FormView, spec: FieldSpec, control: TemplateResult): TemplateResult {
  return html`<div class="field" part="field">
    <label for=${spec.name} part="label">${labelText(view, spec)}</label>
    ${control} ${hint(spec)} ${fieldError(view, spec.name)}
  </div>`;
}

/** Optional fields are marked, because most fields of these forms are required. */
function labelText({ localizer }: FormView, { label, optional }: FieldSpec): TemplateResult {
  const mark = optional
    ? html` <span class="optional" part="optional">(${localizer.t('label.optional')})</span>`
    : nothing;
  return html`${label}${mark}`;
}

/** Returns the hint under its id, so that `describedBy` can point at it. */
export function hint({ name, hint: text }: FieldSpec): TemplateResult | typeof nothing {
  return text ? html`<p class="hint" part="hint" id="${name}-hint">${text}</p>` : nothing;
}

/** Returns the field's visible error in words, if it has one. */
export function fieldError(view: FormView, name: string): TemplateResult | typeof nothing {
  const error = view.form.errorOf(name);
  return error
    ? html`<p class="error" part="error" id="${name}-error">
        ${alertIcon}<span>${fieldText(view.localizer, error)}</span>
      </p>`
    : nothing;
}

/**
 * Returns the ids of hint and error for `aria-describedby`, hint first. Without it a screen reader would not
 * read them at the field.
 */
export function describedBy({ form }: FormView, { name, hint: text }: FieldSpec): string | typeof nothing {
  const ids = [text ? `${name}-hint` : '', form.errorOf(name) ? `${name}-error` : '']
    .filter(Boolean)
    .join(' ');
  return ids || nothing;
}
