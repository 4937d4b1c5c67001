/** The one icon that only this step has. */
import { svg } from 'lit';
import { icon } from '../../ui/icons.ts';

export const pencilIcon = icon(
  svg`<path d="M4 13.25 12.75 4.5a1.6 1.6 0 0 1 2.25 0l.5.5a1.6 1.6 0 0 1 0 2.25L6.75 16 3.5 16.5l.5-3.25ZM11.25 6l2.75 2.75" />`,
);
