/**
 * The finished form to read and keep before signing. It is what the server would file, as text and as a PDF.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { TaxDocument } from '../../../contract/forms/tax-document.ts';
import { directionOf } from '../../../locales/languages.ts';
import { inWords } from '../../../ui/date-field.ts';
import type { Scope } from '../scope.ts';
import { masked } from './rows.ts';

/** What the server made of the answers. `document` is the form as text. */
export interface Review {
  readonly document: TaxDocument;
  /** Address of the PDF in this page's memory; `dispose` frees it. */
  readonly url: string;
}

/**
 * Returns the form in the server's answer, or null when there is none. `pdf` comes in base64. The caller has
 * to `dispose` of it.
 */
export function reviewOf(answer: unknown): Review | null {
  const { document, pdf } = (answer ?? {}) as { document?: TaxDocument; pdf?: string };
  if (!document || typeof pdf !== 'string') return null;
  const bytes = Uint8Array.from(atob(pdf), (letter) => letter.charCodeAt(0));
  return { document, url: URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' })) };
}

/** Frees the bytes of the PDF. */
export const dispose = ({ url }: Review): void => URL.revokeObjectURL(url);

/** The labels of tax numbers, of which only the end is shown. The PDF has them whole. */
const isSecret = (label: string): boolean =>
  /^(?:Social security number|Employer identification number|Foreign tax identifying number|Foreign TIN)$/.test(
    label,
  );

/**
 * Returns the date of birth as the payee would say it, beside the digits of the form: American digits are
 * read the other way round in most of the world.
 */
function birthInWords({ label, value }: { label: string; value: string }, locale: string) {
  const [, month, day, year] = /^(\d\d)-(\d\d)-(\d{4})$/.exec(value) ?? [];
  return year && label.startsWith('Date of birth')
    ? html`<span class="meaning" lang=${locale} dir="auto"
        >${inWords(`${year}-${month}-${day}`, locale)}</span
      >`
    : nothing;
}

/** Keeps the name of a form on one line: `W‑9`, `W‑8BEN‑E`. */
const unbroken = (title: string): string => title.replace(/-(?=\d|E\b)/g, '‑');

/**
 * Returns the form in English, as it is filed, with what each line means in the payee's language where the
 * server knows that.
 */
export function renderReview(t: Scope['t'], { document, url }: Review, locale: string): TemplateResult {
  const { language = 'en' } = document;
  const meaningOf = ({ meaning }: { readonly meaning?: string | undefined }) =>
    meaning
      ? html`<span class="meaning" lang=${language} dir=${directionOf(language)}>${meaning}</span>`
      : nothing;
  return html`<div class="review" part="review">
    <div>
      <h3 part="subtitle" id="review-title" tabindex="-1" lang="en" dir="ltr">${unbroken(document.title)}</h3>
      ${meaningOf(document)}
      <p class="hint" part="hint">${t('compliance.review.hint')}</p>
      <a
        class="link"
        part="link"
        href=${url}
        download="${document.title.replace(/[^\w-]+/g, '-').replace(/-+$/, '')}.pdf"
        >${t('compliance.review.download')}</a
      >
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
                  <dd>
                    ${isSecret(line.label) ? masked(line.value) : line.value} ${birthInWords(line, locale)}
                  </dd>
                </div>`,
            )}
          </dl>
        </div>`,
    )}
  </div>`;
}
