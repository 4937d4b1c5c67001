/** A number that is nobody else's business: hidden as it is typed, shown when asked to, grouped, kept out of attributes. */
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
  /** Name of the show/hide button, the same in both states: `aria-pressed` tells them apart. */
  readonly toggleLabel: string;
}

/**
 * Not `type="password"`: browsers offer to save what is in there as a password, and fill a saved password in.
 * `-webkit-text-security` (Chromium, WebKit, Firefox 111) hides the digits and leaves the keeping to nobody.
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
