/** The step on screen, for what the frame does in all of them. */
import type { ReactiveElement } from 'lit';
import type { StepElement } from '../steps/step-element.ts';

/** Returns the element of the step on screen; null while there is none. */
export const currentStep = ({ renderRoot }: ReactiveElement): StepElement | null => {
  const shown = renderRoot.querySelector('.screen > *');
  return shown?.localName.startsWith('dots-') ? (shown as StepElement) : null;
};
