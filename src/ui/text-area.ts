/** A field for text of more than one line. */
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { describedBy, field, type FieldSpec, type FormView } from './fields.ts';

/** `maxlength` is in UTF-16 code units, as in HTML. The browser stops there by itself. */
export function textArea(
  view: FormView,
  spec: FieldSpec & { readonly rows: number; readonly maxlength: number; readonly autocomplete?: string },
): TemplateResult {
  const { form } = view;
  const { name } = spec;
  return field(
    view,
    spec,
    html`<textarea
      id=${name}
      name=${name}
      class="control area"
      part="input"
      rows=${spec.rows}
      maxlength=${spec.maxlength}
      autocomplete=${spec.autocomplete ?? 'off'}
      aria-required=${spec.optional ? 'false' : 'true'}
      aria-invalid=${form.errorOf(name) ? 'true' : 'false'}
      aria-describedby=${describedBy(view, spec)}
      .value=${live(form.value(name))}
      @input=${(event: Event) => form.set(name, (event.target as HTMLTextAreaElement).value)}
      @blur=${() => form.leave(name)}
    ></textarea>`,
  );
}
