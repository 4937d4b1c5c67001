/** A drawing of the lower half of a cheque. It is decorative: the sentence above it says the same. */
import { html, type TemplateResult } from 'lit';

/** `routing` and `account` are the labels of the two fields, so that the payee recognises the numbers. */
export function cheque(routing: string, account: string): TemplateResult {
  // Digits on a cheque run from left to right in every language.
  return html`<div class="cheque" part="cheque" aria-hidden="true" dir="ltr">
    <i></i><i></i>
    <p><b>123456789</b><bdi>${routing}</bdi></p>
    <p><b>000123456789</b><bdi>${account}</bdi></p>
  </div>`;
}
