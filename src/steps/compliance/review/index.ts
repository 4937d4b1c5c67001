/** The finished form to read and keep before signing: what the server would file, as text and as a PDF. Loaded when asked for. */
import { html, nothing, type TemplateResult } from 'lit';
import type { TaxDocument } from '../../../contract/forms/tax-document.ts';
import { directionOf } from '../../../locales/languages.ts';
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
  const { language = 'en' } = document;
  const meaningOf = ({ meaning }: { readonly meaning?: string | undefined }) =>
    meaning
      ? html`<span class="meaning" lang=${language} dir=${directionOf(language)}>${meaning}</span>`
      : nothing;
  const explained = t('compliance.review.explained');
  return html`<div class="review" part="review" role="group" aria-labelledby="review-title">
    <div>
      <h3 id="review-title" tabindex="-1" lang="en" dir="ltr">${document.title}</h3>
      ${meaningOf(document)}
      <p class="hint">${t('compliance.review.hint')}</p>
    </div>
    ${document.sections.map(
      (section) =>
        html`<div lang="en" dir="ltr">
          ${section.title ? html`<h4>${section.title}</h4>` : nothing} ${meaningOf(section)}
          <dl>
            ${section.lines.map(
              (line) =>
                html`<div>
                  <dt>${line.line ? html`<b>${line.line}</b> ` : nothing}${line.label} ${meaningOf(line)}</dt>
                  <dd>${masked(line.label, line.value)}</dd>
                </div>`,
            )}
          </dl>
        </div>`,
    )}
    <details class="why">
      <summary>${t('compliance.review.certification')}</summary>
      ${explained ? html`<p>${explained}</p>` : nothing}
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
