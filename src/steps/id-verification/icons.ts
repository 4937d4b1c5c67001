/** Icons of this step. They are decorative, because words beside an icon say the same. */
import { svg } from 'lit';
import { icon } from '../../ui/icons.ts';

export const cameraIcon = icon(
  svg`<path d="M2.75 7.25a1.5 1.5 0 0 1 1.5-1.5h2L7.5 3.75h5l1.25 2h2a1.5 1.5 0 0 1 1.5 1.5v7a1.5 1.5 0 0 1-1.5 1.5H4.25a1.5 1.5 0 0 1-1.5-1.5Z" /><circle cx="10" cy="10.5" r="2.75" />`,
);
export const uploadIcon = icon(
  svg`<path d="M10 13V4M6.5 7.25 10 3.75l3.5 3.5M3.75 12.75v2a1.5 1.5 0 0 0 1.5 1.5h9.5a1.5 1.5 0 0 0 1.5-1.5v-2" />`,
);
export const phoneIcon = icon(
  svg`<rect x="5.75" y="2.25" width="8.5" height="15.5" rx="1.75" /><path d="M9 15h2" />`,
);
export const clockIcon = icon(svg`<circle cx="10" cy="10" r="7.25" /><path d="M10 5.75V10l2.75 1.75" />`);
export const crossIcon = icon(svg`<path d="m5.5 5.5 9 9M14.5 5.5l-9 9" />`);
