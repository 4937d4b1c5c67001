/** Icons that only steps loaded later need. `icons.ts` is in the first file. */
import { svg } from 'lit';
import { icon } from './icons.ts';

const eye = svg`<path d="M1.75 10S4.75 4.5 10 4.5 18.25 10 18.25 10 15.25 15.5 10 15.5 1.75 10 1.75 10Z" /><circle cx="10" cy="10" r="2.5" />`;

export const eyeIcon = icon(eye);
export const eyeOffIcon = icon(svg`${eye}<path d="m3.5 16.5 13-13" />`);
