/**
 * Photos that will not do, as small drawings under the large one of a photo that does. What they show is in
 * their captions; the drawings are decorative.
 */
import { html, type TemplateResult } from 'lit';
import type { DocumentType, ImageSide } from '../../../contract/steps/id-documents.ts';
import { artOf } from '../art.ts';
import { crossIcon } from '../icons.ts';
import type { PartHost } from '../part-host.ts';

/** What most photos are refused for. Each has its drawing in `styles.ts`. */
const faults = {
  document: ['cut-off', 'blurred', 'glare'],
  face: ['dark', 'blurred', 'covered'],
} as const;

export function badExamples({ t }: PartHost, document: DocumentType | null, side: ImageSide): TemplateResult {
  return html`<ul class="examples" aria-label=${t('id-verification.example.bad')}>
    ${faults[side === 'selfie' ? 'face' : 'document'].map(
      (fault) =>
        html`<li>
          <span class="example ${fault}" part="example">${artOf(document, side)}</span>
          <span class="caption" part="hint">${crossIcon}${t(`id-verification.example.${fault}`)}</span>
        </li>`,
    )}
  </ul>`;
}
