/**
 * A field for a number that nobody else should see: hidden as it is typed, shown on request, grouped, and
 * kept out of attributes.
 */
import { html, type TemplateResult } from 'lit';
import { textField, type FormView, type TextSpec } from './fields.ts';
import { eyeIcon, eyeOffIcon } from './choice-icons.ts';
import type { Revealed } from './revealed.ts';

export interface SecretSpec extends Omit<
  TextSpec,
  'type' | 'autocomplete' | 'className' | 'after' | 'inputmode'
> {
  readonly revealed: Revealed;
  /** Letters may be in it, too. */
  readonly letters?: boolean;
  /** Name of the show/hide button. It is the same in both states: `aria-pressed` tells them apart. */
  readonly toggleLabel: string;
}

/**
 * Returns a text field that hides its digits with `-webkit-text-security` (Chromium, WebKit, Firefox 111). It
 * is not `type="password"`, because browsers offer to save what is in such a field as a password, and fill in
 * a saved password.
 */
export function secretField(view: FormView, spec: SecretSpec): TemplateResult {
  const { name, letters, revealed } = spec;
  const visible = revealed.has(name);
  return textField(view, {
    ...spec,
    autocomplete: 'off',
    ...(!letters && { inputmode: 'numeric' }),
    spellcheck: false,
    className: `${letters ? '' : 'number '}secret${visible ? '' : ' hidden-digits'}`,
    after: html`<button
      class="peek"
      part="peek"
      type="button"
      aria-pressed=${visible ? 'true' : 'false'}
      aria-label=${spec.toggleLabel}
      @click=${() => revealed.toggle(name)}
    >
      ${visible ? eyeOffIcon : eyeIcon}
    </button>`,
  });
}
