/** The finished form to read and keep before signing: what the server would file, as text and as a PDF. Loaded when asked for. */
import { html, nothing, type TemplateResult } from 'lit';
import type { TaxDocument } from '../../../contract/forms/tax-document.ts';
import type { Scope } from '../scope.ts';

export { complianceReview as messages } from '../../../locales/en/compliance-review.ts';

export interface Review {
  readonly document: TaxDocument;
  /** Address of the PDF in this page's memory; `dispose` frees it. */
  readonly url: string;
}

/** Null when the answer is none. */
export function reviewOf(answer: unknown): Review | null {
  const { document, pdf } = (answer ?? {}) as { document?: TaxDocument; pdf?: string };
  if (!document || typeof pdf !== 'string') return null;
  const bytes = Uint8Array.from(atob(pdf), (letter) => letter.charCodeAt(0));
  return { document, url: URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' })) };
}

export const dispose = ({ url }: Review): void => URL.revokeObjectURL(url);

/** The tax number of a US person is shown as its last digits only: whoever looks over a shoulder need not read it twice. */
const masked = (label: string, value: string): string =>
  /(?:Social security|Employer identification) number/.test(label) ? `••• ${value.slice(-4)}` : value;

export function renderReview(t: Scope['t'], { document, url }: Review): TemplateResult {
  return html`<div class="review" part="review" role="group" aria-labelledby="review-title">
    <div>
      <h3 id="review-title" tabindex="-1" lang="en" dir="ltr">${document.title}</h3>
      <p class="hint">${t('compliance.review.hint')}</p>
    </div>
    ${document.sections.map(
      ({ title, lines }) =>
        html`<div lang="en" dir="ltr">
          ${title ? html`<h4>${title}</h4>` : nothing}
          <dl>
            ${lines.map(
              ({ line, label, value }) =>
                html`<div>
                  <dt>${line ? html`<b>${line}</b> ` : nothing}${label}</dt>
                  <dd>${masked(label, value)}</dd>
                </div>`,
            )}
          </dl>
        </div>`,
    )}
    <details class="why">
      <summary>${t('compliance.review.certification')}</summary>
      ${document.certification.map((paragraph) => html`<p lang="en" dir="ltr">${paragraph}</p>`)}
    </details>
    <a
      class="button quiet"
      part="link"
      href=${url}
      download="${document.title.replace(/[^\w-]+/g, '-').replace(/-+$/, '')}.pdf"
      >${t('compliance.review.download')}</a
    >
  </div>`;
}
