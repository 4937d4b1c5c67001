/** What went wrong with a whole request. What is wrong with one field stands at the field (`fields.ts`). */
import { html, type TemplateResult } from 'lit';
import { alertIcon } from './icons.ts';

/** Returns a banner that screen readers read out at once, because it is an `alert` that appears. */
export const failureBanner = (content: string | TemplateResult): TemplateResult =>
  html`<div class="banner" part="failure" role="alert">
    ${alertIcon}
    <div>${content}</div>
  </div>`;
