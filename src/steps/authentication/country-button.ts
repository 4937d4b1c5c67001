/** The button in front of the phone number. */
import { html, type TemplateResult } from 'lit';
import { chevronIcon } from '../../ui/icons.ts';

/**
 * Returns the button with the country and its calling code. `name` says both in words, because flags and
 * abbreviations say little to a screen reader.
 */
export const countryButton = (
  name: string,
  country: string,
  code: string,
  open: (event: Event) => unknown,
): TemplateResult =>
  html`<button
    type="button"
    class="box country"
    part="country"
    aria-haspopup="dialog"
    aria-label=${name}
    @click=${open}
  >
    ${country} +${code}${chevronIcon}
  </button>`;
