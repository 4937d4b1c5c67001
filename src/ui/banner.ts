/** What went wrong, where it is seen and heard at once. */
import { html, type TemplateResult } from 'lit';
import { alertIcon } from './icons.ts';

export const failureBanner = (content: string | TemplateResult): TemplateResult =>
  html`<div class="banner" part="failure" role="alert">
    ${alertIcon}
    <div>${content}</div>
  </div>`;
