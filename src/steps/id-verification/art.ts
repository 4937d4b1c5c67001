/**
 * Line drawings of what is to be in the photo. They are decorative: the heading and the lead say the same.
 * Their colours are in `capture/styles.ts`.
 */
import { svg, type TemplateResult, html } from 'lit';
import type { DocumentType, ImageSide } from '../../contract/steps/id-documents.ts';

const drawing = (paths: TemplateResult): TemplateResult =>
  html`<svg class="art" viewBox="0 0 160 120" aria-hidden="true">${paths}</svg>`;

const person = svg`<circle cx="52" cy="54" r="7" /><path d="M40 73c1-7 6-10 12-10s11 3 12 10" />`;
const card = svg`<rect class="sheet" x="26" y="30" width="108" height="68" rx="7" />`;
const corners = svg`<path class="frame" d="M14 32v-8a6 6 0 0 1 6-6h8M132 18h8a6 6 0 0 1 6 6v8M146 96v8a6 6 0 0 1-6 6h-8M28 110h-8a6 6 0 0 1-6-6v-8" />`;

const front = svg`${card}<rect class="soft" x="36" y="42" width="32" height="34" rx="3" />${person}<path d="M80 46h42M80 57h34M80 68h38M36 87h88" />`;
/** The back of a card, with magnetic stripe and barcode. */
const back = svg`${card}<path class="band" d="M26 44h108" /><path d="M38 62h40M38 71h28" /><path d="M92 62v20M97 62v20M104 62v20M108 62v20M115 62v20M122 62v20" />`;
/** The page of a passport, with the machine-readable lines at its foot. */
const passport = svg`<rect class="sheet" x="30" y="22" width="100" height="78" rx="6" /><rect class="soft" x="40" y="32" width="32" height="36" rx="3" /><g transform="translate(4 -8)">${person}</g><path d="M84 37h34M84 47h28M84 57h32M40 81h80M40 90h80" />`;
const face = svg`<path class="sheet" d="M80 22c17 0 27 14 27 33s-11 37-27 37-27-18-27-37 10-33 27-33Z" /><path d="M68 54h.01M92 54h.01" stroke-width="4" /><path d="M80 56v8h-3M71 74c5 5 13 5 18 0M40 112c4-12 14-16 26-19M120 112c-4-12-14-16-26-19" />`;

/**
 * Returns the drawing for a side of a document. Only the first selfie is ever drawn, because the other poses
 * follow without a screen of their own.
 */
export function artOf(document: DocumentType | null, side: ImageSide): TemplateResult {
  if (side === 'selfie') return drawing(face);
  return drawing(svg`${corners}${document === 'passport' ? passport : side === 'back' ? back : front}`);
}
